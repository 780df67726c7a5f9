// SPDX-License-Identifier: MIT
#include "app/set_transition.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "answers/archive.hpp"
#include "answers/tallying.hpp"
#include "app/renamed_slots.hpp"

namespace orienta {
namespace {

constexpr const char* kAskedElsewhere = "asked-elsewhere";
constexpr const char* kStaysElsewhere = "stays-elsewhere";

/// Where the answers to one question of the earlier version go.
struct Way {
  std::uint32_t indicator = 0;
  Home now;                ///< where answers to the same question are kept in the later version
  std::string reason;      ///< why answers with a value go to the archive; empty: they go on
  bool is_shared = false;  ///< another set asks it still, and the answers stay where they are
};

class Planning {
 public:
  Planning(const Project& project, const OpenAssessment& assessment, std::size_t set,
           const CriteriaSet& before, const CriteriaSet& after, PinnedSet pin)
      : project_(project), assessment_(assessment), before_(before), after_(after) {
    out_.diff = diff(before, after);
    out_.after = assessment.record;
    out_.after.sets[set] = std::move(pin);
    for (std::size_t i = 0; i < assessment.sets.size(); ++i) {
      old_sets_.push_back(i == set ? &before : &assessment.sets[i]);
      new_sets_.push_back(i == set ? &after : &assessment.sets[i]);
    }
    find_ways();
  }

  Result<SetTransition> plan() {
    for (const auto step : {&Planning::find_archives, &Planning::plan_answers, &Planning::plan_figures,
                            &Planning::plan_waves, &Planning::plan_findings})
      if (Status done = (this->*step)(); !done) return failure(std::move(done.error()));
    plan_targets();
    for (auto& [key, fate] : fates_)
      out_.answers.push_back(std::move(fate));
    return std::move(out_);
  }

 private:
  void find_ways() {
    std::set<Home> wanted_by_others;
    for (const CriteriaSet* const set : new_sets_)
      if (set != &after_)
        for (Home& home : homes_of(*set, std::span<const CriteriaSet* const>(new_sets_)))
          wanted_by_others.insert(std::move(home));
    for (std::uint32_t i = 0; i < before_.indicators.size(); ++i) {
      const IndicatorFate& fate = out_.diff.fates[i];
      const Home home = home_of(before_, i, std::span<const CriteriaSet* const>(old_sets_));
      Way way{i, home, std::string(name_of(fate.reason)), false};
      if (fate.after) way.now = home_of(after_, *fate.after, std::span<const CriteriaSet* const>(new_sets_));
      const bool goes_away = !fate.after || way.now != home;
      way.is_shared = goes_away && wanted_by_others.contains(home);
      ways_.emplace(home, std::move(way));
    }
  }

  /// What lies in an archive already stays as it is: an update that archives again from the same version
  /// takes an archive of its own.
  SetId archive_of_home(const Home& home) const {
    const SetId first = archive_of(home.first, before_.hash);
    SetId archive = first;
    for (int number = 2; archives_.contains(archive); ++number)
      archive.value = first.value + "." + std::to_string(number);
    return archive;
  }

  Status find_archives() {
    const auto answers = project_.answers(assessment_.record.id);
    if (!answers) return failure(answers.error());
    const auto figures = project_.measures(assessment_.record.id);
    if (!figures) return failure(figures.error());
    for (const Answer& answer : *answers)
      if (answer.archived) archives_.insert(answer.key.set);
    for (const MeasureFigure& figure : *figures)
      if (figure.archived) archives_.insert(figure.set);
    return {};
  }

  AnswersFate& fate(std::uint32_t indicator, const std::string& reason) {
    auto& found = fates_[{indicator, reason}];
    found.indicator = before_.indicators[indicator].id;
    found.reason = reason;
    if (const auto after = out_.diff.fates[indicator].after; reason.empty() && after)
      found.now = after_.indicators[*after].id;
    return found;
  }

  void count(const Answer& answer, const Way& way, const std::string& reason) {
    AnswersFate& counted = fate(way.indicator, reason);
    if (before_.anonymous.has(answer.key.source))
      counted.anonymous = true;
    else
      ++counted.answers;
  }

  /// Why this answer goes to the archive; empty when it goes on.
  std::string reason_for(const Answer& answer, const Way& way) const {
    const IndicatorFate& fate = out_.diff.fates[way.indicator];
    if (fate.after && fate.dropped_sources.has(answer.key.source))
      return std::string(name_of(FateReason::kSource));
    // Whether something applies, or is known, does not depend on the scale.
    if (fate.reason == FateReason::kRescaled && answer.state != AnswerState::kValue) return {};
    return way.reason;
  }

  Status plan_answers() {
    const auto all = project_.answers(assessment_.record.id);
    if (!all) return failure(all.error());
    std::set<AnswerKey> taken;
    for (const Answer& answer : *all)
      taken.insert(answer.key);
    for (const Answer& answer : *all) {
      const auto found = ways_.find({answer.key.set, answer.key.indicator});
      if (found == ways_.end()) continue;
      const auto& [home, way] = *found;
      std::string reason = reason_for(answer, way);
      if (way.is_shared) {
        count(answer, way, kStaysElsewhere);
        continue;
      }
      Answer moved = answer;
      moved.key.set = way.now.first;
      moved.key.indicator = way.now.second;
      if (reason.empty() && moved.key != answer.key && !taken.insert(moved.key).second)
        reason = kAskedElsewhere;
      count(answer, way, reason);
      if (!reason.empty()) {
        moved.key = answer.key;
        moved.key.set = archive_of_home(home);
        moved.archived = Archived{reason, before_.version};
      }
      if (moved.key != answer.key) out_.moved_answers.emplace_back(answer.key, std::move(moved));
    }
    return {};
  }

  Status plan_figures() {
    const auto all = project_.measures(assessment_.record.id);
    if (!all) return failure(all.error());
    for (const MeasureFigure& figure : *all) {
      const auto found = ways_.find({figure.set, figure.indicator});
      if (found == ways_.end()) continue;
      const auto& [home, way] = *found;
      ++fate(way.indicator, way.is_shared ? kStaysElsewhere : way.reason).figures;
      if (way.is_shared) continue;
      MeasureFigure moved = figure;
      moved.set = way.reason.empty() ? way.now.first : archive_of_home(home);
      moved.indicator = way.reason.empty() ? way.now.second : figure.indicator;
      if (!way.reason.empty()) moved.archived = Archived{way.reason, before_.version};
      if (moved != figure) out_.moved_figures.emplace_back(figure, std::move(moved));
    }
    return {};
  }

  Status plan_waves() {
    const auto waves = project_.waves(assessment_.record.id);
    if (!waves) return failure(waves.error());
    const SlotNames names(before_, after_, out_.diff, kArchiveMark + before_.hash.hex().substr(0, 12));
    for (const Wave& wave : *waves) {
      if (wave.set != before_.id) continue;
      const auto bytes = project_.payload(wave.layout);
      if (!bytes) return failure(bytes.error());
      auto parsed = TallyLayout::parse(*bytes);
      if (!parsed) return failure(std::move(parsed.error()));
      if (Status done = plan_wave(wave, std::make_shared<const TallyLayout>(std::move(*parsed)), names);
          !done)
        return done;
    }
    return {};
  }

  Status plan_wave(const Wave& wave, const std::shared_ptr<const TallyLayout>& layout,
                   const SlotNames& names) {
    const auto renamed = names.rename(*layout);
    SetTransition::WaveChange change{wave, renamed, {}};
    std::set<std::uint32_t> filled;
    const auto take = [&](const UnitId& unit, TallySheet& sheet) -> Status {
      for (const auto& [key, cell] : sheet.cells())
        if (!cell.is_zero()) filled.insert(key.slot);
      if (renamed) change.sheets.emplace_back(unit, under_layout(sheet, renamed));
      return {};
    };
    if (Status read = project_.each_wave_sheet(assessment_.record.id, wave, layout, take); !read) return read;
    for (const std::uint32_t slot : filled)
      if (const auto indicator = before_.indicator(layout->slots[slot].id))
        ++fate(*indicator, std::string(name_of(out_.diff.fates[*indicator].reason))).surveys;
    if (!renamed) return {};
    change.wave.layout = hash_of(renamed->bytes());
    out_.waves.push_back(std::move(change));
    return {};
  }

  /// The id of a set's part in the later version; empty when nothing stands for it.
  std::string id_after(const std::string& id) const {
    if (const auto node = before_.node(id)) {
      const auto now = out_.diff.nodes[*node];
      return now ? after_.node_id(*now) : std::string();
    }
    const auto indicator = before_.indicator(id);
    if (!indicator) return id;
    const auto now = out_.diff.fates[*indicator].after;
    return now ? after_.indicators[*now].id : std::string();
  }

  Status plan_findings() {
    const auto findings = project_.findings(assessment_.record.id);
    if (!findings) return failure(findings.error());
    for (const Finding& finding : *findings) {
      if (finding.set != before_.id || finding.node.empty()) continue;
      const std::string now = id_after(finding.node.value);
      if (now.empty() || now == finding.node.value) continue;
      out_.moved_findings.push_back(finding);
      out_.moved_findings.back().node = NodeId(now);
    }
    out_.findings = out_.moved_findings.size();
    return {};
  }

  /// A level that the ladder no longer has, and a figure of another scale, are no targets.
  bool still_fits(const AssessmentTarget& target) const {
    if (target.target.level) return *target.target.level <= static_cast<int>(after_.levels.size());
    const auto indicator = before_.indicator(target.node.value);
    return !target.target.value || !indicator || out_.diff.fates[*indicator].stays();
  }

  void plan_targets() {
    std::vector<AssessmentTarget> kept;
    for (AssessmentTarget& target : out_.after.targets) {
      if (target.set != before_.id) {
        kept.push_back(std::move(target));
        continue;
      }
      const std::string was = target.node.value;
      const std::string now = still_fits(target) ? id_after(was) : std::string();
      if (now != was) out_.targets.push_back({was, now});
      if (now.empty()) continue;
      target.node = NodeId(now);
      kept.push_back(std::move(target));
    }
    out_.after.targets = std::move(kept);
  }

  const Project& project_;
  const OpenAssessment& assessment_;
  const CriteriaSet& before_;
  const CriteriaSet& after_;
  std::vector<const CriteriaSet*> old_sets_;
  std::vector<const CriteriaSet*> new_sets_;
  std::set<SetId> archives_;  ///< those that hold something
  std::map<Home, Way> ways_;
  std::map<std::pair<std::uint32_t, std::string>, AnswersFate> fates_;
  SetTransition out_;
};

}  // namespace

bool SetTransition::archives() const {
  return std::ranges::any_of(answers, [](const AnswersFate& fate) { return !fate.stays(); });
}

Result<SetTransition> plan_transition(const Project& project, const OpenAssessment& assessment,
                                      std::size_t set, const CriteriaSet& before, const CriteriaSet& after,
                                      PinnedSet pin) {
  return Planning(project, assessment, set, before, after, std::move(pin)).plan();
}

Status carry_out(const Project& project, const SetTransition& transition, Change& change) {
  const AssessmentId& id = transition.after.id;
  Status done = change.put_assessment(transition.after);
  // What leaves a key goes first: two questions may have changed names with each other.
  for (const auto& [key, answer] : transition.moved_answers)
    if (done) done = change.erase_answer(id, key);
  for (const auto& [key, answer] : transition.moved_answers)
    if (done) done = change.put_answer(id, answer);
  for (const auto& [figure, moved] : transition.moved_figures)
    if (done) done = change.erase_measure(id, figure);
  for (const auto& [figure, moved] : transition.moved_figures)
    if (done) done = change.put_measure(id, moved);
  for (const Finding& finding : transition.moved_findings)
    if (done) done = change.put_finding(id, finding);
  for (const auto& [wave, layout, sheets] : transition.waves) {
    if (done) done = change.put_wave(id, wave, *layout);
    for (const auto& [unit, sheet] : sheets)
      if (done) done = change.put_wave_sheet(id, wave.id, unit, sheet);
  }
  if (!done) return done;
  const auto opened = open_assessment(project, id.value);
  return opened ? refresh_sheets(project, *opened, change) : failure(opened.error());
}

Result<std::vector<ArchivedAnswers>> archived_answers(const Project& project,
                                                      const OpenAssessment& assessment) {
  using Key = std::tuple<SetId, std::string, std::string>;
  std::map<Key, ArchivedAnswers> found;
  const auto entry = [&](const SetId& archive, const NodeId& indicator,
                         const Archived& archived) -> ArchivedAnswers& {
    ArchivedAnswers& one = found[{archive, indicator.value, archived.reason}];
    one.set = archived_from(archive);
    one.version = archived.version;
    one.indicator = indicator.value;
    one.reason = archived.reason;
    return one;
  };
  const auto is_anonymous = [&](const SetId& id, Source source) {
    const auto set = std::ranges::find(assessment.sets, id, &CriteriaSet::id);
    return set != assessment.sets.end() && set->anonymous.has(source);
  };
  const auto answers = project.answers(assessment.record.id);
  if (!answers) return failure(answers.error());
  for (const Answer& answer : *answers) {
    if (!answer.archived) continue;
    ArchivedAnswers& one = entry(answer.key.set, answer.key.indicator, *answer.archived);
    if (!is_anonymous(one.set, answer.key.source)) ++one.answers;
  }
  const auto figures = project.measures(assessment.record.id);
  if (!figures) return failure(figures.error());
  for (const MeasureFigure& figure : *figures)
    if (figure.archived) ++entry(figure.set, figure.indicator, *figure.archived).figures;
  std::vector<ArchivedAnswers> out;
  for (auto& [key, one] : found)
    out.push_back(std::move(one));
  return out;
}

}  // namespace orienta

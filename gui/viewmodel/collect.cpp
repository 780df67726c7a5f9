// SPDX-License-Identifier: MIT
#include "viewmodel/collect.hpp"

#include <algorithm>
#include <map>

#include "answers/tallying.hpp"
#include "app/progress.hpp"
#include "app/wording.hpp"
#include "viewmodel/log_words.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

constexpr std::size_t kActionsShown = 10;

/// What was brought in and what was done last.
struct Brought {
  std::vector<Wave> waves;
  std::vector<MeasureFigure> measures;
  std::vector<LogEntry> log;  ///< whole: undo entries name what they are of
};

Result<Brought> read_brought(Office& office) {
  const AssessmentId& id = office.assessment().record.id;
  Brought brought;
  auto waves = office.project().waves(id);
  if (!waves) return failure(std::move(waves.error()));
  brought.waves = std::move(*waves);
  auto measures = office.project().measures(id);
  if (!measures) return failure(std::move(measures.error()));
  brought.measures = std::move(*measures);
  auto log = office.project().log();
  if (!log) return failure(std::move(log.error()));
  brought.log = std::move(*log);
  return brought;
}

/// "2026-11-22 14:02"
std::string time_of(const LogEntry& entry) {
  std::string time = entry.at.substr(0, 16);
  std::ranges::replace(time, 'T', ' ');
  return time;
}

bool is_import(const LogEntry& entry) {
  return entry.action.code.starts_with("store.action-import") || entry.action.code == "store.action-evidence";
}

class Collect {
 public:
  explicit Collect(Desk& desk) : desk_(desk), study_(*desk.study()), words_(desk.words()) {}

  CollectPage make() {
    CollectPage page;
    page.unit = name_of(study_.units()[desk_.unit()]);
    add_progress(page);
    add_brought(page);
    if (study_.next.undo && !study_.read_only) {
      page.can_undo = true;
      page.undo = say(
          msg("viewmodel.collect-undo", {{"action", say(named(*study_.next.undo, study_, words_.lang()))}}));
    }
    return page;
  }

 private:
  using Ink = charts::Ink;

  std::string say(const Message& message) const { return words_.text(message); }
  GridColumn text(const Message& title, float share = 1) const { return {say(title), false, share, ""}; }
  GridColumn number(const Message& title, float share = 0.6F) const { return {say(title), true, share, ""}; }

  void add_progress(CollectPage& page) {
    const std::size_t set = desk_.set();
    const std::uint32_t unit = desk_.unit();
    const auto known =
        desk_.known<Progress>("progress " + study_.assessment->record.id.value + " " + std::to_string(set) +
                                  " " + study_.units()[unit].id.value,
                              [set, unit](Office& office) {
                                return progress_of(office.project(), office.assessment(), set, unit);
                              });
    if (!known.value) {
      page.says =
          known.error ? words_.text(known.error->problems.kept().front()) : say(msg("viewmodel.working"));
      return;
    }
    add_units(page, known.value->units);
    add_persons(page, *known.value);
  }

  void add_units(CollectPage& page, const std::vector<UnitProgress>& progress) const {
    page.units.columns = {
        text(msg("viewmodel.collect-unit"), 2),    number(msg("viewmodel.collect-asked")),
        number(msg("viewmodel.collect-answered")), number(msg("viewmodel.assess-not-applicable"), 0.8F),
        number(msg("viewmodel.assess-open")),      number(msg("viewmodel.assess-carried"), 0.8F)};
    page.units.empty = say(msg("viewmodel.collect-nothing-asked"));
    // Children come after their parents: from the last to the first every sum is ready in time.
    std::map<std::uint32_t, UnitProgress> sums;
    for (const UnitProgress& own : progress)
      sums[own.unit] = own;
    for (auto each = progress.rbegin(); each != progress.rend(); ++each)
      if (const auto parent = study_.assessment->organisation.parent(each->unit))
        if (const auto above = sums.find(*parent); above != sums.end()) add(above->second, sums[each->unit]);
    for (const auto& [unit, depth] : tree_of(study_.assessment->organisation, desk_.unit()))
      if (const auto sum = sums.find(unit); sum != sums.end() && sum->second.asked > 0)
        add_unit(page, unit, depth, sum->second);
  }

  static void add(UnitProgress& to, const UnitProgress& more) {
    to.asked += more.asked;
    to.answered += more.answered;
    to.not_applicable += more.not_applicable;
    to.open += more.open;
    to.carried_over += more.carried_over;
  }

  void add_unit(CollectPage& page, std::uint32_t unit, int depth, const UnitProgress& sum) const {
    const Unit& record = study_.units()[unit];
    page.units.rows.push_back({"collect.unit." + record.id.value,
                               {{name_of(record)},
                                {std::to_string(sum.asked)},
                                {std::to_string(sum.answered)},
                                {std::to_string(sum.not_applicable)},
                                {std::to_string(sum.open), sum.open > 0 ? Ink::kBelow : Ink::kMuted},
                                {std::to_string(sum.carried_over)}},
                               depth});
    page.row_units.push_back(unit);
  }

  void add_persons(CollectPage& page, const Progress& progress) const {
    page.persons.columns = {text(msg("viewmodel.collect-who"), 1.6F),
                            text(msg("viewmodel.assess-column-source")),
                            number(msg("viewmodel.collect-answers")), number(msg("viewmodel.collect-units")),
                            number(msg("viewmodel.assess-carried"), 0.8F)};
    page.persons.empty =
        say(progress.has_persons ? msg("viewmodel.collect-nobody") : msg("viewmodel.collect-too-many"));
    for (const PersonProgress& person : progress.persons)
      page.persons.rows.push_back(
          {"collect.person." + std::to_string(page.persons.rows.size()),
           {{person.name.empty() ? say(msg("viewmodel.collect-no-name")) : person.name,
             person.name.empty() ? Ink::kMuted : Ink::kText},
            {say(words_of(person.source))},
            {std::to_string(person.answers)},
            {std::to_string(person.units)},
            {std::to_string(person.carried_over)}},
           0});
  }

  void add_brought(CollectPage& page) {
    const auto known = desk_.known<Brought>("brought " + study_.assessment->record.id.value,
                                            [](Office& office) { return read_brought(office); });
    if (!known.value) return;
    add_waves(page, known.value->waves);
    add_measures(page, known.value->measures);
    page.history.columns = {text(msg("viewmodel.collect-action"), 3), text(msg("viewmodel.collect-time"))};
    const std::vector<LogEntry>& log = known.value->log;
    for (std::size_t i = 0; i < std::min(log.size(), kActionsShown); ++i) {
      const LogEntry& entry = log[i];
      const Ink ink = entry.undone || entry.kind == LogEntry::Kind::kUndo ? Ink::kMuted
                      : is_import(entry)                                  ? Ink::kAccent
                                                                          : Ink::kText;
      std::string said = log_line(entry, log, study_, words_);
      if (entry.undone) said += " · " + say(msg("viewmodel.collect-undone"));
      page.history.rows.push_back({"collect.action." + std::to_string(page.history.rows.size()),
                                   {{said, ink}, {time_of(entry), Ink::kMuted}},
                                   0});
    }
  }

  void add_waves(CollectPage& page, const std::vector<Wave>& waves) const {
    page.waves.columns = {text(msg("viewmodel.collect-file"), 1.6F), text(msg("viewmodel.collect-set"), 1.6F),
                          text(msg("viewmodel.collect-period")), number(msg("viewmodel.collect-responses"))};
    page.waves.empty = say(msg("viewmodel.collect-no-waves"));
    for (const Wave& wave : waves) {
      const auto set = study_.assessment->set_index(wave.set.value);
      page.waves.rows.push_back(
          {"collect.wave." + std::to_string(page.waves.rows.size()),
           {{wave.file_name},
            {set ? title_of(study_.assessment->sets[*set], 0, words_.lang()) : wave.set.value},
            {period_text(wave.period)},
            {std::to_string(wave.responses)}},
           0});
    }
  }

  /// A line per measured indicator.
  void add_measures(CollectPage& page, const std::vector<MeasureFigure>& measures) const {
    page.measures.columns = {text(msg("viewmodel.collect-measure"), 2.4F),
                             number(msg("viewmodel.collect-units")),
                             number(msg("viewmodel.collect-figures"))};
    page.measures.empty = say(msg("viewmodel.collect-no-measures"));
    struct Counted {
      std::map<UnitId, bool> units;
      std::size_t figures = 0;
    };
    std::map<Home, Counted> counted;
    for (const MeasureFigure& figure : measures) {
      Counted& of = counted[{figure.set, figure.indicator}];
      of.units[figure.unit] = true;
      ++of.figures;
    }
    for (const auto& [home, of] : counted) {
      const auto set = study_.assessment->set_index(home.first.value);
      const auto indicator = set ? study_.assessment->sets[*set].indicator(home.second.value) : std::nullopt;
      page.measures.rows.push_back(
          {"collect.measure." + std::to_string(page.measures.rows.size()),
           {{indicator ? study_.assessment->sets[*set].indicators[*indicator].ask.in(words_.lang())
                       : home.second.value},
            {std::to_string(of.units.size())},
            {std::to_string(of.figures)}},
           0});
    }
  }

  Desk& desk_;
  const Study& study_;
  const Catalogue& words_;
};

}  // namespace

CollectPage collect_page(Desk& desk) {
  if (desk.study()->assessment->sets.empty()) {
    CollectPage page;
    page.says = desk.text(msg("viewmodel.no-sets"));
    return page;
  }
  return Collect(desk).make();
}

void assess_unit(Desk& desk, std::uint32_t unit) {
  desk.choose_unit(unit);
  desk.go(Page::kAssess);
}

}  // namespace orienta::gui

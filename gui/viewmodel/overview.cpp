// SPDX-License-Identifier: MIT
#include "viewmodel/overview.hpp"

#include <algorithm>

#include "app/wording.hpp"
#include "viewmodel/lookups.hpp"
#include "viewmodel/phrases.hpp"
#include "viewmodel/profile_figure.hpp"
#include "viewmodel/units_figure.hpp"

namespace orienta::gui {
namespace {

constexpr std::size_t kGapsShown = 3;

class Overview {
 public:
  explicit Overview(Desk& desk)
      : desk_(desk), study_(*desk.study()), words_(desk.words()), unit_(desk.unit()), set_(desk.set()) {}

  OverviewPage make() {
    OverviewPage page;
    page.unit = name_of(study_.units()[unit_]);
    page.note = study_.assessment->info.note;
    for (std::size_t set = 0; set < study_.assessment->sets.size(); ++set)
      page.cards.push_back(card(set));
    if (study_.assessment->sets.empty()) return page;
    const auto change = change_since(desk_);
    page.profile = profile_figure(study_, set_, unit_, change.value.get(), words_);
    UnitsFigure units = units_figure(study_, set_, unit_, words_);
    page.units = std::move(units.figure);
    page.unit_cells = std::move(units.cells);
    add_gaps(page);
    add_changes(page, change);
    return page;
  }

 private:
  std::string say(const Message& message) const { return words_.text(message); }

  SetCard card(std::size_t set) const {
    const CriteriaSet& criteria = study_.assessment->sets[set];
    const SetScore& score = (*study_.scores)[set];
    SetCard card;
    card.set = set;
    card.title = title_of(criteria, 0, words_.lang());
    card.is_chosen = set == set_;
    if (score.failed) {
      for (const Problem& problem : score.failed->problems.kept())
        card.failed += (card.failed.empty() ? "" : "\n") + words_.text(problem);
      if (!score.result.units.empty()) card.lines.push_back(say(msg("viewmodel.as-stored")));
    }
    const NodeResult* result = study_.result(set, unit_, 0);
    if (result == nullptr) {
      if (score.failed) return card;
      card.figure_says = say(words_of(ResultState::kNotScored));
      return card;
    }
    if (result->index && !score.failed) card.why = Why{set, 0, study_.units()[unit_].id};
    card.completeness = say(msg("viewmodel.answered", {{"share", result->completeness}}));
    fill(card, criteria, *result);
    return card;
  }

  void fill(SetCard& card, const CriteriaSet& criteria, const NodeResult& result) const {
    if (!result.index) {
      card.figure = "–";
      card.figure_says = say(words_of(result.state));
      return;
    }
    const std::string index = index_text(result, words_);
    card.is_provisional = result.state == ResultState::kIncomplete;
    const auto says = [&](const Message& figure) {
      return card.is_provisional ? say(msg("viewmodel.figure-so-far", {{"figure", Argument(say(figure))},
                                                                       {"share", result.completeness}}))
                                 : say(figure);
    };
    if (result.level) {
      card.figure = level_text(result, words_);
      card.figure_says = says(msg("viewmodel.level"));
      card.lines.push_back(say(msg("viewmodel.index-is", {{"index", index}})));
      if (result.level_possible && *result.level_possible != *result.level)
        card.lines.push_back(say(msg("viewmodel.proven-possible",
                                     {{"proven", *result.level}, {"possible", *result.level_possible}})));
      add_ladder(card, criteria, result);
    } else {
      card.figure = index;
      card.figure_says = says(msg("viewmodel.index"));
    }
    if (const UnitResult* own = study_.unit_result(card.set, unit_); own != nullptr && !result.level)
      if (const auto weakest = weakest_words(criteria, *own)) card.lines.push_back(say(*weakest));
    if (result.share) card.lines.push_back(say(share_words(*study_.assessment, criteria, result)));
    if (const std::string range = range_text(result.ci_low, result.ci_high, words_); !range.empty())
      card.lines.push_back(say(msg("viewmodel.interval", {{"range", range}, {"n", result.n}})));
    if (const std::string range = range_text(result.index_low, result.index_high, words_); !range.empty())
      card.lines.push_back(say(msg("viewmodel.open-range", {{"range", range}})));
  }

  void add_ladder(SetCard& card, const CriteriaSet& criteria, const NodeResult& result) const {
    card.ladder.levels = static_cast<std::size_t>(result.of);
    card.ladder.proven = static_cast<std::size_t>(*result.level);
    card.ladder.possible = static_cast<std::size_t>(result.level_possible.value_or(*result.level));
    for (const Level& level : criteria.levels)
      card.ladder.tips.push_back(std::to_string(level.level) + " · " + level.title.in(words_.lang()) + "\n" +
                                 level.means.in(words_.lang()));
    const auto reached = std::ranges::find(criteria.levels, *result.level, &Level::level);
    if (reached != criteria.levels.end()) card.means = reached->title.in(words_.lang());
  }

  void add_gaps(OverviewPage& page) const {
    const auto known = gaps_for(desk_);
    if (!known.value) {
      page.gaps_empty =
          known.error ? words_.text(known.error->problems.kept().front()) : say(msg("viewmodel.working"));
      return;
    }
    for (const SetGaps& gaps : *known.value)
      if (gaps.set == set_ && !gaps.failed) add_gaps(page, gaps);
  }

  void add_gaps(OverviewPage& page, const SetGaps& gaps) const {
    const CriteriaSet& set = study_.assessment->sets[gaps.set];
    for (const Gap& gap : gaps.report.gaps) {
      if (page.gaps.size() == kGapsShown) break;
      if (gap.kind == ORIENTA_TARGET_LEVEL || gap.indicator != ORIENTA_NONE) continue;
      GapLine line;
      line.title = title_of(set, gap.node, words_.lang());
      const std::string target = display_number(gap.target, 0, words_.lang());
      line.from_to = say(
          gap.actual ? msg("viewmodel.actual-target",
                           {{"actual", display_number(*gap.actual, 0, words_.lang())}, {"target", target}})
                     : msg("viewmodel.only-target", {{"target", target}}));
      if (gap.effect) line.effect = change_text(gap.effect->index, words_, 1);
      // Of several units the mean may be above the target while some are below theirs.
      if (gap.of > 1)
        line.from_to += " · " + say(msg("viewmodel.results-units-below", {{"n", gap.below}, {"of", gap.of}}));
      const std::size_t blocks = blocked_by(gaps, gap.node);
      if (blocks > 0)
        line.blocks = gaps.next.size() > 1
                          ? say(msg("viewmodel.blocks-units", {{"n", blocks}, {"of", gaps.next.size()}}))
                          : say(msg("viewmodel.blocks"));
      line.why = {gaps.set, gap.node, study_.units()[unit_].id};
      page.gaps.push_back(std::move(line));
    }
    if (!gaps.report.now.index)
      page.gaps_empty = say(msg("viewmodel.no-result-yet"));
    else if (page.gaps.empty())
      page.gaps_empty = say(gaps.report.has_targets ? msg("viewmodel.no-gaps") : msg("viewmodel.no-targets"));
    if (gaps.next.size() == 1 && gaps.next.front().unit == unit_ && !gaps.next.front().to_settle.empty())
      page.settles = say(msg("viewmodel.settles", {{"n", gaps.next.front().to_settle.size()}}));
  }

  void add_changes(OverviewPage& page, const Known<Comparison>& change) const {
    const auto before = assessment_before(study_);
    if (!before) {
      page.changes_title = say(msg("viewmodel.changes"));
      page.changes.push_back(say(msg("viewmodel.first-assessment")));
      return;
    }
    const auto named = std::ranges::find(study_.all, *before, &Assessment::id);
    page.changes_title = say(msg("viewmodel.changed-since", {{"before", period_text(named->period)}}));
    if (!change.value) {
      page.changes.push_back(say(msg("viewmodel.working")));
      return;
    }
    for (const SetChange& set : change.value->sets) {
      const auto index = study_.assessment->set_index(set.set.value);
      if (!index || set.nodes.empty()) continue;
      page.changes.push_back(change_line(study_.assessment->sets[*index], set.nodes.front()));
    }
  }

  /// "Levels of service: index +4, level 1 → 2; 31 answered anew, 40 carried over"
  std::string change_line(const CriteriaSet& set, const NodeChange& node) const {
    std::string line = title_of(set, 0, words_.lang()) + ": ";
    if (!node.first.index || !node.second.index) return line + say(msg("viewmodel.not-comparable"));
    line += say(msg("viewmodel.index-change",
                    {{"change", change_text(*node.second.index - *node.first.index, words_, 1)}}));
    if (node.like_for_like)
      line += ", " +
              say(msg("viewmodel.like-for-like", {{"change", change_text(*node.like_for_like, words_, 1)}}));
    if (node.first.level && node.second.level && node.first.level != node.second.level)
      line += ", " + say(msg("viewmodel.level-change",
                             {{"before", *node.first.level}, {"after", *node.second.level}}));
    if (node.first.share && node.second.share)
      line += ", " + say(msg("viewmodel.share-change",
                             {{"before", *node.first.share}, {"after", *node.second.share}}));
    return line;
  }

  Desk& desk_;
  const Study& study_;
  const Catalogue& words_;
  std::uint32_t unit_;
  std::size_t set_;
};

}  // namespace

OverviewPage overview_page(Desk& desk) {
  return Overview(desk).make();
}

}  // namespace orienta::gui

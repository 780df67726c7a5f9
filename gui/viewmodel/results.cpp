// SPDX-License-Identifier: MIT
#include "viewmodel/results.hpp"

#include <algorithm>
#include <map>

#include "app/gap_words.hpp"
#include "app/wording.hpp"
#include "viewmodel/lookups.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

/// So many names are read before they become a list to search.
constexpr std::size_t kMostNames = 9;
constexpr std::size_t kMostBars = 12;

class Results {
 public:
  explicit Results(Desk& desk)
      : desk_(desk), study_(*desk.study()), words_(desk.words()), unit_(desk.unit()), set_(desk.set()) {}

  ResultsPage make() {
    page_.tabs = set_tabs(desk_);
    const SetScore& score = (*study_.scores)[set_];
    if (score.failed) {
      page_.failed = text_of(*score.failed);
      return std::move(page_);
    }
    page_.nodes = nodes_grid(study_, set_, unit_, words_, page_.node_rows);
    page_.can_answer = study_.is_open();
    const auto known = gaps_for(desk_);
    if (!known.value) {
      page_.gaps_empty = known.error ? text_of(*known.error) : say(msg("viewmodel.working"));
      page_.next_note = page_.gaps_empty;
      page_.next_title = say(msg("viewmodel.results-next"));
      return std::move(page_);
    }
    for (const SetGaps& gaps : *known.value)
      if (gaps.set == set_) add(gaps);
    return std::move(page_);
  }

 private:
  std::string say(const Message& message) const { return words_.text(message); }
  std::string text_of(const Error& error) const {
    std::string text;
    for (const Problem& problem : error.problems.kept())
      text += (text.empty() ? "" : "\n") + words_.text(problem);
    return text;
  }
  const CriteriaSet& set() const { return study_.assessment->sets[set_]; }
  NamedWhy named(std::uint32_t node, std::string says = {}) const {
    return {title_of(set(), node, words_.lang()), std::move(says), {set_, node, study_.units()[unit_].id}};
  }

  void add(const SetGaps& gaps) {
    if (gaps.failed) {
      page_.failed = text_of(*gaps.failed);
      return;
    }
    page_.head = say(gap_head_words(*study_.assessment, gaps, unit_));
    page_.gaps = gaps_figure(study_, gaps, unit_, kMostBars, words_);
    page_.matrix = matrix_figure(study_, gaps, unit_, words_);
    if (!gaps.report.now.index)
      page_.gaps_empty = say(msg("viewmodel.nothing-answered"));
    else if (!gaps.report.has_targets)
      page_.gaps_empty = say(msg("viewmodel.no-targets"));
    else if (gaps.report.gaps.empty())
      page_.gaps_empty = say(msg("viewmodel.no-gaps"));
    if (gaps.next.size() == 1)
      add_next(gaps.next.front());
    else
      add_next_of_units(gaps);
  }

  /// The unit stands for itself, or one other stands for it.
  void add_next(const NextLevel& next) {
    page_.next_title = say(msg("viewmodel.results-next"));
    if (!next.proven) {
      page_.next_note = say(msg("viewmodel.results-no-ladder"));
    } else if (!next.next) {
      page_.next_note = say(msg("viewmodel.results-on-top"));
    } else {
      page_.next_title = say(msg("viewmodel.results-next-level", {{"level", *next.next}}));
      const auto& names = next.blocking.empty() ? next.together : next.blocking;
      for (const std::uint32_t node : names)
        page_.next.push_back(named(node, standing(node)));
      if (!next.blocking.empty())
        page_.next_note = say(msg("viewmodel.results-each-blocks", {{"n", names.size()}}));
      else if (!names.empty())
        page_.next_note = say(msg("viewmodel.results-together"));
      if (next.is_more_needed) page_.next_note += " " + say(msg("app.more-needed"));
    }
    if (next.to_settle.empty()) return;
    page_.settle_title = say(settle_words(next));
    for (const std::uint32_t indicator : next.to_settle) {
      const Indicator& asked = set().indicators[indicator];
      page_.settle.push_back({asked.ask.in(words_.lang()),
                              title_of(set(), set().node_of_criterion(asked.criterion), words_.lang()),
                              {set_, indicator}});
    }
  }

  /// "index 25", or why there is none.
  std::string standing(std::uint32_t node) const {
    const NodeResult* const result = study_.has_every_node ? study_.result(set_, unit_, node) : nullptr;
    if (result == nullptr) return "";
    return result->index ? say(msg("viewmodel.index-is", {{"index", index_text(*result, words_)}}))
                         : index_text(*result, words_);
  }

  /// Others stand for the unit: which criteria keep how many of them back.
  void add_next_of_units(const SetGaps& gaps) {
    page_.next_title = say(msg("viewmodel.results-next"));
    if (gaps.next.empty()) {
      page_.next_note = say(gaps.report.units.empty() ? msg("viewmodel.nothing-answered")
                                                      : msg("viewmodel.results-too-many"));
      return;
    }
    std::map<std::uint32_t, std::size_t> held;
    bool has_ladder = false;
    for (const NextLevel& next : gaps.next) {
      has_ladder = has_ladder || next.proven;
      for (const std::uint32_t node : next.blocking)
        ++held[node];
    }
    std::vector<std::pair<std::uint32_t, std::size_t>> order(held.begin(), held.end());
    std::ranges::stable_sort(order, std::greater(), [](const auto& each) { return each.second; });
    for (const auto& [node, count] : order) {
      if (page_.next.size() == kMostNames) break;
      page_.next.push_back(
          named(node, say(msg("viewmodel.results-blocks-units", {{"n", count}, {"of", gaps.next.size()}}))));
    }
    page_.next_note = say(!has_ladder          ? msg("viewmodel.results-no-ladder")
                          : page_.next.empty() ? msg("viewmodel.results-none-alone")
                                               : msg("viewmodel.results-alone"));
  }

  Desk& desk_;
  const Study& study_;
  const Catalogue& words_;
  std::uint32_t unit_;
  std::size_t set_;
  ResultsPage page_;
};

}  // namespace

ResultsPage results_page(Desk& desk) {
  return Results(desk).make();
}

}  // namespace orienta::gui

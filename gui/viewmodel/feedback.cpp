// SPDX-License-Identifier: MIT
#include "viewmodel/feedback.hpp"

#include <algorithm>

#include "app/wording.hpp"
#include "viewmodel/feedback_figures.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

using charts::Ink;

/// The index is shown only where it is the headline: figures and named statistics say more.
bool is_shown(const Scale& scale, const NamedStatistic& statistic) {
  if (scale.is_measure()) return statistic.name != "index";
  return statistic.name == scale.headline ||
         std::ranges::find(scale.statistics, statistic.name, &Statistic::id) != scale.statistics.end();
}

class Questions {
 public:
  Questions(const CriteriaSet& set, const Catalogue& words, FeedbackPage& page)
      : set_(set), words_(words), page_(page) {
    page.questions.columns = {{words.text(msg("viewmodel.feedback-question")), false, 3.6F, {}},
                              {words.text(msg("app.column-source")), false, 1.2F, {}},
                              {words.text(msg("app.column-statistic")), false, 2.2F, {}},
                              {words.text(msg("app.column-value")), true, 0.9F, {}},
                              {words.text(msg("viewmodel.interval-key")), true, 1.2F, {}},
                              {words.text(msg("app.column-n")), true, 0.6F, {}}};
    page.questions.empty = words.text(msg("viewmodel.feedback-nothing"));
  }

  void add(const SourceFigures& figures) {
    if (figures.state == ORIENTA_STATE_WITHHELD)
      return row(figures, {{words_.text(words_of_state(figures.state)), Ink::kMuted}, {}, {}, {}});
    if (figures.state != ORIENTA_STATE_VALUE) return;
    const Scale& scale = set_.scales[set_.indicators[figures.indicator].scale];
    bool any = false;
    for (const NamedStatistic& statistic : figures.statistics) {
      if (!is_shown(scale, statistic)) continue;
      any = true;
      const std::string title =
          scale.is_measure() ? words_.text(msg("viewmodel.org-figure"))
                             : words_.text(msg("viewmodel.feedback-statistic",
                                               {{"title", title_of_statistic(scale, statistic.name)}}));
      row(figures,
          {{title, Ink::kMuted},
           {statistic_text(scale, statistic, words_)},
           {range_text(statistic.low, statistic.high, words_, digits_of(scale, statistic)), Ink::kMuted},
           {std::to_string(figures.n), Ink::kMuted}});
    }
    if (!any && figures.value)
      row(figures, {{words_.text(msg("viewmodel.index")), Ink::kMuted},
                    {display_number(100 * *figures.value, 0, words_.lang())},
                    {},
                    {std::to_string(figures.n), Ink::kMuted}});
  }

 private:
  static int digits_of(const Scale& scale, const NamedStatistic& statistic) {
    if (scale.is_measure()) return 1;
    return statistic.name == "mean" ? 2 : 0;
  }

  void row(const SourceFigures& figures, std::vector<GridCell> cells) {
    const Indicator& indicator = set_.indicators[figures.indicator];
    cells.insert(cells.begin(),
                 {{indicator.ask.in(words_.lang())}, {words_.text(words_of(figures.source)), Ink::kMuted}});
    page_.questions.rows.push_back(
        {"question." + std::to_string(page_.questions.rows.size()), std::move(cells), 0});
    page_.indicators.push_back(figures.indicator);
  }

  const CriteriaSet& set_;
  const Catalogue& words_;
  FeedbackPage& page_;
};

Grid csi_grid(const CriteriaSet& set, const UnitFigures& figures, const Catalogue& words) {
  Grid grid;
  grid.columns = {
      {words.text(msg("viewmodel.feedback-criterion")), false, 3, {}},
      {words.text(msg("viewmodel.feedback-csi")), true, 1, words.text(msg("viewmodel.feedback-csi-tip"))}};
  for (std::size_t c = 0; c < figures.csi.size(); ++c) {
    const bool asks_clients = std::ranges::any_of(set.indicators, [&](const Indicator& indicator) {
      return indicator.criterion == c && indicator.answered_by.has(Source::kClient);
    });
    if (!figures.csi[c] || !asks_clients) continue;
    const auto node = set.node_of_criterion(c);
    grid.rows.push_back(
        {"csi." + set.node_id(node),
         {{title_of(set, node, words.lang())}, {display_number(*figures.csi[c], 0, words.lang())}},
         0});
  }
  return grid;
}

/// The unit and those directly below it, as far as a chart can show them.
std::vector<std::uint32_t> unit_and_below(const Study& study, std::uint32_t unit) {
  constexpr std::size_t kMost = 24;
  std::vector<std::uint32_t> units{unit};
  for (const std::uint32_t child : study.assessment->organisation.children(unit))
    if (units.size() <= kMost) units.push_back(child);
  return units;
}

Known<std::vector<UnitFigures>> figures_known(Desk& desk) {
  const Study& study = *desk.study();
  const std::string set = study.assessment->sets[desk.set()].id.value;
  const auto units = unit_and_below(study, desk.unit());
  return desk.known<std::vector<UnitFigures>>(
      "figures " + set + " " + study.units()[desk.unit()].id.value, [set, units](Office& office) {
        const auto place = office.assessment().set_index(set);
        return place ? figures_of(office.project(), office.assessment(), *place, units)
                     : Result<std::vector<UnitFigures>>(failure(place.error()));
      });
}

/// The charts of the question that was chosen, else of the first one.
void add_question(Desk& desk, const std::vector<UnitFigures>& units, std::optional<std::uint32_t> question,
                  FeedbackPage& page) {
  const bool is_there = question && std::ranges::find(page.indicators, *question) != page.indicators.end();
  const std::uint32_t chosen = is_there ? *question : page.indicators.front();
  page.chosen = desk.study()->assessment->sets[desk.set()].indicators[chosen].ask.in(desk.lang());
  page.distribution = distribution_figure(desk, units, chosen);
  page.trend = question_trend_figure(desk, units.front(), chosen);
  page.profile = segment_figure(desk, chosen);
}

}  // namespace

std::string statistic_text(const Scale& scale, const NamedStatistic& statistic, const Catalogue& words) {
  if (scale.is_measure()) {
    const bool whole = scale.measure->digits == 0 && statistic.name != "mean" && statistic.name != "rate";
    return with_unit(display_number(statistic.value, whole ? 0 : 1, words.lang()), scale.measure->unit);
  }
  const auto named = std::ranges::find(scale.statistics, statistic.name, &Statistic::id);
  if (named == scale.statistics.end())
    return display_number(statistic.value, statistic.name == "index" ? 0 : 2, words.lang());
  if (named->kind == Statistic::Kind::kNet) return change_text(statistic.value, words);
  return per_cent(statistic.value / 100, words);
}

FeedbackPage feedback_page(Desk& desk, std::optional<std::uint32_t> question) {
  const Study& study = *desk.study();
  FeedbackPage page;
  page.unit = name_of(study.units()[desk.unit()]);
  page.tabs = set_tabs(desk);
  if (study.assessment->sets.empty()) {
    page.says = desk.text(msg("viewmodel.no-sets"));
    return page;
  }
  const auto known = figures_known(desk);
  page.people = people_part(desk, known.value.get());
  if (!known.value || known.value->empty()) {
    page.says = known.error ? desk.text(msg("viewmodel.cannot-read")) : desk.text(msg("viewmodel.working"));
    return page;
  }
  const CriteriaSet& set = study.assessment->sets[desk.set()];
  const UnitFigures& own = known.value->front();
  Questions questions(set, desk.words(), page);
  for (const SourceFigures& figures : own.sources)
    questions.add(figures);
  page.csi = csi_grid(set, own, desk.words());
  page.bands = bands_figure(desk, own);
  page.index_trend = index_trend_figure(desk);
  if (!page.indicators.empty()) add_question(desk, *known.value, question, page);
  return page;
}

}  // namespace orienta::gui

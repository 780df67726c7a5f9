// SPDX-License-Identifier: MIT
// Feedback & people: what people said and what was measured for the chosen unit and set, question by
// question. The charts are in feedback_figures.hpp, roles in people.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/figures.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"
#include "viewmodel/grid.hpp"
#include "viewmodel/people.hpp"
#include "viewmodel/set_tabs.hpp"

namespace orienta::gui {

struct FeedbackPage {
  std::string unit;
  std::vector<SetTab> tabs;
  Grid questions;                         ///< a row per question, source and statistic
  std::vector<std::uint32_t> indicators;  ///< by row
  std::string chosen;                     ///< the question that the charts below are about
  Grid csi;                               ///< by criterion; no rows: the set has none
  std::optional<Figure> distribution;     ///< by unit and source, of a question with answers to choose
  std::optional<Figure> trend;            ///< of the question
  std::optional<Figure> profile;          ///< of the question by hour, weekday, channel
  std::optional<Figure> bands;            ///< all measured figures of the set
  std::optional<Figure> index_trend;      ///< of the set's index
  PeoplePart people;
  std::string says;  ///< being read, or why not
};

/// `question`: the row that was clicked, as an index of the indicator; nothing: the first with answers.
FeedbackPage feedback_page(Desk& desk, std::optional<std::uint32_t> question);

/// The value of the statistic as people say it: "+13", "4.2", "26 hours".
std::string statistic_text(const Scale& scale, const NamedStatistic& statistic, const Catalogue& words);

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
// Assess: the questions of a set for a unit on the left, one of them on the right, its answer saved at once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "viewmodel/desk.hpp"
#include "viewmodel/grid.hpp"
#include "viewmodel/question_card.hpp"
#include "viewmodel/questions.hpp"

namespace orienta::gui {

enum class AssessFilter : std::uint8_t { kAll, kOpen, kNotApplicable, kBelow, kCarriedOver };

struct FilterChoice {
  AssessFilter filter = AssessFilter::kAll;
  std::string name;  ///< of the widget: "assess.filter.open"
  std::string text;  ///< "Open 12"
  bool is_chosen = false;
};

/// What the user looks at. Whoever changes it counts `revision` up.
struct AssessState {
  std::uint64_t revision = 0;
  AssessFilter filter = AssessFilter::kAll;
  std::string find;
  std::map<std::string, std::uint32_t> chosen;  ///< indicator by set
  std::optional<Source> source;                 ///< whose view is entered, where the question asks it
  AnswerDraft draft;
};

struct AssessPage {
  std::string unit;
  std::string level;       ///< of the set for the unit: "2 of 7", or its index
  std::string level_says;  ///< "index 46 · proven 2, possible 3 · 91 % answered"
  std::string no_input;    ///< why nothing can be answered; empty: it can
  std::string says;        ///< instead of questions: working, or why there are none
  std::vector<FilterChoice> filters;
  Grid list;  ///< rows of dimensions and of their questions
  std::vector<std::optional<std::uint32_t>> row_indicator;
  std::optional<std::size_t> chosen_row;
  std::vector<std::uint32_t> open_next;  ///< the order in which Enter goes on: indicators
  std::optional<QuestionCard> card;
};

/// The page for what the desk has chosen. Takes the question that another page sent the user to. Only with a
/// study.
AssessPage assess_page(Desk& desk, AssessState& state);

void choose_indicator(const Desk& desk, AssessState& state, std::uint32_t indicator);
void choose_source(AssessState& state, Source source);
/// The row above (-1) or below (1) in the list.
void step(const Desk& desk, AssessState& state, const AssessPage& page, int by);
/// The next one that waits: of those that are listed when a filter is on, else the next open one; from the
/// first again after the last.
void go_on(const Desk& desk, AssessState& state, const AssessPage& page);

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
// What a unit is asked in a set, and how each question stands.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "answers/tallying.hpp"
#include "viewmodel/desk.hpp"

namespace orienta::gui {

/// All that was answered for a unit, as far as a set sees it.
struct UnitAnswers {
  Readings readings;                    ///< as scoring sees them: with surveys, measures, what is inherited
  std::vector<Home> homes;              ///< by indicator: where its answers are kept
  std::vector<Answer> answers;          ///< of the unit, by key
  std::vector<MeasureFigure> measures;  ///< of the unit
  std::vector<Answer> before;           ///< of the unit in the assessment before
  std::vector<std::pair<std::uint32_t, std::vector<Answer>>> above;  ///< of the units above, nearest first
  std::map<PersonId, std::string> persons;
};

/// Of the chosen unit and set.
Known<UnitAnswers> unit_answers(Desk& desk);

/// The answers to an indicator among `answers`, from whatever source.
std::vector<const Answer*> answers_to(const std::vector<Answer>& answers, const Home& home);

enum class Mark : std::uint8_t { kOpen, kAnswered, kNotApplicable, kDontKnow, kWithheld };

struct Question {
  std::uint32_t indicator = 0;
  Mark mark = Mark::kOpen;
  bool is_carried_over = false;  ///< one of its answers is from before and was not looked at again
  bool is_below = false;         ///< its own target, or the one of its criterion
  bool is_inherited = false;     ///< what counts is the answer of a unit above
  bool is_asked_here = true;     ///< false: only a unit above is asked
};

/// Why the set asks a unit nothing; or nothing.
std::optional<Message> not_asked(const Study& study, std::size_t set, std::uint32_t unit);

/// The questions that concern a unit, in the set's order: of the criteria that apply to its kind and that its
/// role requires; where the set does not score its kind, those whose answers it hands down.
std::vector<Question> questions_of(const Study& study, std::size_t set, std::uint32_t unit,
                                   const UnitAnswers& known);

}  // namespace orienta::gui

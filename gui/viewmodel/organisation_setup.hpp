// SPDX-License-Identifier: MIT
// The sets of the assessment that is looked at, and the assessments of the project.
#pragma once

#include <string>
#include <vector>

#include "viewmodel/desk.hpp"
#include "viewmodel/grid.hpp"

namespace orienta::gui {

struct SetsCard {
  struct Used {
    std::string id;
    std::string title;
    std::string about;     ///< version, questions, minutes
    std::string question;  ///< what removing it means
  };
  std::vector<Used> used;
  std::vector<std::string> others;  ///< ids of sets that were found and are not used, readable ones
  std::vector<std::string> other_titles;
  std::string says;  ///< instead of `others`: they are being looked for, or all are used
};

SetsCard sets_card(Desk& desk);
/// As one action each; what cannot be done becomes a dialog. Remarks on the set are shown in one too.
void use_set(Desk& desk, const std::string& id);
void drop_set(Desk& desk, const std::string& id);

struct AssessmentsCard {
  Grid grid;                     ///< in the order they were made
  std::vector<std::string> ids;  ///< by row
  std::size_t chosen = 0;        ///< the row that is looked at
  std::string next_period;       ///< what follows the newest one, as everywhere: "2027 H1"
  std::string close_question;    ///< what closing the one that is looked at means
  bool can_make = false;
  bool can_close = false;
};

AssessmentsCard assessments_card(const Desk& desk);
/// The day as of which an assessment of the period looks at things: today, or the period's day nearest to it;
/// empty where the text is no period.
std::string default_as_of(const std::string& period);
/// `period` and `as_of` as people write them; the new assessment is looked at then.
void new_assessment(Desk& desk, const std::string& period, const std::string& as_of, bool carry_over);
void close_looked_at(Desk& desk);

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
// Part of a question's card: what other sources, people, figures and surveys say.
#pragma once

#include <string>
#include <vector>

#include "viewmodel/question_card.hpp"

namespace orienta::gui {

struct OthersOf {
  const Catalogue& words;
  const UnitAnswers& known;
  const Question& question;
  const Scale& scale;
  const std::vector<const Answer*>& given;  ///< to the question, of this unit
};

/// Fills the table of other views (the card's own answer left out) and how far the sources are apart.
void add_others(const OthersOf& of, QuestionCard& card);

/// The person's name, or empty.
std::string name_in(const UnitAnswers& known, const PersonId& id);

}  // namespace orienta::gui

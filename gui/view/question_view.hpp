// SPDX-License-Identifier: MIT
// One question: its answers to choose, and what belongs to them.
#pragma once

#include "view/ui.hpp"
#include "viewmodel/assess.hpp"

namespace orienta::gui {

class QuestionView {
 public:
  void draw(Ui& ui, const QuestionCard& card, AssessState& state);
  /// Letters and digits that answer; not to be called while the keyboard belongs to an input.
  void take_keys(Ui& ui, const QuestionCard& card, AssessState& state);
  /// The question was come to by keyboard: a figure can be typed at once.
  void arrive() { has_arrived_ = true; }

 private:
  void text(Ui& ui, const QuestionCard& card);
  void sources(Ui& ui, const QuestionCard& card, AssessState& state);
  void answers(Ui& ui, const QuestionCard& card, AssessState& state);
  void figure(Ui& ui, const QuestionCard& card, AssessState& state);
  void buttons(Ui& ui, const QuestionCard& card, AssessState& state);
  void details(Ui& ui, const QuestionCard& card, AssessState& state);
  void evidence(Ui& ui, const QuestionCard& card, AssessState& state);

  bool has_arrived_ = false;
  bool focuses_reason_ = false;
};

}  // namespace orienta::gui

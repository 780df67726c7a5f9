// SPDX-License-Identifier: MIT
// What stands below the units: targets of the chosen one, sets in use, assessments.
#pragma once

#include <string>

#include "view/confirm.hpp"
#include "viewmodel/organisation_setup.hpp"
#include "viewmodel/organisation_targets.hpp"

namespace orienta::gui {

class OrganisationCards {
 public:
  void draw(Ui& ui, bool can_change, Confirm& confirm);

 private:
  void targets(Ui& ui, bool can_change);
  void new_target(Ui& ui, const TargetsCard& card);
  void sets(Ui& ui, bool can_change, Confirm& confirm);
  void assessments(Ui& ui, Confirm& confirm);
  void new_assessment_form(Ui& ui);

  Cached<TargetsCard> targets_;
  Cached<SetsCard> sets_;
  Cached<AssessmentsCard> assessments_;
  std::optional<std::size_t> target_row_;  ///< that was clicked
  std::size_t place_ = 0;
  std::size_t figure_ = 0;
  std::size_t whom_ = 0;
  std::string figure_text_;
  std::size_t other_set_ = 0;
  bool is_making_ = false;
  std::string period_;
  std::string as_of_;
  bool carry_over_ = true;
};

}  // namespace orienta::gui

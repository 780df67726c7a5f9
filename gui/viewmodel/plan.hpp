// SPDX-License-Identifier: MIT
// Plan: what the set's improvements take and bring; tick some, see the projected result. Nothing is written.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/plan.hpp"
#include "viewmodel/figure.hpp"
#include "viewmodel/set_tabs.hpp"

namespace orienta::gui {

/// What the user is trying for a unit and a set, kept while the dashboard runs.
struct PlanChoice {
  Chosen chosen;
  std::map<std::uint32_t, double> raises;  ///< criterion nodes and their ratings in [0, 1]
  /// The last result that was found: shown until its successor is there.
  std::shared_ptr<const BeforeAfter> last;

  bool empty() const;
};

/// One improvement, those with the greatest effect per day first.
struct PlanLine {
  std::uint32_t improvement = 0;  ///< index into the set's
  std::string name;               ///< of the widget: "plan.standards-book"
  std::string title;
  std::string effort;  ///< "10 … 40 days, likely 20"
  std::string effect;  ///< "+3.1, 0.14 a day", or empty while it is looked for
  std::string needs;   ///< "first: …", or empty
  std::string raises;  ///< what it raises, for the tip
  bool is_chosen = false;
};

/// One criterion to raise by hand.
struct RaiseLine {
  std::uint32_t node = 0;
  std::string name;  ///< of the widget: "plan.raise.concept"
  std::string title;
  std::string now;                   ///< "index 25", "open"
  std::vector<std::string> choices;  ///< as it is, then each of raise_steps()
  std::size_t chosen = 0;
};

struct PlanPage {
  std::vector<SetTab> tabs;
  std::string failed;
  std::string empty;  ///< said where the set has no improvements: what to do
  std::vector<PlanLine> lines;
  std::vector<RaiseLine> raises;
  bool can_clear = false;

  std::string effort;               ///< "54 days, in 9 of 10 cases 42 … 66"
  std::string effort_tip;           ///< the formula
  std::string figure;               ///< "3 of 7", "58": with the plan
  std::string figure_says;          ///< "level, now 2 of 7"
  std::vector<std::string> result;  ///< index, share, possible
  Figure dimensions;                ///< after against before and target
  std::string note;                 ///< that nothing is written; or what is being worked out
};

/// The ratings that a criterion can be raised to, rising.
const std::vector<double>& raise_steps();

/// Only with a study that has sets. `choice` belongs to the chosen unit and set; its `last` is brought up to
/// date.
PlanPage plan_page(Desk& desk, PlanChoice& choice);

/// Ticks with all that comes first, or unticks with all that needs it.
void tick(const CriteriaSet& set, PlanChoice& choice, std::uint32_t improvement, bool chosen);
/// `step` 0: as it is; else raise_steps()[step - 1].
void raise(PlanChoice& choice, std::uint32_t node, std::size_t step);

}  // namespace orienta::gui

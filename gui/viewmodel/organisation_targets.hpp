// SPDX-License-Identifier: MIT
// The targets that hold for the chosen unit, where each comes from, and setting others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/targets.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/grid.hpp"

namespace orienta::gui {

/// What a target can be set on: a set, dimension, criterion or indicator.
struct TargetPlace {
  std::string title;  ///< indented by its depth
  std::string set;
  std::string node;
  bool can_have_level = false;
  bool can_have_value = false;
  bool operator==(const TargetPlace&) const = default;
};

enum class TargetFigure { kLevel, kIndex, kValue };
enum class TargetFor { kUnit, kKind, kRole, kAll };

struct TargetsCard {
  std::string title;
  Grid held;
  /// By row: what removes it; nothing where it is the set's own or required of the role.
  std::vector<std::optional<TargetOrder>> removes;
  std::vector<TargetPlace> places;
  std::vector<TargetFor> whom;
  std::vector<std::string> whom_titles;
};

TargetsCard targets_card(const Desk& desk);

/// The figures a target on that place can have.
std::vector<TargetFigure> figures_of(const TargetPlace& place);
std::string title_of(TargetFigure figure, const Catalogue& words);

/// As one action each; what cannot be done becomes a dialog.
void set_target_of(Desk& desk, const TargetPlace& place, TargetFigure figure, std::string text,
                   TargetFor whom);
void remove_target_of(Desk& desk, const TargetOrder& order);

}  // namespace orienta::gui

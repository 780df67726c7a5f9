// SPDX-License-Identifier: MIT
// Organisation: the units of the assessment that is looked at, changed one field at a time. What stands
// beside them: organisation_setup.hpp (sets, assessments) and organisation_targets.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/unit_edit.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/grid.hpp"

namespace orienta::gui {

/// The columns of the table of units.
enum class UnitColumn : std::uint8_t { kName, kKind, kWeight, kRole, kPopulation, kScope, kTargets };

/// All units as a table, depth first. It costs a moment with 10,000 of them, and changes only with the study
/// and the language: whoever shows it keeps it meanwhile.
struct UnitsTable {
  Grid grid;
  std::vector<std::uint32_t> units;  ///< by row: index in the organisation
  std::vector<std::size_t> rows;     ///< by unit: the row
};
UnitsTable units_table(const Study& study, const Catalogue& words);

/// The fields of the chosen unit as they can be changed.
struct UnitFields {
  UnitId id;
  std::string name;
  std::string weight;
  std::string population;  ///< empty: unknown
  std::size_t kind = 0;    ///< of OrganisationPage::kinds
  std::size_t role = 0;    ///< of OrganisationPage::roles
  bool in_scope = true;
};

struct OrganisationPage {
  std::string title;
  std::string note;         ///< how many units, and why nothing can be changed where that is so
  bool can_change = false;  ///< the assessment is open and the file may be written
  UnitFields unit;
  std::string unit_title;
  std::string remove_question;  ///< what removing the chosen unit takes along
  std::vector<std::string> kinds;
  std::vector<std::string> roles;  ///< the first one is none
};

/// Only with a study.
OrganisationPage organisation_page(Desk& desk);

// Each is one action. What cannot be done becomes a dialog.
void rename_unit(Desk& desk, const UnitId& unit, const std::string& name);
void change_weight(Desk& desk, const UnitId& unit, const std::string& weight);
void change_population(Desk& desk, const UnitId& unit, const std::string& population);
void change_kind(Desk& desk, const UnitId& unit, std::size_t kind);
void change_role(Desk& desk, const UnitId& unit, std::size_t role);
void change_scope(Desk& desk, const UnitId& unit, bool in_scope);
/// A new one below the unit, of the kind that the units there have.
void add_unit_below(Desk& desk, const UnitId& parent);
void remove_unit(Desk& desk, const UnitId& unit);
/// `to`: the new parent, by index in the organisation.
void move_unit(Desk& desk, const UnitId& unit, std::uint32_t to);
void shift_unit(Desk& desk, const UnitId& unit, Shift shift);

}  // namespace orienta::gui

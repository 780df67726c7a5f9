// SPDX-License-Identifier: MIT
#include "viewmodel/organisation.hpp"

#include <algorithm>

#include "view/organisation_cards.hpp"
#include "view/page_view.hpp"

namespace orienta::gui {
namespace {

/// What the cards below the table need, so that both fit on a small screen.
constexpr float kBelowTable = 380;
constexpr float kLeastTable = 220;

class OrganisationView : public PageView {
 public:
  void draw(Ui& ui) override {
    const OrganisationPage& page = page_.get(ui.desk().stamp(), [&] {
      OrganisationPage made = organisation_page(ui.desk());
      fields_ = made.unit;
      return made;
    });
    ui.label(page.title, TextSize::kTitle, Ink::kText, ui.width_left());
    ui.label(page.note, TextSize::kCaption, Ink::kMuted, ui.width_left());
    ui.space(kSmallGap);
    const float rows = kRowHeight * static_cast<float>(units_of(ui.desk()).units.size() + 1);
    const float height = std::min(rows + kSmallGap, std::max(kLeastTable, ui.height_left() - kBelowTable));
    ui.card("organisation.units-card", {}, [&] { units(ui, page, height); });
    ui.space(kGap);
    cards_.draw(ui, page.can_change, confirm_);
    ui.space(kGap);
    confirm_.draw(ui);
  }

 private:
  void units(Ui& ui, const OrganisationPage& page, float height) {
    Desk& desk = ui.desk();
    const UnitsTable& table = units_of(desk);
    const std::size_t chosen = table.rows[desk.unit()];
    Ui::CellEditor editor;
    if (page.can_change)
      editor = [&](std::size_t column, float width) {
        return cell(ui, page, static_cast<UnitColumn>(column), width);
      };
    if (const auto row = ui.grid("organisation.units", table.grid, height, chosen, editor))
      desk.choose_unit(table.units[*row]);
    if (!page.can_change) return;
    ui.space(kSmallGap);
    buttons(ui, page, table);
  }

  /// The table is kept while study and language stay: making it costs a moment with 10,000 units.
  const UnitsTable& units_of(Desk& desk) {
    if (table_of_ != desk.study_shared() || table_lang_ != desk.lang()) {
      table_of_ = desk.study_shared();
      table_lang_ = desk.lang();
      table_ = units_table(*table_of_, desk.words());
      parents_.clear();
      for (std::size_t row = 0; row < table_.units.size(); ++row)
        parents_.push_back(std::string(static_cast<std::size_t>(table_.grid.rows[row].depth) * 3, ' ') +
                           table_.grid.rows[row].cells.front().text);
    }
    return table_;
  }

  bool cell(Ui& ui, const OrganisationPage& page, UnitColumn column, float width) {
    Desk& desk = ui.desk();
    switch (column) {
      case UnitColumn::kName:
        ui.input("organisation.name", fields_.name, page.unit_title, width);
        if (ui.is_entered() && fields_.name != page.unit.name) rename_unit(desk, fields_.id, fields_.name);
        return true;
      case UnitColumn::kKind:
        if (const auto kind = ui.picker("organisation.kind", page.kinds, fields_.kind, width))
          change_kind(desk, fields_.id, *kind);
        return true;
      case UnitColumn::kWeight:
        ui.input("organisation.weight", fields_.weight, "", width);
        if (ui.is_entered() && fields_.weight != page.unit.weight)
          change_weight(desk, fields_.id, fields_.weight);
        return true;
      case UnitColumn::kRole:
        if (const auto role = ui.picker("organisation.role", page.roles, fields_.role, width))
          change_role(desk, fields_.id, *role);
        return true;
      case UnitColumn::kPopulation:
        ui.input("organisation.population", fields_.population, "", width);
        if (ui.is_entered() && fields_.population != page.unit.population)
          change_population(desk, fields_.id, fields_.population);
        return true;
      case UnitColumn::kScope:
        if (ui.checkbox("organisation.scope", "", fields_.in_scope))
          change_scope(desk, fields_.id, fields_.in_scope);
        ui.tip(ui.say(fields_.in_scope ? msg("app.scope-in") : msg("app.scope-out")));
        return true;
      case UnitColumn::kTargets:
        break;
    }
    return false;
  }

  void buttons(Ui& ui, const OrganisationPage& page, const UnitsTable& table) {
    Desk& desk = ui.desk();
    if (ui.button("organisation.add", ui.say(msg("viewmodel.org-add-below"))))
      add_unit_below(desk, fields_.id);
    ui.beside();
    if (ui.button("organisation.up", ui.say(msg("viewmodel.org-up"))))
      shift_unit(desk, fields_.id, Shift::kUp);
    ui.beside();
    if (ui.button("organisation.down", ui.say(msg("viewmodel.org-down"))))
      shift_unit(desk, fields_.id, Shift::kDown);
    ui.beside();
    if (ui.button("organisation.remove", ui.say(msg("viewmodel.org-remove"))))
      confirm_.ask(page.remove_question, ui.say(msg("viewmodel.org-remove")),
                   [&desk, id = fields_.id] { remove_unit(desk, id); });
    ui.beside(kGap);
    ImGui::AlignTextToFramePadding();
    ui.label(ui.say(msg("viewmodel.org-move-to")), TextSize::kBody, Ink::kMuted);
    ui.beside();
    const auto parent = desk.study()->assessment->organisation.parent(desk.unit());
    if (const auto to =
            ui.picker("organisation.move", parents_, parent ? table.rows[*parent] : parents_.size(),
                      std::min(240.0F, ui.width_left())))
      move_unit(desk, fields_.id, table.units[*to]);
  }

  Cached<OrganisationPage> page_;
  UnitFields fields_;
  std::shared_ptr<const Study> table_of_;
  Lang table_lang_ = Lang::kEn;
  UnitsTable table_;
  std::vector<std::string> parents_;  ///< by row
  OrganisationCards cards_;
  Confirm confirm_;
};

}  // namespace

std::unique_ptr<PageView> organisation_view() {
  return std::make_unique<OrganisationView>();
}

}  // namespace orienta::gui

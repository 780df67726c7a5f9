// SPDX-License-Identifier: MIT
#include "viewmodel/plugins.hpp"

#include "view/confirm.hpp"
#include "view/page_view.hpp"

namespace orienta::gui {
namespace {

class PluginsView : public PageView {
 public:
  void draw(Ui& ui) override {
    const PluginsPage& page = page_.get(ui.desk().stamp(), [&] { return plugins_page(ui.desk()); });
    ui.label(ui.say(msg("viewmodel.page-plugins")), TextSize::kTitle);
    ui.paragraph(ui.say(msg("viewmodel.plugins-what")), TextSize::kCaption, Ink::kMuted);
    ui.space(kSmallGap);
    if (!page.says.empty()) {
      ui.empty(page.says);
      return;
    }
    ui.card("plugins.list-card", {}, [&] {
      if (const auto row = ui.grid("plugins.list", page.plugins, 0, row_)) row_ = *row;
    });
    for (const std::string& problem : page.problems)
      ui.paragraph(problem, TextSize::kCaption, Ink::kBelow);
    ui.space(kGap);
    const float half = (ui.width_left() - kGap) / 2;
    ImGui::BeginGroup();
    if (row_ < page.details.size())
      ui.card("plugins.detail", {.width = half}, [&] { detail(ui, page.details[row_]); });
    ImGui::EndGroup();
    ui.beside(kGap);
    ImGui::BeginGroup();
    ui.card("plugins.layers-card", {.width = half}, [&] {
      ui.label(ui.say(msg("viewmodel.plugins-layers")), TextSize::kSection);
      ui.grid("plugins.layers", page.layers);
    });
    ImGui::EndGroup();
    check(ui);
    ui.space(kGap);
    confirm_.draw(ui);
  }

 private:
  void detail(Ui& ui, const PluginDetail& detail) {
    Desk& desk = ui.desk();
    ui.label(detail.title, TextSize::kSection, Ink::kText, ui.width_left());
    for (const std::string& line : detail.lines)
      ui.label(line, TextSize::kBody, Ink::kText, ui.width_left());
    ui.paragraph(detail.failure, TextSize::kBody, Ink::kMuted);
    if (!detail.state.empty()) ui.paragraph(detail.state, TextSize::kBody, Ink::kBelow);
    ui.space(kSmallGap);
    if (ui.button("plugins.check", ui.say(msg("viewmodel.plugins-check")))) {
      checked_ = detail.id;
      ++number_;
    }
    if (!detail.can_trust) return;
    ui.beside();
    const std::string trust = ui.say(msg("viewmodel.plugins-trust-it"));
    if (ui.button("plugins.trust", trust))
      confirm_.ask(detail.trust_question, trust, [&desk, id = detail.id] { trust_plugin(desk, id); });
  }

  void check(Ui& ui) {
    if (checked_.empty()) return;
    const PluginCheck& check = check_.get(ui.desk().stamp() * 4096 + number_,
                                          [&] { return plugin_check(ui.desk(), checked_, number_); });
    ui.space(kGap);
    ui.card("plugins.rules-card", {}, [&] {
      ui.label(ui.say(msg("viewmodel.plugins-check-of", {{"plugin", checked_}})), TextSize::kSection);
      ui.paragraph(check.result, TextSize::kBody, Ink::kMuted);
      if (!check.rules.rows.empty()) ui.grid("plugins.rules", check.rules);
    });
  }

  Cached<PluginsPage> page_;
  Cached<PluginCheck> check_;
  std::size_t row_ = 0;
  std::string checked_;
  std::uint64_t number_ = 0;
  Confirm confirm_;
};

}  // namespace

std::unique_ptr<PageView> plugins_view() {
  return std::make_unique<PluginsView>();
}

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
#include "viewmodel/plugins.hpp"

#include <algorithm>

#include "app/plugin_list.hpp"
#include "app/wording.hpp"

namespace orienta::gui {
namespace {

using charts::Ink;

std::string layer_text(const std::string& name, const Catalogue& words) {
  if (name == "no-new-privileges") return words.text(msg("viewmodel.plugins-no-privileges"));
  if (name == "parent-death") return words.text(msg("viewmodel.plugins-parent-death"));
  if (name == "no-tracing") return words.text(msg("viewmodel.plugins-no-tracing"));
  if (name == "limits") return words.text(msg("viewmodel.plugins-limits"));
  if (name == "memory-limit") return words.text(msg("viewmodel.plugins-memory-limit"));
  if (name == "seccomp") return words.text(msg("viewmodel.plugins-seccomp"));
  if (name == "seccomp-strict") return words.text(msg("viewmodel.plugins-seccomp-strict"));
  return name;
}

GridRow row_of(const ListedPlugin& plugin, const Catalogue& words) {
  const bool trusted = plugin.trust != Trust::kNone && plugin.trust != Trust::kChanged;
  const bool sound = plugin.state == PluginState::kSound;
  return {"plugin." + plugin.id.value,
          {{plugin.title.empty() ? plugin.id.value : plugin.title.in(words.lang())},
           {plugin.version, Ink::kMuted},
           {words.text(words_of(plugin.trust)), trusted ? Ink::kText : Ink::kBelow},
           {words.text(words_of_origin(plugin.origin)), Ink::kMuted},
           {sound ? words.text(msg("viewmodel.plugins-ready")) : words.text(words_of(plugin.state)),
            sound ? Ink::kText : Ink::kBelow}},
          0};
}

std::string state_text(const ListedPlugin& plugin, const Catalogue& words) {
  switch (plugin.state) {
    case PluginState::kQuarantined:
      return words.text(msg("viewmodel.plugins-quarantined"));
    case PluginState::kTampered:
      return words.text(msg("viewmodel.plugins-tampered"));
    case PluginState::kBroken:
      return words.text(msg("viewmodel.plugins-broken"));
    case PluginState::kSound:
      break;
  }
  if (plugin.trust == Trust::kNone || plugin.trust == Trust::kChanged)
    return words.text(msg("viewmodel.plugins-not-trusted"));
  return "";
}

PluginDetail detail_of(const ListedPlugin& plugin, const Catalogue& words) {
  PluginDetail detail;
  detail.id = plugin.id.value;
  detail.title = plugin.title.empty() ? plugin.id.value : plugin.title.in(words.lang());
  const auto line = [&](const Message& message) { detail.lines.push_back(words.text(message)); };
  line(msg("viewmodel.plugins-id", {{"id", plugin.id.value}}));
  if (!plugin.author.empty()) line(msg("viewmodel.plugins-author", {{"author", plugin.author}}));
  if (!plugin.licence.empty()) line(msg("viewmodel.plugins-licence", {{"licence", plugin.licence}}));
  line(msg("viewmodel.plugins-folder", {{"folder", plugin.folder.string()}}));
  if (plugin.hash) line(msg("viewmodel.plugins-hash", {{"hash", plugin.hash->hex().substr(0, 16)}}));
  if (plugin.last_failure)
    detail.failure =
        words.text(msg("viewmodel.plugins-last-failure",
                       {{"what", words.text(*plugin.last_failure)}, {"n", plugin.failures.value_or(0)}}));
  else
    detail.failure = words.text(msg("viewmodel.plugins-never-failed"));
  detail.state = state_text(plugin, words);
  const bool untrusted = plugin.trust == Trust::kNone || plugin.trust == Trust::kChanged;
  detail.can_trust =
      plugin.state == PluginState::kQuarantined || (plugin.state == PluginState::kSound && untrusted);
  detail.trust_question = words.text(msg("viewmodel.plugins-trust-question",
                                         {{"plugin", detail.title}, {"folder", plugin.folder.string()}}));
  return detail;
}

Grid layers_of(const std::vector<SandboxLayer>& layers, const Catalogue& words) {
  Grid grid;
  grid.columns = {{words.text(msg("viewmodel.plugins-layer")), false, 3, {}},
                  {words.text(msg("viewmodel.plugins-here")), false, 1, {}}};
  for (const SandboxLayer& layer : layers)
    grid.rows.push_back(
        {"layer." + layer.name,
         {{layer_text(layer.name, words)},
          {words.text(layer.available ? msg("viewmodel.plugins-on") : msg("viewmodel.plugins-off")),
           layer.available ? Ink::kMuted : Ink::kBelow}},
         0});
  return grid;
}

std::string first_problem(const Error& error, const Catalogue& words) {
  return error.problems.kept().empty() ? "" : words.text(error.problems.kept().front());
}

}  // namespace

PluginsPage plugins_page(Desk& desk) {
  PluginsPage page;
  const Catalogue& words = desk.words();
  const auto list =
      desk.known<PluginList>("plugins", [](Office& office) { return list_plugins(office.places()); });
  if (!list.value) {
    page.says = list.error ? first_problem(*list.error, words) : desk.text(msg("viewmodel.working"));
    return page;
  }
  page.plugins.columns = {{desk.text(msg("viewmodel.plugins-plugin")), false, 2.4F, {}},
                          {desk.text(msg("viewmodel.plugins-version")), false, 0.8F, {}},
                          {desk.text(msg("viewmodel.plugins-trust")), false, 1.8F, {}},
                          {desk.text(msg("viewmodel.plugins-origin")), false, 1.2F, {}},
                          {desk.text(msg("app.column-state")), false, 1.2F, {}}};
  page.plugins.empty = desk.text(msg("viewmodel.plugins-none"));
  for (const ListedPlugin& plugin : list.value->plugins) {
    page.plugins.rows.push_back(row_of(plugin, words));
    page.details.push_back(detail_of(plugin, words));
  }
  page.layers = layers_of(list.value->layers, words);
  for (const Problem& problem : list.value->problems.kept())
    page.problems.push_back(words.text(problem));
  return page;
}

PluginCheck plugin_check(Desk& desk, const std::string& id, std::uint64_t number) {
  const auto checked = desk.known<CheckedPackage>(
      "plugin check " + id + " " + std::to_string(number), [id](Office& office) -> Result<CheckedPackage> {
        auto folder = plugin_folder(office.places(), id);
        if (!folder) return failure(std::move(folder.error()));
        return check_package(*folder, nullptr, office.places().limits);
      });
  PluginCheck page;
  if (!checked.value) {
    page.result = checked.error ? first_problem(*checked.error, desk.words())
                                : desk.text(msg("viewmodel.plugins-checking"));
    return page;
  }
  const Catalogue& words = desk.words();
  page.rules.columns = {{words.text(msg("viewmodel.plugins-rule")), false, 3, {}},
                        {words.text(msg("viewmodel.plugins-verdict")), false, 1, {}},
                        {words.text(msg("viewmodel.plugins-reason")), false, 3, {}}};
  for (const CheckedRule& rule : checked.value->rules)
    page.rules.rows.push_back({"rule." + rule.rule,
                               {{words.text(rule.asks)},
                                {words.text(words_of(rule.verdict)),
                                 rule.verdict == RuleVerdict::kFailed ? Ink::kBelow : Ink::kMuted},
                                {rule.why ? words.text(*rule.why) : "", Ink::kMuted}},
                               0});
  const auto count = [&](RuleVerdict verdict) {
    return std::ranges::count(checked.value->rules, verdict, &CheckedRule::verdict);
  };
  page.result =
      words.text(msg("viewmodel.plugins-check-done", {{"passed", count(RuleVerdict::kPassed)},
                                                      {"failed", count(RuleVerdict::kFailed)},
                                                      {"not_tried", count(RuleVerdict::kNotTried)}}));
  return page;
}

void trust_plugin(Desk& desk, const std::string& id) {
  desk.act(msg("viewmodel.saving"), msg("viewmodel.plugins-not-trusted-now"),
           [id](Office& office, const std::stop_token&) -> Result<Done> {
             auto trusted = orienta::trust_plugin(office.places(), PluginId(id));
             if (!trusted) return failure(std::move(trusted.error()));
             return Done{msg("viewmodel.plugins-trusted", {{"plugin", id}}), Done::Changed::kAll, {}};
           });
}

}  // namespace orienta::gui

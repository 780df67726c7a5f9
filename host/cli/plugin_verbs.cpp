// SPDX-License-Identifier: MIT
#include "cli/plugin_verbs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

#include "app/plugin_list.hpp"
#include "cli/verb_support.hpp"
#include "plugins/failures.hpp"

namespace orienta::cli {
namespace {

std::string_view code_of(Trust trust) {
  constexpr std::array<std::string_view, 5> kCodes{"built_in", "by_user", "development", "changed", "none"};
  return kCodes[static_cast<std::size_t>(trust)];
}

std::string_view code_of(PluginState state) {
  constexpr std::array<std::string_view, 4> kCodes{"", "quarantined", "tampered", "broken"};
  return kCodes[static_cast<std::size_t>(state)];
}

/// Columns after `file` are for programs too; `state` is empty where nothing is wrong with the plugin.
Table plugins_table() {
  return {"plugins",
          {{"id", msg("cli.column-plugin")},
           {"version", msg("cli.column-version")},
           {"title", msg("cli.column-title")},
           {"trust", msg("cli.column-trust")},
           {"origin", msg("cli.column-origin")},
           {"licence", msg("cli.column-licence")},
           {"author", msg("cli.column-author"), 1, false},
           {"hash", msg("cli.column-hash"), 1, false},
           {"sandbox", msg("cli.column-sandbox"), 1, false},
           {"folder", msg("cli.column-file"), 1, false},
           {"state", msg("app.column-state")},
           {"failures", msg("cli.column-failures"), 0},
           {"last_failure", msg("cli.column-last-failure")}},
          {}};
}

std::vector<TableCell> row_of(const ListedPlugin& plugin, const std::string& layers) {
  const auto text_or_none = [](const std::string& text) {
    return text.empty() ? TableCell() : TableCell(text);
  };
  TableCell state;
  if (plugin.state != PluginState::kSound)
    state = Coded{std::string(code_of(plugin.state)), words_of(plugin.state)};
  TableCell last;
  if (plugin.last_failure) last = Coded{plugin.last_failure->code, *plugin.last_failure};
  return {plugin.id.value,
          plugin.version,
          plugin.title.empty() ? TableCell() : TableCell(plugin.title),
          Coded{std::string(code_of(plugin.trust)), words_of(plugin.trust)},
          origin_of(plugin.origin),
          text_or_none(plugin.licence),
          text_or_none(plugin.author),
          plugin.hash ? TableCell(plugin.hash->hex()) : TableCell(),
          layers,
          plugin.folder.string(),
          state,
          cell_of(plugin.failures),
          last};
}

int run_list(Session& session) {
  const auto list = list_plugins(session.places());
  if (!list) return session.fail_with(list.error());
  std::string layers;
  std::string missing;
  for (const SandboxLayer& layer : list->layers) {
    std::string& names = layer.available ? layers : missing;
    names += (names.empty() ? "" : ", ") + layer.name;
  }
  Table table = plugins_table();
  for (const ListedPlugin& plugin : list->plugins)
    table.rows.push_back(row_of(plugin, layers));
  session.print(table);
  if (session.for_people()) {
    session.print(msg("cli.sandbox", {{"layers", layers.empty() ? "-" : layers}}));
    if (!missing.empty()) session.print(msg("cli.sandbox-missing", {{"layers", missing}}));
    for (const ListedPlugin& plugin : list->plugins)
      if (plugin.state == PluginState::kQuarantined)
        session.print(msg("cli.plugin-quarantined", {{"plugin", plugin.id.value}}));
  }
  session.report(list->problems);
  session.next("plugins trust ID", msg("cli.next-trust"));
  return list->problems.has_errors() ? kInputHasProblems : kDone;
}

struct TrustWords {
  std::string id;
  std::string folder;
};

int trust_folder(Session& session, TrustStore& store, const std::string& folder) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored))
    return session.fail_with(fail(ErrorKind::kNotFound, msg("cli.no-such-folder"), {folder}));
  if (const Status done = store.trust_folder(folder); !done) return session.fail_with(done.error());
  FailureStore failures = FailureStore::open(FailureStore::user_file());
  for (const Package& package : find_plugins({folder}).packages)
    if (package.origin == "given") failures.forgive(package.manifest.id);
  if (session.for_people()) session.print(msg("cli.folder-trusted", {{"folder", folder}}));
  return kDone;
}

int run_trust(Session& session, const TrustWords& words) {
  if (!words.folder.empty()) {
    auto store = TrustStore::open(trust_file());
    return store ? trust_folder(session, *store, words.folder) : session.fail_with(store.error());
  }
  if (words.id.empty()) return session.fail_with(fail(ErrorKind::kUsage, msg("cli.trust-what")));
  const auto trusted = trust_plugin(session.places(), PluginId(words.id));
  if (!trusted) return session.fail_with(trusted.error());
  if (session.for_people()) {
    session.print(msg("cli.plugin-trusted", {{"plugin", words.id}, {"hash", trusted->hash.hex()}}));
    if (trusted->was_quarantined) session.print(msg("cli.quarantine-lifted"));
  }
  session.next("plugins list", msg("cli.next-plugins"));
  return kDone;
}

int run_untrust(Session& session, const std::string& id) {
  if (const Status done = untrust_plugin(PluginId(id)); !done) return session.fail_with(done.error());
  if (session.for_people()) session.print(msg("cli.plugin-untrusted", {{"plugin", id}}));
  session.next("plugins list", msg("cli.next-plugins"));
  return kDone;
}

struct CheckWords {
  std::string plugin;  ///< a folder or an id
  std::string set;     ///< a file; empty: a small one that is made for it
};

std::string_view code_of(RuleVerdict verdict) {
  constexpr std::array<std::string_view, 3> kCodes{"passed", "failed", "not_tried"};
  return kCodes[static_cast<std::size_t>(verdict)];
}

/// `text` is the reason in words, for programs that show it to somebody.
Table rules_table(const CheckedPackage& checked, const Catalogue& words) {
  Table table{"rules",
              {{"rule", msg("cli.column-rule")},
               {"verdict", msg("cli.column-verdict")},
               {"why", msg("cli.column-why")},
               {"text", msg("cli.column-why"), 1, false}},
              {}};
  for (const CheckedRule& rule : checked.rules) {
    TableCell why;
    if (rule.why) why = Coded{rule.why->code, *rule.why};
    const TableCell text = rule.why ? TableCell(words.text(*rule.why)) : TableCell();
    table.rows.push_back({Coded{rule.rule, rule.asks},
                          Coded{std::string(code_of(rule.verdict)), words_of(rule.verdict)}, why, text});
  }
  return table;
}

int run_check(Session& session, const CheckWords& words) {
  const auto folder = plugin_folder(session.places(), words.plugin);
  if (!folder) return session.fail_with(folder.error());
  std::optional<CriteriaSet> set;
  if (!words.set.empty()) {
    auto read = read_set_file(words.set);
    if (!read) return session.fail_with(read.error());
    set = std::move(read->set);
  }
  const CheckedPackage checked = check_package(*folder, set ? &*set : nullptr, session.places().limits);
  if (checked.package) session.add_words_of(*checked.package);
  session.print(rules_table(checked, session.words()));
  const auto count = [&](RuleVerdict verdict) {
    return std::ranges::count(checked.rules, verdict, &CheckedRule::verdict);
  };
  if (session.for_people())
    session.print(msg("cli.check-done", {{"passed", count(RuleVerdict::kPassed)},
                                         {"failed", count(RuleVerdict::kFailed)},
                                         {"not_tried", count(RuleVerdict::kNotTried)}}));
  if (checked.passed())
    session.next("plugins trust --dev " + shell_word(folder->string()), msg("cli.next-trust"));
  return checked.passed() ? kDone : kInputHasProblems;
}

}  // namespace

void add_plugin_verbs(Verb& root, Session& session) {
  Verb& plugins = root.verb("plugins", msg("cli.about-plugins"));
  plugins.example("orienta plugins list");
  plugins.verb("list", msg("cli.about-plugins-list")).example("orienta plugins list").run([&session] {
    return run_list(session);
  });
  auto trust = std::make_shared<TrustWords>();
  plugins.verb("trust", msg("cli.about-plugins-trust"))
      .argument("ID", &trust->id, msg("cli.arg-plugin"), false)
      .option("--dev", "FOLDER", &trust->folder, msg("cli.opt-dev"))
      .example("orienta plugins trust my-plugin --plugins ~/my-plugins")
      .example("orienta plugins trust --dev build/lib/orienta/plugins/my-plugin")
      .run([&session, trust] { return run_trust(session, *trust); });
  auto untrusted = std::make_shared<std::string>();
  plugins.verb("untrust", msg("cli.about-plugins-untrust"))
      .argument("ID", untrusted.get(), msg("cli.arg-plugin"))
      .example("orienta plugins untrust my-plugin")
      .run([&session, untrusted] { return run_untrust(session, *untrusted); });
  auto checked = std::make_shared<CheckWords>();
  plugins.verb("check", msg("cli.about-plugins-check"))
      .argument("PLUGIN", &checked->plugin, msg("cli.arg-check"))
      .option("--set", "SET.yaml", &checked->set, msg("cli.opt-check-set"))
      .example("orienta plugins check build/my-plugin")
      .example("orienta plugins check build/my-plugin --set my-set/set.yaml --format json")
      .run([&session, checked] { return run_check(session, *checked); });
}

}  // namespace orienta::cli

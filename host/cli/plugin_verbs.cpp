// SPDX-License-Identifier: MIT
#include "cli/plugin_verbs.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/wording.hpp"
#include "cli/verb_support.hpp"
#include "plugins/check_package.hpp"
#include "plugins/failures.hpp"

namespace orienta::cli {
namespace {

Coded trust_words(Trust trust) {
  switch (trust) {
    case Trust::kBuiltIn:
      return {"built_in", msg("cli.trust-built-in")};
    case Trust::kByUser:
      return {"by_user", msg("cli.trust-by-user")};
    case Trust::kDevelopment:
      return {"development", msg("cli.trust-development")};
    case Trust::kChanged:
      return {"changed", msg("cli.trust-changed")};
    case Trust::kNone:
      break;
  }
  return {"none", msg("cli.trust-none")};
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

std::vector<TableCell> row_of(const Package& package, const TrustStore& trusted, const FailureStore& failures,
                              const std::string& layers) {
  TableCell state;
  TableCell in_a_row;
  TableCell last;
  if (failures.is_quarantined(package)) state = Coded{"quarantined", msg("cli.state-quarantined")};
  if (const auto* record = failures.of(package)) {
    in_a_row = static_cast<std::int64_t>(record->in_a_row);
    last = Coded{record->last.code, record->last};
  }
  return {package.manifest.id.value,
          package.manifest.version,
          package.manifest.title,
          trust_words(trusted.trust_of(package)),
          origin_of(package.origin),
          package.manifest.licence,
          package.manifest.author,
          package.hash.hex(),
          layers,
          package.folder.string(),
          state,
          in_a_row,
          last};
}

/// What the user trusted once is not what lies there now; the rest was never sound here.
std::vector<TableCell> row_of(const BrokenPackage& broken, const TrustStore& trusted,
                              const std::string& layers) {
  const bool has_changed = broken.error.kind == ErrorKind::kCorrupt;
  const Trust trust = has_changed && trusted.knows(broken.id) ? Trust::kChanged : Trust::kNone;
  const TableCell state =
      has_changed ? Coded{"tampered", msg("cli.state-tampered")} : Coded{"broken", msg("cli.state-broken")};
  return {broken.id.value,
          broken.version,
          std::monostate(),
          trust_words(trust),
          origin_of(broken.origin),
          std::monostate(),
          std::monostate(),
          std::monostate(),
          layers,
          broken.folder.string(),
          state,
          std::monostate(),
          std::monostate()};
}

int run_list(Session& session) {
  const FoundPlugins found = find_plugins(session.places().plugins);
  const auto trusted = TrustStore::open(trust_file());
  if (!trusted) return session.fail_with(trusted.error());
  const FailureStore failures = FailureStore::open(FailureStore::user_file());
  std::string layers;
  std::string missing;
  for (const SandboxLayer& layer : sandbox_layers()) {
    std::string& list = layer.available ? layers : missing;
    list += (list.empty() ? "" : ", ") + layer.name;
  }
  Table table = plugins_table();
  for (const Package& package : found.packages)
    table.rows.push_back(row_of(package, *trusted, failures, layers));
  for (const BrokenPackage& broken : found.broken)
    table.rows.push_back(row_of(broken, *trusted, layers));
  session.print(table);
  if (session.for_people()) {
    session.print(msg("cli.sandbox", {{"layers", layers.empty() ? "-" : layers}}));
    if (!missing.empty()) session.print(msg("cli.sandbox-missing", {{"layers", missing}}));
    for (const Package& package : found.packages)
      if (failures.is_quarantined(package))
        session.print(msg("cli.plugin-quarantined", {{"plugin", package.manifest.id.value}}));
  }
  session.report(found.problems);
  session.next("plugins trust ID", msg("cli.next-trust"));
  return found.problems.has_errors() ? kInputHasProblems : kDone;
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
  auto store = TrustStore::open(trust_file());
  if (!store) return session.fail_with(store.error());
  if (!words.folder.empty()) return trust_folder(session, *store, words.folder);
  if (words.id.empty()) return session.fail_with(fail(ErrorKind::kUsage, msg("cli.trust-what")));
  PluginHost plugins(session.places());
  const auto package = plugins.package(PluginId(words.id));
  if (!package) return session.fail_with(package.error());
  if (const Status done = store->trust(**package); !done) return session.fail_with(done.error());
  FailureStore failures = FailureStore::open(FailureStore::user_file());
  const bool was_quarantined = failures.is_quarantined(**package);
  failures.forgive((*package)->manifest.id);
  if (session.for_people()) {
    session.print(msg("cli.plugin-trusted", {{"plugin", words.id}, {"hash", (*package)->hash.hex()}}));
    if (was_quarantined) session.print(msg("cli.quarantine-lifted"));
  }
  session.next("plugins list", msg("cli.next-plugins"));
  return kDone;
}

int run_untrust(Session& session, const std::string& id) {
  auto store = TrustStore::open(trust_file());
  if (!store) return session.fail_with(store.error());
  if (const Status done = store->untrust(PluginId(id)); !done) return session.fail_with(done.error());
  if (session.for_people()) session.print(msg("cli.plugin-untrusted", {{"plugin", id}}));
  session.next("plugins list", msg("cli.next-plugins"));
  return kDone;
}

struct CheckWords {
  std::string plugin;  ///< a folder or an id
  std::string set;     ///< a file; empty: a small one that is made for it
};

/// The folder that was named, or the one where the plugin of that id was found, whatever its state.
Result<std::filesystem::path> folder_of(Session& session, const std::string& plugin) {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::path(plugin) / "plugin.yaml", ignored)) return plugin;
  const FoundPlugins found = find_plugins(session.places().plugins);
  std::vector<std::string> known;
  for (const Package& package : found.packages) {
    if (package.manifest.id.value == plugin) return package.folder;
    known.push_back(package.manifest.id.value);
  }
  for (const BrokenPackage& broken : found.broken)
    if (broken.id.value == plugin) return broken.folder;
  if (std::filesystem::is_directory(plugin, ignored))
    return failure(ErrorKind::kNotFound, msg("cli.no-manifest"), {plugin});
  return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-plugin"), plugin, known));
}

Coded words_of(RuleVerdict verdict) {
  if (verdict == RuleVerdict::kPassed) return {"passed", msg("cli.rule-passed")};
  if (verdict == RuleVerdict::kFailed) return {"failed", msg("cli.rule-failed")};
  return {"not_tried", msg("cli.rule-not-tried")};
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
    table.rows.push_back({Coded{rule.rule, rule.asks}, words_of(rule.verdict), why, text});
  }
  return table;
}

int run_check(Session& session, const CheckWords& words) {
  const auto folder = folder_of(session, words.plugin);
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

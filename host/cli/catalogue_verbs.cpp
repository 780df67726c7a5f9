// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/wording.hpp"
#include "cli/set_view.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

Coded origin_of(const std::string& origin) {
  if (origin == "program") return {origin, msg("cli.origin-program")};
  if (origin == "user") return {origin, msg("cli.origin-user")};
  return {origin, msg("cli.origin-given")};
}

int run_criteria_list(Session& session) {
  Table table{"criteria",
              {{"id", msg("app.column-set")},
               {"version", msg("cli.column-version")},
               {"plugin", msg("cli.column-plugin")},
               {"title", msg("cli.column-title")},
               {"indicators", msg("cli.column-questions"), 0},
               {"minutes", msg("cli.column-minutes"), 0},
               {"origin", msg("cli.column-origin")},
               {"file", msg("cli.column-file"), 1, false}},
              {}};
  Problems problems;
  for (const FoundSet& found : find_sets(session.places().criteria)) {
    const auto read = read_set_file(found.file);
    if (!read) {
      problems.append(read.error().problems);
      continue;
    }
    const CriteriaSet& set = read->set;
    table.rows.push_back({set.id.value, set.version, set.plugin.value, set.title,
                          static_cast<std::int64_t>(set.indicators.size()),
                          static_cast<std::int64_t>(set.minutes), origin_of(found.origin),
                          found.file.string()});
  }
  session.print(table);
  session.report(problems);
  if (!table.rows.empty())
    session.next("criteria show " + std::get<std::string>(table.rows.front().front()),
                 msg("cli.next-criteria-show"));
  return problems.has_errors() ? kInputHasProblems : kDone;
}

int run_criteria_show(Session& session, const std::string& id) {
  const auto read = find_set(session.places(), id);
  if (!read) return session.fail_with(read.error());
  if (session.for_people())
    for (const std::string& line : set_outline(read->set, session.words()))
      session.print(line);
  else
    session.print(set_table(read->set));
  session.next("new FILE.orienta --organisation NAME --set " + id, msg("cli.next-new"));
  return kDone;
}

/// A file, or every set.yaml below a folder; a set's own folder too.
std::vector<std::filesystem::path> files_to_lint(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) return {path};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           path, std::filesystem::directory_options::skip_permission_denied, ignored))
    if (entry.path().filename() == "set.yaml") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

int run_criteria_lint(Session& session, const std::vector<std::string>& paths) {
  std::vector<std::filesystem::path> files;
  for (const std::string& path : paths)
    std::ranges::move(files_to_lint(path), std::back_inserter(files));
  if (files.empty())
    return session.fail_with(fail(ErrorKind::kNotFound, msg("cli.nothing-to-lint"), {paths.front()}));
  Problems problems;
  for (const auto& file : files) {
    const auto read = read_set_file(file);
    problems.append(read ? read->remarks : read.error().problems);
  }
  if (session.for_people()) {
    session.report(problems);
    session.print(
        msg("cli.lint-done",
            {{"n", files.size()}, {"errors", problems.errors()}, {"warnings", problems.warnings()}}));
  } else {
    session.print(problems_table(problems, session.words()));
  }
  return problems.has_errors() ? kInputHasProblems : kDone;
}

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

int run_plugins_list(Session& session) {
  const FoundPlugins found = find_plugins(session.places().plugins);
  const auto trusted = TrustStore::open(trust_file());
  if (!trusted) return session.fail_with(trusted.error());
  std::string layers;
  std::string missing;
  for (const SandboxLayer& layer : sandbox_layers()) {
    std::string& list = layer.available ? layers : missing;
    list += (list.empty() ? "" : ", ") + layer.name;
  }
  Table table{"plugins",
              {{"id", msg("cli.column-plugin")},
               {"version", msg("cli.column-version")},
               {"title", msg("cli.column-title")},
               {"trust", msg("cli.column-trust")},
               {"origin", msg("cli.column-origin")},
               {"licence", msg("cli.column-licence")},
               {"author", msg("cli.column-author"), 1, false},
               {"hash", msg("cli.column-hash"), 1, false},
               {"sandbox", msg("cli.column-sandbox"), 1, false},
               {"folder", msg("cli.column-file"), 1, false}},
              {}};
  for (const Package& package : found.packages)
    table.rows.push_back({package.manifest.id.value, package.manifest.version, package.manifest.title,
                          trust_words(trusted->trust_of(package)), origin_of(package.origin),
                          package.manifest.licence, package.manifest.author, package.hash.hex(), layers,
                          package.folder.string()});
  session.print(table);
  if (session.for_people()) {
    session.print(msg("cli.sandbox", {{"layers", layers.empty() ? "-" : layers}}));
    if (!missing.empty()) session.print(msg("cli.sandbox-missing", {{"layers", missing}}));
  }
  session.report(found.problems);
  session.next("plugins trust ID", msg("cli.next-trust"));
  return found.problems.has_errors() ? kInputHasProblems : kDone;
}

struct TrustWords {
  std::string id;
  std::string folder;
};

int run_trust(Session& session, const TrustWords& words) {
  auto store = TrustStore::open(trust_file());
  if (!store) return session.fail_with(store.error());
  if (!words.folder.empty()) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(words.folder, ignored))
      return session.fail_with(fail(ErrorKind::kNotFound, msg("cli.no-such-folder"), {words.folder}));
    if (const Status done = store->trust_folder(words.folder); !done) return session.fail_with(done.error());
    if (session.for_people()) session.print(msg("cli.folder-trusted", {{"folder", words.folder}}));
    return kDone;
  }
  if (words.id.empty()) return session.fail_with(fail(ErrorKind::kUsage, msg("cli.trust-what")));
  PluginHost plugins(session.places());
  const auto package = plugins.package(PluginId(words.id));
  if (!package) return session.fail_with(package.error());
  if (const Status done = store->trust(**package); !done) return session.fail_with(done.error());
  if (session.for_people())
    session.print(msg("cli.plugin-trusted", {{"plugin", words.id}, {"hash", (*package)->hash.hex()}}));
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

void add_criteria(Verb& root, Session& session) {
  Verb& criteria = root.verb("criteria", msg("cli.about-criteria"));
  criteria.example("orienta criteria list").example("orienta criteria lint my-sets");
  criteria.verb("list", msg("cli.about-criteria-list"))
      .example("orienta criteria list --lang pl")
      .run([&session] { return run_criteria_list(session); });
  auto shown = std::make_shared<std::string>();
  criteria.verb("show", msg("cli.about-criteria-show"))
      .argument("ID", shown.get(), msg("cli.arg-set"))
      .example("orienta criteria show client-satisfaction")
      .run([&session, shown] { return run_criteria_show(session, *shown); });
  auto linted = std::make_shared<std::vector<std::string>>();
  criteria.verb("lint", msg("cli.about-criteria-lint"))
      .argument("PATH", linted.get(), msg("cli.arg-lint"))
      .example("orienta criteria lint my-set/set.yaml")
      .run([&session, linted] { return run_criteria_lint(session, *linted); });
}

void add_plugins(Verb& root, Session& session) {
  Verb& plugins = root.verb("plugins", msg("cli.about-plugins"));
  plugins.example("orienta plugins list");
  plugins.verb("list", msg("cli.about-plugins-list")).example("orienta plugins list").run([&session] {
    return run_plugins_list(session);
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
}

}  // namespace

void add_catalogue_verbs(Verb& root, Session& session) {
  add_criteria(root, session);
  add_plugins(root, session);
}

}  // namespace orienta::cli

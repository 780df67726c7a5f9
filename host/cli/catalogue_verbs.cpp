// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <memory>

#include "app/wording.hpp"
#include "cli/plugin_verbs.hpp"
#include "cli/set_view.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

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

}  // namespace

void add_catalogue_verbs(Verb& root, Session& session) {
  add_criteria(root, session);
  add_plugin_verbs(root, session);
}

}  // namespace orienta::cli

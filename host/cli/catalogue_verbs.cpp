// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/set_lint.hpp"
#include "app/set_page.hpp"
#include "app/wording.hpp"
#include "base/os.hpp"
#include "cli/author_verbs.hpp"
#include "cli/pack_verbs.hpp"
#include "cli/plugin_verbs.hpp"
#include "cli/set_verbs.hpp"
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
  const auto found = find_sets(session.places().criteria);
  const auto read = read_sets(found, os::user_cache_folder());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!read[i]) {
      problems.append(read[i].error().problems);
      continue;
    }
    const CriteriaSet& set = read[i]->set;
    table.rows.push_back({set.id.value, set.version, set.plugin.value, set.title,
                          static_cast<std::int64_t>(set.indicators.size()),
                          static_cast<std::int64_t>(set.minutes), origin_of(found[i].origin),
                          found[i].file.string()});
  }
  session.print(table);
  session.report(problems);
  if (!table.rows.empty())
    session.next("criteria show " + std::get<std::string>(table.rows.front().front()),
                 msg("cli.next-criteria-show"));
  return problems.has_errors() ? kInputHasProblems : kDone;
}

struct ShowWords {
  std::string id, file;
};

/// The set in the user's format; into a file it is a page unless CSV or JSON was asked for.
std::string set_text(const Session& session, const CriteriaSet& set, bool is_file) {
  if (session.format == "csv") return to_csv(set_table(set));
  if (session.format == "json") return to_json(set_table(set));
  if (session.format == "html" || is_file) return set_page(set, session.words());
  std::string text;
  for (const std::string& line : set_outline(set, session.words()))
    text += line + "\n";
  return text;
}

int run_criteria_show(Session& session, const ShowWords& words) {
  const auto read = find_set(session.places(), words.id);
  if (!read) return session.fail_with(read.error());
  const std::string text = set_text(session, read->set, !words.file.empty());
  if (words.file.empty()) {
    std::fputs(text.c_str(), stdout);
  } else {
    if (const Status written = os::write_file(words.file, text); !written)
      return session.fail_with(written.error());
    session.print(msg("cli.page-written", {{"file", words.file}}));
  }
  session.next("new FILE.orienta --organisation NAME --set " + words.id, msg("cli.next-new"));
  return kDone;
}

int run_criteria_lint(Session& session, const std::vector<std::string>& paths) {
  std::vector<std::filesystem::path> files;
  for (const std::string& path : paths)
    std::ranges::move(set_files_in(path), std::back_inserter(files));
  if (files.empty())
    return session.fail_with(fail(ErrorKind::kNotFound, msg("cli.nothing-to-lint"), {paths.front()}));
  Problems problems;
  PluginHost plugins(session.places());
  for (const auto& file : files) {
    const LintedSet linted = lint_set_file(file, plugins);
    if (linted.package != nullptr) session.add_words_of(*linted.package);
    problems.append(linted.problems);
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
  auto shown = std::make_shared<ShowWords>();
  criteria.verb("show", msg("cli.about-criteria-show"))
      .argument("ID", &shown->id, msg("cli.arg-set"))
      .option("--format", "FORMAT", &session.format, msg("cli.opt-show-format"),
              {"table", "json", "csv", "html"})
      .option("-o", "FILE", &shown->file, msg("cli.opt-show-file"))
      .example("orienta criteria show client-satisfaction")
      .example("orienta criteria show client-satisfaction -o questionnaire.html --lang pl")
      .run([&session, shown] { return run_criteria_show(session, *shown); });
  auto linted = std::make_shared<std::vector<std::string>>();
  criteria.verb("lint", msg("cli.about-criteria-lint"))
      .argument("PATH", linted.get(), msg("cli.arg-lint"))
      .example("orienta criteria lint my-set/set.yaml")
      .run([&session, linted] { return run_criteria_lint(session, *linted); });
  add_author_verbs(criteria, session);
  add_diff_verb(criteria, session);
  add_pack_verbs(criteria, session);
}

}  // namespace

void add_catalogue_verbs(Verb& root, Session& session) {
  add_criteria(root, session);
  add_plugin_verbs(root, session);
}

}  // namespace orienta::cli

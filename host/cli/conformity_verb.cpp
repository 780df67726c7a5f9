// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include "app/conformity.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

struct ConformityWords {
  OnProject on;
  Selection selection;
  std::string standard;
};

std::int64_t clauses_with(const ConformityView& view, Conformity conformity) {
  return std::ranges::count(view.clauses, conformity, &ClauseView::conformity);
}

int failed_exit(Session& session, const Problems& failures) {
  session.report(failures);
  return failures.has_errors() ? kPluginFailed : kDone;
}

int list_standards(Session& session, const ConformityWords& words, const Opened& opened,
                   PluginHost& plugins) {
  const auto view = standards_in(opened.project, opened.assessment, plugins, words.selection);
  if (!view) return session.fail_with(view.error());
  if (view->standards.empty() && session.for_people())
    session.print(msg("cli.no-standards"));
  else
    session.print(standards_table(opened.assessment, *view));
  if (!view->standards.empty())
    session.next("conformity " + shell_word(words.on.file) + " --to " +
                     shell_word(view->standards.front().standard.standard),
                 msg("cli.next-conformity"));
  return failed_exit(session, view->failures);
}

int run_conformity(Session& session, const ConformityWords& words) {
  const auto opened = open(words.on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  PluginHost plugins(session.places());
  add_plugin_words(session, plugins, opened->assessment);
  if (words.standard.empty()) return list_standards(session, words, *opened, plugins);
  const auto view =
      conformity_to(opened->project, opened->assessment, plugins, words.standard, words.selection);
  if (!view) return session.fail_with(view.error());
  const std::uint32_t unit =
      words.selection.unit.empty() ? 0 : *opened->assessment.unit_index(words.selection.unit);
  if (session.for_people())
    session.print(msg("cli.conformity-head", {{"standard", view->standard},
                                              {"unit", opened->assessment.organisation.units()[unit].name},
                                              {"clauses", view->clauses.size()},
                                              {"met", clauses_with(*view, Conformity::kMet)},
                                              {"not_met", clauses_with(*view, Conformity::kNotMet)},
                                              {"open", clauses_with(*view, Conformity::kOpen)}}));
  session.print(conformity_table(opened->assessment, *view, unit, session.for_people()));
  if (session.for_people()) {
    session.print(msg("cli.conformity-note"));
    if (!opened->assessment.info.note.empty())
      session.print(msg("cli.data-note", {{"text", opened->assessment.info.note}}));
  }
  session.next("gaps " + shell_word(words.on.file), msg("cli.next-gaps"));
  return failed_exit(session, view->failures);
}

}  // namespace

void add_conformity_verb(Verb& root, Session& session) {
  auto words = std::make_shared<ConformityWords>();
  root.verb("conformity", msg("cli.about-conformity"))
      .argument("FILE", &words->on.file, msg("cli.arg-file"))
      .option("--to", "STANDARD", &words->standard, msg("cli.opt-standard"))
      .option("--unit", "UNIT", &words->selection.unit, msg("cli.opt-gaps-unit"))
      .option("--set", "ID", &words->selection.set, msg("cli.opt-only-set"))
      .option("--assessment", "ID", &words->on.assessment, msg("cli.opt-assessment"))
      .example("orienta conformity agency.orienta")
      .example("orienta conformity agency.orienta --to ISO-10002 --unit branch-7")
      .run([&session, words] { return run_conformity(session, *words); });
}

}  // namespace orienta::cli

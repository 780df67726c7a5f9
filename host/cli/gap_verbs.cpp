// SPDX-License-Identifier: MIT
#include <memory>

#include "app/compare.hpp"
#include "app/gaps.hpp"
#include "app/pinned_set.hpp"
#include "app/wording.hpp"
#include "cli/gap_view.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

// ---- gaps
// -----------------------------------------------------------------------------------------------------------

struct GapWords {
  OnProject on;
  Selection selection;
  std::string role, top;
};

int failed_exit(Session& session, const Error& error) {
  session.report(error.problems);
  return error.kind == ErrorKind::kPlugin ? kPluginFailed : kInputHasProblems;
}

int run_gaps(Session& session, const GapWords& words) {
  const auto most = count_option("--top", words.top, 10);
  if (!most) return session.fail_with(most.error());
  const auto opened = open(words.on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  PluginHost plugins(session.places());
  add_plugin_words(session, plugins, opened->assessment);
  const auto gaps = gaps_of(opened->project, opened->assessment, plugins, words.selection, *most, words.role);
  if (!gaps) return session.fail_with(gaps.error());
  const std::uint32_t unit =
      words.selection.unit.empty() ? 0 : *opened->assessment.unit_index(words.selection.unit);
  int exit = kDone;
  for (const SetGaps& each : *gaps) {
    if (each.failed || !session.for_people()) continue;
    const GapView view = gap_view(opened->assessment, each, unit, *most, session.words());
    session.print(view.head);
    if (!view.table.rows.empty()) session.print(view.table);
    for (const std::string& line : view.below)
      session.print(line);
    session.print(std::string());
  }
  const std::vector<Message> notes = overlay_notes(opened->assessment.sets);
  if (!session.for_people()) session.print(gaps_table(opened->assessment, *gaps, unit, *most), notes);
  if (session.for_people())
    for (const Message& note : notes)
      session.print(note);
  if (session.for_people() && !opened->assessment.info.note.empty())
    session.print(msg("cli.data-note", {{"text", opened->assessment.info.note}}));
  for (const SetGaps& each : *gaps)
    if (each.failed) exit = std::max(exit, failed_exit(session, *each.failed));
  session.next("what-if " + shell_word(words.on.file) + " --set-rating NODE=0.85", msg("cli.next-what-if"));
  return exit;
}

// ---- what if
// --------------------------------------------------------------------------------------------------------

struct WhatIfWords {
  OnProject on;
  WhatIfOrder order;
};

int run_what_if(Session& session, const WhatIfWords& words) {
  const auto opened = open(words.on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  PluginHost plugins(session.places());
  add_plugin_words(session, plugins, opened->assessment);
  const auto results = try_what_if(opened->project, opened->assessment, plugins, words.order);
  if (!results) return session.fail_with(results.error());
  const std::uint32_t unit =
      words.order.selection.unit.empty() ? 0 : *opened->assessment.unit_index(words.order.selection.unit);
  const std::vector<Message> notes = overlay_notes(opened->assessment.sets);
  session.print(what_if_table(opened->assessment, *results, unit, session.for_people()), notes);
  if (session.for_people())
    for (const Message& note : notes)
      session.print(note);
  if (session.for_people()) session.print(msg("cli.what-if-nothing-written"));
  session.next("gaps " + shell_word(words.on.file), msg("cli.next-gaps"));
  return kDone;
}

// ---- compare
// --------------------------------------------------------------------------------------------------------

struct CompareWords {
  OnProject on;
  CompareOrder order;
  bool every_node = false;
};

int run_compare(Session& session, const CompareWords& words) {
  const auto project = Project::open(words.on.file, Project::Access::kRead);
  if (!project) return session.fail_with(project.error());
  PluginHost plugins(session.places());
  CompareOrder order = words.order;
  order.assessment = words.on.assessment;
  const auto compared = compare(*project, plugins, order);
  if (!compared) return session.fail_with(compared.error());
  session.print(compare_table(*compared, words.every_node || !session.for_people(), session.for_people()),
                compared->notes);
  if (session.for_people())
    for (const Message& line : compared->notes)
      session.print(line);
  session.report(compared->remarks);
  session.next("gaps " + shell_word(words.on.file), msg("cli.next-gaps"));
  return compared->remarks.has_errors() ? kPluginFailed : kDone;
}

}  // namespace

void add_gap_verbs(Verb& root, Session& session) {
  auto gaps = std::make_shared<GapWords>();
  root.verb("gaps", msg("cli.about-gaps"))
      .argument("FILE", &gaps->on.file, msg("cli.arg-file"))
      .option("--unit", "UNIT", &gaps->selection.unit, msg("cli.opt-gaps-unit"))
      .option("--set", "ID", &gaps->selection.set, msg("cli.opt-only-set"))
      .option("--role", "ROLE", &gaps->role, msg("cli.opt-gaps-role"))
      .option("--top", "N", &gaps->top, msg("cli.opt-top"))
      .option("--assessment", "ID", &gaps->on.assessment, msg("cli.opt-assessment"))
      .example("orienta gaps agency.orienta")
      .example("orienta gaps agency.orienta --unit branch-7 --top 5")
      .example("orienta gaps agency.orienta --role agent --set front-staff")
      .run([&session, gaps] { return run_gaps(session, *gaps); });

  auto what_if = std::make_shared<WhatIfWords>();
  root.verb("what-if", msg("cli.about-what-if"))
      .argument("FILE", &what_if->on.file, msg("cli.arg-file"))
      .option("--set-rating", "NODE=0.85", &what_if->order.ratings, msg("cli.opt-set-rating"))
      .option("--set-value", "INDICATOR=1", &what_if->order.values, msg("cli.opt-set-value"))
      .option("--set-weight", "NODE=2", &what_if->order.weights, msg("cli.opt-set-weight"))
      .option("--unit", "UNIT", &what_if->order.selection.unit, msg("cli.opt-gaps-unit"))
      .option("--set", "ID", &what_if->order.selection.set, msg("cli.opt-only-set"))
      .option("--assessment", "ID", &what_if->on.assessment, msg("cli.opt-assessment"))
      .example("orienta what-if agency.orienta --unit branch-7 --set-rating answer-speed=0.85")
      .run([&session, what_if] { return run_what_if(session, *what_if); });

  auto compare = std::make_shared<CompareWords>();
  root.verb("compare", msg("cli.about-compare"))
      .argument("FILE", &compare->on.file, msg("cli.arg-file"))
      .argument("A", &compare->order.first, msg("cli.arg-compare-first"))
      .argument("B", &compare->order.second, msg("cli.arg-compare-second"))
      .option("--unit", "UNIT", &compare->order.unit, msg("cli.opt-compare-unit"))
      .option("--set", "ID", &compare->order.set, msg("cli.opt-only-set"))
      .option("--assessment", "ID", &compare->on.assessment, msg("cli.opt-assessment"))
      .flag("--nodes", compare->every_node, msg("cli.opt-nodes"))
      .example("orienta compare agency.orienta 2026-h1 2026-h2")
      .example("orienta compare agency.orienta branch-7 branch-9")
      .run([&session, compare] { return run_compare(session, *compare); });
}

}  // namespace orienta::cli

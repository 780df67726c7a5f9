// SPDX-License-Identifier: MIT
#include <memory>

#include "app/demo.hpp"
#include "app/explain.hpp"
#include "cli/score_view.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

/// The reasons behind one unit's result: the nodes that have one, without the answers below.
int print_reasons(Session& session, const Opened& opened, PluginHost& plugins, const Selection& selection) {
  const auto told =
      explain(opened.project, opened.assessment, plugins, opened.assessment.sets.front().id.value, selection);
  if (!told) return session.fail_with(told.error());
  const Unit& unit = opened.assessment.organisation.units()[*opened.assessment.unit_index(selection.unit)];
  session.print("");
  session.print(msg("cli.demo-why", {{"unit", unit.name}}));
  // Nodes nobody answered anything for say nothing here: the table has the completeness.
  int silent_below = -1;
  for (const ExplainLine& line : told->lines) {
    if (silent_below >= 0 && line.depth > silent_below) continue;
    silent_below = line.kind == ExplainLine::Kind::kNode && !line.scored ? line.depth : -1;
    using Kind = ExplainLine::Kind;
    const bool shown = line.kind == Kind::kNode || line.kind == Kind::kUnit || line.kind == Kind::kReason;
    if (shown && silent_below < 0) session.print(explain_line(line, session.words()));
  }
  return kDone;
}

Message what_it_shows(Demo demo) {
  switch (demo) {
    case Demo::kHousing:
      return msg("cli.demo-shows-housing");
    case Demo::kDepartments:
      return msg("cli.demo-shows-departments");
    case Demo::kPublished:
      return msg("cli.demo-shows-published");
    case Demo::kNetwork:
      break;
  }
  return msg("cli.demo-shows-agency");
}

Message what_next(Demo demo, const std::string& program, const std::string& file) {
  switch (demo) {
    case Demo::kHousing:
      return msg("cli.demo-next", {{"program", program}, {"file", file}});
    case Demo::kDepartments:
      return msg("cli.demo-next-departments", {{"program", program}, {"file", file}});
    case Demo::kPublished:
      return msg("cli.demo-next-published", {{"program", program}, {"file", file}});
    case Demo::kNetwork:
      break;
  }
  return msg("cli.demo-next-agency", {{"program", program}, {"file", file}});
}

/// Of the large one only the unit on top, with what rolls up to it.
Selection shown_of(const DemoProject& demo, const OpenAssessment& assessment) {
  if (demo.demo != Demo::kNetwork) return {};
  return {assessment.organisation.units().front().id.value, ""};
}

int show(Session& session, const DemoProject& demo) {
  const std::string file = demo.file.string();
  session.print(demo.made ? msg("cli.demo-made", {{"file", file}}) : msg("cli.demo-there", {{"file", file}}));
  session.print(what_it_shows(demo.demo));
  const auto opened = open({file, ""}, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  PluginHost plugins(session.places());
  const Selection shown = shown_of(demo, opened->assessment);
  const auto scores = score_sets(opened->project, opened->assessment, plugins, shown, ORIENTA_WANT_SUMMARY);
  if (!scores) return session.fail_with(scores.error());
  for (const SetScore& score : *scores)
    if (score.package != nullptr) session.add_words_of(*score.package);
  session.print(msg("cli.data-note", {{"text", opened->assessment.info.note}}));
  session.print("");
  session.print(score_view(opened->assessment, *scores, shown, false, session.words()));
  const Problems failures = failures_of(*scores);
  session.report(failures);
  if (failures.has_errors()) return exit_of(*scores);
  if (demo.demo != Demo::kHousing) return kDone;
  return print_reasons(session, *opened, plugins,
                       {opened->assessment.organisation.units().back().id.value, ""});
}

struct DemoWords {
  std::string folder = "orienta-demo";
  std::string only;
};

int run_demo(Session& session, const DemoWords& words) {
  const auto demos = make_demos(words.folder, session.places(), words.only);
  if (!demos) return session.fail_with(demos.error());
  if (!session.for_people()) {
    Table table{"demo", {{"file", msg("cli.column-file")}, {"made", msg("app.column-change")}}, {}};
    for (const DemoProject& demo : *demos)
      table.rows.push_back(
          {demo.file.string(), demo.made ? Coded{"yes", msg("cli.yes")} : Coded{"no", msg("cli.no")}});
    session.print(table);
    return kDone;
  }
  for (std::size_t i = 0; i < demos->size(); ++i) {
    const DemoProject& demo = (*demos)[i];
    if (i > 0) session.print("");
    if (const int code = show(session, demo); code != kDone) return code;
    session.print("");
    session.print(what_next(demo.demo, session.program(), shell_word(demo.file.string())));
  }
  return kDone;
}

}  // namespace

void add_demo_verb(Verb& root, Session& session) {
  auto words = std::make_shared<DemoWords>();
  root.verb("demo", msg("cli.about-demo"))
      .option("--out", "DIR", &words->folder, msg("cli.opt-out"))
      .option("--only", "NAME", &words->only, msg("cli.opt-demo-only"))
      .example("orienta demo --out /tmp/orienta-demo")
      .example("orienta demo --only agency-sample")
      .run([&session, words] { return run_demo(session, *words); });
}

}  // namespace orienta::cli

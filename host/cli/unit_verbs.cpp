// SPDX-License-Identifier: MIT
#include <memory>

#include "answers/import.hpp"
#include "app/setup.hpp"
#include "app/wording.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

Table units_table(const std::vector<Unit>& units) {
  Table table{"units",
              {{"id", msg("app.column-unit")},
               {"parent", msg("app.column-parent")},
               {"name", msg("app.column-name")},
               {"kind", msg("app.column-kind")},
               {"weight", msg("app.column-weight"), 2},
               {"role", msg("app.column-role")},
               {"population", msg("app.column-population"), 0},
               {"scope", msg("app.column-scope")}},
              {}};
  for (const Unit& unit : units)
    table.rows.push_back(
        {unit.id.value, unit.parent.value, unit.name,
         Coded{std::string(name_of(unit.kind)), words_of(unit.kind)}, unit.weight, unit.role,
         cell_of(unit.population),
         unit.in_scope ? Coded{"in", msg("app.scope-in")} : Coded{"out", msg("app.scope-out")}});
  return table;
}

Table differences_table(const std::vector<Difference>& differences) {
  Table table{"changes",
              {{"change", msg("app.column-change")},
               {"id", msg("app.column-unit")},
               {"what", msg("app.column-what")},
               {"before", msg("app.column-before")},
               {"after", msg("app.column-after")}},
              {}};
  for (const Difference& each : differences) {
    const Coded kind = each.kind == Difference::Kind::kAdded ? Coded{"added", msg("app.change-added")}
                       : each.kind == Difference::Kind::kRemoved
                           ? Coded{"removed", msg("app.change-removed")}
                           : Coded{"changed", msg("app.change-changed")};
    table.rows.push_back({kind, each.id, each.what, each.before, each.after});
  }
  return table;
}

struct UnitsWords {
  OnProject on;
  std::string data, encoding;
  bool dry_run = false;
};

int run_units_import(Session& session, const UnitsWords& words) {
  auto project = Project::open(words.on.file, Project::Access::kWrite);
  if (!project) return session.fail_with(project.error());
  const auto assessment = find_assessment(*project, words.on.assessment);
  if (!assessment) return session.fail_with(assessment.error());
  if (const Status open = must_be_open(*assessment); !open) return session.fail_with(open.error());
  auto read = read_unit_table(words.data, words.encoding);
  if (!read) return session.fail_with(read.error());
  const ScopeOf scope = read->has_scope ? ScopeOf::kUnits : ScopeOf::kAssessment;
  if (scope == ScopeOf::kAssessment) keep_scope(assessment->units, read->units);
  session.print(differences_table(differences(assessment->units, read->units)));
  if (words.dry_run) return kDone;
  const Status done = replace_units(*project, *assessment, std::move(read->units), scope);
  if (!done) return session.fail_with(done.error());
  session.next("units show " + shell_word(words.on.file), msg("cli.next-units-show"));
  return kDone;
}

int run_units_show(Session& session, const OnProject& on) {
  const auto project = Project::open(on.file, Project::Access::kRead);
  if (!project) return session.fail_with(project.error());
  const auto assessment = find_assessment(*project, on.assessment);
  if (!assessment) return session.fail_with(assessment.error());
  session.print(units_table(assessment->units));
  session.next("score " + shell_word(on.file), msg("cli.next-score"));
  return kDone;
}

void add_units(Verb& root, Session& session) {
  Verb& units = root.verb("units", msg("cli.about-units"));
  units.example("orienta units show agency.orienta")
      .example("orienta units import agency.orienta units.csv --dry-run");
  auto import = std::make_shared<UnitsWords>();
  units.verb("import", msg("cli.about-units-import"))
      .argument("FILE", &import->on.file, msg("cli.arg-file"))
      .argument("UNITS.csv", &import->data, msg("cli.arg-units"))
      .option("--assessment", "ID", &import->on.assessment, msg("cli.opt-assessment"))
      .option("--encoding", "E", &import->encoding, msg("cli.opt-encoding"))
      .flag("--dry-run", import->dry_run, msg("cli.opt-dry-run"))
      .example("orienta units import agency.orienta units.csv --dry-run")
      .run([&session, import] { return run_units_import(session, *import); });
  auto show = std::make_shared<OnProject>();
  units.verb("show", msg("cli.about-units-show"))
      .argument("FILE", &show->file, msg("cli.arg-file"))
      .option("--assessment", "ID", &show->assessment, msg("cli.opt-assessment"))
      .example("orienta units show agency.orienta")
      .run([&session, show] { return run_units_show(session, *show); });
}

struct ScopeWords {
  OnProject on;
  std::vector<std::string> in, out;
};

int run_scope(Session& session, const ScopeWords& words) {
  const bool write = !words.in.empty() || !words.out.empty();
  auto project = Project::open(words.on.file, write ? Project::Access::kWrite : Project::Access::kRead);
  if (!project) return session.fail_with(project.error());
  for (const bool in_scope : {true, false}) {
    const auto& names = in_scope ? words.in : words.out;
    if (names.empty()) continue;
    const auto assessment = find_assessment(*project, words.on.assessment);
    if (!assessment) return session.fail_with(assessment.error());
    const Status done =
        set_scope(*project, *assessment, std::vector<UnitId>(names.begin(), names.end()), in_scope);
    if (!done) return session.fail_with(done.error());
  }
  const auto assessment = find_assessment(*project, words.on.assessment);
  if (!assessment) return session.fail_with(assessment.error());
  session.print(units_table(assessment->units));
  session.next("score " + shell_word(words.on.file), msg("cli.next-score"));
  return kDone;
}

void add_scope(Verb& root, Session& session) {
  auto words = std::make_shared<ScopeWords>();
  root.verb("scope", msg("cli.about-scope"))
      .argument("FILE", &words->on.file, msg("cli.arg-file"))
      .option("--in", "UNIT", &words->in, msg("cli.opt-scope-in"))
      .option("--out", "UNIT", &words->out, msg("cli.opt-scope-out"))
      .option("--assessment", "ID", &words->on.assessment, msg("cli.opt-assessment"))
      .example("orienta scope network.orienta --out branch-7 --out branch-9")
      .run([&session, words] { return run_scope(session, *words); });
}

}  // namespace

void add_unit_verbs(Verb& root, Session& session) {
  add_units(root, session);
  add_scope(root, session);
}

}  // namespace orienta::cli

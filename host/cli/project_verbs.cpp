// SPDX-License-Identifier: MIT
#include <memory>

#include "answers/import.hpp"
#include "app/setup.hpp"
#include "app/wording.hpp"
#include "cli/set_verbs.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

struct NewWords {
  std::string file, organisation, note, units, assessment, period, as_of, encoding;
  std::vector<std::string> sets;
};

int run_new(Session& session, const NewWords& words) {
  NewProject wanted;
  wanted.organisation = words.organisation;
  wanted.note = words.note;
  wanted.sets = words.sets;
  wanted.assessment = words.assessment;
  const auto period = period_option("--period", words.period);
  if (!period) return session.fail_with(period.error());
  const auto as_of = date_option("--as-of", words.as_of);
  if (!as_of) return session.fail_with(as_of.error());
  wanted.period = *period;
  wanted.as_of = *as_of;
  if (!words.units.empty()) {
    auto units = read_units(words.units, words.encoding);
    if (!units) return session.fail_with(units.error());
    wanted.units = std::move(*units);
  }
  const auto made = make_project(words.file, wanted, session.places());
  if (!made) return session.fail_with(made.error());
  session.report(made->remarks);
  if (session.for_people())
    session.print(
        msg("cli.new-done", {{"file", words.file}, {"units", made->units}, {"sets", words.sets.size()}}));
  session.next("import " + shell_word(words.file) + " ANSWERS.csv", msg("cli.next-import"));
  return kDone;
}

void add_new(Verb& root, Session& session) {
  auto words = std::make_shared<NewWords>();
  root.verb("new", msg("cli.about-new"))
      .argument("FILE", &words->file, msg("cli.arg-new-file"))
      .needed_option("--organisation", "NAME", &words->organisation, msg("cli.opt-organisation"))
      .needed_option("--set", "ID", &words->sets, msg("cli.opt-new-set"))
      .option("--units", "UNITS.csv", &words->units, msg("cli.opt-units"))
      .option("--assessment", "ID", &words->assessment, msg("cli.opt-new-assessment"))
      .option("--period", "A..B", &words->period, msg("cli.opt-period"))
      .option("--as-of", "DATE", &words->as_of, msg("cli.opt-as-of"))
      .option("--note", "TEXT", &words->note, msg("cli.opt-note"))
      .option("--encoding", "E", &words->encoding, msg("cli.opt-encoding"))
      .example("orienta new agency.orienta --organisation \"Agency North\" --set client-satisfaction")
      .example(
          "orienta new network.orienta --organisation Network --units units.csv --set client-satisfaction "
          "--period 2026-H2")
      .run([&session, words] { return run_new(session, *words); });
}

// ---- sets
// ---------------------------------------------------------------------------------------------------

struct SetWords {
  OnProject on;
  std::string set;
  bool with_answers = false;
  bool dry_run = false;
};

int run_set(Session& session, const SetWords& words, bool add) {
  auto project = Project::open(words.on.file, Project::Access::kWrite);
  if (!project) return session.fail_with(project.error());
  const auto assessment = find_assessment(*project, words.on.assessment);
  if (!assessment) return session.fail_with(assessment.error());
  if (const Status open = must_be_open(*assessment); !open) return session.fail_with(open.error());
  const auto say = [&] {
    session.print(
        Table{"changes",
              {{"change", msg("app.column-change")}, {"set", msg("app.column-set")}},
              {{add ? Coded{"added", msg("app.change-added")} : Coded{"removed", msg("app.change-removed")},
                words.set}}});
  };
  if (words.dry_run) {
    say();
    return kDone;
  }
  if (add) {
    const auto remarks = add_set(*project, *assessment, words.set, session.places());
    if (!remarks) return session.fail_with(remarks.error());
    session.report(*remarks);
  } else if (const Status done = remove_set(*project, *assessment, words.set, words.with_answers); !done) {
    return session.fail_with(done.error());
  }
  say();
  session.next("undo " + shell_word(words.on.file), msg("cli.next-undo"));
  return kDone;
}

void add_sets(Verb& root, Session& session) {
  Verb& set = root.verb("set", msg("cli.about-set"));
  set.example("orienta set add agency.orienta department-climate");
  for (const bool add : {true, false}) {
    auto words = std::make_shared<SetWords>();
    Verb& verb =
        add ? set.verb("add", msg("cli.about-set-add")) : set.verb("remove", msg("cli.about-set-remove"));
    verb.argument("FILE", &words->on.file, msg("cli.arg-file"))
        .argument("ID", &words->set, msg("cli.arg-set"))
        .option("--assessment", "ID", &words->on.assessment, msg("cli.opt-assessment"))
        .flag("--dry-run", words->dry_run, msg("cli.opt-dry-run"))
        .example(std::string("orienta set ") + (add ? "add" : "remove") +
                 " agency.orienta department-climate")
        .run([&session, words, add] { return run_set(session, *words, add); });
    if (!add) verb.flag("--with-answers", words->with_answers, msg("cli.opt-with-answers"));
  }
  add_set_version_verbs(set, session);
}

// ---- assessments
// ------------------------------------------------------------------------------------------------------

struct AssessmentWords {
  OnProject on;
  std::string id, period, as_of;
  bool carry_over = false;
};

int run_assessment_new(Session& session, const AssessmentWords& words) {
  NewAssessment wanted;
  wanted.id = words.id;
  wanted.carry_over = words.carry_over;
  const auto period = period_option("--period", words.period);
  if (!period) return session.fail_with(period.error());
  const auto as_of = date_option("--as-of", words.as_of);
  if (!as_of) return session.fail_with(as_of.error());
  wanted.period = *period;
  wanted.as_of = *as_of;
  auto project = Project::open(words.on.file, Project::Access::kWrite);
  if (!project) return session.fail_with(project.error());
  const auto made = make_assessment(*project, wanted);
  if (!made) return session.fail_with(made.error());
  if (session.for_people()) session.print(msg("cli.assessment-made", {{"assessment", made->id.value}}));
  session.next("import " + shell_word(words.on.file) + " ANSWERS.csv", msg("cli.next-import"));
  return kDone;
}

int run_assessment_list(Session& session, const OnProject& on) {
  const auto project = Project::open(on.file, Project::Access::kRead);
  if (!project) return session.fail_with(project.error());
  const auto all = project->assessments();
  if (!all) return session.fail_with(all.error());
  Table table{"assessments",
              {{"id", msg("app.column-assessment")},
               {"from", msg("app.column-from")},
               {"to", msg("app.column-to")},
               {"as_of", msg("app.column-as-of")},
               {"state", msg("app.column-state")},
               {"units", msg("app.column-units"), 0},
               {"sets", msg("app.column-sets")},
               {"carried_from", msg("app.column-carried-from")}},
              {}};
  for (const Assessment& each : *all) {
    std::vector<std::string> sets;
    for (const PinnedSet& set : each.sets)
      sets.push_back(set.id.value);
    table.rows.push_back({each.id.value, each.period.from.to_string(),
                          Date{each.period.to.days - 1}.to_string(), each.as_of.to_string(),
                          each.closed ? Coded{"closed", msg("app.assessment-state-closed")}
                                      : Coded{"open", msg("app.assessment-state-open")},
                          static_cast<std::int64_t>(each.units.size()), listed(sets),
                          each.carried_from.value});
  }
  session.print(table);
  session.next("score " + shell_word(on.file), msg("cli.next-score"));
  return kDone;
}

int run_assessment_close(Session& session, const OnProject& on) {
  auto project = Project::open(on.file, Project::Access::kWrite);
  if (!project) return session.fail_with(project.error());
  PluginHost plugins(session.places());
  const auto closed = close_assessment(*project, plugins, on.assessment);
  if (!closed) return session.fail_with(closed.error());
  if (session.for_people()) session.print(msg("cli.assessment-closed", {{"assessment", closed->id.value}}));
  session.next("assessment new " + shell_word(on.file) + " --carry-over", msg("cli.next-assessment-new"));
  return kDone;
}

void add_assessments(Verb& root, Session& session) {
  Verb& verb = root.verb("assessment", msg("cli.about-assessment"));
  verb.example("orienta assessment list agency.orienta");
  auto made = std::make_shared<AssessmentWords>();
  verb.verb("new", msg("cli.about-assessment-new"))
      .argument("FILE", &made->on.file, msg("cli.arg-file"))
      .option("--id", "ID", &made->id, msg("cli.opt-new-assessment"))
      .option("--period", "A..B", &made->period, msg("cli.opt-period"))
      .option("--as-of", "DATE", &made->as_of, msg("cli.opt-as-of"))
      .flag("--carry-over", made->carry_over, msg("cli.opt-carry-over"))
      .example("orienta assessment new agency.orienta --period 2027-H1 --carry-over")
      .run([&session, made] { return run_assessment_new(session, *made); });
  auto list = std::make_shared<OnProject>();
  verb.verb("list", msg("cli.about-assessment-list"))
      .argument("FILE", &list->file, msg("cli.arg-file"))
      .example("orienta assessment list agency.orienta")
      .run([&session, list] { return run_assessment_list(session, *list); });
  auto close = std::make_shared<OnProject>();
  verb.verb("close", msg("cli.about-assessment-close"))
      .argument("FILE", &close->file, msg("cli.arg-file"))
      .option("--assessment", "ID", &close->assessment, msg("cli.opt-assessment"))
      .example("orienta assessment close agency.orienta")
      .run([&session, close] { return run_assessment_close(session, *close); });
}

}  // namespace

void add_project_verbs(Verb& root, Session& session) {
  add_new(root, session);
  add_sets(root, session);
  add_assessments(root, session);
}

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>

#include "app/history.hpp"
#include "app/importing.hpp"
#include "app/wording.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

int run_step(Session& session, const std::string& file, bool undo) {
  auto project = Project::open(file, Project::Access::kWrite);
  if (!project) return session.fail_with(project.error());
  const auto done = undo ? undo_last(*project) : redo_last(*project);
  if (!done) return session.fail_with(done.error());
  const std::string action = session.text(done->action);
  if (session.for_people()) {
    session.print(undo ? msg("cli.undone", {{"action", action}}) : msg("cli.redone", {{"action", action}}));
    if (done->passed_over > 0) session.print(msg("cli.passed-over", {{"n", done->passed_over}}));
  }
  session.next((undo ? "redo " : "undo ") + shell_word(file),
               undo ? msg("cli.next-redo") : msg("cli.next-undo"));
  return kDone;
}

int run_log(Session& session, const std::string& file) {
  const auto project = Project::open(file, Project::Access::kRead);
  if (!project) return session.fail_with(project.error());
  const auto log = project->log();
  if (!log) return session.fail_with(log.error());
  Table table{"log",
              {{"replica", msg("cli.column-replica"), 1, false},
               {"sequence", msg("cli.column-sequence"), 0},
               {"at", msg("cli.column-at")},
               {"action", msg("cli.column-action")},
               {"cells", msg("cli.column-cells"), 0},
               {"state", msg("app.column-state")}},
              {}};
  for (const LogEntry& entry : *log)
    table.rows.push_back({entry.replica, static_cast<std::int64_t>(entry.sequence), entry.at,
                          Coded{entry.action.code, entry.action}, static_cast<std::int64_t>(entry.cells),
                          entry.undone ? TableCell(Coded{"undone", msg("cli.log-undone")}) : TableCell()});
  session.print(table);
  session.next("undo " + shell_word(file), msg("cli.next-undo"));
  return kDone;
}

int run_forget(Session& session, const std::string& file, const std::string& person) {
  auto project = Project::open(file, Project::Access::kWrite);
  if (!project) return session.fail_with(project.error());
  const auto persons = project->persons();
  if (!persons) return session.fail_with(persons.error());
  std::vector<std::string> known;
  for (const Person& each : *persons) {
    if (each.id.value == person || each.name == tidy_name(person)) {
      if (const Status done = project->forget(each.id); !done) return session.fail_with(done.error());
      if (session.for_people()) session.print(msg("cli.forgotten", {{"person", each.id.value}}));
      session.next("log " + shell_word(file), msg("cli.next-log"));
      return kDone;
    }
    known.push_back(each.name.empty() ? each.id.value : each.name);
  }
  return session.fail_with(fail(ErrorKind::kNotFound, unknown_id(msg("app.word-person"), person, known)));
}

}  // namespace

void add_history_verbs(Verb& root, Session& session) {
  for (const bool undo : {true, false}) {
    auto file = std::make_shared<std::string>();
    root.verb(undo ? "undo" : "redo", undo ? msg("cli.about-undo") : msg("cli.about-redo"))
        .argument("FILE", file.get(), msg("cli.arg-file"))
        .example(std::string("orienta ") + (undo ? "undo" : "redo") + " agency.orienta")
        .run([&session, file, undo] { return run_step(session, *file, undo); });
  }
  auto file = std::make_shared<std::string>();
  root.verb("log", msg("cli.about-log"))
      .argument("FILE", file.get(), msg("cli.arg-file"))
      .example("orienta log agency.orienta")
      .run([&session, file] { return run_log(session, *file); });
  auto on = std::make_shared<std::pair<std::string, std::string>>();
  root.verb("forget", msg("cli.about-forget"))
      .argument("FILE", &on->first, msg("cli.arg-file"))
      .argument("PERSON", &on->second, msg("cli.arg-person"))
      .example("orienta forget agency.orienta \"Anna Kowalska\"")
      .run([&session, on] { return run_forget(session, on->first, on->second); });
}

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
#include <memory>

#include "app/evidence.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

struct EvidenceWords {
  OnProject on;
  std::string data, encoding;
  bool dry_run = false;
};

Table report_table(const EvidenceReport& report) {
  const auto number = [](std::uint64_t value) { return TableCell(static_cast<std::int64_t>(value)); };
  return {"evidence",
          {{"new", msg("cli.column-new"), 0},
           {"changed", msg("cli.column-changed"), 0},
           {"unchanged", msg("cli.column-unchanged"), 0}},
          {{number(report.fresh), number(report.changed), number(report.unchanged)}}};
}

int run_import(Session& session, const EvidenceWords& words) {
  auto project = Project::open(words.on.file, Project::Access::kWrite);
  if (!project) return session.fail_with(project.error());
  const auto report = import_evidence(*project, words.data, words.encoding, words.dry_run);
  if (!report) {
    const int code = session.fail_with(report.error());
    if (session.for_people()) session.note(msg("cli.nothing-imported"));
    return code;
  }
  session.print(report_table(*report));
  if (words.dry_run) {
    if (session.for_people()) session.print(msg("cli.dry-run-done"));
    return kDone;
  }
  session.next("evidence list " + shell_word(words.on.file), msg("cli.next-evidence-list"));
  return kDone;
}

int run_list(Session& session, const OnProject& on) {
  const auto opened = open(on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  const auto table = evidence_table(opened->project, opened->assessment);
  if (!table) return session.fail_with(table.error());
  session.print(*table);
  session.next("import " + shell_word(on.file) + " ANSWERS.csv", msg("cli.next-import"));
  return kDone;
}

}  // namespace

void add_evidence_verbs(Verb& root, Session& session) {
  Verb& verb = root.verb("evidence", msg("cli.about-evidence"));
  verb.example("orienta evidence import agency.orienta evidence.csv");
  auto import = std::make_shared<EvidenceWords>();
  verb.verb("import", msg("cli.about-evidence-import"))
      .argument("FILE", &import->on.file, msg("cli.arg-file"))
      .argument("EVIDENCE.csv", &import->data, msg("cli.arg-evidence"))
      .option("--encoding", "E", &import->encoding, msg("cli.opt-encoding"), {"utf-8", "cp1251", "cp1250"})
      .flag("--dry-run", import->dry_run, msg("cli.opt-dry-run"))
      .example("orienta evidence import agency.orienta evidence.csv --dry-run")
      .run([&session, import] { return run_import(session, *import); });
  auto list = std::make_shared<OnProject>();
  verb.verb("list", msg("cli.about-evidence-list"))
      .argument("FILE", &list->file, msg("cli.arg-file"))
      .option("--assessment", "ID", &list->assessment, msg("cli.opt-assessment"))
      .example("orienta evidence list agency.orienta --format csv")
      .run([&session, list] { return run_list(session, *list); });
}

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
#include <memory>

#include "app/targets.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

struct TargetWords {
  OnProject on;
  TargetOrder order;
  std::string data, encoding;
  bool dry_run = false;
};

using Changes = Result<std::vector<TargetChange>>;

int finish(Session& session, const TargetWords& words, const Changes& changes) {
  if (!changes) return session.fail_with(changes.error());
  session.print(target_changes_table(*changes));
  if (words.dry_run && session.for_people()) session.print(msg("cli.dry-run-done"));
  session.next("target list " + shell_word(words.on.file), msg("cli.next-target-list"));
  return kDone;
}

int run_set(Session& session, const TargetWords& words) {
  auto opened = open(words.on, Project::Access::kWrite);
  if (!opened) return session.fail_with(opened.error());
  return finish(session, words, set_target(opened->project, opened->assessment, words.order));
}

int run_remove(Session& session, const TargetWords& words) {
  auto opened = open(words.on, Project::Access::kWrite);
  if (!opened) return session.fail_with(opened.error());
  return finish(session, words, remove_target(opened->project, opened->assessment, words.order));
}

int run_import(Session& session, const TargetWords& words) {
  auto opened = open(words.on, Project::Access::kWrite);
  if (!opened) return session.fail_with(opened.error());
  return finish(
      session, words,
      import_targets(opened->project, opened->assessment, words.data, words.encoding, words.dry_run));
}

int run_list(Session& session, const TargetWords& words) {
  const auto opened = open(words.on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  const auto table = words.order.unit.empty() ? Result<Table>(targets_table(opened->assessment))
                                              : unit_targets_table(opened->assessment, words.order.unit);
  if (!table) return session.fail_with(table.error());
  session.print(*table);
  session.next("score " + shell_word(words.on.file), msg("cli.next-score"));
  return kDone;
}

/// What a target is of, and for whom.
Verb& with_place(Verb& verb, TargetWords& words) {
  return verb.argument("FILE", &words.on.file, msg("cli.arg-file"))
      .argument("NODE", &words.order.node, msg("cli.arg-target-node"))
      .option("--set", "ID", &words.order.set, msg("cli.opt-target-set"))
      .option("--unit", "UNIT", &words.order.unit, msg("cli.opt-target-unit"))
      .option("--role", "ROLE", &words.order.role, msg("cli.opt-target-role"))
      .option("--kind", "KIND", &words.order.kind, msg("cli.opt-target-kind"),
              {"organisation", "region", "branch", "department", "team", "employee"})
      .option("--assessment", "ID", &words.on.assessment, msg("cli.opt-assessment"));
}

void add_set(Verb& target, Session& session) {
  auto words = std::make_shared<TargetWords>();
  with_place(target.verb("set", msg("cli.about-target-set")), *words)
      .option("--level", "N", &words->order.level, msg("cli.opt-target-level"))
      .option("--index", "X", &words->order.index, msg("cli.opt-target-index"))
      .option("--value", "V", &words->order.value, msg("cli.opt-target-value"))
      .example("orienta target set agency.orienta client-satisfaction --level 3")
      .example("orienta target set agency.orienta client-satisfaction --index 70 --unit north")
      .run([&session, words] { return run_set(session, *words); });
}

void add_remove(Verb& target, Session& session) {
  auto words = std::make_shared<TargetWords>();
  with_place(target.verb("remove", msg("cli.about-target-remove")), *words)
      .example("orienta target remove agency.orienta client-satisfaction --unit north")
      .run([&session, words] { return run_remove(session, *words); });
}

void add_import(Verb& target, Session& session) {
  auto words = std::make_shared<TargetWords>();
  target.verb("import", msg("cli.about-target-import"))
      .argument("FILE", &words->on.file, msg("cli.arg-file"))
      .argument("TARGETS.csv", &words->data, msg("cli.arg-targets"))
      .option("--encoding", "E", &words->encoding, msg("cli.opt-encoding"), {"utf-8", "cp1251", "cp1250"})
      .option("--assessment", "ID", &words->on.assessment, msg("cli.opt-assessment"))
      .flag("--dry-run", words->dry_run, msg("cli.opt-dry-run"))
      .example("orienta target import agency.orienta targets.csv --dry-run")
      .run([&session, words] { return run_import(session, *words); });
}

void add_list(Verb& target, Session& session) {
  auto words = std::make_shared<TargetWords>();
  target.verb("list", msg("cli.about-target-list"))
      .argument("FILE", &words->on.file, msg("cli.arg-file"))
      .option("--unit", "UNIT", &words->order.unit, msg("cli.opt-target-list-unit"))
      .option("--assessment", "ID", &words->on.assessment, msg("cli.opt-assessment"))
      .example("orienta target list agency.orienta --unit north")
      .run([&session, words] { return run_list(session, *words); });
}

}  // namespace

void add_target_verbs(Verb& root, Session& session) {
  Verb& target = root.verb("target", msg("cli.about-target"));
  target.example("orienta target set agency.orienta client-satisfaction --level 3");
  add_set(target, session);
  add_import(target, session);
  add_remove(target, session);
  add_list(target, session);
}

}  // namespace orienta::cli

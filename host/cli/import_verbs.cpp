// SPDX-License-Identifier: MIT
#include <memory>

#include "app/importing.hpp"
#include "app/wording.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

struct ImportWords {
  OnProject on;
  std::string data, shape, set, mapping, encoding, period;
  bool skip_rejected = false;
  bool dry_run = false;
};

std::optional<Shape> shape_of(const std::string& name) {
  for (const Shape shape : {Shape::kAnswers, Shape::kSurvey, Shape::kMeasures})
    if (name_of(shape) == name) return shape;
  return std::nullopt;
}

Table report_table(const ImportReport& report) {
  const auto number = [](std::uint64_t value) { return TableCell(static_cast<std::int64_t>(value)); };
  return {"import",
          {{"shape", msg("cli.column-shape")},
           {"rows", msg("cli.column-rows"), 0},
           {"new", msg("cli.column-new"), 0},
           {"changed", msg("cli.column-changed"), 0},
           {"unchanged", msg("cli.column-unchanged"), 0},
           {"rejected", msg("cli.column-rejected"), 0},
           {"responses", msg("cli.column-responses"), 0}},
          {{Coded{std::string(name_of(report.shape)),
                  report.shape == Shape::kAnswers  ? msg("cli.shape-answers")
                  : report.shape == Shape::kSurvey ? msg("cli.shape-survey")
                                                   : msg("cli.shape-measures")},
            number(report.rows), number(report.fresh), number(report.changed), number(report.unchanged),
            number(report.rejected), number(report.responses)}}};
}

int run_import(Session& session, const ImportWords& words) {
  ImportOrder order;
  order.data = words.data;
  order.shape = shape_of(words.shape);
  order.set = words.set;
  if (!words.mapping.empty()) order.mapping = words.mapping;
  order.encoding = words.encoding;
  order.skip_rejected = words.skip_rejected;
  order.dry_run = words.dry_run;
  const auto period = period_option("--period", words.period);
  if (!period) return session.fail_with(period.error());
  order.period = *period;
  order.progress = session.progress();

  auto opened = open(words.on, Project::Access::kWrite);
  if (!opened) return session.fail_with(opened.error());
  const auto report = import_data(opened->project, opened->assessment, order);
  session.end_progress();
  if (!report) {
    const int code = session.fail_with(report.error());
    if (session.for_people()) session.note(msg("cli.nothing-imported"));
    return code;
  }
  session.report(report->remarks);
  session.print(report_table(*report));
  if (words.dry_run) {
    if (session.for_people()) session.print(msg("cli.dry-run-done"));
    return kDone;
  }
  session.next("score " + shell_word(words.on.file), msg("cli.next-score"));
  return kDone;
}

void add_import(Verb& root, Session& session) {
  auto words = std::make_shared<ImportWords>();
  root.verb("import", msg("cli.about-import"))
      .argument("FILE", &words->on.file, msg("cli.arg-file"))
      .argument("DATA.csv", &words->data, msg("cli.arg-data"))
      .option("--as", "SHAPE", &words->shape, msg("cli.opt-as"), {"answers", "survey", "measures"})
      .option("--set", "ID", &words->set, msg("cli.opt-import-set"))
      .option("--map", "MAP.yaml", &words->mapping, msg("cli.opt-map"))
      .option("--encoding", "E", &words->encoding, msg("cli.opt-encoding"), {"utf-8", "cp1251", "cp1250"})
      .option("--period", "A..B", &words->period, msg("cli.opt-wave-period"))
      .option("--assessment", "ID", &words->on.assessment, msg("cli.opt-assessment"))
      .flag("--skip-rejected", words->skip_rejected, msg("cli.opt-skip-rejected"))
      .flag("--dry-run", words->dry_run, msg("cli.opt-dry-run"))
      .example("orienta import housing.orienta survey.csv --map survey.map.yaml --dry-run")
      .example("orienta import agency.orienta answers.csv")
      .run([&session, words] { return run_import(session, *words); });
}

struct AnswerWords {
  OnProject on;
  AnswerOrder order;
};

int run_answer(Session& session, const AnswerWords& words) {
  auto opened = open(words.on, Project::Access::kWrite);
  if (!opened) return session.fail_with(opened.error());
  const auto report = give_answer(opened->project, opened->assessment, words.order);
  if (!report) return session.fail_with(report.error());
  session.report(report->remarks);
  const AnswerKey& key = report->after.key;
  const Coded change = !report->before   ? Coded{"added", msg("app.change-added")}
                       : report->changed ? Coded{"changed", msg("app.change-changed")}
                                         : Coded{"unchanged", msg("app.change-unchanged")};
  session.print(Table{"answer",
                      {{"change", msg("app.column-change")},
                       {"unit", msg("app.column-unit")},
                       {"set", msg("app.column-set")},
                       {"indicator", msg("app.column-indicator")},
                       {"source", msg("app.column-source")}},
                      {{change, key.unit.value, key.set.value, key.indicator.value,
                        Coded{std::string(name_of(key.source)), words_of(key.source)}}}});
  session.next("explain " + shell_word(words.on.file) + " " + shell_word(key.indicator.value) + " --unit " +
                   shell_word(key.unit.value),
               msg("cli.next-explain"));
  return kDone;
}

void add_answer(Verb& root, Session& session) {
  auto words = std::make_shared<AnswerWords>();
  AnswerOrder& order = words->order;
  root.verb("answer", msg("cli.about-answer"))
      .argument("FILE", &words->on.file, msg("cli.arg-file"))
      .needed_option("--unit", "UNIT", &order.unit, msg("cli.opt-unit"))
      .needed_option("--indicator", "ID", &order.indicator, msg("cli.opt-indicator"))
      .option("--set", "ID", &order.set, msg("cli.opt-set"))
      .option("--value", "V", &order.value, msg("cli.opt-value"))
      .option("--not-applicable", "REASON", &order.not_applicable, msg("cli.opt-not-applicable"))
      .flag("--dont-know", order.dont_know, msg("cli.opt-dont-know"))
      .option("--source", "SOURCE", &order.source, msg("cli.opt-source"),
              {"self", "manager", "peer", "client", "auditor", "mystery_shopper", "system", "agreed"})
      .option("--assessor", "NAME", &order.assessor, msg("cli.opt-assessor"))
      .option("--occasion", "O", &order.occasion, msg("cli.opt-occasion"))
      .option("--date", "DATE", &order.date, msg("cli.opt-date"))
      .option("--comment", "TEXT", &order.comment, msg("cli.opt-comment"))
      .option("--confidence", "GRADE", &order.confidence, msg("cli.opt-confidence"),
              {"sure", "likely", "guess"})
      .option("--evidence", "ID", &order.evidence, msg("cli.opt-evidence"))
      .option("--assessment", "ID", &words->on.assessment, msg("cli.opt-assessment"))
      .example(
          "orienta answer housing.orienta --unit tower --indicator reviews-watched --value half "
          "--confidence sure")
      .example(
          "orienta answer housing.orienta --unit tower --indicator reviews-watched --not-applicable \"no "
          "reviews exist\"")
      .run([&session, words] { return run_answer(session, *words); });
}

}  // namespace

void add_import_verbs(Verb& root, Session& session) {
  add_import(root, session);
  add_answer(root, session);
}

}  // namespace orienta::cli

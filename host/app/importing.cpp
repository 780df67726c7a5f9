// SPDX-License-Identifier: MIT
#include "app/importing.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "answers/tallying.hpp"
#include "app/wording.hpp"
#include "base/limits.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

Result<Mapping> load_mapping(const std::filesystem::path& file) {
  const auto text = os::read_file(file, limits::kCriteriaFileBytes);
  if (!text) return failure(text.error());
  return read_mapping(*text, file.string());
}

std::vector<std::string> evidence_ids(const OpenAssessment& assessment) {
  std::vector<std::string> ids;
  for (const Evidence& piece : assessment.evidence)
    ids.push_back(piece.id);
  std::ranges::sort(ids);
  return ids;
}

/// `evidence` must outlive it.
ImportContext context_of(const OpenAssessment& assessment, const std::vector<std::string>& evidence) {
  ImportContext context;
  context.evidence = &evidence;
  context.organisation = &assessment.organisation;
  for (const CriteriaSet& set : assessment.sets)
    context.sets.push_back(&set);
  context.period = assessment.record.period;
  return context;
}

Result<Imported> read_data(const OpenAssessment& assessment, const ImportOrder& order) {
  Mapping mapping;
  const std::vector<std::string> evidence = evidence_ids(assessment);
  ImportContext context = context_of(assessment, evidence);
  if (order.mapping) {
    auto loaded = load_mapping(*order.mapping);
    if (!loaded) return failure(std::move(loaded.error()));
    mapping = std::move(*loaded);
    context.mapping = &mapping;
  }
  context.shape = order.shape;
  context.set = order.set;
  context.encoding = order.encoding;
  context.skip_rejected = order.skip_rejected;
  if (order.period) context.period = *order.period;
  context.progress = order.progress;
  context.stop = order.stop;
  return read_import(order.data, context);
}

void count(ImportReport& report, bool is_there, bool is_same) {
  ++(is_there ? is_same ? report.unchanged : report.changed : report.fresh);
}

/// Answers and figures are kept under the first id of their `same_as` chain, so that they serve all sets.
void move_home(const OpenAssessment& assessment, SetId& set_id, NodeId& indicator_id) {
  const auto set = std::ranges::find(assessment.sets, set_id, &CriteriaSet::id);
  if (set == assessment.sets.end()) return;
  const auto indicator = set->indicator(indicator_id.value);
  if (indicator) std::tie(set_id, indicator_id) = home_of(*set, *indicator, assessment.sets);
}

/// Says how far it is; kCancelled after a stop request.
Status step(const ImportOrder& order, std::uint64_t done, std::uint64_t total) {
  constexpr std::uint64_t kOften = 256;
  if (done % kOften != 0) return {};
  if (order.stop.stop_requested()) return failure(ErrorKind::kCancelled, msg("answers.cancelled"));
  if (order.progress) order.progress(done, total);
  return {};
}

Status put_answers(Project& project, Change& change, const OpenAssessment& assessment, Imported& read,
                   const ImportOrder& order, ImportReport& report) {
  const AssessmentId& id = assessment.record.id;
  std::map<std::string, PersonId> keys;
  std::uint64_t done = 0;
  for (Answer& answer : read.answers) {
    if (Status on = step(order, done++, read.answers.size()); !on) return on;
    move_home(assessment, answer.key.set, answer.key.indicator);
    if (!answer.key.assessor.empty()) {
      const std::string name = tidy_name(answer.key.assessor.value);
      if (!keys.contains(name)) {
        auto person = project.person(change, name);
        if (!person) return failure(std::move(person.error()));
        keys.emplace(name, std::move(*person));
      }
      answer.key.assessor = keys.at(name);
    }
    const auto before = project.answer(id, answer.key);
    if (!before) return failure(before.error());
    count(report, before->has_value(), before->has_value() && **before == answer);
    if (Status put = change.put_answer(id, answer); !put) return put;
  }
  for (Finding& finding : read.findings) {
    finding.id = random_id();
    if (Status put = change.put_finding(id, finding); !put) return put;
  }
  return {};
}

Status put_measures(const Project& project, Change& change, const OpenAssessment& assessment, Imported& read,
                    const ImportOrder& order, ImportReport& report) {
  const AssessmentId& id = assessment.record.id;
  const auto there = project.measures(id);
  if (!there) return failure(there.error());
  const auto place = [](const MeasureFigure& figure) {
    return std::tuple(figure.unit, figure.set, figure.indicator, figure.period.from.days,
                      figure.period.to.days, figure.segments);
  };
  std::map<decltype(place(there->front())), const MeasureFigure*> known;
  for (const MeasureFigure& figure : *there)
    known.emplace(place(figure), &figure);
  std::uint64_t done = 0;
  for (MeasureFigure& figure : read.measures) {
    if (Status on = step(order, done++, read.measures.size()); !on) return on;
    move_home(assessment, figure.set, figure.indicator);
    const auto before = known.find(place(figure));
    count(report, before != known.end(), before != known.end() && *before->second == figure);
    if (Status put = change.put_measure(id, figure); !put) return put;
  }
  return {};
}

Status put_survey(Change& change, const OpenAssessment& assessment, Imported& read, ImportReport& report) {
  const AssessmentId& id = assessment.record.id;
  Wave& wave = read.survey.wave;
  wave.id = random_id();
  if (Status put = change.put_wave(id, wave, *read.survey.layout); !put) return put;
  for (const auto& [unit, sheet] : read.survey.sheets) {
    const UnitId& unit_id = assessment.organisation.units()[unit].id;
    if (Status put = change.put_wave_sheet(id, wave.id, unit_id, sheet); !put) return put;
  }
  report.fresh = read.survey.sheets.size();
  report.responses = wave.responses;
  return {};
}

Message action_of(const Imported& read, const ImportOrder& order) {
  const std::string file = order.data.filename().string();
  if (read.shape == Shape::kAnswers)
    return msg("store.action-import-answers", {{"file", file}, {"n", read.answers.size()}});
  if (read.shape == Shape::kMeasures)
    return msg("store.action-import-measures", {{"file", file}, {"n", read.measures.size()}});
  return msg("store.action-import-survey", {{"file", file}, {"n", read.survey.wave.responses}});
}

Status put_all(Project& project, Change& change, const OpenAssessment& assessment, Imported& read,
               const ImportOrder& order, ImportReport& report) {
  if (read.shape == Shape::kAnswers) return put_answers(project, change, assessment, read, order, report);
  if (read.shape == Shape::kMeasures) return put_measures(project, change, assessment, read, order, report);
  return put_survey(change, assessment, read, report);
}

}  // namespace

std::string tidy_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool is_space = c == ' ' || c == '\t';
    if (is_space && (out.empty() || out.back() == ' ')) continue;
    out += is_space ? ' ' : c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Result<ImportReport> import_data(Project& project, const OpenAssessment& assessment,
                                 const ImportOrder& order) {
  if (Status open = must_be_open(assessment.record); !open) return failure(std::move(open.error()));
  auto read = read_data(assessment, order);
  if (!read) return failure(std::move(read.error()));
  ImportReport report;
  report.shape = read->shape;
  report.rows = read->rows;
  report.rejected = read->rejected;
  report.remarks = std::move(read->remarks);
  report.reasons = std::move(read->reasons);

  auto change = project.begin(action_of(*read, order));
  if (!change) return failure(std::move(change.error()));
  if (Status put = put_all(project, *change, assessment, *read, order, report); !put)
    return failure(std::move(put.error()));
  if (order.dry_run) return report;
  if (Status fresh = refresh_sheets(project, assessment, *change); !fresh)
    return failure(std::move(fresh.error()));
  const auto done = change->commit();
  if (!done) return failure(done.error());
  return report;
}

namespace {

/// The id of the only set that asks the question, or nothing.
std::string only_set_with(const OpenAssessment& assessment, const std::string& indicator) {
  std::string found;
  for (const CriteriaSet& set : assessment.sets) {
    if (!set.indicator(indicator)) continue;
    if (!found.empty()) return "";
    found = set.id.value;
  }
  return found;
}

/// The order as the columns of an answers file.
Result<std::map<std::string, std::string>> columns_of(const OpenAssessment& assessment,
                                                      const AnswerOrder& order) {
  const int said = (order.value ? 1 : 0) + (order.not_applicable ? 1 : 0) + (order.dont_know ? 1 : 0);
  if (said != 1) return failure(ErrorKind::kUsage, msg("app.one-of-value"));
  const auto unit = assessment.unit_index(order.unit);
  if (!unit) return failure(unit.error());
  std::map<std::string, std::string> columns{{"unit", assessment.organisation.units()[*unit].id.value},
                                             {"indicator", order.indicator},
                                             {"state", order.value       ? "value"
                                                       : order.dont_know ? "dont_know"
                                                                         : "not_applicable"}};
  const auto add = [&](const char* name, const std::string& text) {
    if (!text.empty()) columns.emplace(name, text);
  };
  add("set", order.set.empty() ? only_set_with(assessment, order.indicator) : order.set);
  add("source", order.source);
  add("occasion", order.occasion);
  add("date", order.date);
  add("value", order.value.value_or(""));
  add("reason", order.not_applicable.value_or(""));
  add("comment", order.comment);
  add("confidence", order.confidence);
  std::string evidence;
  for (const std::string& id : order.evidence)
    evidence += (evidence.empty() ? "" : "|") + id;
  add("evidence", evidence);
  return columns;
}

}  // namespace

Result<AnswerReport> give_answer(Project& project, const OpenAssessment& assessment,
                                 const AnswerOrder& order) {
  if (Status open = must_be_open(assessment.record); !open) return failure(std::move(open.error()));
  const auto columns = columns_of(assessment, order);
  if (!columns) return failure(columns.error());
  const std::vector<std::string> evidence = evidence_ids(assessment);
  ImportContext context = context_of(assessment, evidence);
  context.set = order.set;
  auto read = read_answer(*columns, context);
  if (!read) return failure(std::move(read.error()));
  Answer& answer = read->answers.front();
  move_home(assessment, answer.key.set, answer.key.indicator);
  auto change = project.begin(msg(
      "store.action-answer", {{"unit", answer.key.unit.value}, {"indicator", answer.key.indicator.value}}));
  if (!change) return failure(std::move(change.error()));
  if (!order.assessor.empty()) {
    auto person = project.person(*change, tidy_name(order.assessor));
    if (!person) return failure(std::move(person.error()));
    answer.key.assessor = std::move(*person);
  }
  AnswerReport report;
  auto before = project.answer(assessment.record.id, answer.key);
  if (!before) return failure(std::move(before.error()));
  report.before = std::move(*before);
  report.after = std::move(answer);
  if (Status put = change->put_answer(assessment.record.id, report.after); !put)
    return failure(std::move(put.error()));
  if (Status fresh = refresh_sheets(project, assessment, *change); !fresh)
    return failure(std::move(fresh.error()));
  report.changed = change->cells() > 0;
  const auto done = change->commit();
  if (!done) return failure(done.error());
  return report;
}

}  // namespace orienta

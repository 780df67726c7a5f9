// SPDX-License-Identifier: MIT
#include "answers/survey_problems.hpp"

#include "answers/csv_problems.hpp"
#include "answers/import_words.hpp"

namespace orienta {
namespace {

Message answered_twice(const RowProblem& problem, const std::string& indicator, std::uint64_t lines_before) {
  return msg("answers.survey-answer-twice",
             {{"indicator", indicator}, {"first_line", problem.number + lines_before}});
}

Message words_of(const RowProblem& problem, const SurveyPlan& plan, std::uint64_t lines_before) {
  using Kind = RowProblem::Kind;
  const Indicator& indicator = plan.set->indicators[problem.slot];
  const Scale& scale = plan.set->scales[indicator.scale];
  switch (problem.kind) {
    case Kind::kRagged:
      return ragged_row(problem.number, plan.columns.size());
    case Kind::kUnknownUnit:
      return unknown_unit(*plan.organisation, problem.text);
    case Kind::kOutOfScope:
      return msg("answers.unit-out-of-scope", {{"unit", problem.text}});
    case Kind::kUnknownIndicator:
      return unknown_indicator(*plan.set, problem.text);
    case Kind::kNotForKind:
      return not_for_kind(indicator, problem.text, *plan.organisation);
    case Kind::kSourceUnclear:
      return msg("answers.survey-source-unclear",
                 {{"indicator", indicator.id}, {"sources", list_sources(indicator.answered_by)}});
    case Kind::kSourceNotAsked:
      return msg("answers.survey-source-not-asked",
                 {{"indicator", indicator.id}, {"sources", list_sources(indicator.answered_by)}});
    case Kind::kUnknownPoint:
      return unknown_point(scale, problem.text);
    case Kind::kNotANumber:
      return msg("answers.not-a-number", {{"text", problem.text}});
    case Kind::kTooPrecise:
      return msg("answers.too-precise",
                 {{"text", problem.text}, {"n", scale.measure ? scale.measure->digits : 0}});
    case Kind::kOutside:
      return outside(scale, problem.text);
    case Kind::kUnknownSegment:
      return unknown_segment_value(*plan.layout, plan.segment_ids[problem.number], problem.text);
    case Kind::kBadCount:
      return msg("answers.bad-count", {{"text", problem.text}});
    case Kind::kAnsweredTwice:
      return answered_twice(problem, indicator.id, lines_before);
    case Kind::kRespondentTwice:
      return msg("answers.respondent-twice",
                 {{"respondent", problem.text}, {"first_line", problem.number + lines_before}});
    case Kind::kQuote:
      return csv_problem(problem.step);
    case Kind::kNotUtf8:
      return msg("answers.not-utf8", {{"encoding", problem.text}});
    case Kind::kBinary:
      return msg("answers.file-is-binary");
  }
  return {};
}

}  // namespace

void add_problem(const RowProblem& problem, const SurveyPlan& plan, std::uint64_t lines_before,
                 std::string_view file, Problems& problems) {
  const auto line = static_cast<std::uint32_t>(problem.line + lines_before);
  // Beyond what is kept problems are only counted: looking for the nearest word takes time.
  if (problems.errors() >= Problems::kKept)
    return problems.add({}, {std::string(file), line, problem.column});
  problems.add(words_of(problem, plan, lines_before), {std::string(file), line, problem.column});
}

}  // namespace orienta

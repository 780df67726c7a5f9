// SPDX-License-Identifier: MIT
#include "app/explain_records.hpp"

#include <algorithm>

#include "answers/tallying.hpp"
#include "app/wording.hpp"

namespace orienta {
namespace {

Message answer_line(const Answer& answer, const Scale& scale) {
  const Argument source = word(words_of(answer.key.source));
  const std::string when = answer.date ? " (" + answer.date->to_string() + ")" : "";
  if (answer.state == AnswerState::kNotApplicable)
    return msg("app.explain-answer-not-applicable",
               {{"source", source}, {"date", when}, {"reason", answer.reason}});
  if (answer.state == AnswerState::kDontKnow)
    return msg("app.explain-answer-dont-know", {{"source", source}, {"date", when}});
  const auto point = scale.point(answer.point);
  const Argument value = answer.figure                                  ? Argument(answer.figure->to_string())
                         : point && !scale.points[*point].label.empty() ? Argument(scale.points[*point].label)
                                                                        : Argument(answer.point);
  if (answer.comment.empty())
    return msg("app.explain-answer", {{"source", source}, {"date", when}, {"value", value}});
  return msg("app.explain-answer-comment",
             {{"source", source}, {"date", when}, {"value", value}, {"comment", answer.comment}});
}

Message words_of(Finding::Grade grade) {
  switch (grade) {
    case Finding::Grade::kMajor:
      return msg("app.finding-major");
    case Finding::Grade::kMinor:
      return msg("app.finding-minor");
    case Finding::Grade::kObservation:
      break;
  }
  return msg("app.finding-observation");
}

class Records {
 public:
  Records(const OpenAssessment& assessment, std::string id, int depth)
      : assessment_(assessment), id_(std::move(id)), depth_(depth) {}

  void add_answer(const Answer& answer, const Scale& scale) {
    add(0, ExplainLine::Kind::kAnswer, answer_line(answer, scale));
    if (answer.carried_over) add(1, ExplainLine::Kind::kRemark, msg("app.explain-carried-over"));
    for (const std::string& id : answer.evidence) {
      const auto known = std::ranges::find(assessment_.evidence, id, &Evidence::id);
      if (known == assessment_.evidence.end()) continue;
      const Argument kind = word(words_of(known->kind));
      const bool is_expired = known->expires && *known->expires < assessment_.record.as_of;
      add(1, ExplainLine::Kind::kRemark,
          is_expired ? msg("app.explain-evidence-expired",
                           {{"kind", kind}, {"title", known->title}, {"date", known->expires->to_string()}})
                     : msg("app.explain-evidence", {{"kind", kind}, {"title", known->title}}));
    }
  }

  void add_finding(const Finding& finding) {
    const Argument grade = word(words_of(finding.grade));
    const std::string clause = finding.clause.empty() ? "" : " [" + finding.clause + "]";
    add(0, ExplainLine::Kind::kRemark,
        finding.open
            ? msg("app.explain-finding-open", {{"grade", grade}, {"fact", finding.fact}, {"clause", clause}})
            : msg("app.explain-finding-closed",
                  {{"grade", grade}, {"fact", finding.fact}, {"clause", clause}}));
  }

  std::vector<ExplainLine> lines;

 private:
  void add(int below, ExplainLine::Kind kind, Message text) {
    lines.push_back({depth_ + below, kind, std::move(text), id_, false});
  }

  const OpenAssessment& assessment_;
  std::string id_;
  int depth_;
};

}  // namespace

Result<std::vector<ExplainLine>> records_behind(const Project& project, const OpenAssessment& assessment,
                                                std::size_t set, std::uint32_t indicator, std::uint32_t unit,
                                                int depth) {
  const CriteriaSet& asked = assessment.sets[set];
  const UnitId& unit_id = assessment.organisation.units()[unit].id;
  const auto [home, kept_as] = home_of(asked, indicator, assessment.sets);
  const auto all = project.answers(assessment.record.id, unit_id, home);
  if (!all) return failure(all.error());
  Records records(assessment, kept_as.value, depth);
  for (const Answer& answer : *all)
    if (answer.key.indicator == kept_as && !asked.anonymous.has(answer.key.source))
      records.add_answer(answer, asked.scales[asked.indicators[indicator].scale]);
  for (const Finding& finding : assessment.findings)
    if (finding.unit == unit_id && finding.set == asked.id &&
        finding.node.value == asked.indicators[indicator].id)
      records.add_finding(finding);
  return std::move(records.lines);
}

}  // namespace orienta

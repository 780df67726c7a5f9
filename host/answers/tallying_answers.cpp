// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <tuple>

#include "answers/homes.hpp"
#include "answers/tallying.hpp"

namespace orienta {
namespace {

using EvidenceById = std::map<std::string_view, const Evidence*>;

/// An answer and one of the indicators it is for.
struct Given {
  std::uint32_t indicator = 0;
  const Answer* answer = nullptr;
};

void warn(Problems* remarks, Message message) {
  if (remarks != nullptr) remarks->add(std::move(message), {}, Severity::kWarning);
}

bool is_asked(const Indicator& indicator, Source source) {
  return source == Source::kAgreed || indicator.answered_by.empty() || indicator.answered_by.has(source);
}

std::vector<Given> answers_of_set(const CriteriaSet& set, const HomeIndex& homes,
                                  std::span<const Answer> answers, Problems* remarks) {
  std::vector<Given> given;
  for (const Answer& answer : answers) {
    const AnswerKey& key = answer.key;
    if (homes.is_unknown(key.set, key.indicator))
      warn(remarks, msg("answers.tally-unknown-indicator",
                        {{"set", key.set.value}, {"indicator", key.indicator.value}}));
    for (const std::uint32_t indicator : homes.find(key.set, key.indicator)) {
      if (is_asked(set.indicators[indicator], key.source))
        given.push_back({indicator, &answer});
      else
        warn(remarks, msg("answers.tally-source-not-asked",
                          {{"indicator", set.indicators[indicator].id}, {"source", name_of(key.source)}}));
    }
  }
  return given;
}

/// Answers that compete for the same place: of one indicator, source and assessor; what was agreed is agreed
/// by all.
auto place_of(const Given& given) {
  static const PersonId kNobody;
  const AnswerKey& key = given.answer->key;
  const PersonId& assessor = key.source == Source::kAgreed ? kNobody : key.assessor;
  return std::tuple<std::uint32_t, Source, const PersonId&>(given.indicator, key.source, assessor);
}

/// The later answer is the greater one. What follows the occasion only makes the order complete.
auto time_of(const Given& given) {
  const Answer& answer = *given.answer;
  return std::tie(answer.date, answer.key.occasion, answer.key.assessor, answer.state, answer.point);
}

bool supersedes(const CriteriaSet& set, const Given& given) {
  return given.answer->key.source == Source::kAgreed ||
         set.indicators[given.indicator].occasions == Occasions::kLatest;
}

std::vector<Given> resolve_occasions(const CriteriaSet& set, std::vector<Given> given) {
  std::sort(given.begin(), given.end(), [](const Given& left, const Given& right) {
    if (const auto a = place_of(left), b = place_of(right); a != b) return a < b;
    return time_of(left) < time_of(right);
  });
  std::vector<Given> kept;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const bool is_last = i + 1 == given.size() || place_of(given[i]) != place_of(given[i + 1]);
    if (is_last || !supersedes(set, given[i])) kept.push_back(given[i]);
  }
  return kept;
}

bool count_figure(const Measure& measure, const Answer& answer, Cell& cell, Problems* remarks) {
  const auto figure = answer.figure ? answer.figure->with_digits(measure.digits) : std::nullopt;
  if (!figure) {
    warn(remarks, msg("answers.tally-figure-not-held", {{"indicator", answer.key.indicator.value},
                                                        {"digits", static_cast<int>(measure.digits)},
                                                        {"n", static_cast<int>(measure.digits)}}));
    return false;
  }
  cell.figures += 1;
  cell.sum += figure->units;
  cell.squares += static_cast<WideInt>(figure->units) * figure->units;
  return true;
}

bool count_value(const Scale& scale, const Answer& answer, Cell& cell, Problems* remarks) {
  if (scale.measure) return count_figure(*scale.measure, answer, cell, remarks);
  const auto point = scale.point(answer.point);
  if (!point) {
    warn(remarks,
         msg("answers.tally-unknown-point",
             {{"indicator", answer.key.indicator.value}, {"value", answer.point}, {"scale", scale.id}}));
    return false;
  }
  cell.points[*point] += 1;
  return true;
}

void count_support(const Answer& answer, const EvidenceById& known, Date as_of, Cell& cell,
                   Problems* remarks) {
  if (answer.confidence) cell.confidence[static_cast<std::size_t>(*answer.confidence)] += 1;
  Mask<EvidenceKind> kinds;
  for (const std::string& id : answer.evidence) {
    const auto piece = known.find(id);
    if (piece == known.end())
      warn(remarks, msg("answers.tally-unknown-evidence",
                        {{"indicator", answer.key.indicator.value}, {"evidence", id}}));
    else if (!piece->second->expires || *piece->second->expires >= as_of)
      kinds.add(piece->second->kind);
  }
  for (std::size_t kind = 0; kind < kEvidenceKindCount; ++kind)
    if (kinds.has(static_cast<EvidenceKind>(kind))) cell.evidence[kind] += 1;
}

}  // namespace

TallySheet tally_answers(const CriteriaSet& set, std::shared_ptr<const TallyLayout> layout,
                         std::span<const Answer> answers, std::span<const Evidence> evidence, Date as_of,
                         Problems* remarks, std::span<const Home> homes) {
  EvidenceById known;
  for (const Evidence& piece : evidence)
    known.emplace(piece.id, &piece);

  TallySheet sheet(std::move(layout));
  const HomeIndex index(set, homes);
  for (const Given& given : resolve_occasions(set, answers_of_set(set, index, answers, remarks))) {
    const Answer& answer = *given.answer;
    Cell& cell = sheet.cell({given.indicator, 0, answer.key.source});
    switch (answer.state) {
      case AnswerState::kNotApplicable:
        cell.not_applicable += 1;
        break;
      case AnswerState::kDontKnow:
        cell.dont_know += 1;
        break;
      case AnswerState::kValue:
        if (count_value(set.scales[set.indicators[given.indicator].scale], answer, cell, remarks))
          count_support(answer, known, as_of, cell, remarks);
        break;
    }
  }
  return sheet;
}

}  // namespace orienta

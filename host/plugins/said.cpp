// SPDX-License-Identifier: MIT
#include "plugins/said.hpp"

#include <array>
#include <cstring>

namespace orienta {
namespace {

struct Figure {
  const char* name;
  double (*of)(const orienta_score_t& score);
};
constexpr std::array<Figure, 8> kFigures{{
    {"state", [](const orienta_score_t& score) -> double { return score.state; }},
    {"value", [](const orienta_score_t& score) -> double { return score.value; }},
    {"error", [](const orienta_score_t& score) -> double { return score.error; }},
    {"freedom", [](const orienta_score_t& score) -> double { return score.freedom; }},
    {"completeness", [](const orienta_score_t& score) -> double { return score.completeness; }},
    {"progress", [](const orienta_score_t& score) -> double { return score.progress; }},
    {"level", [](const orienta_score_t& score) -> double { return score.level; }},
    {"count", [](const orienta_score_t& score) -> double { return score.count; }},
}};

bool is_same(double left, double right) {
  return std::memcmp(&left, &right, sizeof left) == 0;
}

/// The first figure in which the two differ: their bytes, so -0 differs from 0.
std::optional<Message> difference(const orienta_score_t& left, const orienta_score_t& right,
                                  std::uint32_t unit, const CriteriaSet& set) {
  for (const Figure& figure : kFigures) {
    const double first = figure.of(left);
    const double second = figure.of(right);
    if (!is_same(first, second))
      return msg("plugins.check-differs", {{"unit", unit},
                                           {"node", set.node_id(left.node)},
                                           {"figure", figure.name},
                                           {"first", first},
                                           {"second", second}});
  }
  return {};
}

}  // namespace

std::optional<Message> Said::add(const SamplePlan& plan, const BatchScores& scores, const CriteriaSet& set) {
  std::optional<Message> found;
  for (const ScoredUnit& scored : scores.units) {
    const std::uint32_t unit = plan.units[scored.unit];
    const auto first = scores.scores.begin() + scored.first;
    const std::vector<orienta_score_t> nodes(first, first + scored.count);
    const auto [known, is_new] = scores_.try_emplace({unit, plan.scenarios[scored.scenario]}, nodes);
    // Both have every node, by node: the sink saw to that.
    for (std::size_t i = 0; !is_new && !found && i < nodes.size(); ++i)
      found = difference(known->second[i], nodes[i], unit, set);
  }
  std::vector<std::vector<std::pair<bool, Note>>> notes(plan.units.size());
  for (const UnitNote& note : scores.notes)
    notes[note.unit].emplace_back(note.is_remark, note.note);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const auto [known, is_new] = notes_.try_emplace(plan.units[i], notes[i]);
    if (!is_new && !found && known->second != notes[i])
      found = msg("plugins.check-notes-differ", {{"unit", plan.units[i]}});
  }
  return found;
}

}  // namespace orienta

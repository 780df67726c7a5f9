// SPDX-License-Identifier: MIT
#include "app/scoring.hpp"

#include <algorithm>
#include <cmath>

#include "app/wording.hpp"

namespace orienta {
namespace {

/// The selected unit with everything below it; empty: all.
Result<std::vector<bool>> wanted_units(const OpenAssessment& assessment, const std::string& unit) {
  std::vector<bool> wanted;
  if (unit.empty()) return wanted;
  const auto top = assessment.unit_index(unit);
  if (!top) return failure(top.error());
  wanted.assign(assessment.organisation.units().size(), false);
  wanted[*top] = true;
  for (std::uint32_t i = *top + 1; i < wanted.size(); ++i) {
    const auto parent = assessment.organisation.parent(i);
    if (parent && wanted[*parent]) wanted[i] = true;
  }
  return wanted;
}

std::vector<TableCell> row_of(const OpenAssessment& assessment, const CriteriaSet& set, std::uint32_t unit,
                              const NodeResult& node) {
  const auto ranged = [&](const std::optional<double>& value) { return cell_of(value); };
  return {assessment.organisation.units()[unit].id.value,
          set.id.value,
          set.node_id(node.node),
          Coded{std::string(name_of(node.basis)), words_of(node.basis)},
          Coded{std::string(name_of(node.state)), words_of(node.state)},
          cell_of(node.level),
          cell_of(node.level_possible),
          node.of > 0 ? TableCell(static_cast<std::int64_t>(node.of)) : TableCell(),
          cell_of(node.stage),
          ranged(node.index),
          ranged(node.index_low),
          ranged(node.index_high),
          ranged(node.ci_low),
          ranged(node.ci_high),
          node.completeness,
          ranged(node.share),
          cell_of(node.of_units),
          node.n > 0 ? TableCell(static_cast<std::int64_t>(node.n)) : TableCell()};
}

}  // namespace

Result<std::vector<SetScore>> score_sets(const Project& project, const OpenAssessment& assessment,
                                         PluginHost& plugins, const Selection& selection,
                                         std::uint32_t want) {
  auto wanted = wanted_units(assessment, selection.unit);
  if (!wanted) return failure(std::move(wanted.error()));
  if (!selection.set.empty())
    if (const auto known = assessment.set_index(selection.set); !known) return failure(known.error());

  std::vector<SetScore> scores;
  for (std::size_t i = 0; i < assessment.sets.size(); ++i) {
    if (!selection.set.empty() && assessment.sets[i].id.value != selection.set) continue;
    SetScore score;
    score.set = i;
    const auto ready = plugins.ready(assessment.sets[i]);
    if (!ready) {
      score.failed = ready.error();
    } else {
      score.package = ready->package;
      score.trust = ready->trust;
      AssessInput input = input_for(project, assessment, i);
      input.wanted = *wanted;
      auto result = assess(input, *ready->runner, ready->set, want);
      if (result)
        score.result = std::move(*result);
      else if (result.error().kind == ErrorKind::kPlugin)
        score.failed = std::move(result.error());
      else
        return failure(std::move(result.error()));
    }
    scores.push_back(std::move(score));
  }
  return scores;
}

TableCell named(const CriteriaSet& set, std::uint32_t node, bool with_titles) {
  if (with_titles && !set.node_title(node).empty()) return set.node_title(node);
  return set.node_id(node);
}

std::vector<Column> score_columns() {
  return {{"unit", msg("app.column-unit")},
          {"set", msg("app.column-set")},
          {"node", msg("app.column-node")},
          {"basis", msg("app.column-basis"), 0, false},
          {"state", msg("app.column-state")},
          {"level", msg("app.column-level"), 0},
          {"level_possible", msg("app.column-level-possible"), 0},
          {"of", msg("app.column-of"), 0},
          {"stage", msg("app.column-stage"), 0, false},
          {"index", msg("app.column-index"), 1},
          {"index_low", msg("app.column-index-low"), 1},
          {"index_high", msg("app.column-index-high"), 1},
          {"ci_low", msg("app.column-ci-low"), 1},
          {"ci_high", msg("app.column-ci-high"), 1},
          {"completeness", msg("app.column-completeness"), 2},
          {"share", msg("app.column-share"), 2, false},
          {"of_units", msg("app.column-of-units"), 0, false},
          {"n", msg("app.column-n"), 0}};
}

Table score_table(const OpenAssessment& assessment, const std::vector<SetScore>& scores,
                  const Selection& selection, bool every_node) {
  Table table{"score", score_columns(), {}};
  const auto only =
      selection.unit.empty() ? Result<std::uint32_t>(0u) : assessment.unit_index(selection.unit);
  for (const SetScore& score : scores) {
    const CriteriaSet& set = assessment.sets[score.set];
    if (score.failed) {
      NodeResult failed;
      failed.state = ResultState::kFailed;
      for (std::uint32_t unit = 0; unit < assessment.organisation.units().size(); ++unit)
        if (selection.unit.empty() || (only && *only == unit))
          table.rows.push_back(row_of(assessment, set, unit, failed));
      continue;
    }
    for (const UnitResult& unit : score.result.units) {
      if (!selection.unit.empty() && (!only || *only != unit.unit)) continue;
      for (const NodeResult& node : unit.nodes)
        if (every_node || node.node == 0) table.rows.push_back(row_of(assessment, set, unit.unit, node));
    }
  }
  return table;
}

std::vector<std::size_t> worst_units(const OpenAssessment& assessment, const SetScore& score,
                                     std::size_t most) {
  const CriteriaSet& set = assessment.sets[score.set];
  struct Ranked {
    int level = 0;
    double index = 0;
    std::size_t place = 0;
    auto operator<=>(const Ranked&) const = default;
  };
  std::vector<Ranked> ranked;
  for (std::size_t place = 0; place < score.result.units.size(); ++place) {
    const UnitResult& unit = score.result.units[place];
    const UnitKind kind = assessment.organisation.units()[unit.unit].kind;
    if (!set.scored_at.empty() && !set.scored_at.has(kind)) continue;
    const auto own = std::ranges::find_if(unit.nodes, [](const NodeResult& node) {
      return node.node == 0 && node.basis == Basis::kOwn && node.index.has_value();
    });
    if (own != unit.nodes.end()) ranked.push_back({own->level.value_or(0), *own->index, place});
  }
  most = std::min(most, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most), ranked.end());
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < most; ++i)
    places.push_back(ranked[i].place);
  return places;
}

Message level_words(const NodeResult& node) {
  if (*node.level == node.level_possible.value_or(*node.level))
    return msg("app.level", {{"level", *node.level}, {"of", node.of}});
  return msg("app.level-range",
             {{"level", *node.level}, {"possible", *node.level_possible}, {"of", node.of}});
}

bool may_be_profile(const CriteriaSet& set, const SetResult& results) {
  const auto has_no_ladder = [](const UnitResult& unit) {
    return std::ranges::any_of(unit.nodes, [](const NodeResult& node) {
      return node.node == 0 && node.basis == Basis::kOwn && node.state == ResultState::kNoLadder;
    });
  };
  return !set.levels.empty() && std::ranges::any_of(results.units, has_no_ladder);
}

std::optional<Message> weakest_words(const CriteriaSet& set, const UnitResult& unit) {
  const NodeResult* weakest = nullptr;
  const auto rank = [](const NodeResult& node) { return std::pair(*node.level, node.index.value_or(0)); };
  for (const NodeResult& node : unit.nodes) {
    if (node.basis != Basis::kOwn || node.node > set.dimensions.size()) continue;
    if (node.node == 0 && (node.level || !node.index)) return std::nullopt;
    if (node.level && (weakest == nullptr || rank(node) < rank(*weakest))) weakest = &node;
  }
  if (weakest == nullptr) return std::nullopt;
  return msg("app.weakest",
             {{"title", set.node_title(weakest->node)}, {"level", *weakest->level}, {"of", weakest->of}});
}

Message share_words(const OpenAssessment& assessment, const CriteriaSet& set, const NodeResult& node) {
  const bool is_for_all =
      std::ranges::none_of(assessment.record.targets, [&](const AssessmentTarget& target) {
        return target.set == set.id && set.node(target.node.value) == 0u;
      });
  const double units = node.of_units.value_or(0);
  const double reached = *node.share * units;
  const bool is_count = std::abs(reached - std::round(reached)) < 1e-6;
  if (node.node == 0 && set.target.level && is_for_all && is_count)
    return msg("app.share-at-level", {{"reached", static_cast<std::uint64_t>(std::lround(reached))},
                                      {"n", node.of_units.value_or(0)},
                                      {"level", *set.target.level}});
  return msg("app.share-at-target", {{"share", *node.share}, {"n", node.of_units.value_or(0)}});
}

Problems failures_of(const std::vector<SetScore>& scores) {
  Problems problems;
  for (const SetScore& score : scores)
    if (score.failed) problems.append(score.failed->problems);
  return problems;
}

}  // namespace orienta

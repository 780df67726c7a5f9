// SPDX-License-Identifier: MIT
#include "app/compare.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "app/compare_answers.hpp"
#include "app/wording.hpp"

namespace orienta {
namespace {

/// Scores a set for a unit; what the plugin cannot do becomes a remark, and nothing comes back.
Result<std::optional<Standing>> standing_of(const AssessInput& input, PluginHost& plugins, std::uint32_t unit,
                                            Problems& remarks) {
  const auto ready = plugins.ready(*input.set);
  auto standing =
      ready ? look_at(input, *ready->runner, ready->set, unit) : Result<Standing>(failure(ready.error()));
  if (standing) return std::optional(std::move(*standing));
  if (ready && standing.error().kind != ErrorKind::kPlugin) return failure(std::move(standing.error()));
  remarks.append(standing.error().problems);
  return std::optional<Standing>();
}

NodeResult node_of(const Standing& standing, std::uint32_t node) {
  const NodeResult* const found = result_of(standing.results, standing.unit, node, standing.basis);
  if (found != nullptr) return *found;
  NodeResult none;
  none.node = node;
  return none;
}

std::optional<bool> beyond_chance(const NodeResult& first, const NodeResult& second, double change) {
  if (!first.ci_low || !first.ci_high || !second.ci_low || !second.ci_high) return std::nullopt;
  return std::abs(change) > std::hypot(*first.ci_high - *first.ci_low, *second.ci_high - *second.ci_low) / 2;
}

/// The nodes of the second one's set; those that the first did not have are without its result.
SetChange changes_of(const CriteriaSet& set, const CriteriaSet& first_set, const Standing& first,
                     const Standing& second, const Standing& first_alike, const Standing& second_alike) {
  SetChange change;
  change.set = set.id;
  change.first_version = first_set.version;
  change.second_version = set.version;
  change.dimensions = static_cast<std::uint32_t>(set.dimensions.size());
  for (std::uint32_t node = 0; node < set.node_count(); ++node) {
    NodeChange one;
    one.node = node;
    if (const auto before = first_set.node(set.node_id(node))) one.first = node_of(first, *before);
    one.second = node_of(second, node);
    const NodeResult before = node_of(first_alike, node);
    const NodeResult after = node_of(second_alike, node);
    if (before.index && after.index) {
      one.like_for_like = *after.index - *before.index;
      one.beyond_chance = beyond_chance(before, after, *one.like_for_like);
    }
    change.nodes.push_back(one);
    change.ids.push_back(named(set, node, false));
    change.titles.push_back(named(set, node, true));
  }
  return change;
}

/// Takes units out of scope that are not in scope in both; how many that concerned.
std::size_t keep_common_units(OpenAssessment& first, OpenAssessment& second) {
  const auto in_scope = [](const OpenAssessment& assessment) {
    std::set<UnitId> ids;
    for (const Unit& unit : assessment.organisation.units())
      if (unit.in_scope) ids.insert(unit.id);
    return ids;
  };
  const std::set<UnitId> of_first = in_scope(first);
  const std::set<UnitId> of_second = in_scope(second);
  std::size_t dropped = 0;
  const auto drop = [&](OpenAssessment& assessment, const std::set<UnitId>& others) {
    std::vector<Unit> units(assessment.organisation.units().begin(), assessment.organisation.units().end());
    for (Unit& unit : units) {
      if (!unit.in_scope || others.contains(unit.id)) continue;
      unit.in_scope = false;
      ++dropped;
    }
    if (auto built = Organisation::build(std::move(units))) assessment.organisation = std::move(*built);
  };
  drop(first, of_second);
  drop(second, of_first);
  return dropped;
}

class Assessments {
 public:
  Assessments(const Project& project, PluginHost& plugins, const CompareOrder& order)
      : project_(project), plugins_(plugins), order_(order) {}

  Result<Comparison> compare() {
    for (auto [name, into] : {std::pair(&order_.first, &first_), std::pair(&order_.second, &second_)}) {
      auto opened = open_assessment(project_, *name);
      if (!opened) return failure(std::move(opened.error()));
      *into = std::move(*opened);
    }
    if (Status alike = make_alike(); !alike) return failure(std::move(alike.error()));
    if (order_.unit.empty()) {
      unit_ = second_.organisation.units().front().id;
    } else {
      const auto unit = second_.unit_index(order_.unit);
      if (!unit) return failure(unit.error());
      unit_ = second_.organisation.units()[*unit].id;
    }
    result_ = {first_.record.id.value, second_.record.id.value, unit_.value, {}, {}, {}};
    if (dropped_ > 0) result_.notes.push_back(msg("app.compare-units", {{"n", dropped_}}));
    for (std::size_t set = 0; set < second_.sets.size(); ++set)
      if (Status done = add(set); !done) return failure(std::move(done.error()));
    return std::move(result_);
  }

 private:
  /// The first one's answers under the second one's sets, both over the same units.
  Status make_alike() {
    auto first = open_assessment(project_, order_.first);
    auto second = open_assessment(project_, order_.second);
    if (!first || !second) return failure((first ? second : first).error());
    first_alike_ = std::move(*first);
    second_alike_ = std::move(*second);
    use_sets_of(second_, first_alike_);
    dropped_ = keep_common_units(first_alike_, second_alike_);
    return {};
  }

  Status add(std::size_t set) {
    const CriteriaSet& wanted = second_.sets[set];
    if (!order_.set.empty() && wanted.id.value != order_.set) return {};
    const auto before = std::ranges::find(first_.sets, wanted.id, &CriteriaSet::id);
    if (before == first_.sets.end()) {
      result_.notes.push_back(msg("app.compare-set-new", {{"set", wanted.id.value}}));
      return {};
    }
    const auto there = static_cast<std::size_t>(before - first_.sets.begin());
    const auto alike = std::ranges::find(first_alike_.sets, wanted.id, &CriteriaSet::id);
    const auto there_alike = static_cast<std::size_t>(alike - first_alike_.sets.begin());
    if (before->hash != wanted.hash)
      result_.notes.push_back(
          msg("app.compare-version",
              {{"set", wanted.id.value}, {"first", before->version}, {"second", wanted.version}}));
    std::vector<Standing> standings;
    inputs_.clear();
    inputs_.reserve(4);
    for (const auto& [assessment, index] : {std::pair<const OpenAssessment*, std::size_t>(&first_, there),
                                            {&second_, set},
                                            {&first_alike_, there_alike},
                                            {&second_alike_, set}}) {
      const auto unit = assessment->organisation.find(unit_);
      if (!unit) {
        result_.notes.push_back(msg("app.compare-unit-missing",
                                    {{"unit", unit_.value}, {"assessment", assessment->record.id.value}}));
        return {};
      }
      inputs_.push_back(input_for(project_, *assessment, index));
      auto standing = standing_of(inputs_.back(), plugins_, *unit, result_.remarks);
      if (!standing) return failure(std::move(standing.error()));
      if (!*standing) return {};
      standings.push_back(std::move(**standing));
    }
    SetChange change = changes_of(wanted, *before, standings[0], standings[1], standings[2], standings[3]);
    auto origins = answer_origins(project_, first_, second_, set, unit_);
    if (!origins) return failure(std::move(origins.error()));
    for (NodeChange& node : change.nodes)
      node.answers = (*origins)[node.node];
    result_.sets.push_back(std::move(change));
    return {};
  }

  const Project& project_;
  PluginHost& plugins_;
  const CompareOrder& order_;
  OpenAssessment first_;
  OpenAssessment second_;
  OpenAssessment first_alike_;
  OpenAssessment second_alike_;
  std::size_t dropped_ = 0;
  UnitId unit_;
  std::vector<AssessInput> inputs_;
  Comparison result_;
};

Result<Comparison> compare_units(const Project& project, PluginHost& plugins, const CompareOrder& order,
                                 const OpenAssessment& assessment, std::uint32_t first,
                                 std::uint32_t second) {
  const auto& units = assessment.organisation.units();
  Comparison result{units[first].id.value, units[second].id.value, "", {}, {}, {}};
  for (std::size_t set = 0; set < assessment.sets.size(); ++set) {
    const CriteriaSet& wanted = assessment.sets[set];
    if (!order.set.empty() && wanted.id.value != order.set) continue;
    const AssessInput input = input_for(project, assessment, set);
    auto one = standing_of(input, plugins, first, result.remarks);
    if (!one) return failure(std::move(one.error()));
    auto other = standing_of(input, plugins, second, result.remarks);
    if (!other) return failure(std::move(other.error()));
    if (*one && *other) result.sets.push_back(changes_of(wanted, wanted, **one, **other, **one, **other));
  }
  return result;
}

}  // namespace

Result<Comparison> compare(const Project& project, PluginHost& plugins, const CompareOrder& order) {
  const auto all = project.assessments();
  if (!all) return failure(all.error());
  const auto is_assessment = [&](const std::string& id) {
    return std::ranges::any_of(*all, [&](const Assessment& each) { return each.id.value == id; });
  };
  if (is_assessment(order.first) && is_assessment(order.second))
    return Assessments(project, plugins, order).compare();

  const auto assessment = open_assessment(project, order.assessment);
  if (!assessment) return failure(assessment.error());
  const auto first = assessment->unit_index(order.first);
  const auto second = assessment->unit_index(order.second);
  if (first && second) return compare_units(project, plugins, order, *assessment, *first, *second);
  const bool first_known = first || is_assessment(order.first);
  const bool second_known = second || is_assessment(order.second);
  if (first_known && second_known)
    return failure(ErrorKind::kUsage,
                   msg("app.compare-kinds", {{"first", order.first}, {"second", order.second}}));
  std::vector<std::string> known;
  for (const Assessment& each : *all)
    known.push_back(each.id.value);
  for (const Unit& unit : assessment->organisation.units())
    known.push_back(unit.id.value);
  return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-assessment-or-unit"),
                                                  first_known ? order.second : order.first, known));
}

namespace {

std::vector<TableCell> row_of(const Comparison& comparison, const SetChange& set, const NodeChange& node,
                              bool with_titles) {
  const auto count = [&](std::uint64_t AnswerOrigins::*member) {
    return node.answers ? TableCell(static_cast<std::int64_t>((*node.answers).*member)) : TableCell();
  };
  const bool both = node.first.index && node.second.index;
  return {comparison.unit,
          set.set.value,
          with_titles ? set.titles[node.node] : set.ids[node.node],
          cell_of(node.first.index),
          cell_of(node.second.index),
          both ? TableCell(*node.second.index - *node.first.index) : TableCell(),
          cell_of(node.like_for_like),
          node.beyond_chance
              ? TableCell(*node.beyond_chance ? Coded{"yes", msg("app.yes")} : Coded{"no", msg("app.no")})
              : TableCell(),
          cell_of(node.first.level),
          cell_of(node.second.level),
          cell_of(node.first.share),
          cell_of(node.second.share),
          count(&AnswerOrigins::reassessed),
          count(&AnswerOrigins::carried),
          count(&AnswerOrigins::fresh)};
}

}  // namespace

Table compare_table(const Comparison& comparison, bool every_node, bool with_titles) {
  Table table{"compare",
              {{"unit", msg("app.column-unit")},
               {"set", msg("app.column-set")},
               {"node", msg("app.column-node")},
               {"index_first", msg("app.column-index-of", {{"what", comparison.first}}), 1},
               {"index_second", msg("app.column-index-of", {{"what", comparison.second}}), 1},
               {"change", msg("app.column-change-of-index"), 1},
               {"like_for_like", msg("app.column-like-for-like"), 1},
               {"beyond_chance", msg("app.column-beyond-chance")},
               {"level_first", msg("app.column-level-of", {{"what", comparison.first}}), 0},
               {"level_second", msg("app.column-level-of", {{"what", comparison.second}}), 0},
               {"share_first", msg("app.column-share"), 2, false},
               {"share_second", msg("app.column-share"), 2, false},
               {"reassessed", msg("app.column-reassessed"), 0},
               {"carried_over", msg("app.column-carried-over"), 0},
               {"new", msg("app.column-new-answers"), 0}},
              {}};
  for (const SetChange& set : comparison.sets)
    for (const NodeChange& node : set.nodes)
      if (every_node || node.node <= set.dimensions)
        table.rows.push_back(row_of(comparison, set, node, with_titles));
  return table;
}

}  // namespace orienta

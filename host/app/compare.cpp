// SPDX-License-Identifier: MIT
#include "app/compare.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "app/compare_answers.hpp"
#include "app/pinned_set.hpp"
#include "app/wording.hpp"
#include "criteria/diff.hpp"

namespace orienta {
namespace {

/// How a set stands for a unit, with what scores it.
struct Side {
  Standing standing;
  PluginHost::Ready ready;
};

/// What the plugin cannot do becomes a remark, and nothing comes back.
Result<std::optional<Side>> side_of(const AssessInput& input, PluginHost& plugins, std::uint32_t unit,
                                    Problems& remarks) {
  const auto ready = plugins.ready(*input.set);
  auto standing =
      ready ? look_at(input, *ready->runner, ready->set, unit) : Result<Standing>(failure(ready.error()));
  if (standing) return std::optional(Side{std::move(*standing), *ready});
  if (ready && standing.error().kind != ErrorKind::kPlugin) return failure(std::move(standing.error()));
  remarks.append(standing.error().problems);
  return std::optional<Side>();
}

/// Leaves a question out on both sides unless both have a value.
void keep_what_both_answered(Readings& first, Readings& second) {
  for (std::size_t i = 0; i < first.combined.size(); ++i) {
    orienta_reading_t& one = first.combined[i];
    orienta_reading_t& other = second.combined[i];
    if (one.state == ORIENTA_STATE_VALUE && other.state == ORIENTA_STATE_VALUE) continue;
    one.state = other.state = ORIENTA_STATE_NOT_ASKED;
  }
}

/// Two assessments: unit by unit, over those that both have; how many were left out. Two units: when each
/// stands for itself. Nothing when they cannot be paired. What was withheld in the whole stays withheld.
std::optional<std::size_t> keep_in_common(Standing& first, Standing& second, bool are_units) {
  if (are_units) {
    if (first.basis != Basis::kOwn || second.basis != Basis::kOwn) return std::nullopt;
    keep_what_both_answered(first.kept.readings(0), second.kept.readings(0));
    return 0;
  }
  const auto ids = [](const Standing& standing) {
    std::map<UnitId, std::size_t> places;
    for (std::size_t place = 0; place < standing.kept.size(); ++place)
      places.emplace(standing.kept.input().organisation->units()[standing.kept.unit(place)].id, place);
    return places;
  };
  const auto of_first = ids(first);
  const auto of_second = ids(second);
  std::vector<bool> keep_first(first.kept.size(), false);
  std::vector<bool> keep_second(second.kept.size(), false);
  std::size_t common = 0;
  for (const auto& [unit, place] : of_first) {
    const auto other = of_second.find(unit);
    if (other == of_second.end()) continue;
    keep_first[place] = keep_second[other->second] = true;
    ++common;
    keep_what_both_answered(first.kept.readings(place), second.kept.readings(other->second));
  }
  const std::size_t left_out = first.kept.size() + second.kept.size() - 2 * common;
  first.kept.keep_only(keep_first);
  second.kept.keep_only(keep_second);
  return left_out;
}

using Nodes = std::vector<NodeResult>;

/// Both sides scored over what they have in common.
Result<std::pair<Nodes, Nodes>> score_alike(const Side& first, const Side& second) {
  auto one = nodes_of(first.standing, *first.ready.runner, first.ready.set);
  if (!one) return failure(std::move(one.error()));
  auto other = nodes_of(second.standing, *second.ready.runner, second.ready.set);
  if (!other) return failure(std::move(other.error()));
  return std::pair(std::move(*one), std::move(*other));
}

const NodeResult* find_node(const Nodes& nodes, std::uint32_t node) {
  const auto found = std::ranges::find(nodes, node, &NodeResult::node);
  return found != nodes.end() ? &*found : nullptr;
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
                     const Standing& second) {
  std::vector<std::optional<std::uint32_t>> before_of(set.node_count());
  const auto after_of = diff(first_set, set).nodes;
  for (std::uint32_t node = 0; node < after_of.size(); ++node)
    if (after_of[node]) before_of[*after_of[node]] = node;
  SetChange change;
  change.set = set.id;
  change.first_version = first_set.version;
  change.second_version = set.version;
  change.dimensions = static_cast<std::uint32_t>(set.dimensions.size());
  for (std::uint32_t node = 0; node < set.node_count(); ++node) {
    NodeChange one;
    one.node = node;
    if (const auto before = before_of[node]) one.first = node_of(first, *before);
    one.second = node_of(second, node);
    change.nodes.push_back(one);
    change.ids.push_back(named(set, node, false));
    change.titles.push_back(named(set, node, true));
  }
  return change;
}

void add_like_for_like(const std::pair<Nodes, Nodes>& in_common, SetChange& change) {
  for (NodeChange& one : change.nodes) {
    const NodeResult* const before = find_node(in_common.first, one.node);
    const NodeResult* const after = find_node(in_common.second, one.node);
    if (before == nullptr || after == nullptr || !before->index || !after->index) continue;
    one.like_for_like = *after->index - *before->index;
    one.beyond_chance = beyond_chance(*before, *after, *one.like_for_like);
  }
}

/// Which overlays lie over the sets, each once.
void add_notes(const OpenAssessment& assessment, std::vector<Message>& notes) {
  for (Message& note : overlay_notes(assessment.sets))
    if (std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
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
    auto first_alike = open_assessment(project_, order_.first);
    if (!first_alike) return failure(std::move(first_alike.error()));
    first_alike_ = std::move(*first_alike);
    use_sets_of(second_, first_alike_);
    if (order_.unit.empty()) {
      unit_ = second_.organisation.units().front().id;
    } else {
      const auto unit = second_.unit_index(order_.unit);
      if (!unit) return failure(unit.error());
      unit_ = second_.organisation.units()[*unit].id;
    }
    result_ = {first_.record.id.value, second_.record.id.value, unit_.value, {}, {}, {}};
    for (std::size_t set = 0; set < second_.sets.size(); ++set)
      if (Status done = add(set); !done) return failure(std::move(done.error()));
    add_notes(first_, result_.notes);
    add_notes(second_, result_.notes);
    if (left_out_ > 0) result_.notes.push_back(msg("app.compare-units", {{"n", left_out_}}));
    return std::move(result_);
  }

 private:
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
    std::vector<Side> sides;
    inputs_.clear();
    inputs_.reserve(3);
    for (const auto& [assessment, index] : {std::pair<const OpenAssessment*, std::size_t>(&first_, there),
                                            {&second_, set},
                                            {&first_alike_, there_alike}}) {
      const auto unit = assessment->organisation.find(unit_);
      if (!unit) {
        result_.notes.push_back(msg("app.compare-unit-missing",
                                    {{"unit", unit_.value}, {"assessment", assessment->record.id.value}}));
        return {};
      }
      inputs_.push_back(input_for(project_, *assessment, index));
      auto side = side_of(inputs_.back(), plugins_, *unit, result_.remarks);
      if (!side) return failure(std::move(side.error()));
      if (!*side) return {};
      sides.push_back(std::move(**side));
    }
    SetChange change = changes_of(wanted, *before, sides[0].standing, sides[1].standing);
    left_out_ = std::max(left_out_, *keep_in_common(sides[2].standing, sides[1].standing, false));
    const auto in_common = score_alike(sides[2], sides[1]);
    if (!in_common) return failure(in_common.error());
    add_like_for_like(*in_common, change);
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
  std::size_t left_out_ = 0;
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
    auto one = side_of(input, plugins, first, result.remarks);
    if (!one) return failure(std::move(one.error()));
    if (!*one) continue;
    auto other = side_of(input, plugins, second, result.remarks);
    if (!other) return failure(std::move(other.error()));
    if (!*other) continue;
    SetChange change = changes_of(wanted, wanted, (*one)->standing, (*other)->standing);
    if (keep_in_common((*one)->standing, (*other)->standing, true)) {
      const auto in_common = score_alike(**one, **other);
      if (!in_common) return failure(in_common.error());
      add_like_for_like(*in_common, change);
    }
    result.sets.push_back(std::move(change));
  }
  add_notes(assessment, result.notes);
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

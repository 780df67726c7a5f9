// SPDX-License-Identifier: MIT
// CriteriaSet -> the block of orienta/set.h.
#include <variant>

#include "plugins/runner.hpp"

namespace orienta {
namespace {

static_assert(static_cast<int>(Aggregate::kMean) == ORIENTA_AGGREGATE_MEAN);
static_assert(static_cast<int>(Aggregate::kGeometric) == ORIENTA_AGGREGATE_GEOMETRIC);
static_assert(static_cast<int>(Aggregate::kWeakest) == ORIENTA_AGGREGATE_WEAKEST);
static_assert(1 << static_cast<int>(EvidenceKind::kObservation) == ORIENTA_EVIDENCE_OBSERVATION);

std::uint32_t aggregate_of(Aggregate aggregate) {
  return static_cast<std::uint32_t>(aggregate);
}

/// Adds one to its parent's children; the first one counted is the first child.
void count_child(orienta_node_t& parent, std::uint32_t child) {
  if (parent.child_count == 0) parent.first_child = child;
  ++parent.child_count;
}

class SetWriter {
 public:
  SetWriter(const CriteriaSet& set, SharedBlock& block) : set_(set), block_(block) {}

  void write() {
    block_.clear();
    block_.reserve(sizeof(orienta_set_t));
    orienta_set_t head{};
    head.size = sizeof(orienta_set_t);
    head.id = block_.put_text(set_.id.value);
    head.version = block_.put_text(set_.version);
    head.hold_rating = set_.holds.rating;
    head.hold_mandatory = set_.holds.mandatory;
    head.hold_completeness = set_.holds.completeness;
    add_nodes();
    head.nodes = block_.put_all<orienta_node_t>(nodes_);
    head.indicators = block_.put_all<orienta_indicator_t>(indicators_);
    head.tags = block_.put_all<orienta_tag_t>(tags_);
    head.levels = levels();
    head.params = params();
    add_roles(head);
    block_.at<orienta_set_t>(0) = head;
  }

 private:
  void add_nodes() {
    nodes_.reserve(1 + set_.dimensions.size() + set_.criteria.size());
    add_node(set_.id.value, ORIENTA_NODE_SET, ORIENTA_NONE, 1, set_.aggregate);
    for (const Dimension& dimension : set_.dimensions)
      add_node(dimension.id, ORIENTA_NODE_DIMENSION, 0, dimension.weight, dimension.aggregate);
    for (const Criterion& criterion : set_.criteria)
      add_criterion(criterion);
    for (const Indicator& indicator : set_.indicators)
      add_indicator(indicator);
  }

  orienta_node_t& add_node(const std::string& id, std::uint32_t kind, std::uint32_t parent, double weight,
                           Aggregate aggregate) {
    orienta_node_t node{};
    node.id = block_.put_text(id);
    node.kind = kind;
    node.parent = parent;
    node.weight = weight;
    node.aggregate = aggregate_of(aggregate);
    if (parent != ORIENTA_NONE) count_child(nodes_[parent], static_cast<std::uint32_t>(nodes_.size()));
    return nodes_.emplace_back(node);
  }

  void add_criterion(const Criterion& criterion) {
    const std::uint32_t parent = set_.node_of_dimension(criterion.dimension);
    orienta_node_t& node =
        add_node(criterion.id, ORIENTA_NODE_CRITERION, parent, criterion.weight, criterion.aggregate);
    node.level = criterion.level;
    node.mandatory = criterion.mandatory ? 1 : 0;
    node.applies_to = criterion.applies_to.bits;
    node.evidence = criterion.evidence.bits;
    node.first_tag = static_cast<std::uint32_t>(tags_.size());
    node.tag_count = static_cast<std::uint32_t>(criterion.tags.size());
    for (const auto& [key, value] : criterion.tags)
      tags_.push_back({block_.put_text(key), block_.put_text(value)});
  }

  void add_indicator(const Indicator& indicator) {
    const Scale& scale = set_.scales[indicator.scale];
    orienta_indicator_t entry{};
    entry.id = block_.put_text(indicator.id);
    entry.criterion = set_.node_of_criterion(indicator.criterion);
    entry.is_measure = scale.is_measure() ? 1 : 0;
    entry.weight = indicator.weight;
    entry.answered_by = indicator.answered_by.bits;
    entry.shown_only = indicator.combine == Combine::kShownOnly ? 1 : 0;
    entry.statistic = block_.put_text(scale.headline);
    entry.unit = block_.put_text(scale.is_measure() ? scale.measure->unit : std::string());
    count_child(nodes_[entry.criterion], static_cast<std::uint32_t>(indicators_.size()));
    indicators_.push_back(entry);
  }

  orienta_range_t levels() {
    std::vector<orienta_level_t> levels;
    for (const Level& level : set_.levels)
      levels.push_back({level.level, level.stage});
    return block_.put_all<orienta_level_t>(levels);
  }

  orienta_range_t params() {
    std::vector<orienta_param_t> params;
    for (const auto& [key, value] : set_.params) {
      orienta_param_t param{};
      param.key = block_.put_text(key);
      if (const auto* text = std::get_if<std::string>(&value)) {
        param.kind = ORIENTA_PARAM_TEXT;
        param.text = block_.put_text(*text);
      } else if (const auto* number = std::get_if<double>(&value)) {
        param.kind = ORIENTA_PARAM_NUMBER;
        param.number = *number;
      } else {
        param.kind = ORIENTA_PARAM_BOOL;
        param.number = std::get<bool>(value) ? 1 : 0;
      }
      params.push_back(param);
    }
    return block_.put_all<orienta_param_t>(params);
  }

  void add_roles(orienta_set_t& head) {
    std::vector<orienta_string_t> roles;
    std::vector<orienta_requirement_t> requirements;
    for (const Role& role : set_.roles) {
      for (std::uint32_t i = 0; i < set_.criteria.size(); ++i)
        if (const auto found = role.requires_index.find(set_.criteria[i].id);
            found != role.requires_index.end())
          requirements.push_back(
              {static_cast<std::uint32_t>(roles.size()), set_.node_of_criterion(i), found->second});
      roles.push_back(block_.put_text(role.id));
    }
    head.roles = block_.put_all<orienta_string_t>(roles);
    head.requirements = block_.put_all<orienta_requirement_t>(requirements);
  }

  const CriteriaSet& set_;
  SharedBlock& block_;
  std::vector<orienta_node_t> nodes_;
  std::vector<orienta_indicator_t> indicators_;
  std::vector<orienta_tag_t> tags_;
};

}  // namespace

void write_set(const CriteriaSet& set, SharedBlock& block) {
  SetWriter(set, block).write();
}

}  // namespace orienta

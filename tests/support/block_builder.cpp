// SPDX-License-Identifier: MIT
#include "support/block_builder.hpp"

namespace orienta::test {
namespace {

orienta_node_t node_of(Block& block, const std::string& id, std::uint32_t kind, std::uint32_t parent,
                       double weight, std::uint32_t aggregate) {
  orienta_node_t node{};
  node.id = block.put_text(id);
  node.kind = kind;
  node.parent = parent;
  node.weight = weight;
  node.aggregate = aggregate;
  return node;
}

/// The three flat arrays of a set, in the order of the contract.
struct Flat {
  std::vector<orienta_node_t> nodes;
  std::vector<orienta_indicator_t> indicators;
  std::vector<orienta_tag_t> tags;
};

void add_criterion(Block& block, Flat& flat, const CriterionSpec& spec, std::uint32_t parent) {
  const auto index = static_cast<std::uint32_t>(flat.nodes.size());
  orienta_node_t node = node_of(block, spec.id, ORIENTA_NODE_CRITERION, parent, spec.weight, spec.aggregate);
  node.first_child = static_cast<std::uint32_t>(flat.indicators.size());
  node.child_count = static_cast<std::uint32_t>(spec.indicators.size());
  node.level = spec.level;
  node.mandatory = spec.mandatory ? 1 : 0;
  node.applies_to = spec.applies_to;
  node.evidence = spec.evidence;
  node.first_tag = static_cast<std::uint32_t>(flat.tags.size());
  node.tag_count = static_cast<std::uint32_t>(spec.tags.size());
  for (const auto& [key, value] : spec.tags)
    flat.tags.push_back({block.put_text(key), block.put_text(value)});
  for (const IndicatorSpec& one : spec.indicators) {
    flat.indicators.push_back({block.put_text(one.id), index, 0, one.weight, 0, one.shown_only ? 1u : 0u,
                               block.put_text(one.statistic), block.put_text("")});
  }
  flat.nodes.push_back(node);
}

Flat flatten(Block& block, const SetSpec& spec) {
  Flat flat;
  flat.nodes.push_back(node_of(block, "set", ORIENTA_NODE_SET, ORIENTA_NONE, 1, spec.aggregate));
  flat.nodes[0].first_child = 1;
  flat.nodes[0].child_count = static_cast<std::uint32_t>(spec.dimensions.size());
  auto first = static_cast<std::uint32_t>(1 + spec.dimensions.size());
  for (const DimensionSpec& one : spec.dimensions) {
    orienta_node_t node = node_of(block, one.id, ORIENTA_NODE_DIMENSION, 0, one.weight, one.aggregate);
    node.first_child = first;
    node.child_count = static_cast<std::uint32_t>(one.criteria.size());
    first += node.child_count;
    flat.nodes.push_back(node);
  }
  for (std::size_t i = 0; i < spec.dimensions.size(); ++i) {
    for (const CriterionSpec& one : spec.dimensions[i].criteria) {
      add_criterion(block, flat, one, static_cast<std::uint32_t>(i + 1));
    }
  }
  return flat;
}

struct Listener {
  Said said;
  std::uint32_t stop_after = 0;
  std::int32_t answer() { return ++said.calls == stop_after ? 1 : 0; }
};

Listener& listener(void* host_data) {
  return *static_cast<Listener*>(host_data);
}

std::string copy(const orienta_text_t& text) {
  return {text.data, text.size};
}

NoteCopy copy(std::uint32_t unit, bool is_remark, const orienta_note_t& note) {
  NoteCopy result{unit, note.node, note.severity, is_remark, copy(note.code), {}, {}, {}};
  for (std::uint32_t i = 0; i < note.arg_count; ++i) {
    const auto& arg = *reinterpret_cast<const orienta_arg_t*>(reinterpret_cast<const char*>(note.args) +
                                                              std::size_t{i} * note.arg_stride);
    const std::string name = copy(arg.name);
    if (arg.kind <= ORIENTA_ARG_LEVEL) {
      result.numbers[name] = arg.number;
    } else if (arg.kind == ORIENTA_ARG_TEXT) {
      result.texts[name] = copy(arg.text);
    } else {
      result.indexes[name] = arg.index;
    }
  }
  return result;
}

std::int32_t take_scores(void* data, std::uint32_t unit, std::uint32_t scenario,
                         const orienta_score_t* scores, std::uint32_t count, std::uint32_t stride) {
  auto& into = listener(data).said.scores[{unit, scenario}];
  for (std::uint32_t i = 0; i < count; ++i) {
    into.push_back(*reinterpret_cast<const orienta_score_t*>(reinterpret_cast<const char*>(scores) +
                                                             std::size_t{i} * stride));
  }
  return listener(data).answer();
}
std::int32_t take_trace(void* data, std::uint32_t unit, const orienta_note_t* note) {
  listener(data).said.notes.push_back(copy(unit, false, *note));
  return listener(data).answer();
}
std::int32_t take_remark(void* data, std::uint32_t unit, const orienta_note_t* note) {
  listener(data).said.notes.push_back(copy(unit, true, *note));
  return listener(data).answer();
}
std::int32_t take_problem(void* data, const orienta_note_t* note) {
  return take_trace(data, 0, note);
}

orienta_host_t host_for(std::string& failure) {
  return {sizeof(orienta_host_t),
          0,
          {ORIENTA_ABI_MAJOR, ORIENTA_ABI_MINOR},
          &failure,
          [](void* data, orienta_text_t reason) { *static_cast<std::string*>(data) = copy(reason); },
          [](void*, orienta_text_t) -> const void* { return nullptr; }};
}

}  // namespace

Block build_set(const SetSpec& spec, std::uint32_t extra) {
  Block block(extra);
  orienta_set_t set{};
  const std::uint64_t at = block.put(set);
  const Flat flat = flatten(block, spec);
  set.size = sizeof(orienta_set_t);
  set.id = block.put_text("set");
  set.version = block.put_text("1.0.0");
  set.hold_rating = spec.hold_rating;
  set.hold_mandatory = spec.hold_mandatory;
  set.hold_completeness = 0.8;
  set.nodes = block.put_all(flat.nodes);
  set.indicators = block.put_all(flat.indicators);
  std::vector<orienta_level_t> levels;
  for (std::int32_t level = 1; level <= spec.levels; ++level)
    levels.push_back({level, 0});
  set.levels = block.put_all(levels);
  set.tags = block.put_all(flat.tags);
  std::vector<orienta_param_t> params;
  for (const ParamSpec& one : spec.params) {
    params.push_back({block.put_text(one.key), block.put_text(one.text), one.number, one.kind, 0});
  }
  set.params = block.put_all(params);
  std::vector<orienta_string_t> roles;
  std::vector<orienta_requirement_t> requirements;
  for (const RoleSpec& one : spec.roles) {
    for (const auto& [node, index] : one.needs)
      requirements.push_back({static_cast<std::uint32_t>(roles.size()), node, index});
    roles.push_back(block.put_text(one.id));
  }
  set.roles = block.put_all(roles);
  set.requirements = block.put_all(requirements);
  block.at<orienta_set_t>(at) = set;
  return block;
}

Block build_batch(const BatchSpec& spec, std::uint32_t extra) {
  Block block(extra);
  orienta_batch_t batch{sizeof(orienta_batch_t), spec.want, {}, {}};
  const std::uint64_t at = block.put(batch);
  std::vector<orienta_unit_t> units;
  for (const UnitSpec& one : spec.units) {
    units.push_back({one.kind, one.role, block.put_all(one.combined), block.put_all(one.sources),
                     block.put_all(one.targets)});
  }
  std::vector<orienta_scenario_t> scenarios;
  for (const ScenarioSpec& one : spec.scenarios) {
    scenarios.push_back(
        {one.open, 0, block.put_all(one.values), block.put_all(one.ratings), block.put_all(one.weights)});
  }
  batch.units = block.put_all(units);
  batch.scenarios = block.put_all(scenarios);
  block.at<orienta_batch_t>(at) = batch;
  return block;
}

orienta_reading_t reading(std::uint32_t indicator, double value, std::uint32_t n, double error) {
  orienta_reading_t result{};
  result.indicator = indicator;
  result.state = ORIENTA_STATE_VALUE;
  result.source = ORIENTA_SOURCE_COMBINED;
  result.value = value;
  result.statistic = 100 * value;
  result.count = n;
  if (error > 0) {
    result.error = error;
    result.freedom = n - 1.0;
    result.flags = ORIENTA_READING_HAS_ERROR;
  }
  return result;
}

orienta_reading_t reading_without(std::uint32_t indicator, std::uint32_t state) {
  orienta_reading_t result{};
  result.indicator = indicator;
  result.state = static_cast<std::uint8_t>(state);
  result.source = ORIENTA_SOURCE_COMBINED;
  return result;
}

std::vector<std::string> Said::codes(std::uint32_t node, bool remarks) const {
  std::vector<std::string> result;
  for (const NoteCopy& one : notes) {
    if (one.node == node && one.is_remark == remarks) result.push_back(one.code);
  }
  return result;
}

const NoteCopy* Said::note(std::string_view code) const {
  for (const NoteCopy& one : notes) {
    if (one.code == code) return &one;
  }
  return nullptr;
}

Prepared::Prepared(const orienta_entry_t& entry, Block set)
    : entry_(entry), set_(std::move(set)), view_(set_.view()), host_(host_for(failure_)) {
  status_ = entry_.prepare(&host_, &view_, &handle_);
}

Prepared::~Prepared() {
  if (handle_ != nullptr) entry_.release(handle_);
}

Said Prepared::score(const Block& batch, std::uint32_t stop_after) {
  const auto& head = *static_cast<const orienta_batch_t*>(batch.view().data);
  return score(batch, 0, head.units.count, 0, head.scenarios.count, stop_after);
}

Said Prepared::score(const Block& batch, std::uint32_t first_unit, std::uint32_t units,
                     std::uint32_t first_scenario, std::uint32_t scenarios, std::uint32_t stop_after) {
  Listener ear{{}, stop_after};
  const orienta_sink_t sink{sizeof(orienta_sink_t), 0, &ear, &take_scores, &take_trace, &take_remark};
  const orienta_block_t view = batch.view();
  failure_.clear();
  ear.said.status = entry_.score(handle_, &view, first_unit, units, first_scenario, scenarios, &sink);
  ear.said.failure = failure_;
  return std::move(ear.said);
}

Said check(const orienta_entry_t& entry, const Block& set, std::uint32_t stop_after) {
  Listener ear{{}, stop_after};
  std::string failure;
  const orienta_host_t host = host_for(failure);
  const orienta_block_t view = set.view();
  ear.said.status = entry.check(&host, &view, &ear, &take_problem);
  ear.said.failure = failure;
  return std::move(ear.said);
}

std::vector<std::string> problem_codes(const orienta_entry_t& entry, const SetSpec& set) {
  std::vector<std::string> codes;
  for (const NoteCopy& note : check(entry, build_set(set)).notes)
    codes.push_back(note.code);
  return codes;
}

}  // namespace orienta::test

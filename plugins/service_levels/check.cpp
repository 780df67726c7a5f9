// SPDX-License-Identifier: MIT
#include "check.hpp"

#include "orienta/checks.hpp"

namespace service_levels {
namespace {

namespace arg = orienta::sdk::arg;
using orienta::sdk::Checker;
using orienta::sdk::Set;

void check_gate(const Set& set, Checker& checker) {
  const orienta_param_t* const gate = set.param("gate");
  const std::string_view word = set.word("gate", "");
  if (gate != nullptr && word != "staged" && word != "none")
    checker.error(ORIENTA_NONE, "service-levels.gate");
  if (set.levels().size() == 0) checker.error(ORIENTA_NONE, "service-levels.no-levels");
}

void check_criterion(const Set& set, std::uint32_t index, Checker& checker) {
  const orienta_node_t& criterion = set.node(index);
  orienta::sdk::check_has_indicators(set, index, checker);
  if (const auto layer = set.tag(criterion, "layer"); layer && !layer_named(*layer))
    checker.error(index, "service-levels.layer", {arg::text("word", *layer)});
}

/// Without a gate each dimension has a ladder of its own, which needs rungs.
void check_own_ladder(const Set& set, std::uint32_t index, Checker& checker) {
  const orienta_node_t& dimension = set.node(index);
  for (const orienta_node_t& criterion : set.nodes().part(dimension.first_child, dimension.child_count))
    if (criterion.level > 0) return;
  checker.warning(index, "service-levels.no-rungs");
}

}  // namespace

std::optional<Layer> layer_named(std::string_view word) {
  if (word == "need") return Layer::kNeed;
  if (word == "ease") return Layer::kEase;
  if (word == "emotion") return Layer::kEmotion;
  return std::nullopt;
}

void check(const Set& set, Checker& checker) {
  orienta::sdk::check_known_params(set, checker, {"gate"});
  check_gate(set, checker);
  const bool own_ladders = set.word("gate", "staged") == "none";
  for (std::uint32_t node = 0; node < set.nodes().size(); ++node) {
    const std::uint32_t kind = set.node(node).kind;
    if (kind == ORIENTA_NODE_CRITERION) check_criterion(set, node, checker);
    if (kind == ORIENTA_NODE_DIMENSION && own_ladders) check_own_ladder(set, node, checker);
  }
}

}  // namespace service_levels

// SPDX-License-Identifier: MIT
#include "check.hpp"

#include <optional>
#include <string_view>

namespace feedback_systems {
namespace {

namespace arg = orienta::sdk::arg;
using orienta::sdk::Checker;
using orienta::sdk::Set;

void check_params(const Set& set, Checker& checker) {
  for (const orienta_param_t& param : set.params()) {
    const std::string_view key = set.text(param.key);
    if (key != "margin") {
      checker.error(ORIENTA_NONE, "feedback-systems.unknown-param", {arg::text("param", key)});
    } else if (param.kind != ORIENTA_PARAM_NUMBER || !(param.number > 0 && param.number <= 50)) {
      checker.error(ORIENTA_NONE, "feedback-systems.margin");
    }
  }
}

void check_of(const Set& set, std::uint32_t node, std::optional<std::string_view> id, Checker& checker) {
  if (!id) {
    checker.error(node, "feedback-systems.of-missing");
    return;
  }
  const auto indicator = set.find_indicator(*id);
  if (!indicator) {
    checker.error(node, "feedback-systems.of-unknown", {arg::text("id", *id)});
  } else if (set.indicators()[*indicator].shown_only != 0) {
    checker.error(node, "feedback-systems.of-shown-only", {arg::text("id", *id)});
  }
}

void check_criterion(const Set& set, std::uint32_t index, Checker& checker) {
  const orienta_node_t& criterion = set.node(index);
  const auto derive = set.tag(criterion, "derive");
  if (!derive) {
    if (criterion.child_count == 0) checker.error(index, "feedback-systems.no-indicators");
    return;
  }
  if (*derive != "adequacy") {
    checker.error(index, "feedback-systems.derive", {arg::text("word", *derive)});
    return;
  }
  if (criterion.child_count > 0) checker.error(index, "feedback-systems.derive-and-indicators");
  check_of(set, index, set.tag(criterion, "of"), checker);
}

}  // namespace

void check(const Set& set, Checker& checker) {
  check_params(set, checker);
  for (std::uint32_t node = 0; node < set.nodes().size(); ++node) {
    if (set.node(node).kind == ORIENTA_NODE_CRITERION) check_criterion(set, node, checker);
  }
}

}  // namespace feedback_systems

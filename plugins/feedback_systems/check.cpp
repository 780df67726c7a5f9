// SPDX-License-Identifier: MIT
#include "check.hpp"

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

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
    } else if (param.kind != ORIENTA_PARAM_NUMBER || !is_margin(param.number)) {
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
  const auto margin = set.tag(criterion, "margin");
  if (margin && !margin_of_tag(*margin)) checker.error(index, "feedback-systems.margin");
}

}  // namespace

std::optional<double> margin_of_tag(std::string_view text) {
  double points = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, points, std::chars_format::fixed);
  if (error != std::errc{} || stop != end || !is_margin(points)) return std::nullopt;
  return points;
}

void check(const Set& set, Checker& checker) {
  check_params(set, checker);
  for (std::uint32_t node = 0; node < set.nodes().size(); ++node) {
    if (set.node(node).kind == ORIENTA_NODE_CRITERION) check_criterion(set, node, checker);
  }
}

}  // namespace feedback_systems

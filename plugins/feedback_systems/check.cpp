// SPDX-License-Identifier: MIT
#include "check.hpp"

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include "channels.hpp"
#include "orienta/checks.hpp"

namespace feedback_systems {
namespace {

namespace arg = orienta::sdk::arg;
using orienta::sdk::Checker;
using orienta::sdk::Set;

void check_params(const Set& set, Checker& checker) {
  orienta::sdk::check_known_params(set, checker, {"channels.", "margin"});
  for (const orienta_param_t& param : set.params()) {
    const bool is_weight = set.text(param.key) != "margin";
    const bool is_number = param.kind == ORIENTA_PARAM_NUMBER;
    if (is_weight && !(is_number && param.number >= 0)) {
      checker.error(ORIENTA_NONE, "feedback-systems.channel-weight",
                    {arg::text("param", set.text(param.key))});
    } else if (!is_weight && !(is_number && is_margin(param.number))) {
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

/// There is a channel, each has both sides, and they are rated before what is derived from them.
void check_channels(const Set& set, std::uint32_t node, Checker& checker) {
  const std::vector<Channel> channels = channels_of(set);
  if (channels.empty()) checker.error(node, "feedback-systems.no-channels");
  for (const Channel& channel : channels) {
    if (channel.listen.empty() || channel.close.empty())
      checker.error(node, "feedback-systems.half-channel", {arg::text("channel", channel.id)});
    for (const auto* side : {&channel.listen, &channel.close}) {
      if (!side->empty() && side->back() > node) checker.error(node, "feedback-systems.loop-first");
    }
  }
}

void check_criterion(const Set& set, std::uint32_t index, Checker& checker) {
  const orienta_node_t& criterion = set.node(index);
  const auto derive = set.tag(criterion, "derive");
  if (!derive) {
    orienta::sdk::check_has_indicators(set, index, checker);
    return;
  }
  if (*derive != "adequacy" && *derive != "closed-loop") {
    checker.error(index, "feedback-systems.derive", {arg::text("word", *derive)});
    return;
  }
  if (criterion.child_count > 0) checker.error(index, "feedback-systems.derive-and-indicators");
  if (*derive == "closed-loop") {
    check_channels(set, index, checker);
    return;
  }
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

// SPDX-License-Identifier: MIT
#include "channels.hpp"

#include <algorithm>
#include <cmath>

namespace feedback_systems {

namespace sdk = orienta::sdk;

std::vector<Channel> channels_of(const sdk::Set& set) {
  std::vector<Channel> channels;
  for (std::uint32_t node = 0; node < set.nodes().size(); ++node) {
    const orienta_node_t& criterion = set.node(node);
    const auto id = set.tag(criterion, "channel");
    const auto step = set.tag(criterion, "step");
    if (!id || !step || set.tag(criterion, "derive") || (*step != "listen" && *step != "close")) continue;
    auto channel =
        std::find_if(channels.begin(), channels.end(), [&](const Channel& one) { return one.id == *id; });
    if (channel == channels.end()) {
      const double weight = set.number("channels." + std::string(*id), 1);
      channel = channels.insert(channel, Channel{std::string(*id), weight, {}, {}});
    }
    (*step == "listen" ? channel->listen : channel->close).push_back(node);
  }
  return channels;
}

sdk::Rating closed_loop(const sdk::Rating& coverage, const sdk::Rating& loop) {
  using sdk::State;
  if (coverage.state == State::kNotApplicable || loop.state == State::kNotApplicable)
    return sdk::without_value(State::kNotApplicable);
  // Nothing is answered where nothing is heard.
  if (coverage.has_value() && coverage.value == 0) return sdk::certain(0);
  for (const State state : {State::kOpen, State::kWithheld})
    if (coverage.state == state || loop.state == state) return sdk::without_value(state);
  sdk::Rating both;
  both.state = State::kValue;
  both.value = coverage.value * loop.value;
  both.completeness = (coverage.completeness + loop.completeness) / 2;
  sdk::Variance variance;
  variance.add(loop.value, coverage.error, coverage.freedom);
  variance.add(coverage.value, loop.error, loop.freedom);
  both.error = variance.error();
  both.freedom = variance.freedom();
  const std::uint32_t n = std::min(coverage.count, loop.count);
  both.count = n > 0 ? n : std::max(coverage.count, loop.count);
  return both;
}

}  // namespace feedback_systems

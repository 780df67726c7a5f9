// SPDX-License-Identifier: MIT
// Channels and the closed loop. A criterion belongs to a channel by its tag `channel`, and says by `step`
// whether it is about listening there (`listen`: contacts are received, recorded and asked about) or about
// closing the loop (`close`: each is answered, solved and checked with the client).
//
// A channel is worth coverage x loop: what is heard and never answered counts as little as what is never
// heard. The rule is this plugin's own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "orienta/aggregate.hpp"
#include "orienta/set.hpp"

namespace feedback_systems {

struct Channel {
  std::string id;
  double weight = 1;                  ///< by params `channels`, where it is listed
  std::vector<std::uint32_t> listen;  ///< criteria
  std::vector<std::uint32_t> close;
};

/// The channels of a set, in the order in which they are met. Derived criteria belong to none.
std::vector<Channel> channels_of(const orienta::sdk::Set& set);

/// Coverage x loop. Without coverage that applies, the channel is not there: not applicable. Open when either
/// side is, unless coverage is known to be 0. The standard error is that of a product of independent figures,
/// to first order.
orienta::sdk::Rating closed_loop(const orienta::sdk::Rating& coverage, const orienta::sdk::Rating& loop);

}  // namespace feedback_systems

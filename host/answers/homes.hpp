// SPDX-License-Identifier: MIT
// Which indicators of a set an answer is for. Internal to answers.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "answers/tallying.hpp"

namespace orienta {

class HomeIndex {
 public:
  /// `homes` by indicator, or empty: each is at home in the set itself.
  HomeIndex(const CriteriaSet& set, std::span<const Home> homes);

  /// The indicators whose answers are kept under this id; several when they are the same question.
  std::span<const std::uint32_t> find(const SetId& set, const NodeId& indicator) const;
  /// True when the id claims to be of this set, and no indicator is at home there.
  bool is_unknown(const SetId& set, const NodeId& indicator) const;

 private:
  const CriteriaSet* set_;
  std::map<Home, std::vector<std::uint32_t>> at_home_;
};

}  // namespace orienta

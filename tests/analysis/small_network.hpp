// SPDX-License-Identifier: MIT
// A head office with a few branches, a set of two dimensions and a ladder, and answers to it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/assess.hpp"

namespace orienta::test {

class SmallNetwork {
 public:
  /// `branches` branches under one head office; the set's text may be changed before.
  explicit SmallNetwork(int branches, const std::string& yaml = set_text());
  static std::string set_text();

  /// One answer by its point.
  void answer(const std::string& unit, const std::string& indicator, const std::string& point,
              Source source = Source::kSelf, std::uint64_t times = 1);
  void not_applicable(const std::string& unit, const std::string& indicator);
  void dont_know(const std::string& unit, const std::string& indicator);

  AssessInput input() const;
  /// The plugin, in this process.
  static std::unique_ptr<Runner> start();
  SetResult assess(std::uint32_t want = ORIENTA_WANT_NODES) const;
  /// A unit's result at a node, own.
  NodeResult result(const std::string& unit, const std::string& node) const;
  NodeResult rolled(const std::string& node) const;

  CriteriaSet set;
  Organisation organisation;
  std::vector<AssessmentTarget> targets;
  /// Sheets in the order they are handed out.
  std::vector<std::pair<std::uint32_t, TallySheet>> sheets;

 private:
  Cell& cell(const std::string& unit, const std::string& indicator, Source source);
  std::shared_ptr<const TallyLayout> layout_;
};

}  // namespace orienta::test

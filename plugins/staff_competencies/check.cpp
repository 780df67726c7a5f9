// SPDX-License-Identifier: MIT
#include "check.hpp"

#include <vector>

#include "orienta/checks.hpp"

namespace staff_competencies {

namespace arg = orienta::sdk::arg;

void check(const orienta::sdk::Set& set, orienta::sdk::Checker& checker) {
  orienta::sdk::check_known_params(set, checker, {"blind_spot"});
  orienta::sdk::check_number(set, checker, "blind_spot", 0, 100);
  if (set.roles().size() == 0) checker.error(ORIENTA_NONE, "staff-competencies.no-roles");
  std::vector<bool> required(set.nodes().size(), false);
  for (const orienta_requirement_t& one : set.requirements())
    required[one.criterion] = true;
  for (std::uint32_t node = 0; node < set.nodes().size(); ++node) {
    if (set.node(node).kind != ORIENTA_NODE_CRITERION) continue;
    orienta::sdk::check_has_indicators(set, node, checker);
    if (set.roles().size() > 0 && !required[node]) checker.warning(node, "staff-competencies.nobody-needs");
  }
}

}  // namespace staff_competencies

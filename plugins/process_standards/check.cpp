// SPDX-License-Identifier: MIT
#include "check.hpp"

#include <string_view>

#include "orienta/checks.hpp"

namespace process_standards {

namespace {

using orienta::sdk::Checker;
using orienta::sdk::Cuts;
using orienta::sdk::Set;

constexpr std::string_view kPercents[] = {"caps.major",         "caps.minor", "caps.no_evidence",
                                          "caps.some_evidence", "cuts.fully", "cuts.largely",
                                          "cuts.partly"};

void check_order(const Set& set, Checker& checker) {
  const Cuts cuts = cuts_of(set);
  const bool rising =
      0 < cuts.partly && cuts.partly < cuts.largely && cuts.largely < cuts.fully && cuts.fully < 100;
  if (!rising) checker.error(ORIENTA_NONE, "process-standards.cuts");
  const Caps caps = caps_of(set);
  if (caps.no_evidence > caps.some_evidence || caps.major > caps.minor)
    checker.error(ORIENTA_NONE, "process-standards.caps");
}

}  // namespace

Cuts cuts_of(const Set& set) {
  const Cuts usual;
  return {set.number("cuts.partly", usual.partly), set.number("cuts.largely", usual.largely),
          set.number("cuts.fully", usual.fully)};
}

Caps caps_of(const Set& set) {
  const Caps usual;
  return {set.number("caps.no_evidence", usual.no_evidence),
          set.number("caps.some_evidence", usual.some_evidence), set.number("caps.major", usual.major),
          set.number("caps.minor", usual.minor)};
}

void check(const Set& set, Checker& checker) {
  orienta::sdk::check_known_params(set, checker,
                                   {"caps.major", "caps.minor", "caps.no_evidence", "caps.some_evidence",
                                    "cuts.fully", "cuts.largely", "cuts.partly"});
  for (const std::string_view key : kPercents)
    orienta::sdk::check_number(set, checker, key, 0, 100);
  check_order(set, checker);
  if (set.levels().size() == 0) checker.error(ORIENTA_NONE, "process-standards.no-levels");
  for (std::uint32_t node = 0; node < set.nodes().size(); ++node) {
    if (set.node(node).kind != ORIENTA_NODE_CRITERION) continue;
    orienta::sdk::check_has_indicators(set, node, checker);
    if (set.node(node).level == 0) checker.warning(node, "process-standards.no-level");
  }
}

}  // namespace process_standards

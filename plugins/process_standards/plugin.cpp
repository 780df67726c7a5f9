// SPDX-License-Identifier: MIT
// process-standards: how far processes conform. A criterion is an attribute of its process (dimension): the
// declared aggregate of its indicators, capped where evidence of the declared kinds is missing or a finding
// is open, and rated N, P, L or F. The capability level of each process, and of the set over all of them,
// follows from the ratings by the strict rule (orienta/capability.hpp).
#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "check.hpp"
#include "orienta/sdk.hpp"

namespace process_standards {
namespace {

namespace sdk = orienta::sdk;
namespace arg = orienta::sdk::arg;

std::string_view letter(sdk::Achieved achieved) {
  constexpr std::string_view kLetters[] = {"N", "P", "L", "F"};
  return kLetters[static_cast<std::size_t>(achieved)];
}

/// What stands behind the answers of a criterion besides their values.
struct Support {
  std::uint32_t evidence = 0;  ///< kinds, over all answers together
  std::uint32_t majors = 0;
  std::uint32_t minors = 0;
  bool is_open = false;  ///< an indicator has no value yet, and its evidence may come with it
};

class ProcessStandards {
 public:
  explicit ProcessStandards(const sdk::Set& set)
      : set_(set), tree_(set), cuts_(cuts_of(set)), caps_(caps_of(set)) {
    for (std::uint32_t node = 0; node < set.nodes().size(); ++node)
      if (set.node(node).kind == ORIENTA_NODE_CRITERION && set.node(node).level > 0)
        attributes_.push_back(node);
  }

  static void check(const sdk::Set& set, sdk::Checker& checker) { process_standards::check(set, checker); }

  void score(const sdk::Unit& unit, sdk::Output& out) const {
    tree_.fill(unit, out, [&](std::uint32_t criterion) { return rate(unit, out, criterion); });
    if (out.tells()) tell_ratings(out);
    for (std::uint32_t node = 0; set_.node(node).kind != ORIENTA_NODE_CRITERION; ++node)
      put_capability(out, node);
  }

 private:
  sdk::Rating rate(const sdk::Unit& unit, sdk::Output& out, std::uint32_t criterion) const {
    sdk::Rating rating = tree_.rate_by_indicators(unit, out, criterion);
    if (!rating.has_value()) return rating;
    const Support support = support_of(unit, criterion);
    cap_by_evidence(unit, out, criterion, support, rating);
    cap_by_finding(out, criterion, "process-standards.major", support.majors, caps_.major, rating);
    cap_by_finding(out, criterion, "process-standards.minor", support.minors, caps_.minor, rating);
    return rating;
  }

  Support support_of(const sdk::Unit& unit, std::uint32_t criterion) const {
    Support support;
    const orienta_node_t& node = set_.node(criterion);
    for (std::uint32_t i = node.first_child; i < node.first_child + node.child_count; ++i) {
      const orienta_reading_t& reading = unit.recorded(i);
      const sdk::State state = sdk::state_of_reading(reading.state);
      if (state == sdk::State::kValue) support.evidence |= reading.evidence;
      if (state == sdk::State::kOpen || state == sdk::State::kWithheld) support.is_open = true;
      support.majors += reading.major_findings;
      support.minors += reading.minor_findings;
    }
    return support;
  }

  static void cap(sdk::Rating& rating, double most) {
    rating.value = most / 100;
    rating.error = 0;
    rating.freedom = 0;
  }

  void cap_by_evidence(const sdk::Unit& unit, sdk::Output& out, std::uint32_t criterion,
                       const Support& support, sdk::Rating& rating) const {
    const std::uint32_t wanted = set_.node(criterion).evidence;
    const std::uint32_t there = support.evidence & wanted;
    if (there == wanted) return;
    // At best the open answers bring what is missing.
    if (unit.open_as() == ORIENTA_OPEN_BEST && support.is_open) return;
    const double most = there == 0 ? caps_.no_evidence : caps_.some_evidence;
    if (rating.value <= most / 100) return;
    out.trace(criterion, there == 0 ? "process-standards.no-evidence" : "process-standards.some-evidence",
              {arg::index("from", rating.value), arg::index("to", most / 100)});
    cap(rating, most);
  }

  static void cap_by_finding(sdk::Output& out, std::uint32_t criterion, std::string_view code,
                             std::uint32_t findings, double most, sdk::Rating& rating) {
    if (findings == 0) return;
    out.remark(
        criterion, code,
        {arg::count("n", findings), arg::node("criterion", criterion), arg::index("most", most / 100)});
    if (rating.value <= most / 100) return;
    out.trace(criterion, "process-standards.finding",
              {arg::count("n", findings), arg::index("from", rating.value), arg::index("to", most / 100)});
    cap(rating, most);
  }

  void tell_ratings(sdk::Output& out) const {
    for (const std::uint32_t criterion : attributes_) {
      const sdk::Rating& rating = out.rating(criterion);
      if (!rating.has_value()) continue;
      out.trace(criterion, "process-standards.rated",
                {arg::text("rating", letter(sdk::achieved(rating.value, cuts_))),
                 arg::index("index", rating.value), arg::level("level", set_.node(criterion).level)});
    }
  }

  /// Of a process, or of the set over all its processes.
  void put_capability(sdk::Output& out, std::uint32_t node) const {
    if (!out.rating(node).has_value()) return;
    std::vector<sdk::Attribute>& attributes = out.scratch().attributes;
    attributes.clear();
    for (const std::uint32_t criterion : attributes_)
      if (node == 0 || set_.node(criterion).parent == node)
        attributes.push_back({out.rating(criterion), set_.node(criterion).level, criterion});
    const auto levels = static_cast<std::int32_t>(set_.levels().size());
    const sdk::Capability reached = sdk::capability(attributes.data(), attributes.size(), levels, cuts_);
    if (reached.level == ORIENTA_NO_LEVEL) return;
    out.put_level(node, reached.level, reached.next > 0 ? reached.progress : 0);
    if (out.tells()) tell_capability(out, node, reached);
  }

  void tell_capability(sdk::Output& out, std::uint32_t node, const sdk::Capability& reached) const {
    const orienta_arg_t level = arg::level("level", reached.level);
    if (reached.next == 0) return out.trace(node, "process-standards.top", {level});
    const sdk::Rating& blocking = out.rating(reached.node);
    const orienta_arg_t next = arg::level("next", reached.next);
    const orienta_arg_t criterion = arg::node("criterion", reached.node);
    if (!blocking.has_value())
      return out.trace(node, "process-standards.blocked-open", {level, next, criterion});
    out.trace(node, "process-standards.blocked",
              {level, next, criterion, arg::text("rating", letter(sdk::achieved(blocking.value, cuts_))),
               arg::text("needed", reached.needs_fully ? "F" : "L")});
  }

  sdk::Set set_;
  sdk::ScoreTree tree_;
  sdk::Cuts cuts_;
  Caps caps_;
  std::vector<std::uint32_t> attributes_;  ///< criteria that name a level
};

}  // namespace
}  // namespace process_standards

ORIENTA_PLUGIN(process_standards::ProcessStandards, "process-standards", "0.1.0")

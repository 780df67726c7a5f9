// SPDX-License-Identifier: MIT
// feedback-systems: how well an organisation listens. A criterion is the declared aggregate of its indicators
// by their importance; one tagged `derive: adequacy`, `of: <indicator>` says whether that indicator's sample
// is large enough: for the set's margin, or for its own where it is also tagged `margin: <points>`; one
// tagged `derive: closed-loop` puts the set's channels together, each as coverage x loop.
#include <cstdint>
#include <string_view>
#include <vector>

#include "channels.hpp"
#include "check.hpp"
#include "orienta/sdk.hpp"
#include "sample.hpp"

namespace feedback_systems {
namespace {

namespace sdk = orienta::sdk;
namespace arg = orienta::sdk::arg;

class FeedbackSystems {
 public:
  explicit FeedbackSystems(const sdk::Set& set)
      : set_(set),
        tree_(set),
        sample_of_(set.nodes().size(), ORIENTA_NONE),
        margin_(set.nodes().size(), set.number("margin", kMargin)),
        is_closed_loop_(set.nodes().size(), false),
        channels_(channels_of(set)) {
    for (std::uint32_t node = 0; node < set.nodes().size(); ++node) {
      const auto derive = set.tag(set.node(node), "derive");
      if (!derive) continue;
      is_closed_loop_[node] = *derive == "closed-loop";
      const auto id = set.tag(set.node(node), "of");
      if (id) sample_of_[node] = set.find_indicator(*id).value_or(ORIENTA_NONE);
      const auto margin = set.tag(set.node(node), "margin");
      if (margin) margin_[node] = margin_of_tag(*margin).value_or(margin_[node]);
    }
  }

  static void check(const sdk::Set& set, sdk::Checker& checker) { feedback_systems::check(set, checker); }

  void score(const sdk::Unit& unit, sdk::Output& out) const {
    tree_.score(unit, out, [&](std::uint32_t criterion) {
      if (sample_of_[criterion] != ORIENTA_NONE) return rate_sample(unit, out, criterion);
      if (is_closed_loop_[criterion]) return rate_closed_loop(unit, out, criterion);
      return tree_.rate_by_indicators(unit, out, criterion);
    });
    if (out.tells()) remark_on_nets(unit, out);
  }

 private:
  sdk::Rating side_of_channel(const sdk::Unit& unit, sdk::Output& out,
                              const std::vector<std::uint32_t>& criteria) const {
    std::vector<sdk::Part>& parts = out.scratch().parts;
    parts.clear();
    for (const std::uint32_t criterion : criteria)
      parts.push_back({out.rating(criterion), unit.weight(criterion)});
    return sdk::weighted_mean(parts);
  }

  /// Over the channels, whose criteria stand before this one and are rated already.
  sdk::Rating rate_closed_loop(const sdk::Unit& unit, sdk::Output& out, std::uint32_t criterion) const {
    if (!sdk::applies_to(set_.node(criterion), unit.kind())) {
      out.trace(criterion, "trace.nothing-applies");
      return sdk::without_value(sdk::State::kNotApplicable);
    }
    std::vector<sdk::Part>& loops = out.scratch().rung_parts;
    loops.clear();
    for (const Channel& channel : channels_) {
      const sdk::Rating coverage = side_of_channel(unit, out, channel.listen);
      const sdk::Rating loop = side_of_channel(unit, out, channel.close);
      loops.push_back({closed_loop(coverage, loop), channel.weight});
      if (loops.back().rating.has_value()) {
        out.trace(criterion, "feedback-systems.channel",
                  {arg::text("channel", channel.id), arg::index("coverage", coverage.value),
                   arg::index("loop", loop.value), arg::index("index", loops.back().rating.value)});
      } else {
        out.trace(criterion, "feedback-systems.channel-unknown", {arg::text("channel", channel.id)});
      }
    }
    return sdk::weighted_mean(loops);
  }

  sdk::Rating rate_sample(const sdk::Unit& unit, sdk::Output& out, std::uint32_t criterion) const {
    if (!sdk::applies_to(set_.node(criterion), unit.kind())) {
      out.trace(criterion, "trace.nothing-applies");
      return sdk::without_value(sdk::State::kNotApplicable);
    }
    const std::uint32_t indicator = sample_of_[criterion];
    const orienta_reading_t reading = unit.combined(indicator);
    switch (sdk::state_of_reading(reading.state)) {
      case sdk::State::kNotApplicable:
        out.trace(criterion, "trace.nothing-applies");
        return sdk::without_value(sdk::State::kNotApplicable);
      case sdk::State::kWithheld:
        out.trace(criterion, "trace.nothing-shown");
        return sdk::without_value(sdk::State::kWithheld);
      case sdk::State::kOpen:
        out.trace(criterion, "trace.nothing-answered");
        return unit.open();
      case sdk::State::kValue:
        break;
    }
    // A value without a count (a workshop's decision, a scenario's) says nothing about a sample.
    if (reading.count == 0) {
      out.trace(criterion, "feedback-systems.sample-unknown", {arg::indicator("indicator", indicator)});
      return unit.open();
    }
    tell_sample(out, criterion, indicator, reading.count);
    return {sdk::State::kValue, adequacy(reading.count, margin_[criterion]), 0, 0, 1, reading.count};
  }

  void tell_sample(sdk::Output& out, std::uint32_t criterion, std::uint32_t indicator,
                   std::uint32_t n) const {
    if (!out.tells()) return;
    const double reached = worst_margin(n);
    const double demanded = margin_[criterion];
    const std::string_view code =
        reached <= demanded ? "feedback-systems.sample-adequate" : "feedback-systems.sample-too-small";
    const sdk::Args args = {arg::indicator("indicator", indicator), arg::count("n", n),
                            arg::count("needed", needed_sample(demanded)), arg::number("margin", reached),
                            arg::number("demanded", demanded)};
    out.trace(criterion, code, args);
    out.remark(criterion, code, args);
  }

  /// A satisfaction index above 50 can hide that the dissatisfied outnumber the satisfied; the net figure
  /// does not.
  void remark_on_nets(const sdk::Unit& unit, sdk::Output& out) const {
    std::uint32_t index = 0;
    for (const orienta_indicator_t& indicator : set_.indicators()) {
      const std::string_view statistic = set_.text(indicator.statistic);
      const orienta_reading_t& reading = unit.recorded(index);
      const bool is_net = statistic == "net" || statistic == "nps";
      if (is_net && reading.state == ORIENTA_STATE_VALUE && reading.count > 0 && reading.statistic < 0) {
        out.remark(indicator.criterion, "feedback-systems.more-against",
                   {arg::indicator("indicator", index), arg::number("net", reading.statistic),
                    arg::count("n", reading.count)});
      }
      ++index;
    }
  }

  sdk::Set set_;
  sdk::ScoreTree tree_;
  std::vector<std::uint32_t> sample_of_;  ///< by node: the indicator whose sample it judges, or ORIENTA_NONE
  std::vector<double> margin_;            ///< by node: the margin demanded of that sample
  std::vector<bool> is_closed_loop_;      ///< by node
  std::vector<Channel> channels_;
};

}  // namespace
}  // namespace feedback_systems

ORIENTA_PLUGIN(feedback_systems::FeedbackSystems, "feedback-systems", "0.1.0")

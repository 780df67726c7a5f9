// SPDX-License-Identifier: MIT
// service-levels: how far client service has come. A criterion is the declared aggregate of its indicators.
// The set has one staged ladder, where a rung counts only when all below it hold; or, with the param
// `gate: none`, one ladder per dimension with no gate between them, and the weakest is named. Criteria with
// the tag `layer` form the pyramid need, ease, emotion, which is told beside the score and changes none.
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "check.hpp"
#include "orienta/sdk.hpp"

namespace service_levels {
namespace {

namespace sdk = orienta::sdk;
namespace arg = orienta::sdk::arg;

class ServiceLevels {
 public:
  explicit ServiceLevels(const sdk::Set& set)
      : tree_(set), holds_(set.holds()), is_staged_(set.word("gate", "staged") != "none") {
    for (std::uint32_t node = 0; node < set.nodes().size(); ++node) {
      if (set.node(node).kind == ORIENTA_NODE_DIMENSION) dimensions_.push_back(node);
      const auto tag = set.tag(set.node(node), "layer");
      const auto layer = tag ? layer_named(*tag) : std::nullopt;
      if (layer) layers_[static_cast<std::size_t>(*layer)].push_back(node);
    }
  }

  static void check(const sdk::Set& set, sdk::Checker& checker) { service_levels::check(set, checker); }

  void score(const sdk::Unit& unit, sdk::Output& out) const {
    tree_.fill(unit, out,
               [&](std::uint32_t criterion) { return tree_.rate_by_indicators(unit, out, criterion); });
    if (is_staged_) {
      tree_.climb(unit, out, 0);
    } else {
      for (const std::uint32_t dimension : dimensions_)
        tree_.climb(unit, out, dimension);
    }
    if (!out.tells()) return;
    if (!is_staged_) name_weakest(out);
    tell_pyramid(unit, out);
  }

 private:
  /// The dimension with the lowest level, of equal ones the one with the lowest rating.
  void name_weakest(sdk::Output& out) const {
    std::uint32_t weakest = ORIENTA_NONE;
    for (const std::uint32_t dimension : dimensions_) {
      if (out.level(dimension) == ORIENTA_NO_LEVEL) continue;
      const bool is_weaker = weakest == ORIENTA_NONE || out.level(dimension) < out.level(weakest) ||
                             (out.level(dimension) == out.level(weakest) &&
                              out.rating(dimension).value < out.rating(weakest).value);
      if (is_weaker) weakest = dimension;
    }
    if (weakest == ORIENTA_NONE) return;
    const sdk::Args args = {arg::count("n", static_cast<double>(dimensions_.size())),
                            arg::node("dimension", weakest), arg::level("level", out.level(weakest)),
                            arg::index("index", out.rating(weakest).value)};
    out.trace(0, "service-levels.own-ladders", args);
    out.remark(weakest, "service-levels.weakest", args);
  }

  sdk::Rating layer_rating(const sdk::Unit& unit, sdk::Output& out, std::size_t layer) const {
    std::vector<sdk::Part>& parts = out.scratch().parts;
    parts.clear();
    for (const std::uint32_t criterion : layers_[layer])
      parts.push_back({out.rating(criterion), unit.weight(criterion)});
    return sdk::weighted_mean(parts);
  }

  /// What is above counts only when what is below holds.
  void tell_pyramid(const sdk::Unit& unit, sdk::Output& out) const {
    std::array<sdk::Rating, kLayers> layers;
    std::size_t holding = 0;
    for (std::size_t i = 0; i < kLayers; ++i) {
      layers[i] = layer_rating(unit, out, i);
      if (!layers[i].has_value()) return;
      if (holding == i && layers[i].value >= holds_.rating) ++holding;
    }
    constexpr std::array<std::string_view, kLayers + 1> kCodes{
        "service-levels.pyramid-need", "service-levels.pyramid-ease", "service-levels.pyramid-emotion",
        "service-levels.pyramid-complete"};
    out.remark(0, kCodes[holding],
               {arg::index("need", layers[0].value), arg::index("ease", layers[1].value),
                arg::index("emotion", layers[2].value), arg::index("needed", holds_.rating)});
  }

  sdk::ScoreTree tree_;
  sdk::Holds holds_;
  bool is_staged_;
  std::vector<std::uint32_t> dimensions_;
  std::array<std::vector<std::uint32_t>, kLayers> layers_;  ///< criteria, from the base up
};

}  // namespace
}  // namespace service_levels

ORIENTA_PLUGIN(service_levels::ServiceLevels, "service-levels", "0.1.0")

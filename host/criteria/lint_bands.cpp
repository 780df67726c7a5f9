// SPDX-License-Identifier: MIT
// Bands must give every figure exactly one value. Each band states one bound, so holes and overlaps can arise
// only where the closing band meets the others, or where a line stays open.
#include <algorithm>
#include <cmath>

#include "criteria/lint.hpp"
#include "criteria/vocabulary.hpp"

namespace orienta {
namespace {

bool is_up(Band::Edge edge) {
  return edge == Band::Edge::kFrom || edge == Band::Edge::kAbove;
}

bool includes_bound(Band::Edge edge) {
  return edge == Band::Edge::kFrom || edge == Band::Edge::kUpto;
}

/// The edge that takes exactly what this one leaves.
Band::Edge complement(Band::Edge edge) {
  switch (edge) {
    case Band::Edge::kFrom:
      return Band::Edge::kBelow;
    case Band::Edge::kAbove:
      return Band::Edge::kUpto;
    case Band::Edge::kUpto:
      return Band::Edge::kAbove;
    case Band::Edge::kBelow:
      return Band::Edge::kFrom;
  }
  return edge;
}

std::string_view name_of_edge(Band::Edge edge) {
  return vocabulary::kEdges[static_cast<std::size_t>(edge)];
}

/// The bands of one scale, sorted into those that lean the main way and the closing one.
class BandLint {
 public:
  BandLint(const Lint& lint, std::size_t scale)
      : lint_(lint), scale_(lint.set.scales[scale]), measure_(*scale_.measure), index_(scale) {
    const bool up = bands_lean_up(measure_.bands);
    for (std::size_t i = 0; i < measure_.bands.size(); ++i)
      (is_up(measure_.bands[i].edge) == up ? main_ : closing_).push_back(i);
  }

  void run() {
    if (!one_style() || !in_order()) return;
    if (closing_.empty())
      check_open_end();
    else
      check_meeting();
    check_used();
    check_direction();
  }

 private:
  const Band& band(std::size_t i) const { return measure_.bands[i]; }

  Mark mark(std::size_t i) const {
    const Yaml* const scale = index_ < lint_.origin.scales.size() ? lint_.origin.scales[index_] : nullptr;
    const Yaml* const bands = scale == nullptr ? nullptr : scale->find("bands");
    return bands == nullptr || i >= bands->items.size() ? Mark{} : mark_of(bands->items[i]);
  }

  bool one_style() {
    const Band::Edge style = band(main_.front()).edge;
    for (const std::size_t i : main_) {
      if (band(i).edge == style) continue;
      lint_.report.error(mark(i), msg("criteria.band-style", {{"scale", scale_.id},
                                                              {"edge", name_of_edge(band(i).edge)},
                                                              {"style", name_of_edge(style)}}));
      return false;
    }
    if (closing_.size() <= 1) return true;
    lint_.report.error(mark(closing_[1]),
                       msg("criteria.band-style", {{"scale", scale_.id},
                                                   {"edge", name_of_edge(band(closing_[1]).edge)},
                                                   {"style", name_of_edge(style)}}));
    return false;
  }

  bool in_order() {
    bool rising = true;
    for (std::size_t k = 1; k < main_.size(); ++k) {
      const Decimal& before = band(main_[k - 1]).bound;
      const Decimal& here = band(main_[k]).bound;
      if (before == here) {
        lint_.report.error(mark(main_[k]), msg("criteria.band-repeated",
                                               {{"scale", scale_.id}, {"bound", here.to_string()}}));
        return false;
      }
      if (k == 1) rising = before < here;
      if ((before < here) == rising) continue;
      lint_.report.error(mark(main_[k]),
                         msg("criteria.band-order", {{"scale", scale_.id}, {"bound", here.to_string()}}));
      return false;
    }
    return true;
  }

  /// The main band next to the open end: the highest bound of those that lean down, the lowest of those that
  /// lean up.
  std::size_t outermost() const {
    const auto by_bound = [this](std::size_t left, std::size_t right) {
      return band(left).bound < band(right).bound;
    };
    return is_up(band(main_.front()).edge) ? *std::min_element(main_.begin(), main_.end(), by_bound)
                                           : *std::max_element(main_.begin(), main_.end(), by_bound);
  }

  void check_meeting() {
    const Band& main = band(outermost());
    const Band& closing = band(closing_.front());
    const Mark at = mark(closing_.front());
    if (main.bound == closing.bound) {
      if (closing.edge == complement(main.edge)) return;
      const bool twice = includes_bound(main.edge);
      lint_.report.error(
          at, twice ? msg("criteria.band-overlap-at", {{"scale", scale_.id},
                                                       {"bound", main.bound.to_string()},
                                                       {"edge", name_of_edge(complement(main.edge))}})
                    : msg("criteria.band-hole-at", {{"scale", scale_.id},
                                                    {"bound", main.bound.to_string()},
                                                    {"edge", name_of_edge(complement(main.edge))}}));
      return;
    }
    const auto [low, high] = std::minmax(main.bound, closing.bound);
    const bool apart = is_up(main.edge) ? closing.bound < main.bound : main.bound < closing.bound;
    lint_.report.error(at, apart
                               ? msg("criteria.band-hole", {{"scale", scale_.id},
                                                            {"from", low.to_string()},
                                                            {"to", high.to_string()},
                                                            {"edge", name_of_edge(complement(main.edge))},
                                                            {"bound", main.bound.to_string()}})
                               : msg("criteria.band-overlap", {{"scale", scale_.id},
                                                               {"from", low.to_string()},
                                                               {"to", high.to_string()},
                                                               {"edge", name_of_edge(complement(main.edge))},
                                                               {"bound", main.bound.to_string()}}));
  }

  /// Without a closing band `least` or `most` must keep figures within the outermost bound.
  void check_open_end() {
    const std::size_t i = outermost();
    const Band& main = band(i);
    const bool up = is_up(main.edge);
    const std::optional<Decimal>& limit = up ? measure_.least : measure_.most;
    const bool within = limit && (*limit == main.bound ? includes_bound(main.edge)
                                                       : (up ? main.bound < *limit : *limit < main.bound));
    if (within) return;
    lint_.report.error(mark(i),
                       up ? msg("criteria.band-open-below", {{"scale", scale_.id},
                                                             {"bound", main.bound.to_string()},
                                                             {"edge", name_of_edge(complement(main.edge))}})
                          : msg("criteria.band-open-above", {{"scale", scale_.id},
                                                             {"bound", main.bound.to_string()},
                                                             {"edge", name_of_edge(complement(main.edge))}}));
  }

  /// A band that no figure within [least, most] can fall into.
  void check_used() {
    const std::vector<std::size_t> order = bands_by_figure(measure_.bands);
    const auto lowest = measure_.least ? band_of(measure_, *measure_.least) : std::optional(order.front());
    const auto highest = measure_.most ? band_of(measure_, *measure_.most) : std::optional(order.back());
    if (!lowest || !highest) return;
    const auto first = std::find(order.begin(), order.end(), *lowest);
    const auto last = std::find(order.begin(), order.end(), *highest);
    for (auto i = order.begin(); i != order.end(); ++i)
      if (i < first || i > last)
        lint_.report.warning(mark(*i), msg("criteria.band-unused",
                                           {{"scale", scale_.id}, {"bound", band(*i).bound.to_string()}}));
  }

  void check_direction() {
    const std::vector<std::size_t> order = bands_by_figure(measure_.bands);
    for (std::size_t k = 1; k < order.size(); ++k) {
      const double step = band(order[k]).value - band(order[k - 1]).value;
      const bool against = measure_.better == Measure::Better::kHigher ? step < 0 : step > 0;
      if (!against) continue;
      lint_.report.warning(mark(order[k]),
                           msg("criteria.band-direction",
                               {{"scale", scale_.id}, {"bound", band(order[k]).bound.to_string()}}));
      return;
    }
  }

  const Lint& lint_;
  const Scale& scale_;
  const Measure& measure_;
  std::size_t index_;
  std::vector<std::size_t> main_;
  std::vector<std::size_t> closing_;
};

}  // namespace

void lint_bands(const Lint& lint, std::size_t scale) {
  BandLint(lint, scale).run();
}

}  // namespace orienta

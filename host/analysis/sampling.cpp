// SPDX-License-Identifier: MIT
#include "analysis/sampling.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <tuple>

#include "base/draws.hpp"

namespace orienta {
namespace {

/// ceil(share * whole), without rounding on the way.
std::size_t part_of(const Decimal& share, std::size_t whole) {
  if (share.units <= 0) return 0;
  std::uint64_t one = 1;
  for (int i = 0; i < share.digits; ++i)
    one *= 10;
  // Shares have at most ten significant digits and units fit into 32 bits.
  const std::uint64_t product = static_cast<std::uint64_t>(share.units) * whole;
  return std::min<std::size_t>(whole, (product + one - 1) / one);
}

/// Units in the order in which a rule of judgement takes them.
struct Queue {
  Choice choice = Choice::kOut;
  std::vector<std::size_t> order;
  std::size_t next = 0;
};

class Choosing {
 public:
  Choosing(std::span<const Candidate> candidates, const SamplingPlan& plan)
      : candidates_(candidates), plan_(plan), chosen_(candidates.size()) {
    for (std::size_t i = 0; i < candidates.size(); ++i)
      chosen_[i].draw = draw(plan.seed, candidates[i].id.value);
  }

  std::vector<Chosen> run() {
    const std::size_t places = units_to_assess(plan_, candidates_.size());
    queues_ = judgement();
    const std::size_t random = queues_.empty() ? places : units_to_draw(plan_, places);
    for (const std::size_t unit : everybody([](std::size_t) { return 0; }))
      if (taken_ < random) take(unit, Choice::kRandom);
    for (std::size_t turn = 0; taken_ < places; ++turn)
      take_from(queues_[turn % queues_.size()]);
    return std::move(chosen_);
  }

 private:
  /// All units by `rank`, then by draw, then by id.
  template <class Rank>
  std::vector<std::size_t> everybody(Rank rank) const {
    std::vector<std::size_t> order(candidates_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t left, std::size_t right) {
      return std::tuple(rank(left), chosen_[left].draw, candidates_[left].id) <
             std::tuple(rank(right), chosen_[right].draw, candidates_[right].id);
    });
    return order;
  }

  /// The rules that tell units apart. Together they take everybody, or there are none.
  std::vector<Queue> judgement() const {
    const auto assessed = [&](std::size_t unit) { return candidates_[unit].last_index.has_value(); };
    const auto by_size = everybody([&](std::size_t unit) { return -candidates_[unit].size; });
    const auto by_result =
        everybody([&](std::size_t unit) { return candidates_[unit].last_index.value_or(0); });
    std::vector<Queue> queues;
    if (std::ranges::any_of(by_size, assessed)) {
      Queue lowest{Choice::kLowest, {}, 0};
      Queue new_ones{Choice::kNotAssessed, {}, 0};
      std::ranges::copy_if(by_result, std::back_inserter(lowest.order), assessed);
      std::ranges::copy_if(by_size, std::back_inserter(new_ones.order), std::not_fn(assessed));
      queues.push_back(std::move(lowest));
      if (!new_ones.order.empty()) queues.push_back(std::move(new_ones));
    }
    if (!by_size.empty() && candidates_[by_size.front()].size > candidates_[by_size.back()].size)
      queues.push_back({Choice::kLargest, by_size, 0});
    return queues;
  }

  void take(std::size_t unit, Choice choice) {
    chosen_[unit].choice = choice;
    ++taken_;
  }

  void take_from(Queue& queue) {
    while (queue.next < queue.order.size()) {
      const std::size_t unit = queue.order[queue.next++];
      if (chosen_[unit].choice == Choice::kOut) return take(unit, queue.choice);
    }
  }

  std::span<const Candidate> candidates_;
  const SamplingPlan& plan_;
  std::vector<Chosen> chosen_;
  std::vector<Queue> queues_;
  std::size_t taken_ = 0;
};

}  // namespace

std::size_t units_to_assess(const SamplingPlan& plan, std::size_t units) {
  if (plan.rule == Sample::Rule::kShare) return part_of(plan.share, units);
  std::size_t root = 0;
  while (root * root < units)
    ++root;
  return root;
}

std::size_t units_to_draw(const SamplingPlan& plan, std::size_t chosen) {
  return part_of(plan.random, chosen);
}

std::vector<Chosen> choose_units(std::span<const Candidate> candidates, const SamplingPlan& plan) {
  return Choosing(candidates, plan).run();
}

}  // namespace orienta

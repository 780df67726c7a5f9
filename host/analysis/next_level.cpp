// SPDX-License-Identifier: MIT
#include "analysis/next_level.hpp"

#include <algorithm>
#include <tuple>

namespace orienta {
namespace {

std::optional<int> level_of(const orienta_score_t& score) {
  return score.level == ORIENTA_NO_LEVEL ? std::nullopt : std::optional<int>(score.level);
}

bool is_open(const orienta_reading_t& reading) {
  return reading.state == ORIENTA_STATE_MISSING || reading.state == ORIENTA_STATE_DONT_KNOW;
}

class Search {
 public:
  Search(const Rescoring& kept, std::size_t place, Runner& runner, PreparedSet prepared, std::stop_token stop)
      : set_(*kept.input().set),
        alone_(kept.input()),
        readings_(kept.readings(place)),
        runner_(runner),
        prepared_(prepared),
        stop_(std::move(stop)) {
    alone_.keep(kept.unit(place), readings_);
    result_.unit = kept.unit(place);
  }

  Result<NextLevel> run() {
    std::vector<Scenario> bounds(3);
    bounds[1].open = ORIENTA_OPEN_WORST;
    bounds[2].open = ORIENTA_OPEN_BEST;
    const auto scores = alone_.score(runner_, prepared_, bounds, ORIENTA_WANT_NODES, stop_);
    if (!scores) return failure(scores.error());
    if (scores->at(0, 0).state != ORIENTA_SCORE_VALUE) return result_;
    result_.proven = level_of(scores->at(0, 1));
    result_.possible = level_of(scores->at(0, 2));
    if (!result_.proven || !result_.possible) return result_;
    find_candidates(*scores);
    if (Status found = find_blocking(); !found) return failure(std::move(found.error()));
    if (*result_.possible > *result_.proven)
      if (Status found = find_to_settle(); !found) return failure(std::move(found.error()));
    return std::move(result_);
  }

 private:
  /// Criteria with a rung that are, with open answers as worst, not at their best.
  void find_candidates(const Rescored& scores) {
    for (std::size_t i = 0; i < set_.criteria.size(); ++i) {
      const std::uint32_t node = set_.node_of_criterion(i);
      const orienta_score_t& worst = scores.at(0, 1, node);
      if (set_.criteria[i].level > 0 && worst.state == ORIENTA_SCORE_VALUE && worst.value < 1)
        candidates_.push_back(node);
      if (set_.criteria[i].level > 0 && scores.at(0, 0, node).state == ORIENTA_SCORE_OPEN)
        open_.push_back(node);
    }
  }

  const Criterion& criterion(std::uint32_t node) const {
    return set_.criteria[node - 1 - set_.dimensions.size()];
  }

  /// All candidates up to a rung at their best, but for one.
  Scenario all_but(std::uint32_t left, int rung) const {
    Scenario scenario;
    scenario.open = ORIENTA_OPEN_WORST;
    for (const std::uint32_t node : candidates_)
      if (node != left && criterion(node).level <= rung) scenario.ratings.push_back({0, node, 1});
    return scenario;
  }

  Result<std::vector<std::optional<int>>> levels_in(const std::vector<Scenario>& scenarios) const {
    // The first scenario of a batch is things as they are.
    std::vector<Scenario> all(1);
    all.insert(all.end(), scenarios.begin(), scenarios.end());
    const auto scores = alone_.score(runner_, prepared_, all, ORIENTA_WANT_SUMMARY, stop_);
    if (!scores) return failure(scores.error());
    std::vector<std::optional<int>> levels;
    for (std::size_t i = 0; i < scenarios.size(); ++i)
      levels.push_back(level_of(scores->at(0, i + 1)));
    return levels;
  }

  /// The first level above the proven one that raising its criteria and those below reaches.
  Status find_next() {
    std::vector<Scenario> scenarios;
    const int top = static_cast<int>(set_.levels.size());
    for (int level = *result_.proven + 1; level <= top; ++level)
      scenarios.push_back(all_but(ORIENTA_NONE, level));
    const auto levels = levels_in(scenarios);
    if (!levels) return failure(levels.error());
    for (std::size_t i = 0; i < levels->size(); ++i) {
      const int level = *result_.proven + 1 + static_cast<int>(i);
      if ((*levels)[i] >= level) {
        result_.next = level;
        break;
      }
    }
    return {};
  }

  Status find_blocking() {
    if (Status found = find_next(); !found || !result_.next) return found;
    std::vector<std::uint32_t> tried;
    std::vector<Scenario> scenarios;
    for (const std::uint32_t node : candidates_) {
      if (criterion(node).level > *result_.next) continue;
      tried.push_back(node);
      scenarios.push_back(all_but(node, *result_.next));
    }
    const auto levels = levels_in(scenarios);
    if (!levels) return failure(levels.error());
    Scenario raised;
    raised.open = ORIENTA_OPEN_WORST;
    for (std::size_t i = 0; i < tried.size(); ++i)
      if ((*levels)[i] < result_.next) {
        result_.blocking.push_back(tried[i]);
        raised.ratings.push_back({0, tried[i], 1});
      }
    if (!result_.blocking.empty()) {
      const auto reached = levels_in({raised});
      if (!reached) return failure(reached.error());
      result_.is_more_needed = reached->front() < result_.next;
    }
    if (result_.blocking.empty())
      for (const std::uint32_t node : tried)
        if (criterion(node).level > *result_.proven) result_.together.push_back(node);
    const auto mandatory_first = [&](std::uint32_t node) { return !criterion(node).mandatory; };
    std::ranges::stable_sort(result_.blocking, {}, mandatory_first);
    std::ranges::stable_sort(result_.together, {}, mandatory_first);
    return {};
  }

  /// The indicator that an open criterion is derived from, where it names one.
  void add_derived() {
    for (const std::uint32_t node : open_) {
      const Criterion& one = criterion(node);
      const auto of = one.tags.find("of");
      if (of == one.tags.end() || one.level <= *result_.proven || one.level > *result_.possible) continue;
      for (std::uint32_t i = 0; i < set_.indicators.size(); ++i)
        if (set_.indicators[i].id == of->second && std::ranges::count(result_.to_settle, i) == 0)
          result_.to_settle.push_back(i);
    }
  }

  Status find_to_settle() {
    std::vector<std::uint32_t> below;
    std::vector<Scenario> scenarios;
    for (std::uint32_t i = 0; i < set_.indicators.size(); ++i) {
      const int rung = set_.criteria[set_.indicators[i].criterion].level;
      if (!is_open(readings_.combined[i]) || rung == 0 || rung > *result_.possible) continue;
      if (rung > *result_.proven) {
        result_.to_settle.push_back(i);
        continue;
      }
      Scenario scenario;
      scenario.open = ORIENTA_OPEN_BEST;
      scenario.values.push_back({0, i, 0});
      below.push_back(i);
      scenarios.push_back(std::move(scenario));
    }
    const auto levels = levels_in(scenarios);
    if (!levels) return failure(levels.error());
    for (std::size_t i = 0; i < below.size(); ++i)
      if ((*levels)[i] < result_.possible) result_.to_settle.push_back(below[i]);
    add_derived();
    std::ranges::sort(result_.to_settle, {}, [&](std::uint32_t indicator) {
      const Criterion& of = set_.criteria[set_.indicators[indicator].criterion];
      return std::tuple(!of.mandatory, of.level, indicator);
    });
    return {};
  }

  const CriteriaSet& set_;
  Rescoring alone_;
  const Readings& readings_;
  Runner& runner_;
  PreparedSet prepared_;
  std::stop_token stop_;
  std::vector<std::uint32_t> candidates_;
  std::vector<std::uint32_t> open_;  ///< criteria with a rung that nothing is known of
  NextLevel result_;
};

}  // namespace

Result<NextLevel> next_level(const Rescoring& kept, std::size_t place, Runner& runner, PreparedSet prepared,
                             std::stop_token stop) {
  return Search(kept, place, runner, prepared, std::move(stop)).run();
}

}  // namespace orienta

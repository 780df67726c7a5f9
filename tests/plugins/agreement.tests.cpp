// SPDX-License-Identifier: MIT
#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <cstring>

#include "plugins/building.hpp"

namespace orienta::test {
namespace {

/// Bit by bit: padding does not exist in orienta_score_t, and -0 differs from 0.
bool is_same(const BatchScores& left, const BatchScores& right) {
  static_assert(std::has_unique_object_representations_v<ScoredUnit>);
  const auto same_bytes = [](const auto& a, const auto& b) {
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof a.front()) == 0);
  };
  if (!same_bytes(left.units, right.units) || !same_bytes(left.scores, right.scores)) return false;
  if (left.notes.size() != right.notes.size()) return false;
  for (std::size_t i = 0; i < left.notes.size(); ++i) {
    const UnitNote& a = left.notes[i];
    const UnitNote& b = right.notes[i];
    if (a.unit != b.unit || a.is_remark != b.is_remark || a.note != b.note) return false;
  }
  return true;
}

BatchPlan any_plan() {
  BatchPlan plan;
  plan.units = *rc::gen::inRange<std::uint32_t>(0, 40);
  plan.scenarios = *rc::gen::inRange<std::uint32_t>(1, 4);
  plan.want = *rc::gen::inRange<std::uint32_t>(0, 3);
  auto seed = *rc::gen::arbitrary<std::uint64_t>();
  plan.next = [seed]() mutable {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return static_cast<double>(seed >> 11) / 9007199254740992.0;
  };
  return plan;
}

}  // namespace

TEST_CASE("worker and in-process runner agree to the bit") {
  const auto worker = worker_runner(test_package("sample"));
  const auto inside = in_process_runner(test_package("sample"));
  REQUIRE(inside);
  auto block = SharedBlock::create();
  REQUIRE(block);
  CHECK(rc::check([&] {
    const CriteriaSet set = small_set(*rc::gen::inRange<std::size_t>(1, 12), *rc::gen::inRange(0, 5));
    write_batch(set, any_plan(), *block);
    const auto left = worker->prepare(set);
    const auto right = (*inside)->prepare(set);
    RC_ASSERT((left && right));
    const auto theirs = worker->score(*left, *block, label);
    const auto ours = (*inside)->score(*right, *block, label);
    RC_ASSERT((theirs && ours));
    RC_ASSERT(is_same(*theirs, *ours));
  }));
}

TEST_CASE("both runners say the same about a plugin that breaks the contract") {
  const CriteriaSet set = small_set();
  const auto worker = worker_runner(test_package("nan"));
  const auto inside = in_process_runner(test_package("nan"));
  REQUIRE(inside);
  const auto left = worker->score(worker->prepare(set).value(), batch_of(set), label);
  const auto right = (*inside)->score((*inside)->prepare(set).value(), batch_of(set), label);
  REQUIRE_FALSE(left);
  REQUIRE_FALSE(right);
  CHECK(left.error().problems.kept() == right.error().problems.kept());
}

TEST_CASE("the in-process runner stops when it is asked to") {
  const CriteriaSet set = small_set();
  const auto runner = in_process_runner(test_package("sample"));
  REQUIRE(runner);
  const auto prepared = (*runner)->prepare(set);
  REQUIRE(prepared);
  std::stop_source source;
  source.request_stop();
  const auto scores = (*runner)->score(*prepared, batch_of(set), label, source.get_token());
  REQUIRE_FALSE(scores);
  CHECK(scores.error().kind == ErrorKind::kCancelled);
}

}  // namespace orienta::test

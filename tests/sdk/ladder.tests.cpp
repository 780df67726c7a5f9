// SPDX-License-Identifier: MIT
#include "orienta/ladder.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <vector>

using namespace orienta::sdk;

namespace {

constexpr std::int32_t kRungs = 4;

struct Result {
  std::vector<Rung> rungs;
  Climb climb;
};

Result judge(const std::vector<Step>& steps, const Holds& holds = {}, std::int32_t count = kRungs) {
  Result result;
  std::vector<Part> scratch;
  for (std::int32_t level = 1; level <= count; ++level) {
    result.rungs.push_back(judge_rung(steps.data(), steps.size(), level, holds, scratch));
  }
  result.climb = climb(result.rungs.data(), result.rungs.size());
  return result;
}

Step step(std::int32_t level, const Rating& rating, bool mandatory = false, double weight = 1) {
  return {{rating, weight}, level, mandatory, static_cast<std::uint32_t>(level * 10)};
}

Rating any_rating() {
  const int kind = *rc::gen::inRange(0, 10);
  if (kind == 0) return without_value(State::kNotApplicable);
  if (kind == 1) return without_value(State::kOpen);
  if (kind == 2) return without_value(State::kWithheld);
  return certain(*rc::gen::element(0.0, 0.3, 0.5, 0.7, 0.85, 0.9, 1.0));
}

std::vector<Step> any_steps() {
  std::vector<Step> steps;
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    steps.push_back(step(*rc::gen::inRange(1, kRungs + 1), any_rating(), *rc::gen::arbitrary<bool>(),
                         *rc::gen::inRange(0, 4)));
    steps.back().node = static_cast<std::uint32_t>(i);
  }
  return steps;
}

std::vector<Step> with_open(std::vector<Step> steps, double value) {
  for (Step& one : steps) {
    if (one.part.rating.state == State::kOpen) one.part.rating = certain(value);
  }
  return steps;
}

}  // namespace

TEST_CASE("a rung counts only when all rungs below it hold", "[sdk]") {
  const Result result =
      judge({step(1, certain(0.9)), step(2, certain(0.5)), step(3, certain(1)), step(4, certain(1))});
  CHECK(result.climb.level == 1);
  CHECK(result.climb.next == 2);
  CHECK(result.rungs[1].verdict == Verdict::kRatingBelow);
  CHECK(result.rungs[2].holds());
}

TEST_CASE("a rung holds at exactly its cut point and not below", "[sdk]") {
  CHECK(judge({step(1, certain(0.85))}).climb.level == 1);
  CHECK(judge({step(1, certain(std::nextafter(0.85, 0)))}).climb.level == 0);
  CHECK(judge({step(1, certain(0.5), true), step(1, certain(1), false, 9)}).climb.level == 1);
  CHECK(judge({step(1, certain(std::nextafter(0.5, 0)), true), step(1, certain(1), false, 9)}).climb.level ==
        0);
}

TEST_CASE("a mandatory criterion is not bought off", "[sdk]") {
  const Result result = judge({step(1, certain(0.25), true), step(1, certain(1), false, 99)});
  CHECK(result.climb.level == 0);
  CHECK(result.rungs[0].verdict == Verdict::kMandatoryBelow);
  CHECK(result.rungs[0].node == 10);
  CHECK(result.climb.progress == 0.5);
}

TEST_CASE("a mandatory criterion that is open or withheld does not hold", "[sdk]") {
  CHECK(judge({step(1, without_value(State::kOpen), true), step(1, certain(1))}).rungs[0].verdict ==
        Verdict::kMandatoryOpen);
  CHECK(judge({step(1, without_value(State::kWithheld), true), step(1, certain(1))}).rungs[0].verdict ==
        Verdict::kWithheld);
  CHECK(judge({step(1, without_value(State::kNotApplicable), true), step(1, certain(1))}).rungs[0].holds());
}

TEST_CASE("a mandatory criterion of weight 0 is a pure gate", "[sdk]") {
  CHECK(judge({step(1, certain(0.5), true, 0), step(1, certain(0.85))}).climb.level == 1);
  CHECK(judge({step(1, certain(0.4), true, 0), step(1, certain(1))}).climb.level == 0);
  const Result alone = judge({step(1, certain(0.5), true, 0)});
  CHECK(alone.climb.level == 1);
  CHECK_FALSE(alone.rungs[0].rating.has_value());
}

TEST_CASE("a rung where nothing applies neither blocks nor counts", "[sdk]") {
  const Rating left_out = without_value(State::kNotApplicable);
  CHECK(judge({step(1, certain(1)), step(2, left_out), step(3, certain(1))}).climb.level == 3);
  CHECK(judge({step(1, certain(1)), step(2, left_out)}).climb.level == 1);
  CHECK(judge({step(1, left_out), step(2, certain(0))}).climb.level == 0);
  CHECK(judge({step(1, left_out, true)}).climb.level == ORIENTA_NO_LEVEL);
  CHECK(judge({}).climb.level == ORIENTA_NO_LEVEL);
}

TEST_CASE("a rung without answers does not hold", "[sdk]") {
  const Result open = judge({step(1, without_value(State::kOpen), true)});
  CHECK(open.rungs[0].verdict == Verdict::kOpen);
  CHECK(open.climb.level == 0);
  CHECK(open.climb.progress == 0);
  CHECK(judge({step(1, without_value(State::kWithheld))}).rungs[0].verdict == Verdict::kWithheld);
}

TEST_CASE("on the top there is no next rung", "[sdk]") {
  const Result result = judge({step(1, certain(1)), step(2, certain(0.9))}, {}, 2);
  CHECK(result.climb.level == 2);
  CHECK(result.climb.next == 0);
  CHECK(result.climb.progress == 0);
}

TEST_CASE("all at maximum reach the top rung that applies", "[sdk]") {
  CHECK(rc::check([] {
    std::vector<Step> steps = any_steps();
    std::int32_t top = ORIENTA_NO_LEVEL;
    for (Step& one : steps) {
      if (one.part.rating.state == State::kNotApplicable) continue;
      one.part.rating = certain(1);
      if (one.part.weight > 0 || one.mandatory) top = std::max(top, one.level);
    }
    RC_ASSERT(judge(steps).climb.level == top);
  }));
}

TEST_CASE("criteria that do not apply leave the ladder as if they were not there", "[sdk]") {
  CHECK(rc::check([] {
    const std::vector<Step> steps = any_steps();
    std::vector<Step> rest = steps;
    rest.erase(std::remove_if(rest.begin(), rest.end(),
                              [](const Step& one) { return one.part.rating.state == State::kNotApplicable; }),
               rest.end());
    const Result all = judge(steps);
    const Result without = judge(rest);
    RC_ASSERT(all.climb.level == without.climb.level);
    RC_ASSERT(all.climb.next == without.climb.next);
    RC_ASSERT(all.climb.progress == without.climb.progress);
  }));
}

TEST_CASE("proven is at most as is and as is at most possible", "[sdk]") {
  CHECK(rc::check([] {
    const std::vector<Step> steps = any_steps();
    const std::int32_t worst = judge(with_open(steps, 0)).climb.level;
    const std::int32_t as_is = judge(steps).climb.level;
    const std::int32_t best = judge(with_open(steps, 1)).climb.level;
    RC_ASSERT(worst <= as_is);
    RC_ASSERT(as_is <= best);
  }));
}

TEST_CASE("progress is 1 exactly when a rung holds", "[sdk]") {
  CHECK(rc::check([] {
    for (const Rung& rung : judge(any_steps()).rungs) {
      if (rung.verdict == Verdict::kNotApplicable) continue;
      RC_ASSERT((rung.progress == 1) == rung.holds());
      RC_ASSERT(rung.progress >= 0);
    }
  }));
}

TEST_CASE("a better criterion never lowers the level", "[sdk]") {
  CHECK(rc::check([] {
    std::vector<Step> steps = any_steps();
    const std::int32_t before = judge(steps).climb.level;
    for (Step& one : steps) {
      if (one.part.rating.has_value() && *rc::gen::arbitrary<bool>()) one.part.rating.value = 1;
    }
    RC_ASSERT(judge(steps).climb.level >= before);
  }));
}

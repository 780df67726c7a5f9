// SPDX-License-Identifier: MIT
#include "../../plugins/feedback_systems/sample.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "feedback_set.hpp"
#include "support/block_builder.hpp"

using namespace orienta::test;
using Catch::Approx;
using Codes = std::vector<std::string>;

namespace {

UnitSpec unit_with_sample(const orienta_reading_t& overall) {
  UnitSpec unit;
  unit.combined.push_back(overall);
  for (std::uint32_t i = 1; i < kIndicators; ++i)
    unit.combined.push_back(reading(i, 0.5));
  return unit;
}

Said score(const orienta_reading_t& overall, const SetSpec& set = feedback_set(),
           const ScenarioSpec& scenario = {}) {
  Prepared prepared(orienta_entry_v1, build_set(set));
  return prepared.score(build_batch({ORIENTA_WANT_TRACE, {unit_with_sample(overall)}, {scenario}}));
}

const orienta_score_t sample(const Said& said) {
  return said.scores.at({0, 0})[kSample];
}

}  // namespace

// 384.15 for 5 points at 95 % is the textbook figure; 1068 for 3 and 9604 for 1 are its companions.
TEST_CASE("the sample that a margin needs is the textbook's", "[feedback]") {
  CHECK(feedback_systems::needed_sample(5) == 385);
  CHECK(feedback_systems::needed_sample(3) == 1068);
  CHECK(feedback_systems::needed_sample(1) == 9604);
  CHECK(feedback_systems::worst_margin(100) == Approx(9.79982).epsilon(1e-6));
}

TEST_CASE("a sample is adequate from the needed n on", "[feedback]") {
  CHECK(sample(score(reading(0, 0.6, 385))).value == 1);
  CHECK(sample(score(reading(0, 0.6, 384))).value < 1);
  CHECK(sample(score(reading(0, 0.6, 100))).value == Approx(5 / 9.79982).epsilon(1e-6));
  CHECK(sample(score(reading(0, 0.6, 100))).count == 100);
  CHECK(sample(score(reading(0, 0.6, 100))).completeness == 1);
}

TEST_CASE("the demanded margin is the set's", "[feedback]") {
  SetSpec set = feedback_set();
  set.params = {{"margin", ORIENTA_PARAM_NUMBER, 10, ""}};
  CHECK(sample(score(reading(0, 0.6, 97), set)).value == 1);
  CHECK(sample(score(reading(0, 0.6, 96), set)).value < 1);
}

TEST_CASE("a derived criterion can demand a margin of its own", "[feedback]") {
  SetSpec set = feedback_set();
  set.params = {{"margin", ORIENTA_PARAM_NUMBER, 3, ""}};
  set.dimensions[0].criteria[1].tags["margin"] = "10";
  CHECK(sample(score(reading(0, 0.6, 97), set)).value == 1);
  CHECK(sample(score(reading(0, 0.6, 96), set)).value < 1);
  CHECK(score(reading(0, 0.6, 97), set).note("feedback-systems.sample-adequate")->numbers.at("demanded") ==
        10);
}

TEST_CASE("trace and remark tell n, what is needed and the margin reached", "[feedback]") {
  const Said said = score(reading(0, 0.6, 100));
  CHECK(said.codes(kSample) == Codes{"feedback-systems.sample-too-small"});
  CHECK(said.codes(kSample, true) == Codes{"feedback-systems.sample-too-small"});
  const NoteCopy& note = *said.note("feedback-systems.sample-too-small");
  CHECK(note.numbers.at("n") == 100);
  CHECK(note.numbers.at("needed") == 385);
  CHECK(note.numbers.at("margin") == Approx(9.79982).epsilon(1e-6));
  CHECK(note.numbers.at("demanded") == 5);
  CHECK(note.indexes.at("indicator") == 0);
  CHECK(score(reading(0, 0.6, 500)).codes(kSample) == Codes{"feedback-systems.sample-adequate"});
}

TEST_CASE("without answers the sample is open and follows the scenario", "[feedback]") {
  const orienta_reading_t missing = reading_without(0, ORIENTA_STATE_MISSING);
  CHECK(sample(score(missing)).state == ORIENTA_SCORE_OPEN);
  CHECK(sample(score(missing)).completeness == 0);
  CHECK(sample(score(missing, feedback_set(), {ORIENTA_OPEN_WORST, {}, {}, {}})).value == 0);
  CHECK(sample(score(missing, feedback_set(), {ORIENTA_OPEN_BEST, {}, {}, {}})).value == 1);
  CHECK(sample(score(reading_without(0, ORIENTA_STATE_NOT_ASKED))).state == ORIENTA_SCORE_NOT_APPLICABLE);
  CHECK(sample(score(reading_without(0, ORIENTA_STATE_WITHHELD))).state == ORIENTA_SCORE_WITHHELD);
}

TEST_CASE("a value that nobody counted says nothing about a sample", "[feedback]") {
  const Said said = score(reading(0, 0.6, 0));
  CHECK(sample(said).state == ORIENTA_SCORE_OPEN);
  CHECK(said.codes(kSample) == Codes{"feedback-systems.sample-unknown"});
}

TEST_CASE("a sample does not apply where its criterion does not", "[feedback]") {
  SetSpec set = feedback_set();
  set.dimensions[0].criteria[1].applies_to = 1u << ORIENTA_UNIT_ORGANISATION;
  CHECK(sample(score(reading(0, 0.6, 100), set)).state == ORIENTA_SCORE_NOT_APPLICABLE);
}

// Importance weighting of a satisfaction index: sum(w s) / sum(w) / s_max with w = (9, 8, 6, 4), s = (8, 6,
// 9, 7) of 10.
TEST_CASE("indicators count by their importance", "[feedback]") {
  SetSpec set;
  set.dimensions = {{"d", 1, 0, {{"c", 1, 0, 0, false, 0, {}, {{"a", 9}, {"b", 8}, {"c", 6}, {"d", 4}}}}}};
  UnitSpec unit;
  unit.combined = {reading(0, 0.8), reading(1, 0.6), reading(2, 0.9), reading(3, 0.7)};
  Prepared prepared(orienta_entry_v1, build_set(set));
  const Said said = prepared.score(build_batch({ORIENTA_WANT_SUMMARY, {unit}, {{}}}));
  CHECK(said.scores.at({0, 0})[0].value == Approx(202 / 270.0).epsilon(1e-15));
}

TEST_CASE("more dissatisfied than satisfied is remarked on", "[feedback]") {
  orienta_reading_t overall = reading(0, 0.4, 500);
  overall.statistic = -20;
  const Said said = score(overall);
  REQUIRE(said.note("feedback-systems.more-against") != nullptr);
  CHECK(said.note("feedback-systems.more-against")->numbers.at("net") == -20);
  overall.statistic = 20;
  CHECK(score(overall).note("feedback-systems.more-against") == nullptr);
}

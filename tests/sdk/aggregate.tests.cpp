// SPDX-License-Identifier: MIT
#include "orienta/aggregate.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstring>
#include <vector>

using namespace orienta::sdk;
using Catch::Approx;

namespace {

const auto kAll = {Aggregate::kMean, Aggregate::kGeometric, Aggregate::kWeakest};

double any_share() {
  return *rc::gen::inRange(0, 1001) / 1000.0;
}
double any_weight() {
  return *rc::gen::inRange(1, 10'000) / 97.0;
}

Part part_with_value() {
  const auto n = *rc::gen::inRange<std::uint32_t>(0, 50);
  Rating rating{State::kValue, any_share(), 0, 0, any_share(), n};
  if (n > 1) {
    rating.error = any_share() / 10;
    rating.freedom = n - 1.0;
  }
  return {rating, any_weight()};
}

Part any_part() {
  const int kind = *rc::gen::inRange(0, 8);
  if (kind == 0) return {without_value(State::kNotApplicable), any_weight()};
  if (kind == 1) return {without_value(State::kWithheld), any_weight()};
  if (kind == 2) return {without_value(State::kOpen), any_weight()};
  Part part = part_with_value();
  if (kind == 3) part.weight = 0;
  return part;
}

std::vector<Part> any_parts() {
  std::vector<Part> parts;
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i)
    parts.push_back(any_part());
  return parts;
}

bool same_bits(const Rating& a, const Rating& b) {
  const auto same = [](double x, double y) { return std::memcmp(&x, &y, sizeof x) == 0; };
  return a.state == b.state && same(a.value, b.value) && same(a.error, b.error) &&
         same(a.freedom, b.freedom) && same(a.completeness, b.completeness) && a.count == b.count;
}

std::vector<Part> equal_weights(const std::vector<double>& values) {
  std::vector<Part> parts;
  for (const double value : values)
    parts.push_back({certain(value), 0.25});
  return parts;
}

}  // namespace

TEST_CASE("all at maximum give exactly the maximum for any weights", "[sdk]") {
  for (const Aggregate kind : kAll) {
    CHECK(rc::check([=] {
      std::vector<Part> parts = any_parts();
      parts.push_back(part_with_value());
      for (Part& part : parts) {
        if (part.rating.has_value()) part.rating.value = 1;
      }
      RC_ASSERT(aggregate(kind, parts).value == 1);
    }));
  }
}

TEST_CASE("equal values give exactly that value for any weights", "[sdk]") {
  for (const Aggregate kind : kAll) {
    CHECK(rc::check([=] {
      const double value = any_share();
      std::vector<Part> parts{part_with_value(), part_with_value(), part_with_value()};
      for (Part& part : parts)
        part.rating.value = value;
      RC_ASSERT(aggregate(kind, parts).value == value);
    }));
  }
}

TEST_CASE("what is left out, withheld or weightless is neutral to the bit", "[sdk]") {
  for (const Aggregate kind : kAll) {
    CHECK(rc::check([=] {
      std::vector<Part> parts = any_parts();
      parts.push_back(*rc::gen::arbitrary<bool>() ? part_with_value() : Part{without_value(State::kOpen), 1});
      std::vector<Part> rest;
      std::copy_if(parts.begin(), parts.end(), std::back_inserter(rest), [](const Part& part) {
        return part.weight > 0 && (part.rating.has_value() || part.rating.state == State::kOpen);
      });
      RC_ASSERT(same_bits(aggregate(kind, parts), aggregate(kind, rest)));
    }));
  }
}

TEST_CASE("an open part lowers completeness and not the value", "[sdk]") {
  for (const Aggregate kind : kAll) {
    CHECK(rc::check([=] {
      std::vector<Part> parts{part_with_value(), part_with_value()};
      parts[0].rating.completeness = 1;
      const Rating before = aggregate(kind, parts);
      parts.push_back({without_value(State::kOpen), any_weight()});
      const Rating after = aggregate(kind, parts);
      RC_ASSERT(after.value == before.value);
      RC_ASSERT(after.error == before.error);
      RC_ASSERT(after.completeness < before.completeness);
    }));
  }
}

TEST_CASE("order changes nothing beyond the last digits", "[sdk]") {
  for (const Aggregate kind : kAll) {
    CHECK(rc::check([=] {
      std::vector<Part> parts = any_parts();
      const Rating before = aggregate(kind, parts);
      std::reverse(parts.begin(), parts.end());
      const Rating after = aggregate(kind, parts);
      RC_ASSERT(after.state == before.state);
      RC_ASSERT(std::abs(after.value - before.value) < 1e-14);
      RC_ASSERT(std::abs(after.error - before.error) < 1e-14);
      RC_ASSERT(std::abs(after.freedom - before.freedom) <= 1e-12 * before.freedom);
      RC_ASSERT(after.count == before.count);
    }));
  }
}

TEST_CASE("a whole lies within its parts and a higher part never lowers it", "[sdk]") {
  for (const Aggregate kind : kAll) {
    CHECK(rc::check([=] {
      std::vector<Part> parts{part_with_value(), part_with_value(), part_with_value()};
      const Rating before = aggregate(kind, parts);
      RC_ASSERT(before.value >= weakest(parts).value);
      RC_ASSERT(before.completeness >= 0);
      RC_ASSERT(before.completeness <= 1);
      double& value = parts[1].rating.value;
      value += (1 - value) * any_share();
      RC_ASSERT(aggregate(kind, parts).value >= before.value - 1e-15);
    }));
  }
}

TEST_CASE("weakest is at most geometric and geometric at most the mean", "[sdk]") {
  CHECK(rc::check([] {
    const std::vector<Part> parts{part_with_value(), part_with_value(), part_with_value()};
    RC_ASSERT(weakest(parts).value <= weighted_geometric(parts).value + 1e-15);
    RC_ASSERT(weighted_geometric(parts).value <= weighted_mean(parts).value + 1e-15);
  }));
}

TEST_CASE("a group without parts that count has no score and says why", "[sdk]") {
  const Part open{without_value(State::kOpen), 1};
  const Part left_out{without_value(State::kNotApplicable), 1};
  const Part withheld{without_value(State::kWithheld), 1};
  const Part weightless{certain(0.5), 0};
  for (const Aggregate kind : kAll) {
    CHECK(aggregate(kind, std::vector<Part>{}).state == State::kNotApplicable);
    CHECK(aggregate(kind, std::vector<Part>{left_out, left_out}).state == State::kNotApplicable);
    CHECK(aggregate(kind, std::vector<Part>{weightless, left_out}).state == State::kNotApplicable);
    CHECK(aggregate(kind, std::vector<Part>{withheld, left_out}).state == State::kWithheld);
    CHECK(aggregate(kind, std::vector<Part>{withheld, open}).state == State::kOpen);
    const Rating empty = aggregate(kind, std::vector<Part>{open});
    CHECK(empty.value == 0);
    CHECK(empty.completeness == 0);
  }
}

TEST_CASE("one part passes through with its own degrees of freedom", "[sdk]") {
  for (const Aggregate kind : kAll) {
    CHECK(rc::check([=] {
      const Part part = part_with_value();
      const Rating whole = aggregate(kind, std::vector<Part>{part});
      RC_ASSERT(whole.value == part.rating.value);
      RC_ASSERT(whole.error == part.rating.error);
      RC_ASSERT(whole.freedom == part.rating.freedom);
      RC_ASSERT(whole.count == part.rating.count);
    }));
  }
}

// By hand: variances 0.09 and 0.16 make 0.25, of the mean a quarter; freedom 0.25^2 / (0.09^2 / 9 + 0.16^2 /
// 19).
TEST_CASE("errors of a mean add up as variances with the freedom of Welch and Satterthwaite", "[sdk]") {
  const std::vector<Part> parts{{{State::kValue, 0.5, 0.3, 9, 1, 10}, 2},
                                {{State::kValue, 0.7, 0.4, 19, 1, 20}, 2}};
  const Rating whole = weighted_mean(parts);
  CHECK(whole.value == Approx(0.6).epsilon(1e-15));
  CHECK(whole.error == Approx(0.25).epsilon(1e-15));
  CHECK(whole.freedom == Approx(27.8103044).epsilon(1e-8));
  CHECK(whole.count == 10);
}

TEST_CASE("a part without sampling error counts as certain", "[sdk]") {
  const std::vector<Part> parts{{{State::kValue, 0.5, 0.3, 9, 1, 10}, 1}, {certain(0.9), 2}};
  const Rating whole = weighted_mean(parts);
  CHECK(whole.error == Approx(0.1).epsilon(1e-15));
  CHECK(whole.freedom == 9);
  CHECK(whole.count == 10);
}

TEST_CASE("a zero makes a geometric mean zero without an error", "[sdk]") {
  const std::vector<Part> parts{{{State::kValue, 0, 0.1, 9, 1, 10}, 1},
                                {{State::kValue, 0.9, 0.1, 9, 1, 10}, 5}};
  const Rating whole = weighted_geometric(parts);
  CHECK(whole.state == State::kValue);
  CHECK(whole.value == 0);
  CHECK(whole.error == 0);
  CHECK(whole.completeness == 1);
}

TEST_CASE("the error of a geometric mean is the first-order one", "[sdk]") {
  const double step = 1e-6;
  std::vector<Part> parts{{{State::kValue, 0.4, 0.02, 9, 1, 10}, 1}, {certain(0.9), 3}};
  const Rating whole = weighted_geometric(parts);
  parts[0].rating.value += step;
  const double slope = (weighted_geometric(parts).value - whole.value) / step;
  CHECK(whole.error == Approx(slope * 0.02).epsilon(1e-5));
}

TEST_CASE("of equally low parts the least certain stands for the weakest", "[sdk]") {
  const Part sure{{State::kValue, 0.4, 0.01, 99, 1, 100}, 1};
  const Part unsure{{State::kValue, 0.4, 0.2, 4, 1, 5}, 1};
  CHECK(weakest(std::vector<Part>{sure, unsure}).error == 0.2);
  CHECK(weakest(std::vector<Part>{unsure, sure}).error == 0.2);
}

// Textbook identities: one weak dimension of four, and each aggregator tells another story.
TEST_CASE("compensation differs between the aggregators", "[sdk]") {
  const std::vector<Part> parts = equal_weights({1, 5, 5, 5});
  CHECK(weighted_mean(parts).value == 4);
  CHECK(weighted_geometric(parts).value == Approx(3.343701524882).epsilon(1e-9));
  CHECK(weakest(parts).value == 1);
}

// UNDP, Human Development Report 2010, technical note 1: the example of China, HDI 0.663. Goalposts as given
// there.
TEST_CASE("the human development index of China in 2010 comes out", "[sdk]") {
  const double life = (73.5 - 20) / (83.2 - 20);
  const double schooling = (7.5 - 0) / (13.2 - 0);
  const double expected_schooling = (11.4 - 0) / (20.6 - 0);
  const double education =
      weighted_geometric(std::vector<Part>{{certain(schooling), 1}, {certain(expected_schooling), 1}}).value /
      0.951;
  const double income = (std::log(7263.0) - std::log(163.0)) / (std::log(108211.0) - std::log(163.0));
  const std::vector<Part> parts{{certain(life), 1}, {certain(education), 1}, {certain(income), 1}};
  CHECK(std::abs(weighted_geometric(parts).value - 0.663) < 0.0006);
  CHECK(weighted_geometric(parts).value == Approx(0.6631577612639407).epsilon(1e-12));
  CHECK(weighted_mean(parts).value == Approx(0.6735).epsilon(1e-4));
}

// Source: OWASP SAMM 2, score of a practice: per level the mean of streams A and B, added up over the levels.
// Without a gate between levels it serves a trend and proves no level.
TEST_CASE("a practice scored by streams gives the published figure", "[sdk]") {
  const double stream_a[] = {1, 0.5, 0.25};
  const double stream_b[] = {0.5, 0.25, 0};
  double practice = 0;
  for (int level = 0; level < 3; ++level)
    practice +=
        weighted_mean(std::vector<Part>{{certain(stream_a[level]), 1}, {certain(stream_b[level]), 1}}).value;
  CHECK(practice == 1.25);
}

// Source: law of propagation of uncertainty for independent inputs, sqrt(sum (w s)^2) (JCGM 100, 5.1.2).
TEST_CASE("independent errors add up in squares", "[sdk]") {
  const double weights[] = {0.4, 0.35, 0.25};
  const double errors[] = {0.5, 0.3, 0.4};
  std::vector<Part> parts;
  for (int i = 0; i < 3; ++i)
    parts.push_back({{State::kValue, 0.5, errors[i], 0, 1, 10}, weights[i]});
  CHECK(std::abs(weighted_mean(parts).error - 0.24703238654071252) < 1e-15);
}

// SPDX-License-Identifier: MIT
#include "orienta/kept.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstddef>
#include <initializer_list>

using namespace orienta::sdk;

namespace {

/// Sums up values and counts how often it had to.
class Summing {
 public:
  double sum(std::initializer_list<Part> parts) {
    kept_.begin();
    for (const Part& part : parts)
      kept_.put(part);
    return kept_
        .result([&](const std::vector<Part>& items) {
          ++times_;
          Rating rating = certain(0);
          for (const Part& one : items)
            rating.value += one.weight * one.rating.value;
          return rating;
        })
        .value;
  }
  int times() const { return times_; }

 private:
  KeptGroup kept_;
  int times_ = 0;
};

}  // namespace

TEST_CASE("the same parts are worked out once", "[sdk]") {
  Summing summing;
  for (int turn = 0; turn < 3; ++turn)
    CHECK(summing.sum({{certain(0.25), 1}, {certain(0.5), 2}}) == 1.25);
  CHECK(summing.times() == 1);
}

TEST_CASE("nothing is worked out too, once", "[sdk]") {
  Summing summing;
  CHECK(summing.sum({}) == 0);
  CHECK(summing.sum({}) == 0);
  CHECK(summing.times() == 1);
}

TEST_CASE("a part that is other, more or missing is worked out again", "[sdk]") {
  Summing summing;
  CHECK(summing.sum({{certain(0.25), 1}, {certain(0.5), 1}}) == 0.75);
  CHECK(summing.sum({{certain(0.25), 1}, {certain(0.5), 3}}) == 1.75);
  CHECK(summing.sum({{certain(0.25), 1}}) == 0.25);
  CHECK(summing.sum({{certain(0.25), 1}, {certain(0.5), 3}}) == 1.75);
  CHECK(summing.sum({}) == 0);
  CHECK(summing.times() == 5);
}

TEST_CASE("any bit of a rating makes it another", "[sdk]") {
  const Rating rating{State::kValue, 0.5, 0.1, 9, 0.8, 10};
  CHECK(detail::same(rating, Rating(rating)));
  for (int member = 0; member < 6; ++member) {
    Rating other = rating;
    if (member == 0) other.state = State::kOpen;
    if (member == 1) other.value = std::nextafter(0.5, 1);
    if (member == 2) other.error = 0.2;
    if (member == 3) other.freedom = 8;
    if (member == 4) other.completeness = 1;
    if (member == 5) other.count = 11;
    CHECK_FALSE(detail::same(rating, other));
  }
  CHECK_FALSE(detail::same(0.0, -0.0));
  CHECK(detail::same(std::nan(""), std::nan("")));
}

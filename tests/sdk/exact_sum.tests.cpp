// SPDX-License-Identifier: MIT
#include "orienta/exact_sum.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "orienta/aggregate.hpp"

using namespace orienta::sdk;

TEST_CASE("what a plain sum loses is kept", "[sdk]") {
  ExactSum sum;
  sum.add(1e16);
  sum.add(1);
  sum.add(-1e16);
  CHECK(sum.value() == 1);
}

TEST_CASE("a sum divided by itself is one", "[sdk]") {
  CHECK(rc::check([](const std::vector<double>& terms) {
    ExactSum sum;
    for (const double term : terms)
      sum.add(std::abs(term) + 0.1);
    RC_PRE(!terms.empty());
    RC_ASSERT(sum.over(sum) == 1);
  }));
}

// All foursomes of multiples of 5 whose weighted mean is exactly 85. Plain sums put one in fifteen below
// 0.85.
TEST_CASE("ratings whose mean is 85 reach 85", "[sdk]") {
  int found = 0;
  int missed = 0;
  for (const std::vector<int>& w : {std::vector{1, 1, 1, 1}, {1, 2, 3, 4}, {3, 1, 2, 2}, {4, 3, 3, 1}}) {
    for (int code = 0; code < 21 * 21 * 21; ++code) {
      const std::vector<int> v{code % 21 * 5, code / 21 % 21 * 5, code / 441 * 5};
      const int rest = 85 * (w[0] + w[1] + w[2] + w[3]) - v[0] * w[0] - v[1] * w[1] - v[2] * w[2];
      if (rest < 0 || rest > 100 * w[3] || rest % w[3] != 0) continue;
      std::vector<Part> parts;
      for (std::size_t i = 0; i < 3; ++i)
        parts.push_back({certain(v[i] / 100.0), static_cast<double>(w[i])});
      parts.push_back({certain(rest / w[3] / 100.0), static_cast<double>(w[3])});
      ++found;
      if (weighted_mean(parts).value < 0.85) ++missed;
    }
  }
  CHECK(found > 1000);
  CHECK(missed == 0);
}

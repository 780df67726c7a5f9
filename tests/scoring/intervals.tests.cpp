// SPDX-License-Identifier: MIT
// Published values, each with its source.
#include "scoring/intervals.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <map>

using namespace orienta;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("quantiles of t are those of the tables", "[scoring]") {
  CHECK_THAT(student95(1), WithinRel(12.706204736174705, 1e-12));
  CHECK_THAT(student95(2), WithinRel(4.302652729749464, 1e-12));
  CHECK_THAT(student95(29), WithinRel(2.045229642132703, 1e-12));
  CHECK_THAT(student95(1e15), WithinRel(kNormal95, 1e-15));
  CHECK(student95(3.5) < student95(3));
  CHECK(student95(3.5) > student95(4));
}

// Newcombe (1998), Statistics in Medicine 17, 857-872, Table I, method 3.
TEST_CASE("Wilson intervals are those of Newcombe", "[scoring]") {
  const Interval many = wilson_interval(81, 263);
  CHECK_THAT(many.low, WithinAbs(0.2553, 5e-5));
  CHECK_THAT(many.high, WithinAbs(0.3662, 5e-5));
  CHECK_THAT(many.low, WithinAbs(0.2552885198782742, 1e-9));
  CHECK_THAT(many.high, WithinAbs(0.36620957698280004, 1e-9));

  const Interval none = wilson_interval(0, 20);
  CHECK(none.low == 0);
  CHECK_THAT(none.high, WithinAbs(0.16112515805281938, 1e-9));
}

// No publication: n (N - 1) / (N - n) put into Wilson's formula, computed twice independently.
TEST_CASE("Wilson intervals shrink with a finite population to the point", "[scoring]") {
  const Interval of_200 = wilson_interval(40, 50, 200);
  CHECK_THAT(of_200.low, WithinAbs(0.688560236941, 1e-9));
  CHECK_THAT(of_200.high, WithinAbs(0.878594987582, 1e-9));
  const Interval of_60 = wilson_interval(40, 50, 60);
  CHECK_THAT(of_60.low, WithinAbs(0.750629, 1e-6));
  CHECK_THAT(of_60.high, WithinAbs(0.841658, 1e-6));
  const Interval everybody = wilson_interval(40, 50, 50);
  CHECK(everybody.low == 0.8);
  CHECK(everybody.high == 0.8);
}

TEST_CASE("Wilson intervals never leave 0 to 1", "[scoring]") {
  for (double n = 1; n < 400; ++n) {
    CHECK(wilson_interval(n, n).high == 1);
    CHECK(wilson_interval(0, n).low == 0);
    CHECK(wilson_interval(0, n).high <= 1);
  }
}

// whuber, CrossValidated, "How can I calculate margin of error in a NPS result?": shares 1/2, 1/3, 1/6, n =
// 324.
TEST_CASE("the error of a net share is that of the published example", "[scoring]") {
  const double error = net_error(162.0 / 324, 54.0 / 324, 324);
  CHECK_THAT(error, WithinAbs(0.0414, 0.0005));
  CHECK_THAT(error, WithinAbs(0.041408666249996104, 1e-9));
  CHECK_THAT(kNormal95 * error, WithinAbs(0.08115949449783162, 1e-9));
  CHECK(net_error(0.5, 0.2, 10, 10) == 0);
}

// Krejcie and Morgan (1970), Educational and Psychological Measurement 30, 607-610: chi^2 = 3.841, rounded to
// nearest.
TEST_CASE("sample sizes are those of Krejcie and Morgan before rounding up", "[scoring]") {
  const std::map<double, double> exact{{10, 9.771050623251082},   {15, 14.47249434815373},
                                       {20, 19.057305879434384},  {50, 44.34310782729162},
                                       {100, 79.50734837507763},  {220, 140.1127507875974},
                                       {500, 217.47253991620428}, {1200, 291.1502747773356},
                                       {2800, 337.8718858973956}, {9000, 368.4176871183298}};
  const std::map<double, double> printed{{10, 10},   {15, 14},   {20, 19},    {50, 44},    {100, 80},
                                         {220, 140}, {500, 217}, {1200, 291}, {2800, 338}, {9000, 368}};
  for (const auto& [population, expected] : exact) {
    const double size = sample_size_exact(0.05, population, 0.5, 3.841);
    CHECK_THAT(size, WithinAbs(expected, 1e-9));
    CHECK_THAT(size, WithinAbs(printed.at(population), 0.9));
  }
  CHECK(sample_size(0.05) == 385);
  CHECK(sample_size(0.05, 500) == 218);
  CHECK(sample_size(0.05, 3) == 3);
}

TEST_CASE("the finite correction needs a population", "[scoring]") {
  CHECK(finite_correction(50, std::nullopt) == 1);
  CHECK_THAT(finite_correction(50, 200), WithinRel(std::sqrt(150.0 / 199.0), 1e-15));
  CHECK(finite_correction(200, 200) == 0);
  CHECK(finite_correction(201, 200) == 0);
}

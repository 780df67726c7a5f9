// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "answers/small_set.hpp"
#include "scoring/indices.hpp"
#include "scoring/intervals.hpp"
#include "scoring/reading.hpp"

using namespace orienta;
using namespace orienta::test;
using Catch::Matchers::WithinAbs;

namespace {

struct Housing {
  std::vector<std::uint64_t> counts;
  double index, net, low, high;
};

Cell cell_of(std::vector<std::uint64_t>& counts) {
  Cell cell;
  cell.points = Counts(counts);
  return cell;
}

NamedStatistic named(const std::vector<NamedStatistic>& all, std::string_view name) {
  for (const NamedStatistic& one : all)
    if (one.name == name) return one;
  FAIL("there is no statistic " << name);
  return {};
}

/// Expectation and perception in points 0 to 10 (tenths of a point stand for themselves): everybody expects
/// `expected`, and the ten answers to the second are those given.
void put_pair(const CriteriaSet& set, std::uint32_t joint, std::size_t expected,
              const std::vector<std::size_t>& perceived, TallySheet& sheet) {
  const auto slot = static_cast<std::uint32_t>(set.indicators.size() + joint);
  Cell& cell = sheet.cell({slot, 0, Source::kClient});
  const std::size_t columns = set.scales[0].points.size();
  for (const std::size_t point : perceived)
    cell.points[expected * columns + point] += 1;
}

}  // namespace

// Madsen (1976), Scandinavian Journal of Statistics 3, 97-106; counts of the data set "housing" of the R
// package MASS.
TEST_CASE("the housing survey gives its published counts' index and net", "[scoring]") {
  Scale scale = points_scale("three", {0, 50, 100});
  scale.statistics.push_back({"net", Statistic::Kind::kNet, {2}, {0}, {}});
  scale.headline = "net";
  for (Housing& group : std::vector<Housing>{{{567, 446, 668}, 53.0042, 6.0083, 1.9210, 10.0957},
                                             {{99, 101, 200}, 62.6250, 25.2500, 17.1466, 33.3534},
                                             {{271, 192, 302}, 52.0261, 4.0523, -2.0739, 10.1784}}) {
    const auto all = statistics_of(scale, cell_of(group.counts), std::nullopt);
    REQUIRE(all.size() == 3);
    CHECK(all[0].name == "net");
    CHECK_THAT(named(all, "index").value, WithinAbs(group.index, 5e-5));
    CHECK_THAT(named(all, "net").value, WithinAbs(group.net, 5e-5));
    CHECK_THAT(*named(all, "net").low, WithinAbs(group.low, 5e-5));
    CHECK_THAT(*named(all, "net").high, WithinAbs(group.high, 5e-5));
  }
}

TEST_CASE("a net promoter score comes with the margin of the published example", "[scoring]") {
  Scale scale = points_scale("nps", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  scale.statistics.push_back({"nps", Statistic::Kind::kNet, {9, 10}, {0, 1, 2, 3, 4, 5, 6}, {}});
  std::vector<std::uint64_t> counts{10, 10, 10, 10, 4, 5, 5, 100, 8, 100, 62};
  const NamedStatistic nps = named(statistics_of(scale, cell_of(counts), std::nullopt), "nps");
  CHECK_THAT(nps.value, WithinAbs(100.0 / 3, 1e-12));
  CHECK_THAT(*nps.high - nps.value, WithinAbs(8.115949449783162, 1e-9));
}

TEST_CASE("one answer has no interval and everybody's answers are the point itself", "[scoring]") {
  const Scale scale = small_set().scales[0];
  std::vector<std::uint64_t> one{0, 0, 0, 1, 0};
  const NamedStatistic alone = named(statistics_of(scale, cell_of(one), std::nullopt), "mean");
  CHECK(alone.value == 3);
  CHECK_FALSE(alone.low.has_value());

  std::vector<std::uint64_t> five{1, 1, 1, 1, 1};
  for (const NamedStatistic& all : statistics_of(scale, cell_of(five), 5)) {
    CHECK(all.low == all.value);
    CHECK(all.high == all.value);
  }
  const NamedStatistic sampled = named(statistics_of(scale, cell_of(five), std::nullopt), "mean");
  CHECK_THAT(sampled.value - *sampled.low, WithinAbs(student95(4) * std::sqrt(2.5 / 5), 1e-12));
}

TEST_CASE("a rate of cases has a Wilson interval and other figures have none", "[scoring]") {
  Scale scale = measure_scale("first-time", 0, {0, 0}, {100, 0});
  scale.measure->per = {100, 0};
  Cell rate;
  rate.rates = 2;
  rate.numerators = 81;
  rate.denominators = 263;
  const NamedStatistic of_cases = named(statistics_of(scale, rate, 60), "rate");
  CHECK_THAT(of_cases.value, WithinAbs(8100.0 / 263, 1e-12));
  CHECK_THAT(*of_cases.low, WithinAbs(25.52885198782742, 1e-9));

  Cell hours;
  hours.figures = 4;
  hours.sum = 30;
  const NamedStatistic mean = named(statistics_of(scale, hours, std::nullopt), "mean");
  CHECK(mean.value == 7.5);
  CHECK_FALSE(mean.low.has_value());
  CHECK(statistics_of(scale, Cell{}, std::nullopt).empty());
}

TEST_CASE("a gap is the mean of paired differences", "[scoring]") {
  const Scale scale = points_scale("seven", {1, 2, 3, 4, 5, 6, 7});
  std::vector<std::uint64_t> counts(49, 0);
  counts[6 * 7 + 4] = 3;  // expected 7, perceived 5
  counts[5 * 7 + 5] = 1;  // expected 6, perceived 6
  const auto gap = gap_of(scale, scale, cell_of(counts), std::nullopt);
  REQUIRE(gap.has_value());
  CHECK(gap->value == -1.5);
  // Differences -2 -2 -2 0: standard deviation 1, so the error is 1/2.
  CHECK_THAT(*gap->low, WithinAbs(-1.5 - student95(3) / 2, 1e-12));
  std::vector<std::uint64_t> none(49, 0);
  CHECK_FALSE(gap_of(scale, scale, cell_of(none), std::nullopt).has_value());
}

// inartifexyou.com, "SERVQUAL in practice", first two rows of its table: expectation 6.4 and 6.1,
// perception 5.1 and 5.4.
TEST_CASE("SERVQUAL gaps are those of the published table", "[scoring]") {
  const Scale scale = points_scale("seven", {1, 2, 3, 4, 5, 6, 7});
  const auto gap = [&](std::uint64_t sevens, std::uint64_t upper, std::uint64_t fives) {
    // Ten pairs: expected 6 or 7; perceived 5 or 6.
    std::vector<std::uint64_t> counts(49, 0);
    counts[6 * 7 + 4] = sevens;
    counts[5 * 7 + 5] = upper;
    counts[5 * 7 + 4] = fives;
    return gap_of(scale, scale, cell_of(counts), std::nullopt)->value;
  };
  CHECK_THAT(gap(4, 1, 5), WithinAbs(-1.3, 1e-9));
  CHECK_THAT(gap(1, 4, 5), WithinAbs(-0.7, 1e-9));
}

// Weights of Zeithaml, Parasuraman and Berry (1990), Delivering Quality Service; the gaps are invented.
TEST_CASE("the SERVQUAL gap of a set is weighted by dimension", "[scoring]") {
  CriteriaSet set;
  set.scales = {points_scale("seven", {1, 2, 3, 4, 5, 6, 7})};
  const double weights[] = {0.11, 0.32, 0.22, 0.19, 0.16};
  const std::size_t lost[] = {2, 13, 7, 5, 6};  // points that ten respondents miss together
  for (std::size_t i = 0; i < 5; ++i) {
    set.dimensions.push_back({});
    set.dimensions.back().weight = weights[i];
    set.criteria.push_back({});
    set.criteria.back().dimension = static_cast<std::uint32_t>(i);
    const std::uint32_t expected = add_indicator(set, "e" + std::to_string(i), 0);
    set.joints.push_back({"j" + std::to_string(i), expected, add_indicator(set, "p" + std::to_string(i), 0)});
  }
  TallySheet sheet(layout_of(set));
  for (std::uint32_t i = 0; i < 5; ++i) {
    std::vector<std::size_t> perceived(10, 6);
    for (std::size_t k = 0; k < lost[i]; ++k)
      --perceived[k % 10];
    put_pair(set, i, 6, perceived, sheet);
  }
  CHECK_THAT(*servqual_gap(set, 0, sheet, Source::kClient), WithinAbs(-0.783, 1e-9));
  CHECK_THAT(*servqual_gap(set, set.node_of_dimension(1), sheet, Source::kClient), WithinAbs(-1.3, 1e-9));
  CHECK_THAT(*servqual_gap(set, set.node_of_criterion(2), sheet, Source::kClient), WithinAbs(-0.7, 1e-9));
  for (Dimension& dimension : set.dimensions)
    dimension.weight = 1;
  CHECK_THAT(*servqual_gap(set, 0, sheet, Source::kClient), WithinAbs(-0.66, 1e-9));
  CHECK_FALSE(servqual_gap(set, 0, sheet, Source::kSelf).has_value());
  const CellKey hidden{static_cast<std::uint32_t>(set.indicators.size()), 0, Source::kClient};
  CHECK_FALSE(servqual_gap(set, set.node_of_dimension(0), sheet, Source::kClient, 0, std::span(&hidden, 1))
                  .has_value());
}

// The normalised form; products without normalisation are not comparable between surveys.
TEST_CASE("the customer satisfaction index weighs satisfaction by importance", "[scoring]") {
  const std::vector<ImportanceSatisfaction> parts{{9, 8, 10}, {8, 6, 10}, {6, 9, 10}, {4, 7, 10}};
  CHECK_THAT(*csi(parts), WithinAbs(74.81481481481481, 1e-6));
  CHECK_FALSE(csi({}).has_value());
  const std::vector<ImportanceSatisfaction> unimportant{{0, 8, 10}};
  CHECK_FALSE(csi(unimportant).has_value());
}

TEST_CASE("a criterion's CSI is in its scale's own unit", "[scoring]") {
  CriteriaSet set = empty_set();
  set.scales = {points_scale("likert", {1, 2, 3, 4, 5})};
  add_indicator(set, "a", 0);
  add_indicator(set, "b", 0);
  set.indicators[1].weight = 3;
  std::vector<orienta_reading_t> combined(2);
  combined[0].value = 0.5;  // a mean of 3 of 5
  combined[0].state = ORIENTA_STATE_VALUE;
  CHECK_THAT(*csi_of(set, 0, combined), WithinAbs(60, 1e-12));
  combined[1].value = 1;
  combined[1].state = ORIENTA_STATE_VALUE;
  CHECK_THAT(*csi_of(set, 0, combined), WithinAbs(90, 1e-12));
  CHECK_FALSE(csi_of(set, 1, combined).has_value());
}

// SPDX-License-Identifier: MIT
#include "scoring/reading.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "answers/small_set.hpp"
#include "scoring/pooling.hpp"

using namespace orienta;
using namespace orienta::test;
using Catch::Matchers::WithinAbs;

namespace {

struct World {
  CriteriaSet set = small_set();
  TallySheet sheet{layout_of(set)};
  ReadingContext context;

  Cell& cell(Source source, std::uint32_t indicator = 0) { return sheet.cell({indicator, 0, source}); }
  void put(Source source, std::size_t point, std::uint64_t count = 1) { cell(source).points[point] += count; }
  Readings read(std::uint16_t segment = 0, std::span<const CellKey> withheld = {}) const {
    Readings out;
    read_tallies(set, sheet, context, segment, withheld, out);
    return out;
  }
  orienta_reading_t combined(std::uint32_t indicator = 0) const { return read().combined[indicator]; }
};

bool same(const orienta_reading_t& left, const orienta_reading_t& right) {
  return left.value == right.value && left.statistic == right.statistic && left.error == right.error &&
         left.state == right.state && left.count == right.count;
}

}  // namespace

TEST_CASE("an indicator without answers is missing", "[scoring]") {
  const World world;
  const Readings out = world.read();
  REQUIRE(out.combined.size() == 3);
  CHECK(out.sources.empty());
  CHECK(out.combined[1].indicator == 1);
  CHECK(out.combined[1].source == ORIENTA_SOURCE_COMBINED);
  CHECK(out.combined[1].state == ORIENTA_STATE_MISSING);
}

TEST_CASE("a value wins over don't know and that over not applicable", "[scoring]") {
  World world;
  world.cell(Source::kSelf).not_applicable = 1;
  CHECK(world.combined().state == ORIENTA_STATE_NOT_APPLICABLE);
  world.cell(Source::kSelf).dont_know = 2;
  CHECK(world.combined().state == ORIENTA_STATE_DONT_KNOW);
  CHECK(world.combined().dont_know == 2);
  world.put(Source::kSelf, 4);
  CHECK(world.combined().state == ORIENTA_STATE_VALUE);
  CHECK(world.combined().value == 1);
  CHECK(world.combined().count == 1);
}

// Defects 2 to 6 of the peers: not applicable as full marks, as -1, in the denominator; a genuine zero taken
// as missing.
TEST_CASE("not applicable and don't know leave a value as it is and zero is a value", "[scoring]") {
  CHECK(rc::check([] {
    World world;
    for (std::uint64_t& count : world.cell(Source::kClient).points)
      count = *rc::gen::inRange<std::uint64_t>(0, 50);
    world.put(Source::kClient, 0);
    const orienta_reading_t before = world.combined();
    world.cell(Source::kClient).not_applicable = *rc::gen::inRange<std::uint64_t>(0, 50);
    world.cell(Source::kClient).dont_know = *rc::gen::inRange<std::uint64_t>(0, 50);
    RC_ASSERT(same(before, world.combined()));
  }));
  World zero;
  zero.put(Source::kClient, 0, 3);
  CHECK(zero.combined().state == ORIENTA_STATE_VALUE);
  CHECK(zero.combined().value == 0);
}

// Defect 7 of the peers: weights scale the sum, but not the ceiling.
TEST_CASE("all answers at the best point are exactly 1 and at the worst exactly 0", "[scoring]") {
  CHECK(rc::check([] {
    World world;
    std::vector<double> values;
    double value = *rc::gen::inRange(-1000, 1000) / 7.0;
    for (int i = *rc::gen::inRange(2, 9); i > 0; --i)
      values.push_back(value += *rc::gen::inRange(1, 100) / 3.0);
    world.set.scales[0] = points_scale("any", values);
    world.sheet = TallySheet(layout_of(world.set));
    const auto count = *rc::gen::inRange<std::uint64_t>(1, 1'000'000'000);
    world.put(Source::kClient, values.size() - 1, count);
    RC_ASSERT(world.combined().value == 1);
    RC_ASSERT(world.combined().error == 0);
    world.sheet = TallySheet(layout_of(world.set));
    world.put(Source::kClient, 0, count);
    RC_ASSERT(world.combined().value == 0);
  }));
}

TEST_CASE("the standard error is that of the sample and shrinks with a finite population of clients",
          "[scoring]") {
  World world;
  world.put(Source::kClient, 0, 2);
  world.put(Source::kClient, 4, 2);
  // Values 0 0 1 1: sample variance 1/3, n = 4.
  const orienta_reading_t open = world.combined();
  CHECK_THAT(open.error, WithinAbs(std::sqrt(1.0 / 12), 1e-15));
  CHECK(open.freedom == 3);
  CHECK((open.flags & ORIENTA_READING_HAS_ERROR) != 0);
  world.context.population = 10;
  CHECK_THAT(world.combined().error, WithinAbs(std::sqrt(1.0 / 12 * 6 / 9), 1e-15));
  world.context.population = 4;
  CHECK(world.combined().error == 0);

  World peers;
  peers.context.population = 4;
  peers.put(Source::kPeer, 0, 2);
  peers.put(Source::kPeer, 4, 2);
  CHECK(same(peers.combined(), open));

  World one;
  one.put(Source::kClient, 3);
  CHECK((one.combined().flags & ORIENTA_READING_HAS_ERROR) == 0);
}

TEST_CASE("the headline is in its own unit and the value stays min-max", "[scoring]") {
  World world;
  world.set.scales[0].headline = "net";
  world.put(Source::kClient, 4, 3);
  world.put(Source::kClient, 2, 2);
  world.put(Source::kClient, 1, 5);
  CHECK_THAT(world.combined().statistic, WithinAbs(-20, 1e-12));
  CHECK_THAT(world.combined().value, WithinAbs((3 * 1 + 2 * 0.5 + 5 * 0.25) / 10, 1e-12));
  world.set.scales[0].headline = "mean";
  CHECK_THAT(world.combined().statistic, WithinAbs(2.1, 1e-12));
  world.set.scales[0].headline = "index";
  CHECK_THAT(world.combined().statistic, WithinAbs(52.5, 1e-12));
}

TEST_CASE("the auditor goes before the others and what was agreed before all", "[scoring]") {
  World world;
  world.put(Source::kSelf, 4);
  CHECK(world.combined().value == 1);
  world.put(Source::kClient, 3);
  CHECK(world.combined().value == 0.75);
  world.put(Source::kAuditor, 1);
  CHECK(world.combined().value == 0.25);
  CHECK(world.read().sources.size() == 3);
  world.put(Source::kAgreed, 2);
  CHECK(world.combined().value == 0.5);
  world.set.indicators[0].combine = Combine::kLowest;
  CHECK(world.combined().value == 0.5);
}

TEST_CASE("a source that only does not apply leaves the word to the next", "[scoring]") {
  World world;
  world.cell(Source::kAuditor).not_applicable = 1;
  world.put(Source::kSelf, 3);
  CHECK(world.combined().value == 0.75);
}

TEST_CASE("the lowest source is taken whole", "[scoring]") {
  World world;
  world.set.indicators[0].combine = Combine::kLowest;
  world.put(Source::kSelf, 1);
  world.put(Source::kClient, 4, 3);
  world.put(Source::kAuditor, 2);
  CHECK(world.combined().value == 0.25);
  CHECK(world.combined().count == 1);
}

TEST_CASE("weighted sources carry their errors along", "[scoring]") {
  World world;
  world.set.indicators[0].combine = Combine::kWeighted;
  world.set.indicators[0].source_weights = {{Source::kClient, 3}, {Source::kSelf, 1}};
  world.put(Source::kClient, 0, 2);
  world.put(Source::kClient, 4, 2);
  world.put(Source::kSelf, 0, 1);
  world.put(Source::kSelf, 4, 2);
  world.put(Source::kAuditor, 0);
  const orienta_reading_t result = world.combined();
  CHECK_THAT(result.value, WithinAbs(0.75 * 0.5 + 0.25 * 2 / 3, 1e-15));
  const double client = 0.5625 / 12;           // weight^2 * s^2 / n with n = 4
  const double self = 0.0625 * (1.0 / 3) / 3;  // … with n = 3
  CHECK_THAT(result.error, WithinAbs(std::sqrt(client + self), 1e-15));
  CHECK_THAT(result.freedom,
             WithinAbs(std::pow(client + self, 2) / (client * client / 3 + self * self / 2), 1e-12));
  CHECK(result.count == 7);
}

TEST_CASE("a source that is shown only stays out", "[scoring]") {
  World world;
  world.set.indicators[0].combine = Combine::kShownOnly;
  world.put(Source::kClient, 2);
  world.put(Source::kAgreed, 2);
  const Readings out = world.read();
  CHECK(out.combined[0].state == ORIENTA_STATE_NOT_ASKED);
  REQUIRE(out.sources.size() == 2);
  CHECK(out.sources[0].value == 0.5);
}

TEST_CASE("a criterion of another kind of unit is no question and out of scope is not open", "[scoring]") {
  World world;
  world.put(Source::kSelf, 2);
  world.set.criteria[0].applies_to.add(UnitKind::kBranch);
  CHECK(world.combined().state == ORIENTA_STATE_NOT_ASKED);
  CHECK(world.read().sources.empty());
  world.context.kind = UnitKind::kBranch;
  CHECK(world.combined().state == ORIENTA_STATE_VALUE);
  world.context.in_scope = false;
  CHECK(world.combined().state == ORIENTA_STATE_OUT_OF_SCOPE);
}

TEST_CASE("an answer is inherited only where the criterion says so and the unit has nothing", "[scoring]") {
  World above;
  above.set.criteria[0].inherit = true;
  above.set.anonymous.add(Source::kClient);
  above.put(Source::kAuditor, 3);
  above.put(Source::kClient, 0, 50);
  const TallySheet handed = inheritable(above.set, above.sheet, nullptr);

  World below;
  below.set = above.set;
  below.context.inherited = &handed;
  const orienta_reading_t inherited = below.combined();
  CHECK(inherited.value == 0.75);
  CHECK((inherited.flags & ORIENTA_READING_INHERITED) != 0);
  CHECK(below.read().sources.size() == 1);

  below.cell(Source::kSelf).dont_know = 1;
  CHECK(below.combined().state == ORIENTA_STATE_DONT_KNOW);
  below.sheet = TallySheet(layout_of(below.set));
  below.set.criteria[0].inherit = false;
  CHECK(below.combined().state == ORIENTA_STATE_MISSING);
}

TEST_CASE("what is handed down is the nearest answer of each indicator", "[scoring]") {
  World top;
  top.set.criteria[0].inherit = true;
  top.put(Source::kSelf, 4);
  top.cell(Source::kSelf, 1).points[4] = 1;
  World middle;
  middle.set = top.set;
  middle.put(Source::kAuditor, 1);
  const TallySheet from_top = inheritable(top.set, top.sheet, nullptr);
  const TallySheet handed = inheritable(top.set, middle.sheet, &from_top);
  CHECK(handed.find({0, 0, Source::kSelf}) == nullptr);
  CHECK(handed.find({0, 0, Source::kAuditor})->points[1] == 1);
  CHECK(handed.find({1, 0, Source::kSelf})->points[4] == 1);
}

TEST_CASE("anonymous sources below the minimum group show no numbers", "[scoring]") {
  World world;
  world.set.anonymous.add(Source::kClient);
  world.put(Source::kClient, 4, 4);
  world.cell(Source::kClient).dont_know = 20;
  world.cell(Source::kClient).evidence[0] = 1;
  orienta_reading_t hidden = world.read().sources.at(0);
  CHECK(hidden.state == ORIENTA_STATE_WITHHELD);
  CHECK(hidden.value == 0);
  CHECK(hidden.count + hidden.dont_know + hidden.evidence == 0);
  CHECK(world.combined().state == ORIENTA_STATE_WITHHELD);
  world.put(Source::kSelf, 1);
  CHECK(world.combined().value == 0.25);
  world.put(Source::kClient, 4, 1);
  CHECK(world.combined().value == 1);

  const CellKey marked{0, 0, Source::kClient};
  CHECK(world.read(0, std::span(&marked, 1)).sources.at(1).state == ORIENTA_STATE_WITHHELD);
}

TEST_CASE("a segment is read by itself", "[scoring]") {
  World world;
  world.put(Source::kClient, 4, 2);
  world.sheet.cell({0, 2, Source::kClient}).points[1] = 1;
  CHECK(world.read(2).combined[0].value == 0.25);
  CHECK(world.read(1).combined[0].state == ORIENTA_STATE_MISSING);
  CHECK(world.read(0).combined[0].value == 1);
}

TEST_CASE("evidence of all sources counts together and findings stand on the combined reading", "[scoring]") {
  World world;
  world.put(Source::kSelf, 1);
  world.cell(Source::kSelf).evidence[0] = 1;
  world.put(Source::kAuditor, 2);
  world.cell(Source::kAuditor).evidence[2] = 1;
  const FindingCounts finding{0, 2, 1};
  world.context.findings = std::span(&finding, 1);
  const orienta_reading_t result = world.combined();
  CHECK(result.evidence == (ORIENTA_EVIDENCE_DOCUMENT | ORIENTA_EVIDENCE_INTERVIEW));
  CHECK(result.major_findings == 2);
  CHECK(result.minor_findings == 1);
  CHECK(world.combined(1).major_findings == 0);
}

// Defects 9, 10 and 14 of the peers: bands that depend on rounding, and figures that fall between them.
TEST_CASE("figures meet their bands as decimals", "[scoring]") {
  World world;
  Measure& measure = *world.set.scales[1].measure;
  measure.from = measure.to = std::nullopt;
  measure.bands = {{Band::Edge::kUpto, {3, 1}, 1, {}},
                   {Band::Edge::kUpto, {240, 1}, 0.6, {}},
                   {Band::Edge::kAbove, {240, 1}, 0, {}}};
  const auto value = [&](std::uint64_t figures, std::int64_t tenths) {
    world.sheet = TallySheet(layout_of(world.set));
    world.cell(Source::kSystem, 2).figures = figures;
    world.cell(Source::kSystem, 2).sum = tenths;
    return world.combined(2).value;
  };
  CHECK(value(1, 3) == 1);
  CHECK(value(3, 9) == 1);  // three times 0.1 + 0.2, whose sum as binary fractions is above 0.9
  CHECK(value(3, 10) == 0.6);
  CHECK(value(1, 240) == 0.6);
  CHECK(value(7, 1681) == 0);
  CHECK(world.combined(2).statistic > 24);
  CHECK((world.combined(2).flags & ORIENTA_READING_HAS_ERROR) == 0);
}

TEST_CASE("a sum is judged as a sum and a rate by its parts", "[scoring]") {
  World world;
  Measure& measure = *world.set.scales[1].measure;
  measure.combine = Measure::Combine::kSum;
  world.cell(Source::kSystem, 2).figures = 4;
  world.cell(Source::kSystem, 2).sum = 50;
  CHECK(world.combined(2).statistic == 5);
  CHECK(world.combined(2).value == 0.5);
  CHECK(world.combined(2).count == 4);

  measure.per = {10, 0};
  world.cell(Source::kSystem, 2).rates = 2;
  world.cell(Source::kSystem, 2).numerators = 300;
  world.cell(Source::kSystem, 2).denominators = 400;
  const orienta_reading_t rate = world.combined(2);
  CHECK(rate.statistic == 7.5);
  CHECK_THAT(rate.value, WithinAbs(0.25, 1e-15));
  CHECK_THAT(rate.error, WithinAbs(std::sqrt(0.75 * 0.25 / 39), 1e-15));
}

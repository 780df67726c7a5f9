// SPDX-License-Identifier: MIT
#include "answers/tallying.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "answers/small_set.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

constexpr Date kAsOf{20'000};

Answer answer(const char* indicator, Source source, const char* assessor, const char* point) {
  Answer made;
  made.key = {UnitId("unit"), SetId("set"), NodeId(indicator), source, PersonId(assessor), ""};
  made.point = point;
  return made;
}

Answer on(Answer made, std::int32_t day, const char* occasion) {
  made.date = Date{day};
  made.key.occasion = occasion;
  return made;
}

TallySheet tally(const CriteriaSet& set, const std::vector<Answer>& answers, Problems* remarks = nullptr,
                 const std::vector<Evidence>& evidence = {}) {
  return tally_answers(set, layout_of(set), answers, evidence, kAsOf, remarks);
}

std::vector<std::uint64_t> points(const TallySheet& sheet, Source source) {
  const Cell* const cell = sheet.find({0, 0, source});
  return cell == nullptr ? std::vector<std::uint64_t>{}
                         : std::vector<std::uint64_t>(cell->points.begin(), cell->points.end());
}

std::vector<std::string> codes(const Problems& problems) {
  std::vector<std::string> all;
  for (const Problem& problem : problems.kept())
    all.push_back(problem.message.code);
  return all;
}

MeasureFigure figure(std::int32_t day, std::int64_t tenths) {
  MeasureFigure made;
  made.set = SetId("set");
  made.indicator = NodeId("hours");
  made.period = {Date{day}, Date{day + 30}};
  made.figure = {tenths, 1};
  return made;
}

MeasureFigure rate(std::int32_t day, std::int64_t numerator, std::int64_t denominator) {
  MeasureFigure made = figure(day, numerator);
  made.of = Decimal{denominator, 1};
  return made;
}

Cell hours(Measure::Combine combine, const std::vector<MeasureFigure>& figures, std::uint16_t segment = 0) {
  CriteriaSet set = small_set();
  set.scales[1].measure->combine = combine;
  TallySheet sheet(layout_of(set));
  REQUIRE(tally_measures(set, figures, {Date{0}, Date{365}}, sheet).has_value());
  const Cell* const cell = sheet.find({2, segment, Source::kSystem});
  return cell == nullptr ? Cell{} : *cell;
}

}  // namespace

TEST_CASE("the latest occasion of each assessor counts", "[answers]") {
  const CriteriaSet set = small_set();
  const TallySheet sheet = tally(set, {on(answer("satisfaction", Source::kAuditor, "one", "1"), 10, "a"),
                                       on(answer("satisfaction", Source::kAuditor, "one", "3"), 12, "b"),
                                       answer("satisfaction", Source::kAuditor, "one", "0"),
                                       on(answer("satisfaction", Source::kAuditor, "two", "4"), 11, "a"),
                                       on(answer("satisfaction", Source::kSelf, "one", "2"), 1, "a")});
  CHECK(points(sheet, Source::kAuditor) == std::vector<std::uint64_t>{0, 0, 0, 1, 1});
  CHECK(points(sheet, Source::kSelf) == std::vector<std::uint64_t>{0, 0, 1, 0, 0});
}

TEST_CASE("on the same day the greater occasion id is the latest", "[answers]") {
  const TallySheet sheet =
      tally(small_set(), {on(answer("satisfaction", Source::kSelf, "one", "1"), 10, "r2"),
                          on(answer("satisfaction", Source::kSelf, "one", "3"), 10, "r1")});
  CHECK(points(sheet, Source::kSelf) == std::vector<std::uint64_t>{0, 1, 0, 0, 0});
}

TEST_CASE("all occasions are pooled where the indicator says so and what was agreed stays one", "[answers]") {
  CriteriaSet set = small_set();
  set.indicators[0].occasions = Occasions::kAll;
  const TallySheet sheet =
      tally(set, {on(answer("satisfaction", Source::kMysteryShopper, "one", "1"), 10, "v1"),
                  on(answer("satisfaction", Source::kMysteryShopper, "one", "3"), 12, "v2"),
                  on(answer("satisfaction", Source::kAgreed, "one", "2"), 20, "w1"),
                  on(answer("satisfaction", Source::kAgreed, "two", "4"), 21, "w2")});
  CHECK(points(sheet, Source::kMysteryShopper) == std::vector<std::uint64_t>{0, 1, 0, 1, 0});
  CHECK(points(sheet, Source::kAgreed) == std::vector<std::uint64_t>{0, 0, 0, 0, 1});
}

TEST_CASE("the order of answers changes nothing in the tally", "[answers]") {
  const CriteriaSet set = small_set();
  CHECK(rc::check([&] {
    std::vector<Answer> answers;
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
      const auto point = std::to_string(*rc::gen::inRange(0, 5));
      const auto assessor = std::to_string(*rc::gen::inRange(0, 3));
      Answer made =
          answer(i % 2 == 0 ? "satisfaction" : "expected", *rc::gen::element(Source::kSelf, Source::kAgreed),
                 assessor.c_str(), point.c_str());
      made.key.occasion = std::to_string(i);
      made.state =
          *rc::gen::element(AnswerState::kValue, AnswerState::kDontKnow, AnswerState::kNotApplicable);
      if (*rc::gen::arbitrary<bool>()) made.date = Date{*rc::gen::inRange(0, 4)};
      answers.push_back(made);
    }
    const std::string straight = tally(set, answers).bytes();
    for (std::size_t i = answers.size(); i > 1; --i)
      std::swap(answers[i - 1], answers[*rc::gen::inRange<std::size_t>(0, i)]);
    RC_ASSERT(tally(set, answers).bytes() == straight);
  }));
}

// Defect 2 and 3 of the peers: "not applicable" as full marks, or as -1 in a sum. Here it is a count of its
// own.
TEST_CASE("not applicable and don't know are counted beside the points", "[answers]") {
  Answer not_applicable = answer("satisfaction", Source::kSelf, "one", "");
  not_applicable.state = AnswerState::kNotApplicable;
  not_applicable.reason = "no counter";
  Answer dont_know = answer("satisfaction", Source::kSelf, "two", "");
  dont_know.state = AnswerState::kDontKnow;
  const TallySheet sheet =
      tally(small_set(), {not_applicable, dont_know, answer("satisfaction", Source::kSelf, "three", "0")});
  const Cell* const cell = sheet.find({0, 0, Source::kSelf});
  REQUIRE(cell != nullptr);
  CHECK(cell->not_applicable == 1);
  CHECK(cell->dont_know == 1);
  CHECK(cell->values() == 1);
}

TEST_CASE("evidence counts by kind and not after it expired", "[answers]") {
  const auto piece = [](const char* id, EvidenceKind kind, std::optional<Date> expires) {
    Evidence made;
    made.id = id;
    made.kind = kind;
    made.expires = expires;
    return made;
  };
  Answer given = answer("satisfaction", Source::kAuditor, "one", "4");
  given.confidence = Confidence::kLikely;
  given.evidence = {"paper", "paper2", "old", "talk", "lost"};
  Problems remarks;
  const TallySheet sheet = tally(small_set(), {given}, &remarks,
                                 {piece("paper", EvidenceKind::kDocument, Date{kAsOf.days}),
                                  piece("paper2", EvidenceKind::kDocument, std::nullopt),
                                  piece("old", EvidenceKind::kRecord, Date{kAsOf.days - 1}),
                                  piece("talk", EvidenceKind::kInterview, std::nullopt)});
  const Cell* const cell = sheet.find({0, 0, Source::kAuditor});
  REQUIRE(cell != nullptr);
  CHECK(cell->evidence[0] == 1);
  CHECK(cell->evidence[1] == 0);
  CHECK(cell->evidence[2] == 1);
  CHECK(cell->confidence[1] == 1);
  CHECK(codes(remarks) == std::vector<std::string>{"answers.tally-unknown-evidence"});
}

// Defect 11 of the peers: answers are looked up by the text of their label. Here by id, and what is unknown
// is said.
TEST_CASE("answers the set cannot hold are kept out and said", "[answers]") {
  CriteriaSet set = small_set();
  set.scales[0].points[4].label[Lang::kEn] = "Excellent";
  set.indicators[1].answered_by = {};
  set.indicators[1].answered_by.add(Source::kClient);
  Answer foreign = answer("whatever", Source::kSelf, "one", "1");
  foreign.key.set = SetId("another");
  Answer precise = answer("hours", Source::kSelf, "one", "");
  precise.figure = Decimal{125, 2};
  Problems remarks;
  const TallySheet sheet = tally(
      set,
      {answer("gone", Source::kSelf, "one", "1"), answer("satisfaction", Source::kSelf, "one", "Excellent"),
       answer("expected", Source::kSelf, "one", "1"), precise, foreign},
      &remarks);
  CHECK(sheet.empty());
  std::vector<std::string> said = codes(remarks);
  std::sort(said.begin(), said.end());
  CHECK(said == std::vector<std::string>{"answers.tally-figure-not-held", "answers.tally-source-not-asked",
                                         "answers.tally-unknown-indicator", "answers.tally-unknown-point"});
  CHECK_FALSE(remarks.has_errors());
}

TEST_CASE("a measure's figures combine over periods as its scale says", "[answers]") {
  using enum Measure::Combine;
  const std::vector<MeasureFigure> figures{figure(0, 30), figure(31, 10), figure(62, 20), figure(400, 99),
                                           figure(-1, 99)};
  CHECK((hours(kMean, figures).sum == 60));
  CHECK(hours(kMean, figures).figures == 3);
  CHECK((hours(kMean, figures).squares == 900 + 100 + 400));
  CHECK((hours(kSum, figures).sum == 60));
  CHECK((hours(kLatest, figures).sum == 20));
  CHECK((hours(kLowest, figures).sum == 10));
  CHECK((hours(kHighest, figures).sum == 30));
  CHECK(hours(kHighest, figures).figures == 1);
}

TEST_CASE("rates are pooled by numerator and denominator", "[answers]") {
  using enum Measure::Combine;
  const std::vector<MeasureFigure> rates{rate(0, 10, 100), rate(31, 450, 500), rate(62, 90, 300)};
  CHECK((hours(kMean, rates).numerators == 550));
  CHECK((hours(kMean, rates).denominators == 900));
  CHECK(hours(kMean, rates).figures == 0);
  CHECK((hours(kLatest, rates).denominators == 300));
  CHECK((hours(kLowest, rates).denominators == 100));
  CHECK((hours(kHighest, rates).denominators == 500));
}

TEST_CASE("a rate without cases says nothing", "[answers]") {
  CHECK(hours(Measure::Combine::kMean, {rate(0, 0, 0)}).is_zero());
  CriteriaSet set = small_set();
  TallySheet sheet(layout_of(set));
  Problems remarks;
  const std::vector<MeasureFigure> wrong{rate(0, 5, 0), rate(0, 5, -1)};
  REQUIRE(tally_measures(set, wrong, {Date{0}, Date{9}}, sheet, &remarks).has_value());
  CHECK(sheet.empty());
  CHECK(remarks.warnings() == 2);
}

TEST_CASE("segments of sums add up to at most the whole", "[answers]") {
  CHECK(rc::check([] {
    std::vector<MeasureFigure> figures;
    for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
      figures.push_back(rate(i, *rc::gen::inRange(0, 50), *rc::gen::inRange(1, 50)));
      const char* const value = *rc::gen::element("a", "b", "");
      if (*value != '\0') figures.back().segments = {{"group", value}};
    }
    const Cell whole = hours(Measure::Combine::kMean, figures);
    const Cell a = hours(Measure::Combine::kMean, figures, 1);
    const Cell b = hours(Measure::Combine::kMean, figures, 2);
    RC_ASSERT(a.rates + b.rates <= whole.rates);
    RC_ASSERT((a.numerators + b.numerators <= whole.numerators));
    RC_ASSERT((a.denominators + b.denominators <= whole.denominators));
  }));
}

TEST_CASE("answers live under the first id of a chain", "[answers]") {
  std::vector<CriteriaSet> sets{empty_set("a"), empty_set("b"), empty_set("c")};
  for (CriteriaSet& set : sets) {
    set.scales = {points_scale("two", {0, 1})};
    add_indicator(set, "x", 0);
  }
  sets[0].indicators[0].same_as = "b/x";
  sets[1].indicators[0].same_as = "c/x";
  const Home at_c{SetId("c"), NodeId("x")};
  CHECK(home_of(sets[0], 0, sets) == at_c);
  CHECK(home_of(sets[2], 0, sets) == at_c);
  CHECK(home_of(sets[0], 0, std::span(sets).first(2)) == at_c);
  CHECK(home_of(sets[0], 0, std::span(sets).first(1)) == Home{SetId("b"), NodeId("x")});

  SECTION("an answer kept there is tallied for each of them") {
    Answer given = answer("x", Source::kSelf, "one", "1");
    given.key.set = SetId("c");
    const std::vector<Home> homes = homes_of(sets[0], std::span<const CriteriaSet>(sets));
    const TallySheet sheet =
        tally_answers(sets[0], layout_of(sets[0]), std::span(&given, 1), {}, kAsOf, nullptr, homes);
    CHECK(points(sheet, Source::kSelf) == std::vector<std::uint64_t>{0, 1});
  }
  SECTION("a circle has no first id") {
    sets[2].indicators[0].same_as = "a/x";
    CHECK(home_of(sets[0], 0, sets) == Home{SetId("a"), NodeId("x")});
    CHECK(home_of(sets[1], 0, sets) == Home{SetId("b"), NodeId("x")});
    sets[0].indicators[0].same_as = "a/x";
    CHECK(home_of(sets[0], 0, sets) == Home{SetId("a"), NodeId("x")});
  }
}

// SPDX-License-Identifier: MIT
#include "answers/tally.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <numeric>

#include "answers/random_sheet.hpp"
#include "answers/small_set.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

const CellKey kFirst{0, 0, Source::kClient};
const CellKey kHours{2, 0, Source::kSystem};

TallySheet merged(const std::vector<TallySheet>& sheets, const std::shared_ptr<const TallyLayout>& layout) {
  TallySheet all(layout);
  for (const TallySheet& sheet : sheets)
    RC_ASSERT(all.merge(sheet).has_value());
  return all;
}

}  // namespace

TEST_CASE("a layout survives its bytes and refuses damaged ones", "[answers]") {
  const auto layout = layout_of(small_set());
  REQUIRE(layout->slots.size() == 4);
  CHECK(layout->slots[3].id == "joint:both");
  CHECK(layout->slots[3].points.size() == 25);
  CHECK(layout->slots[3].points[1] == "0|1");
  CHECK(layout->segment("group", "b") == std::uint16_t{2});

  const std::string bytes = layout->bytes();
  const auto back = TallyLayout::parse(bytes);
  REQUIRE(back.has_value());
  CHECK(*back == *layout);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(TallyLayout::parse(bytes.substr(0, size)).has_value());
  CHECK_FALSE(TallyLayout::parse(bytes + '\0').has_value());
}

TEST_CASE("a sheet survives its bytes", "[answers]") {
  const auto layout = layout_of(small_set());
  CHECK(rc::check([&] {
    const TallySheet sheet = random_sheet(layout);
    const auto back = TallySheet::parse(sheet.bytes(), layout);
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == sheet);
    RC_ASSERT(back->bytes() == sheet.bytes());
  }));
}

TEST_CASE("sheets merge to identical bytes in any order and any split", "[answers]") {
  const auto layout = layout_of(small_set());
  CHECK(rc::check([&] {
    std::vector<TallySheet> sheets;
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
      sheets.push_back(random_sheet(layout));
    const std::string straight = merged(sheets, layout).bytes();

    const auto cut = *rc::gen::inRange<std::size_t>(0, sheets.size() + 1);
    const auto middle = sheets.begin() + static_cast<std::ptrdiff_t>(cut);
    const TallySheet left = merged({sheets.begin(), middle}, layout);
    const TallySheet right = merged({middle, sheets.end()}, layout);
    RC_ASSERT(merged({right, left}, layout).bytes() == straight);

    std::vector<std::size_t> order(sheets.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<TallySheet> shuffled;
    for (const std::size_t i : *rc::gen::exec([&] {
           for (std::size_t k = order.size(); k > 1; --k)
             std::swap(order[k - 1], order[*rc::gen::inRange<std::size_t>(0, k)]);
           return order;
         }))
      shuffled.push_back(sheets[i]);
    RC_ASSERT(merged(shuffled, layout).bytes() == straight);
  }));
}

TEST_CASE("a copy of a sheet has counts of its own", "[answers]") {
  TallySheet sheet(layout_of(small_set()));
  sheet.cell(kFirst).points[2] = 7;
  TallySheet copy = sheet;
  copy.cell(kFirst).points[2] += 1;
  CHECK(sheet.find(kFirst)->points[2] == 7);
  CHECK(copy.find(kFirst)->points[2] == 8);

  TallySheet other(sheet.shared_layout());
  other.cell(kFirst) = *sheet.find(kFirst);
  other.cell(kFirst).points[2] = 1;
  CHECK(sheet.find(kFirst)->points[2] == 7);
}

TEST_CASE("cells that are all zero leave no trace", "[answers]") {
  TallySheet sheet(layout_of(small_set()));
  sheet.cell(kFirst);
  sheet.cell({3, 2, Source::kPeer});
  CHECK(sheet.empty());
  CHECK(sheet == TallySheet(sheet.shared_layout()));
  CHECK(sheet.bytes() == TallySheet(sheet.shared_layout()).bytes());
}

TEST_CASE("sums of figures are exact in 128 bits", "[answers]") {
  TallySheet sheet(layout_of(small_set()));
  const WideInt large = static_cast<WideInt>(1) << 120;
  sheet.cell(kHours).figures = 3;
  sheet.cell(kHours).sum = -large - 1;
  sheet.cell(kHours).squares = large + 7;
  const auto back = TallySheet::parse(sheet.bytes(), sheet.shared_layout());
  REQUIRE(back.has_value());
  CHECK((back->find(kHours)->sum == -large - 1));
  CHECK((back->find(kHours)->squares == large + 7));
}

TEST_CASE("a merge that does not fit is refused and changes nothing", "[answers]") {
  TallySheet sheet(layout_of(small_set()));
  TallySheet more(sheet.shared_layout());

  SECTION("counts") {
    sheet.cell(kFirst).points[0] = std::numeric_limits<std::uint64_t>::max();
    more.cell(kFirst).points[1] = 1;
    more.cell(kHours).figures = 1;
  }
  SECTION("sums") {
    sheet.cell(kHours).figures = 1;
    sheet.cell(kHours).squares = ~(static_cast<WideInt>(1) << 127);
    more.cell(kFirst).points[1] = 1;
    more.cell(kHours).figures = 1;
    more.cell(kHours).squares = 1;
  }
  const std::string before = sheet.bytes();
  const auto result = sheet.merge(more);
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().kind == ErrorKind::kLimit);
  CHECK(sheet.bytes() == before);
}

TEST_CASE("a merge takes over what its filter lets through", "[answers]") {
  TallySheet from(layout_of(small_set()));
  from.cell(kFirst).points[1] = 4;
  from.cell({0, 0, Source::kSelf}).points[1] = 5;
  from.cell(kHours).figures = 2;
  from.cell(kHours).sum = 10;
  from.cell(kHours).rates = 1;
  from.cell(kHours).denominators = 9;

  TallySheet to(from.shared_layout());
  MergeFilter filter;
  filter.sources.add(Source::kClient);
  filter.sources.add(Source::kSystem);
  filter.figures = false;
  REQUIRE(to.merge(from, filter).has_value());
  CHECK(to.find(kFirst)->points[1] == 4);
  CHECK(to.find({0, 0, Source::kSelf}) == nullptr);
  CHECK(to.find(kHours)->figures == 0);
  CHECK(to.find(kHours)->rates == 1);
}

TEST_CASE("a sheet of another version is carried over by ids", "[answers]") {
  CriteriaSet old = small_set();
  CriteriaSet now = empty_set();
  now.scales = {measure_scale("hours", 2, {10, 0}, {0, 0}), points_scale("five", {0, 1, 2, 3})};
  add_indicator(now, "hours", 0);
  add_indicator(now, "satisfaction", 1);
  now.segments.push_back({"group", {"b"}, {}});

  TallySheet from(layout_of(old));
  Cell& satisfaction = from.cell(kFirst);
  satisfaction.points[1] = 3;
  satisfaction.points[4] = 2;
  satisfaction.dont_know = 1;
  from.cell({0, 1, Source::kClient}).points[1] = 1;
  from.cell({0, 2, Source::kClient}).points[1] = 2;
  from.cell({1, 0, Source::kClient}).points[0] = 9;
  from.cell(kHours).figures = 2;
  from.cell(kHours).sum = 15;
  from.cell(kHours).squares = 125;

  TallySheet to(layout_of(now));
  const auto left_out = to.merge(from);
  REQUIRE(left_out.has_value());
  CHECK(*left_out == 2 + 1 + 9);
  CHECK(to.find({1, 0, Source::kClient})->points[1] == 3);
  CHECK(to.find({1, 0, Source::kClient})->dont_know == 1);
  CHECK(to.find({1, 1, Source::kClient})->points[1] == 2);
  CHECK((to.find({0, 0, Source::kSystem})->sum == 150));
  CHECK((to.find({0, 0, Source::kSystem})->squares == 12500));

  TallySheet back(layout_of(old));
  const auto lost = back.merge(to);
  REQUIRE(lost.has_value());
  CHECK(*lost == 2);
}

TEST_CASE("damaged sheets are refused", "[answers]") {
  const auto layout = layout_of(small_set());
  TallySheet sheet(layout);
  sheet.cell(kFirst).points[1] = 200;
  sheet.cell(kHours).rates = 1;
  sheet.cell(kHours).denominators = 5;
  const std::string good = sheet.bytes();
  const auto refused = [&](const std::string& bytes) {
    const auto result = TallySheet::parse(bytes, layout);
    return !result && result.error().kind == ErrorKind::kCorrupt;
  };

  SECTION("cut off or with something behind") {
    for (std::size_t size = 0; size < good.size(); ++size)
      CHECK(refused(good.substr(0, size)));
    CHECK(refused(good + 'x'));
  }
  SECTION("huge counts") {
    CHECK(refused(std::string("\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x00", 12)));
    CHECK(refused(std::string("\x01\x01\xff\xff\xff\xff\xff\xff\x7f", 9)));
  }
  // format, cells, points; then per cell: steps, segment, source, groups, counts
  const auto is_good = [&](const std::string& bytes) { return TallySheet::parse(bytes, layout).has_value(); };
  SECTION("keys") {
    CHECK(is_good(std::string("\x01\x02\x00\x00\x00\x03\x01\x05\x00\x01\x03\x01\x05", 13)));
    CHECK(refused(std::string("\x01\x02\x00\x00\x00\x03\x01\x05\x00\x00\x03\x01\x05", 13)));
    CHECK(refused(std::string("\x01\x02\x00\x00\x01\x03\x01\x05\x00\x00\x03\x01\x05", 13)));
    CHECK(refused(std::string("\x01\x01\x00\x04\x00\x03\x01\x05", 8)));
    CHECK(refused(std::string("\x01\x01\x00\x00\x03\x03\x01\x05", 8)));
    CHECK(refused(std::string("\x01\x01\x00\x00\x00\x08\x01\x05", 8)));
  }
  SECTION("forms that are not the canonical one") {
    CHECK(refused(std::string("\x01\x01\x00\x00\x00\x03\x01\x00", 8)));
    CHECK(refused(std::string("\x01\x01\x00\x00\x00\x03\x01\x85\x00", 9)));
    CHECK(refused(std::string("\x01\x01\x05\x00\x00\x03\x10\x00\x00\x00\x00\x00", 12)));
    CHECK(refused(std::string("\x01\x01\x00\x00\x00\x03\x00", 7)));
  }
  SECTION("numbers of a measure for points, and the other way round") {
    CHECK(refused(std::string("\x01\x01\x00\x00\x00\x03\x20\x01\x02\x02", 10)));
    CHECK(refused(std::string("\x01\x01\x01\x02\x00\x03\x10\x01", 8)));
  }
}

TEST_CASE("any change of a byte is refused or read as another sheet", "[answers]") {
  const auto layout = layout_of(small_set());
  CHECK(rc::check([&] {
    const TallySheet sheet = random_sheet(layout);
    std::string bytes = sheet.bytes();
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    const auto read = TallySheet::parse(bytes, layout);
    if (read) RC_ASSERT(read->bytes() == bytes);
  }));
}

// SPDX-License-Identifier: MIT
// Across the sets: what they share exists and is asked alike, nothing is asked twice, and the quick scan is
// made of questions of the others.
#include <fmt/core.h>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answers/tallying.hpp"
#include "criteria_content/content.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

std::vector<CriteriaSet> shipped_sets() {
  std::vector<CriteriaSet> sets;
  for (const std::filesystem::path& folder : set_folders())
    sets.push_back(set_named(folder.filename().string()));
  return sets;
}

/// An indicator and its set.
struct Asked {
  const CriteriaSet* set = nullptr;
  std::uint32_t index = 0;

  const Indicator& indicator() const { return set->indicators[index]; }
  const Scale& scale() const { return set->scales[indicator().scale]; }
  std::string name() const { return set->id.value + '/' + indicator().id; }
};

std::vector<Asked> all_asked(const std::vector<CriteriaSet>& sets) {
  std::vector<Asked> all;
  for (const CriteriaSet& set : sets)
    for (std::uint32_t i = 0; i < set.indicators.size(); ++i)
      all.push_back({&set, i});
  return all;
}

/// What a link of the form "set/indicator" names.
std::optional<Asked> linked(const std::vector<CriteriaSet>& sets, std::string_view link) {
  const std::string_view set_id = link.substr(0, link.find('/'));
  const auto set =
      std::ranges::find_if(sets, [&](const CriteriaSet& known) { return known.id.value == set_id; });
  if (set == sets.end() || set_id.size() == link.size()) return std::nullopt;
  const auto index = set->indicator(link.substr(set_id.size() + 1));
  if (!index) return std::nullopt;
  return Asked{&*set, *index};
}

std::string in_words(const std::optional<Decimal>& figure) {
  return figure ? fmt::format("{}", figure->to_double()) : "none";
}

/// What decides what an answer is worth; words for people are left out.
std::string shape_of(const Scale& scale) {
  std::string shape;
  for (const Point& point : scale.points)
    shape += fmt::format("{}={} ", point.id, point.value);
  if (!scale.measure) return shape;
  const Measure& measure = *scale.measure;
  shape += fmt::format("{} .{} by {} better {} within {}..{} from {} to {} per {}", measure.unit,
                       measure.digits, static_cast<int>(measure.combine), static_cast<int>(measure.better),
                       in_words(measure.least), in_words(measure.most), in_words(measure.from),
                       in_words(measure.to), in_words(measure.per));
  for (const Band& band : measure.bands)
    shape += fmt::format(" {}:{}={}", static_cast<int>(band.edge), band.bound.to_double(), band.value);
  return shape;
}

bool share_a_respondent(const Asked& one, const Asked& other) {
  return (one.indicator().answered_by.bits & other.indicator().answered_by.bits) != 0;
}

}  // namespace

TEST_CASE("every link of a set names an indicator of a set that is there", "[content]") {
  const std::vector<CriteriaSet> sets = shipped_sets();
  for (const Asked& asked : all_asked(sets))
    for (const std::string& link : {asked.indicator().same_as, asked.indicator().pairs_with}) {
      if (link.empty()) continue;
      INFO(asked.name() << " -> " << link);
      CHECK(linked(sets, link).has_value());
    }
}

TEST_CASE("the same question has the same scale and the same words in every set", "[content]") {
  const std::vector<CriteriaSet> sets = shipped_sets();
  for (const Asked& asked : all_asked(sets)) {
    const auto original = linked(sets, asked.indicator().same_as);
    if (!original) continue;
    INFO(asked.name() << " -> " << original->name());
    CHECK(shape_of(asked.scale()) == shape_of(original->scale()));
    CHECK(asked.indicator().ask == original->indicator().ask);
  }
}

TEST_CASE("a shared question names the place where its answers are kept", "[content]") {
  // Were it to name a set that sends it on, answers would be looked for elsewhere once that set is added.
  const std::vector<CriteriaSet> sets = shipped_sets();
  for (const Asked& asked : all_asked(sets)) {
    const auto original = linked(sets, asked.indicator().same_as);
    if (!original) continue;
    INFO(asked.name() << " -> " << original->name());
    CHECK(original->indicator().same_as.empty());
    const Home home{original->set->id, NodeId(original->indicator().id)};
    CHECK(home_of(*asked.set, asked.index, std::span<const CriteriaSet>(sets)) == home);
    CHECK(home_of(*asked.set, asked.index, std::span<const CriteriaSet>(asked.set, 1)) == home);
  }
}

TEST_CASE("nobody is asked the same question twice", "[content]") {
  const std::vector<CriteriaSet> sets = shipped_sets();
  std::map<std::string, std::vector<Asked>> by_text;
  for (const Asked& asked : all_asked(sets))
    by_text[asked.indicator().ask[Lang::kEn]].push_back(asked);
  for (const auto& [text, askings] : by_text)
    for (std::size_t i = 0; i < askings.size(); ++i)
      for (std::size_t j = i + 1; j < askings.size(); ++j) {
        if (!share_a_respondent(askings[i], askings[j])) continue;
        INFO(text << "\n" << askings[i].name() << "\n" << askings[j].name());
        const std::span<const CriteriaSet> all(sets);
        CHECK(home_of(*askings[i].set, askings[i].index, all) ==
              home_of(*askings[j].set, askings[j].index, all));
      }
}

TEST_CASE("the quick scan asks 24 questions of the full sets in 20 minutes", "[content]") {
  const std::vector<CriteriaSet> sets = shipped_sets();
  const CriteriaSet scan = set_named("quick-scan");
  CHECK(scan.indicators.size() == 24);
  CHECK(scan.minutes == 20);
  CHECK(scan.levels.size() == 5);
  std::map<std::string, int> askings;
  std::set<std::string> from;
  for (const Indicator& indicator : scan.indicators) {
    INFO(indicator.id);
    const auto original = linked(sets, indicator.same_as);
    REQUIRE(original.has_value());
    CHECK(++askings[original->name()] == 1);
    from.insert(original->set->id.value);
    CHECK(indicator.counts_when == original->indicator().counts_when);
    CHECK(indicator.answered_by.has(Source::kSelf));
    CHECK_FALSE(indicator.advice.empty());
  }
  const std::set<std::string> expected = {
      "client-journey",         "client-satisfaction", "client-value",      "clients-view",
      "company-checks",         "contact-centre",      "levels-of-service", "policy-conformity",
      "digital-transformation", "service-standards",   "work-with-clients"};
  CHECK(from == expected);
}

// SPDX-License-Identifier: MIT
#include "viewmodel/office.hpp"

#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "app/importing.hpp"
#include "support/sample_project.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

/// Gives the answer, and says whether scoring only what it can move gives what scoring everything gives;
/// nothing where the unit is not asked.
std::optional<bool> agrees(Office& office, const AnswerOrder& order) {
  const auto given = give_answer(office.project(), office.assessment(), order);
  if (!given) return std::nullopt;
  const auto part = office.score_again({given->after.key});
  REQUIRE(part);
  const auto all = office.score_again();
  REQUIRE(all);
  REQUIRE(part->scores->size() == all->scores->size());
  for (std::size_t set = 0; set < all->scores->size(); ++set)
    if (!((*part->scores)[set].result.units == (*all->scores)[set].result.units)) return false;
  return true;
}

AnswerOrder order(const std::string& unit, const CriteriaSet& set, const Indicator& indicator) {
  AnswerOrder made;
  made.unit = unit;
  made.set = set.id.value;
  made.indicator = indicator.id;
  made.value = set.scales[indicator.scale].points.back().id;
  for (std::size_t i = 0; i < kSourceCount; ++i)
    if (indicator.answered_by.has(static_cast<Source>(i))) {
      made.source = name_of(static_cast<Source>(i));
      break;
    }
  return made;
}

}  // namespace

TEST_CASE("after an answer only what it moves is scored, and that is what scoring everything gives",
          "[office]") {
  test::TempFolder folder;
  Office office{Places{}};
  const auto study = office.open(test::copy_of_sample(folder.path()));
  REQUIRE(study);
  const auto assessment = study->assessment;
  const auto& units = assessment->organisation.units();
  for (const CriteriaSet& set : assessment->sets) {
    std::size_t tried = 0;
    for (std::size_t i = 0; i < set.indicators.size(); i += 5) {
      const Indicator& indicator = set.indicators[i];
      if (set.scales[indicator.scale].is_measure()) continue;
      // The one on top, a branch, and somebody in it.
      for (const std::string& unit : {units.front().id.value, std::string("mill"), units.back().id.value}) {
        INFO(set.id.value << " " << indicator.id << " " << unit);
        const auto same = agrees(office, order(unit, set, indicator));
        if (!same) continue;
        CHECK(*same);
        ++tried;
      }
    }
    INFO(set.id.value);
    CHECK(tried > 0);
  }
}

TEST_CASE("an answer that is only not applicable or unknown is scored alone as well", "[office]") {
  test::TempFolder folder;
  Office office{Places{}};
  const auto study = office.open(test::copy_of_sample(folder.path()));
  REQUIRE(study);
  const CriteriaSet& set = study->assessment->sets[*study->assessment->set_index("levels-of-service")];
  AnswerOrder unknown = order("mill", set, set.indicators.front());
  unknown.value.reset();
  unknown.dont_know = true;
  CHECK(agrees(office, unknown) == true);
  unknown.dont_know = false;
  unknown.not_applicable = "no such channel";
  CHECK(agrees(office, unknown) == true);
}

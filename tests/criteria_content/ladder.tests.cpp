// SPDX-License-Identifier: MIT
// What the ladder of client satisfaction makes of the samples: what each file proves, and what stays
// possible.
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

#include "../../plugins/feedback_systems/sample.hpp"
#include "analysis/assess.hpp"
#include "answers/tallying.hpp"
#include "criteria_content/content.hpp"

extern "C" const orienta_entry_t orienta_entry_v1;

using namespace orienta;
using namespace orienta::test;
using Catch::Approx;

namespace {

/// The set, the four types of housing and their sheets.
struct Housing {
  CriteriaSet set = set_named("client-satisfaction");
  Organisation organisation = sample_units("client-satisfaction");
  std::shared_ptr<const TallyLayout> layout = layout_of(set);
  std::map<std::uint32_t, TallySheet> sheets;

  TallySheet& sheet(std::uint32_t unit) { return sheets.try_emplace(unit, layout).first->second; }

  void add_survey() {
    const Imported imported = sample_import(set, organisation, "housing.csv", "housing.map.yaml");
    for (const auto& [unit, counted] : imported.survey.sheets)
      REQUIRE(sheet(unit).merge(counted).has_value());
  }
  void add_audit() {
    std::map<std::uint32_t, std::vector<Answer>> by_unit;
    for (Answer& answer : sample_import(set, organisation, "invented-self-audit.csv").answers)
      by_unit[*organisation.find(answer.key.unit)].push_back(std::move(answer));
    for (const auto& [unit, answers] : by_unit)
      REQUIRE(sheet(unit).merge(tally_answers(set, layout, answers, {}, Date{})).has_value());
  }

  std::map<std::string, NodeResult> score(Basis basis = Basis::kOwn) {
    AssessInput input;
    input.set = &set;
    input.organisation = &organisation;
    input.layout = layout;
    input.sheets = [&](const std::function<Status(std::uint32_t, TallySheet&)>& take) -> Status {
      for (const auto& [unit, one] : sheets) {
        TallySheet copy = one;
        if (Status taken = take(unit, copy); !taken) return taken;
      }
      return {};
    };
    const auto runner = in_process_runner(orienta_entry_v1);
    const auto notes = runner->check(set);
    REQUIRE(notes.has_value());
    CHECK(notes->empty());
    const auto prepared = runner->prepare(set);
    REQUIRE(prepared.has_value());
    const auto result = assess(input, *runner, *prepared, ORIENTA_WANT_NODES);
    REQUIRE(result.has_value());
    std::map<std::string, NodeResult> by_unit;
    for (const UnitResult& unit : result->units)
      for (const NodeResult& node : unit.nodes)
        if (node.node == 0 && node.basis == basis) by_unit[organisation.units()[unit.unit].id.value] = node;
    return by_unit;
  }
};

}  // namespace

TEST_CASE("385 answers are enough for 5 points and 384 are not", "[content]") {
  const CriteriaSet set = set_named("client-satisfaction");
  const double margin = std::get<double>(set.params.at("margin"));
  CHECK(feedback_systems::adequacy(385, margin) >= set.holds.mandatory);
  CHECK(feedback_systems::adequacy(384, margin) < set.holds.mandatory);
}

TEST_CASE("the survey alone proves that clients are asked and where they are enough", "[content]") {
  Housing housing;
  housing.add_survey();
  const auto results = housing.score();
  const std::map<std::string, std::pair<int, int>> expected = {{"tower", {2, 5}},
                                                               {"apartment", {2, 5}},
                                                               {"atrium", {1, 1}},
                                                               {"terrace", {1, 1}},
                                                               {"copenhagen", {2, 5}}};
  for (const auto& [unit, levels] : expected) {
    INFO(unit);
    const NodeResult& result = results.at(unit);
    CHECK(result.level == levels.first);
    CHECK(result.level_possible == levels.second);
    CHECK(result.of == 5);
    CHECK(result.state == ResultState::kIncomplete);
    CHECK(result.completeness == Approx(1.3 / 7));
  }
}

TEST_CASE("the invented audit lifts one type of housing to level 3", "[content]") {
  Housing housing;
  housing.add_survey();
  housing.add_audit();
  const auto results = housing.score();
  const std::map<std::string, std::pair<int, int>> expected = {
      {"tower", {3, 4}}, {"apartment", {2, 2}}, {"atrium", {1, 1}}, {"terrace", {1, 1}}};
  for (const auto& [unit, levels] : expected) {
    INFO(unit);
    CHECK(results.at(unit).level == levels.first);
    CHECK(results.at(unit).level_possible == levels.second);
  }
  const auto rolled = housing.score(Basis::kRolled);
  CHECK(rolled.at("copenhagen").share == Approx(0.25));
  CHECK(rolled.at("copenhagen").of_units == 4);
}

// SPDX-License-Identifier: MIT
#include "criteria/diff.hpp"

#include <catch2/catch_test_macros.hpp>

#include "criteria/small_set.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

CriteriaSet set_of(const std::string& text) {
  auto read = read_set(text, "set.yaml");
  REQUIRE(read);
  return std::move(read->set);
}

/// A set with two criteria on two levels; `indicators` stand under the first, `more` are further keys.
std::string with(const std::string& indicators, const std::string& scales = "",
                 const std::string& more = "") {
  return "orienta: 1\nid: s\nversion: 1.0.0\nplugin: p\ntitle: S\n" + more +
         "scales:\n  yesno: {points: [{id: no, value: 0}, {id: yes, value: 1}]}\n" + scales +
         "dimensions:\n  - id: d\n    title: D\n    criteria:\n"
         "      - id: c\n        title: C\n        indicators:\n" +
         indicators +
         "      - id: e\n        title: E\n        indicators:\n          - {id: last, ask: Last, scale: "
         "yesno}\n";
}

std::string asks(const std::string& id, const std::string& more = "", const std::string& scale = "yesno") {
  return "          - {id: " + id + ", ask: Asked, scale: " + scale + more + "}\n";
}

std::string shown(const SetValue& value) {
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  if (const auto* const number = std::get_if<double>(&value)) return std::to_string(*number).substr(0, 3);
  if (const auto* const text = std::get_if<LocalText>(&value)) return text->in(Lang::kEn);
  return "-";
}

std::vector<std::string> told(const SetDiff& diff) {
  std::vector<std::string> lines;
  for (const SetDifference& each : diff.differences)
    lines.push_back(std::string(name_of(each.kind)) + " " + std::string(name_of(each.part)) + " " + each.id +
                    (each.field.empty() ? "" : "." + each.field) + ": " + shown(each.before) + " > " +
                    shown(each.after));
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a set differs in nothing from itself, and all answers stay", "[criteria]") {
  const CriteriaSet whole = set_of(fixture("sets/whole.yaml"));
  const SetDiff same = diff(whole, whole);
  CHECK(same.differences.empty());
  REQUIRE(same.fates.size() == whole.indicators.size());
  for (std::uint32_t i = 0; i < same.fates.size(); ++i) {
    CHECK(same.fates[i].stays());
    CHECK(same.fates[i].after == i);
    CHECK(same.fates[i].dropped_sources.empty());
  }
  for (std::uint32_t node = 0; node < whole.node_count(); ++node)
    CHECK(same.nodes[node] == node);
}

TEST_CASE("what is added, removed, renamed, split and merged is told apart", "[criteria]") {
  const CriteriaSet before = set_of(
      with(asks("kept") + asks("gone") + asks("old-name") + asks("whole") + asks("left") + asks("right")));
  const CriteriaSet after =
      set_of(with(asks("kept") + asks("new") + asks("new-name", ", replaces: [oldest-name, old-name]") +
                  asks("half-1", ", replaces: [whole]") + asks("half-2", ", replaces: [whole]") +
                  asks("both", ", replaces: [left, right]")));
  const SetDiff result = diff(before, after);
  CHECK(told(result) ==
        Lines{"removed indicator gone: Asked > -", "split indicator whole: whole > half-1, half-2",
              "added indicator new: - > Asked", "renamed indicator new-name.id: old-name > new-name",
              "merged indicator both: left, right > both"});
  const auto reason = [&](const char* id) { return result.fates[*before.indicator(id)].reason; };
  CHECK(reason("kept") == FateReason::kNone);
  CHECK(reason("gone") == FateReason::kRemoved);
  CHECK(reason("old-name") == FateReason::kNone);
  CHECK(result.fates[*before.indicator("old-name")].after == after.indicator("new-name"));
  CHECK(reason("whole") == FateReason::kSplit);
  CHECK(reason("left") == FateReason::kMerged);
  CHECK(reason("right") == FateReason::kMerged);
  CHECK(result.fates[*before.indicator("last")].after == after.indicator("last"));
}

TEST_CASE("an id that stays keeps its answers, whatever is merged into it", "[criteria]") {
  const CriteriaSet before = set_of(with(asks("kept") + asks("taken-in")));
  const CriteriaSet after = set_of(with(asks("kept", ", replaces: [taken-in]")));
  const SetDiff result = diff(before, after);
  CHECK(told(result) == Lines{"merged indicator kept: kept, taken-in > kept"});
  CHECK(result.fates[*before.indicator("kept")].stays());
  CHECK(result.fates[*before.indicator("taken-in")].reason == FateReason::kMerged);
}

TEST_CASE("another scale keeps answers only where their points or figures mean the same", "[criteria]") {
  const std::string scales =
      "  three: {points: [{id: no, value: 0}, {id: half, value: 0.5}, {id: yes, value: 1}]}\n"
      "  other: {points: [{id: bad, value: 0}, {id: good, value: 1}]}\n"
      "  hours: {measure: hours, digits: 1, better: lower, from: 48, to: 0}\n"
      "  days: {measure: days, digits: 1, better: lower, from: 2, to: 0}\n"
      "  short: {measure: hours, digits: 2, better: lower, from: 24, to: 0}\n";
  const auto fate = [&](const std::string& was, const std::string& is) {
    const CriteriaSet before = set_of(with(asks("i", "", was), scales));
    const CriteriaSet after = set_of(with(asks("i", "", is), scales));
    const SetDiff result = diff(before, after);
    CHECK(told(result) == Lines{"rescaled indicator i.scale: " + was + " > " + is});
    return result.fates[0].reason;
  };
  CHECK(fate("yesno", "three") == FateReason::kNone);
  CHECK(fate("three", "yesno") == FateReason::kRescaled);
  CHECK(fate("yesno", "other") == FateReason::kRescaled);
  CHECK(fate("yesno", "hours") == FateReason::kRescaled);
  CHECK(fate("hours", "days") == FateReason::kRescaled);
  CHECK(fate("hours", "short") == FateReason::kNone);
  CHECK(fate("short", "hours") == FateReason::kRescaled);
}

TEST_CASE("a scale that changes under its id is told once, for all that use it", "[criteria]") {
  const std::string indicators = asks("i", "", "s") + asks("j", "", "s");
  const CriteriaSet before = set_of(
      with(indicators, "  s: {points: [{id: no, value: 0}, {id: most, value: 0.5}, {id: yes, value: 1}]}\n"));
  const CriteriaSet after = set_of(
      with(indicators, "  s: {points: [{id: no, value: 0}, {id: most, value: 0.8}, {id: yes, value: 1}]}\n"));
  const SetDiff result = diff(before, after);
  CHECK(told(result) ==
        Lines{"rescaled scale s.points: no: 0, most: 0.5, yes: 1 > no: 0, most: 0.8, yes: 1"});
  CHECK(result.fates[0].stays());
}

TEST_CASE("moves, words, weights, targets, rungs and rules are told with what they were", "[criteria]") {
  const CriteriaSet before = set_of(fixture("sets/whole.yaml"));
  CriteriaSet after = before;
  after.indicators[0].criterion = 1;
  after.indicators[0].ask[Lang::kEn] = "Put another way?";
  after.criteria[0].weight = before.criteria[0].weight + 1;
  after.criteria[0].mandatory = !before.criteria[0].mandatory;
  after.target = Target{3, {}, {}};
  after.holds.rating = 0.9;
  after.indicators[0].answered_by = {};
  const SetDiff result = diff(before, after);
  std::vector<std::string> kinds;
  for (const SetDifference& each : result.differences)
    kinds.push_back(std::string(name_of(each.kind)) + " " + each.id + "." + each.field);
  const std::string c = before.criteria[0].id;
  const std::string i = before.indicators[0].id;
  CHECK(kinds == Lines{"rules " + before.id.value + ".holds.rating", "target " + before.id.value + ".target",
                       "weight " + c + ".weight", "rules " + c + ".mandatory", "moved " + i + ".criterion",
                       "reworded " + i + ".ask", "rules " + i + ".answered_by"});
  CHECK(result.fates[0].stays());
  CHECK(result.fates[0].dropped_sources == before.indicators[0].answered_by);
}

TEST_CASE("what stands in a renamed criterion has not moved", "[criteria]") {
  const std::string old = with(asks("i"));
  std::string now = old;
  now.replace(now.find("id: c\n"), 6, "id: c2\n        replaces: [c]\n");
  const CriteriaSet before = set_of(old);
  const CriteriaSet after = set_of(now);
  const SetDiff result = diff(before, after);
  CHECK(told(result) == Lines{"renamed criterion c2.id: c > c2"});
  CHECK(result.nodes[*before.node("c")] == after.node("c2"));
}

// SPDX-License-Identifier: MIT
#include "small_network.hpp"

#include <algorithm>
#include <stdexcept>

#include "criteria/reader.hpp"
#include "plugins/manifest.hpp"

namespace orienta::test {
namespace {

Organisation network(int branches) {
  Unit head;
  head.id = UnitId("head");
  std::vector<Unit> units{head};
  for (int i = 0; i < branches; ++i) {
    Unit branch;
    branch.id = UnitId("branch-" + std::to_string(i));
    branch.parent = head.id;
    branch.kind = UnitKind::kBranch;
    units.push_back(branch);
  }
  return *Organisation::build(units);
}

NodeResult find(const SetResult& result, std::uint32_t unit, std::uint32_t node, Basis basis) {
  for (const UnitResult& each : result.units)
    if (each.unit == unit)
      for (const NodeResult& found : each.nodes)
        if (found.node == node && found.basis == basis) return found;
  throw std::runtime_error("no such result");
}

}  // namespace

std::string SmallNetwork::set_text() {
  return R"(orienta: 1
id: small
version: 1.0.0
plugin: feedback-systems
title: Small
scales:
  extent:
    points: [{id: none, value: 0}, {id: half, value: 0.5}, {id: all, value: 1}]
levels:
  - {level: 1, stage: 1, title: One, means: First}
  - {level: 2, stage: 3, title: Two, means: Second}
holds: {rating: 0.85, mandatory: 0.5, completeness: 0.8}
scored_at: [branch]
rollup: share_at_target
pool: [client]
target: {level: 1}
dimensions:
  - id: first
    title: First
    criteria:
      - id: basic
        title: Basic
        level: 1
        inherit: true
        indicators:
          - {id: written, ask: Is it written, scale: extent, answered_by: [self, auditor]}
  - id: second
    title: Second
    weight: 2
    criteria:
      - id: further
        title: Further
        level: 2
        indicators:
          - {id: lived, ask: Is it lived, scale: extent, answered_by: [self]}
          - {id: felt, ask: Is it felt, scale: extent, answered_by: [client]}
)";
}

SmallNetwork::SmallNetwork(int branches, const std::string& yaml)
    : set(read_set(yaml, "small.yaml").value().set),
      organisation(network(branches)),
      layout_(layout_of(set)) {}

Cell& SmallNetwork::cell(const std::string& unit, const std::string& indicator, Source source) {
  const auto index = organisation.find(UnitId(unit)).value();
  auto found = std::ranges::find(sheets, index, &std::pair<std::uint32_t, TallySheet>::first);
  if (found == sheets.end()) {
    sheets.emplace_back(index, TallySheet(layout_));
    found = std::prev(sheets.end());
  }
  return found->second.cell({set.indicator(indicator).value(), 0, source});
}

void SmallNetwork::answer(const std::string& unit, const std::string& indicator, const std::string& point,
                          Source source, std::uint64_t times) {
  const auto index = set.scales[0].point(point).value();
  cell(unit, indicator, source).points[index] += times;
}

void SmallNetwork::not_applicable(const std::string& unit, const std::string& indicator) {
  cell(unit, indicator, Source::kSelf).not_applicable += 1;
}

void SmallNetwork::dont_know(const std::string& unit, const std::string& indicator) {
  cell(unit, indicator, Source::kSelf).dont_know += 1;
}

AssessInput SmallNetwork::input() const {
  AssessInput input;
  input.set = &set;
  input.organisation = &organisation;
  input.layout = layout_;
  input.targets = targets;
  input.sheets = [this](const std::function<Status(std::uint32_t, TallySheet&)>& take) -> Status {
    for (const auto& [unit, sheet] : sheets) {
      TallySheet copy = sheet;
      if (Status taken = take(unit, copy); !taken) return taken;
    }
    return {};
  };
  return input;
}

std::unique_ptr<Runner> SmallNetwork::start() {
  const auto package =
      read_package(std::string(ORIENTA_BUILD_DIR) + "/lib/orienta/plugins/feedback-systems", "program");
  return std::move(in_process_runner(package.value()).value());
}

SetResult SmallNetwork::assess(std::uint32_t want) const {
  const auto runner = start();
  const auto prepared = runner->prepare(set);
  return orienta::assess(input(), *runner, prepared.value(), want).value();
}

NodeResult SmallNetwork::result(const std::string& unit, const std::string& node) const {
  return find(assess(), organisation.find(UnitId(unit)).value(), set.node(node).value(), Basis::kOwn);
}

NodeResult SmallNetwork::rolled(const std::string& node) const {
  return find(assess(), 0, set.node(node).value(), Basis::kRolled);
}

}  // namespace orienta::test

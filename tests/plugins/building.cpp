// SPDX-License-Identifier: MIT
#include "plugins/building.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace orienta::test {

CriteriaSet small_set(std::size_t criteria, int levels) {
  CriteriaSet set;
  set.id = SetId("test-set");
  set.version = "1";
  set.plugin = PluginId("sample");
  Scale scale;
  scale.id = "yes-no";
  scale.points = {{"no", 0, {}}, {"yes", 1, {}}};
  set.scales = {scale};
  for (int i = 1; i <= levels; ++i)
    set.levels.push_back({i, 0, {}, {}});
  Dimension dimension;
  dimension.id = "all";
  set.dimensions = {dimension};
  for (std::size_t i = 0; i < criteria; ++i) {
    Criterion criterion;
    criterion.id = "c" + std::to_string(i);
    criterion.level = levels > 0 ? 1 : 0;
    set.criteria.push_back(criterion);
    for (const char* part : {"-a", "-b"}) {
      Indicator indicator;
      indicator.id = criterion.id + part;
      indicator.criterion = static_cast<std::uint32_t>(i);
      set.indicators.push_back(indicator);
    }
  }
  return set;
}

namespace {

orienta_unit_t unit_of(const CriteriaSet& set, const BatchPlan& plan, SharedBlock& block) {
  std::vector<orienta_reading_t> readings(set.indicators.size());
  for (std::size_t i = 0; i < readings.size(); ++i) {
    readings[i].indicator = static_cast<std::uint32_t>(i);
    readings[i].value = plan.next();
    readings[i].state = ORIENTA_STATE_VALUE;
    readings[i].source = ORIENTA_SOURCE_COMBINED;
    readings[i].count = static_cast<std::uint32_t>(1 + 100 * plan.next());
  }
  orienta_unit_t unit{};
  unit.kind = ORIENTA_UNIT_BRANCH;
  unit.role = ORIENTA_NONE;
  unit.combined = block.put_all<orienta_reading_t>(readings);
  unit.sources = block.put_all<orienta_reading_t>({});
  unit.targets = block.put_all<orienta_target_t>({});
  return unit;
}

orienta_scenario_t scenario_of(std::uint32_t index, const BatchPlan& plan, SharedBlock& block) {
  std::vector<orienta_value_override_t> values;
  if (index > 0) values.push_back({ORIENTA_NONE, 0, plan.next()});
  orienta_scenario_t scenario{};
  scenario.values = block.put_all<orienta_value_override_t>(values);
  scenario.ratings = block.put_all<orienta_rating_override_t>({});
  scenario.weights = block.put_all<orienta_weight_override_t>({});
  return scenario;
}

}  // namespace

void write_batch(const CriteriaSet& set, const BatchPlan& plan, SharedBlock& block) {
  block.clear();
  block.reserve(sizeof(orienta_batch_t));
  std::vector<orienta_unit_t> units;
  for (std::uint32_t i = 0; i < plan.units; ++i)
    units.push_back(unit_of(set, plan, block));
  std::vector<orienta_scenario_t> scenarios;
  for (std::uint32_t i = 0; i < plan.scenarios; ++i)
    scenarios.push_back(scenario_of(i, plan, block));
  orienta_batch_t head{};
  head.size = sizeof head;
  head.want = plan.want;
  head.units = block.put_all<orienta_unit_t>(units);
  head.scenarios = block.put_all<orienta_scenario_t>(scenarios);
  block.at<orienta_batch_t>(0) = head;
}

SharedBlock batch_of(const CriteriaSet& set, const BatchPlan& plan) {
  auto block = SharedBlock::create();
  if (!block) throw std::runtime_error("no shared memory");
  write_batch(set, plan, *block);
  return *std::move(block);
}

std::string label(std::uint32_t unit) {
  return "unit " + std::to_string(unit);
}

Package test_package(const std::string& id) {
  auto package = read_package(std::filesystem::path(ORIENTA_BUILD_DIR) / "tests/packages" / id, "given");
  if (!package) throw std::runtime_error(id + ": " + codes(package.error()).front());
  return *std::move(package);
}

std::vector<std::string> codes(const Error& error) {
  std::vector<std::string> codes;
  for (const Problem& problem : error.problems.kept())
    codes.push_back(problem.message.code);
  return codes;
}

std::string argument(const Error& error, std::string_view name) {
  const Argument* found = error.problems.kept().front().message.find(name);
  if (found == nullptr) return {};
  if (const auto* text = std::get_if<std::string>(&found->value())) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&found->value())) return std::to_string(*number);
  return {};
}

std::string named(const Error& error) {
  std::string text = codes(error).front();
  for (const char* name : {"plugin", "set", "unit"})
    if (const std::string value = argument(error, name); !value.empty())
      text += std::string(" ") + name + "=" + value;
  return text;
}

std::vector<int> workers_of(int parent) {
  std::vector<int> found;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "stat");
    int process = 0;
    std::string name;
    char state = 'Z';
    int its_parent = 0;
    if (file >> process >> name >> state >> its_parent)
      if (name == "(orienta-worker)" && its_parent == parent && state != 'Z') found.push_back(process);
  }
  return found;
}

bool is_looping(int process) {
  constexpr long kTicks = 15;  // of a hundredth of a second
  constexpr int kBefore = 10;  // fields between the parent's and the time: proc(5)
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string field;
  for (int i = 0; i < 3 + kBefore; ++i)
    file >> field;
  long ticks = 0;
  return file >> ticks && ticks >= kTicks;
}

}  // namespace orienta::test

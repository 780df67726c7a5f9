// SPDX-License-Identifier: MIT
#include "plugins/check_package.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "plugins/building.hpp"
#include "plugins/exported_symbols.hpp"
#include "plugins/sample_batch.hpp"
#include "support/temp_folder.hpp"

namespace orienta::test {
namespace {

std::filesystem::path gallery(const std::string& plugin) {
  return std::filesystem::path(ORIENTA_BUILD_DIR) / "tests/packages" / plugin;
}

/// The rules that failed, with the codes of why: "scores plugins.breach-range".
std::vector<std::string> failed(const CheckedPackage& checked) {
  std::vector<std::string> failed;
  for (const CheckedRule& rule : checked.rules)
    if (rule.verdict == RuleVerdict::kFailed) failed.push_back(rule.rule + " " + rule.why->code);
  return failed;
}

RuleVerdict verdict(const CheckedPackage& checked, const std::string& rule) {
  return std::ranges::find(checked.rules, rule, &CheckedRule::rule)->verdict;
}

CheckedPackage check(const std::string& plugin) {
  RunLimits limits;
  limits.per_unit = std::chrono::milliseconds(2500);
  return check_package(gallery(plugin), nullptr, limits);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the program's own plugins keep every rule") {
  for (const char* id : {"feedback-systems", "process-standards", "service-levels", "staff-competencies"}) {
    INFO(id);
    const auto checked =
        check_package(std::filesystem::path(ORIENTA_BUILD_DIR) / "lib/orienta/plugins" / id, nullptr);
    CHECK(failed(checked).empty());
    CHECK(checked.passed());
    CHECK(checked.rules.size() == 13);
  }
}

TEST_CASE("each plugin of the gallery breaks the rule it was made to break") {
  const std::pair<const char*, const char*> kWanted[] = {
      {"crash", "scores plugins.crashed-at-unit"},
      {"exit0", "scores plugins.exited-at-unit"},
      {"failing", "scores plugins.failed-at-unit"},
      {"forks", "scores plugins.forbidden-at-unit"},
      {"nan", "scores plugins.breach-not-finite"},
      {"range", "scores plugins.breach-range"},
      {"hang", "scores plugins.hung-at-unit"},
      {"endless_scores", "scores plugins.breach-scenario-twice"},
      {"unknown_unit", "scores plugins.breach-unit"},
      {"short_struct", "loads plugins.entry-too-small"},
      {"static_abort", "loads plugins.crashed"},
      {"wrong_version", "loads plugins.entry-version"},
      {"forgetful", "determinism plugins.check-differs"},
      {"deaf", "stop plugins.breach-went-on"},
      {"talkative", "symbols plugins.check-symbols"},
  };
  for (const auto& [plugin, wanted] : kWanted) {
    INFO(plugin);
    const auto checked = check(plugin);
    const auto all = failed(checked);
    CHECK(std::ranges::find(all, wanted) != all.end());
    CHECK_FALSE(checked.passed());
  }
}

TEST_CASE("rules that rest on one that failed are not tried") {
  const auto checked = check("static_abort");
  CHECK(verdict(checked, "manifest") == RuleVerdict::kPassed);
  CHECK(verdict(checked, "symbols") == RuleVerdict::kPassed);
  CHECK(verdict(checked, "check") == RuleVerdict::kNotTried);
  CHECK(verdict(checked, "stop") == RuleVerdict::kNotTried);
}

TEST_CASE("codes without words are named for each language") {
  // It makes a figure of the unit's number too, so it depends on the order of a batch.
  const auto checked = check("sample");
  CHECK(failed(checked) == Texts{"batches plugins.check-differs", "words plugins.check-no-words"});
  const auto& why = std::ranges::find(checked.rules, "words", &CheckedRule::rule)->why;
  CHECK(std::get<std::string>(why->find("missing")->value()) ==
        "en: sample.said, ru: sample.said, pl: sample.said");
}

TEST_CASE("a set for another plugin is no set to try a plugin with") {
  const CriteriaSet other = sample_set(PluginId("other"));
  const auto checked = check_package(gallery("crash"), &other);
  CHECK(failed(checked) == Texts{"check plugins.check-other-plugin"});
}

TEST_CASE("a package that was changed fails at its manifest and nothing of it runs") {
  const TempFolder folder;
  std::filesystem::copy(gallery("crash"), folder / "crash", std::filesystem::copy_options::recursive);
  folder.write("crash/more.txt", "more");
  const auto checked = check_package(folder / "crash", nullptr);
  CHECK(failed(checked) == Texts{"manifest plugins.wrong-hash"});
  CHECK(std::ranges::count(checked.rules, RuleVerdict::kNotTried, &CheckedRule::verdict) == 12);
}

TEST_CASE("symbols are read from any bytes without harm") {
  const auto symbols = exported_symbols(read_text(gallery("crash") / "crash.so"));
  REQUIRE(symbols);
  CHECK(*symbols == Texts{ORIENTA_ENTRY_SYMBOL});
  CHECK_FALSE(exported_symbols(""));
  CHECK_FALSE(
      exported_symbols("\x7f"
                       "ELF"));
  const std::string library = read_text(gallery("crash") / "crash.so");
  std::string damaged = library.substr(0, library.size() / 2);
  CHECK_FALSE(exported_symbols(damaged));
  for (std::size_t i = 0; i < std::min<std::size_t>(library.size(), 64); ++i) {
    damaged = library;
    damaged[i] = static_cast<char>(0xff);
    (void)exported_symbols(damaged);
  }
}

TEST_CASE("the set for trials is sound") {
  const CriteriaSet set = sample_set(PluginId("mine"));
  CHECK(set.plugin.value == "mine");
  CHECK(set.node_count() == 8);
  CHECK(set.levels.size() == 3);
}

}  // namespace orienta::test

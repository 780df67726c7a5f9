// SPDX-License-Identifier: MIT
#include "plugins/failures.hpp"

#include <catch2/catch_test_macros.hpp>

#include "plugins/building.hpp"
#include "support/temp_folder.hpp"

namespace orienta::test {
namespace {

PluginFailure crashed() {
  return {msg("plugins.last-crashed", {{"signal", "SIGSEGV"}}), true};
}

Package package(const std::string& id, std::uint8_t hash) {
  Package made;
  made.manifest.id = PluginId(id);
  made.hash.bytes[0] = hash;
  return made;
}

/// The first code of what scoring `units` units ends in; "" when it ends well. A run of its own.
std::string run(const std::string& plugin, const std::filesystem::path& file, std::uint32_t units = 4) {
  const Package package = test_package(plugin);
  const auto runner = recorded_runner(worker_runner(package), package, file);
  const CriteriaSet set = small_set();
  const auto prepared = runner->prepare(set);
  if (!prepared) return codes(prepared.error()).front();
  BatchPlan plan;
  plan.units = units;
  const auto scores = runner->score(*prepared, batch_of(set, plan), label);
  return scores ? "" : codes(scores.error()).front();
}

}  // namespace

TEST_CASE("a plugin is in quarantine after three failures in a row of the same files") {
  const TempFolder folder;
  const auto file = folder / "config/failures.json";
  FailureStore store = FailureStore::open(file);
  for (int i = 0; i < 3; ++i) {
    CHECK_FALSE(FailureStore::open(file).is_quarantined(package("mine", 1)));
    store.failed(package("mine", 1), crashed());
  }
  const FailureStore again = FailureStore::open(file);
  CHECK(again.is_quarantined(package("mine", 1)));
  CHECK(again.of(package("mine", 1))->last == crashed().what);
  CHECK_FALSE(again.is_quarantined(package("mine", 2)));
  CHECK_FALSE(again.is_quarantined(package("other", 1)));
}

TEST_CASE("a success begins the count anew and keeps the last failure") {
  const TempFolder folder;
  FailureStore store = FailureStore::open(folder / "failures.json");
  store.failed(package("mine", 1), crashed());
  store.failed(package("mine", 1), crashed());
  store.succeeded(package("mine", 1));
  store.failed(package("mine", 1), crashed());
  const FailureStore again = FailureStore::open(folder / "failures.json");
  REQUIRE(again.of(package("mine", 1)) != nullptr);
  CHECK(again.of(package("mine", 1))->in_a_row == 1);
}

TEST_CASE("the user lifts a quarantine and new files begin without one") {
  const TempFolder folder;
  FailureStore store = FailureStore::open(folder / "failures.json");
  for (int i = 0; i < 3; ++i)
    store.failed(package("mine", 1), crashed());
  store.failed(package("mine", 2), crashed());
  CHECK(store.of(package("mine", 2))->in_a_row == 1);
  CHECK(store.of(package("mine", 1)) == nullptr);
  store.forgive(PluginId("mine"));
  CHECK(FailureStore::open(folder / "failures.json").of(package("mine", 2)) == nullptr);
}

TEST_CASE("failures that are not the plugin's own count for nothing") {
  CHECK_FALSE(plugin_failure(fail(ErrorKind::kCancelled, msg("plugins.cancelled"))));
  CHECK_FALSE(plugin_failure(fail(ErrorKind::kPlugin, msg("plugins.killed-at-unit"))));
  CHECK_FALSE(plugin_failure(fail(ErrorKind::kPlugin, msg("plugins.quarantined"))));
  CHECK_FALSE(plugin_failure(fail(ErrorKind::kPlugin, msg("plugins.failed")))->counts);
  CHECK_FALSE(plugin_failure(fail(ErrorKind::kPlugin, msg("plugins.entry-version")))->counts);
  CHECK(plugin_failure(fail(ErrorKind::kPlugin, msg("plugins.hung-at-unit")))->counts);
}

TEST_CASE("the record names no unit") {
  const TempFolder folder;
  REQUIRE(run("crash", folder / "failures.json") == "plugins.crashed-at-unit");
  const std::string text = read_text(folder / "failures.json");
  CHECK(text.find("SIGSEGV") != std::string::npos);
  CHECK(text.find("unit") == std::string::npos);
}

TEST_CASE("a damaged or strange record is as good as none and is replaced") {
  const TempFolder folder;
  for (const char* content :
       {"", "{", "[]", "null", R"({"orienta": 1})", R"({"orienta": 2, "plugins": []})",
        R"({"orienta": 1, "plugins": [{"id": "mine", "hash": 7}]})",
        R"({"orienta": 1, "plugins": [{"id": "mine", "hash": "00", "in_a_row": "x", "last": []}]})"}) {
    INFO(content);
    const auto file = folder.write("failures.json", content);
    FailureStore store = FailureStore::open(file);
    CHECK(store.of(package("mine", 1)) == nullptr);
    store.failed(package("mine", 1), crashed());
    CHECK(FailureStore::open(file).of(package("mine", 1)) != nullptr);
  }
}

TEST_CASE("a record that cannot be written is no obstacle") {
  const TempFolder folder;
  folder.write("file", "");
  CHECK(run("crash", folder / "file/failures.json") == "plugins.crashed-at-unit");
  CHECK(run("crash", "") == "plugins.crashed-at-unit");
}

TEST_CASE("a plugin that crashed three times is not run and a run in between that went well counts") {
  const TempFolder folder;
  const auto file = folder / "failures.json";
  CHECK(run("crash", file) == "plugins.crashed-at-unit");
  CHECK(run("crash", file) == "plugins.crashed-at-unit");
  CHECK(run("crash", file, 2).empty());
  for (int i = 0; i < 3; ++i)
    CHECK(run("crash", file) == "plugins.crashed-at-unit");
  CHECK(run("crash", file) == "plugins.quarantined");
  CHECK(run("crash", file, 2) == "plugins.quarantined");
  FailureStore::open(file).forgive(PluginId("crash"));
  CHECK(run("crash", file, 2).empty());
}

TEST_CASE("batches that went well before the failure of the same run do not make up for it") {
  const TempFolder folder;
  const Package package = test_package("crash");
  const CriteriaSet set = small_set();
  BatchPlan fine;
  fine.units = 2;
  for (int i = 0; i < 3; ++i) {
    const auto runner = recorded_runner(worker_runner(package), package, folder / "failures.json");
    const auto prepared = runner->prepare(set);
    REQUIRE(prepared);
    CHECK(runner->score(*prepared, batch_of(set, fine), label));
    CHECK_FALSE(runner->score(*prepared, batch_of(set), label));
  }
  CHECK(FailureStore::open(folder / "failures.json").is_quarantined(package));
}

}  // namespace orienta::test

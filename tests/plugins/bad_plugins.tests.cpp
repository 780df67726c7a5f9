// SPDX-License-Identifier: MIT
// Each plugin of tests/bad_plugins ends in one clear error; nothing else is harmed.
#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "plugins/building.hpp"
#include "plugins/worker/wire.hpp"

namespace orienta::test {
namespace {

using namespace std::chrono_literals;
using Texts = std::vector<std::string>;

/// Scoring four units, the third of which the plugin cannot stand.
Result<BatchScores> score(Runner& runner, std::uint32_t want = ORIENTA_WANT_NODES) {
  const CriteriaSet set = small_set();
  const auto prepared = runner.prepare(set);
  if (!prepared) return failure(prepared.error());
  BatchPlan plan;
  plan.want = want;
  return runner.score(*prepared, batch_of(set, plan), label);
}

Error error_of(Runner& runner, std::uint32_t want = ORIENTA_WANT_NODES) {
  const auto scores = score(runner, want);
  REQUIRE_FALSE(scores);
  CHECK(scores.error().kind == ErrorKind::kPlugin);
  CHECK(scores.error().problems.errors() == 1);
  return scores.error();
}

Error error_of(const std::string& plugin, const RunLimits& limits = {}) {
  return error_of(*worker_runner(test_package(plugin), limits));
}

constexpr auto kTimeLimit = 2500ms;

/// Limits under which the slow ones of the gallery end soon.
RunLimits tight() {
  RunLimits limits;
  limits.per_unit = kTimeLimit;
  limits.memory_bytes = 256u << 20;
  return limits;
}

/// What a plugin of the gallery has to end in.
struct Exhibit {
  const char* plugin;
  const char* code;       ///< "plugins.<code>"; with "-at-unit" it names unit 2
  const char* breach;     ///< how the contract was broken: the code of the note below
  const char* name = "";  ///< an argument that says what happened …
  const char* value = "";
  std::uint32_t want = ORIENTA_WANT_NODES;
};

constexpr Exhibit kGallery[] = {
    {"abort", "crashed-at-unit", "", "signal", "SIGABRT"},
    {"bad_utf8", "broke-contract-at-unit", "note-text", "", "", ORIENTA_WANT_TRACE},
    {"blocked", "hung-at-unit", "", "milliseconds", "2500"},
    {"channel", "broke-contract-at-unit", "channel"},
    {"crash", "crashed-at-unit", "", "signal", "SIGSEGV"},
    {"endless_log", "hung-at-unit", "", "milliseconds", "2500"},
    {"endless_notes", "broke-contract-at-unit", "too-many-notes", "", "", ORIENTA_WANT_TRACE},
    {"endless_notes", "broke-contract-at-unit", "note-unasked"},
    {"endless_scores", "broke-contract-at-unit", "scenario-twice"},
    {"exit0", "exited-at-unit", "", "exit_code", "0"},
    {"failing", "failed-at-unit", "", "reason", "the moon is not full"},
    {"forks", "forbidden-at-unit", ""},
    {"hang", "hung-at-unit", "", "milliseconds", "2500"},
    {"nan", "broke-contract-at-unit", "not-finite"},
    {"network", "forbidden-at-unit", ""},
    {"range", "broke-contract-at-unit", "range"},
    {"reader", "forbidden-at-unit", ""},
    {"short_struct", "entry-too-small", "", "size", "80"},
    {"static_abort", "crashed", "", "signal", "SIGABRT"},
    {"unknown_node", "broke-contract-at-unit", "node"},
    {"unknown_scenario", "broke-contract-at-unit", "scenario"},
    {"unknown_unit", "broke-contract-at-unit", "unit"},
    {"writer", "crashed-at-unit", "", "signal", "SIGSEGV"},
    {"wrong_version", "entry-version", "", "version", "2.0"},
};

/// Errors of a library that was refused speak of the plugin; the set is their place.
std::string wanted_name(const Exhibit& exhibit) {
  const std::string code = std::string("plugins.") + exhibit.code;
  std::string named = code + " plugin=" + exhibit.plugin;
  if (!code.starts_with("plugins.entry-")) named += " set=test-set";
  return code.ends_with("-at-unit") ? named + " unit=unit 2" : named;
}

}  // namespace

TEST_CASE("every plugin of the gallery ends in one error that names plugin set unit and what happened") {
  for (const Exhibit& exhibit : kGallery) {
    INFO(exhibit.plugin);
    const auto begin = std::chrono::steady_clock::now();
    const auto runner = worker_runner(test_package(exhibit.plugin), tight());
    const Error error = error_of(*runner, exhibit.want);
    // Busy machines are given six times the limit, for each of three calls.
    CHECK(std::chrono::steady_clock::now() - begin < 3 * 6 * kTimeLimit);
    CHECK(named(error) == wanted_name(exhibit));
    if (*exhibit.name != '\0') CHECK(argument(error, exhibit.name) == exhibit.value);
    const Problem& first = error.problems.kept().front();
    if (first.message.code.starts_with("plugins.entry-")) CHECK(first.where.file == "test-set");
    Texts all{std::string("plugins.") + exhibit.code};
    if (*exhibit.breach != '\0') all.push_back(std::string("plugins.breach-") + exhibit.breach);
    CHECK(codes(error) == all);
  }
}

TEST_CASE("a figure that is no number or out of range is named with its node") {
  for (const char* plugin : {"nan", "range"}) {
    const Error error = error_of(plugin);
    const Message& how = error.problems.kept().at(1).message;
    CHECK(std::get<std::string>(how.find("figure")->value()) == "value");
    CHECK(std::get<std::string>(how.find("node")->value()) == "c1");
  }
}

TEST_CASE("a plugin that sleeps is ended at about its limit and not only when patience is over") {
  const auto begin = std::chrono::steady_clock::now();
  const Error error = error_of("blocked", tight());
  CHECK(codes(error) == Texts{"plugins.hung-at-unit"});
  CHECK(std::chrono::steady_clock::now() - begin < 6 * kTimeLimit);
}

TEST_CASE("an exception that leaves a plugin is told from a crash") {
  const Texts wanted{"plugins.broke-contract-at-unit", "plugins.breach-exception"};
  const auto inside = in_process_runner(test_package("throws"));
  REQUIRE(inside);
  CHECK(codes(error_of(**inside)) == wanted);
  if (!wire::kMemoryIsLimited) SKIP("with sanitizers an exception opens a file, which no worker may");
  const Error error = error_of("throws");
  CHECK(named(error) == "plugins.broke-contract-at-unit plugin=throws set=test-set unit=unit 0");
  REQUIRE(codes(error) == wanted);
  CHECK(std::get<std::string>(error.problems.kept()[1].message.find("reason")->value()) == "not my day");
}

TEST_CASE("what a plugin prints reaches nobody and its scores stand") {
  CHECK(score(*worker_runner(test_package("prints"))));
}

TEST_CASE("a reason that is no text is left out") {
  const Error error = error_of("bad_utf8");
  CHECK(named(error) == "plugins.failed-at-unit plugin=bad_utf8 set=test-set unit=unit 2");
  const Argument* reason = error.problems.kept().front().message.find("reason");
  REQUIRE(reason != nullptr);
  CHECK(std::get<Word>(reason->value()).code == "plugins.no-reason");
}

TEST_CASE("a plugin that takes all memory is told from one that crashes") {
  if (!wire::kMemoryIsLimited) SKIP("sanitizers need the address space");
  const Error error = error_of("memory", tight());
  CHECK(named(error) == "plugins.out-of-memory-at-unit plugin=memory set=test-set unit=unit 0");
  CHECK(argument(error, "mebibytes") == "256");
}

TEST_CASE("a plugin that fails gives its reason and its worker stays") {
  const auto runner = worker_runner(test_package("failing"));
  error_of(*runner);
  const auto workers = workers_of(::getpid());
  error_of(*runner);
  CHECK(workers_of(::getpid()) == workers);
}

TEST_CASE("a plugin that says itself that it is for another version is not started") {
  Package package = test_package("crash");
  package.manifest.abi = {ORIENTA_ABI_MAJOR, ORIENTA_ABI_MINOR + 1};
  const Error declared = error_of(*worker_runner(package));
  CHECK(codes(declared) == Texts{"plugins.entry-version"});
  CHECK(declared.problems.kept().front().where.file == "test-set");
  CHECK(workers_of(::getpid()).empty());
  CHECK_FALSE(in_process_runner(package));
}

TEST_CASE("other runners go on and the runner itself can be used again") {
  const CriteriaSet set = small_set();
  const auto good = worker_runner(test_package("sample"));
  const auto prepared = good->prepare(set);
  REQUIRE(prepared);
  const auto bad = worker_runner(test_package("crash"));
  for (int i = 0; i < 3; ++i) {
    CHECK(named(error_of(*bad)) == "plugins.crashed-at-unit plugin=crash set=test-set unit=unit 2");
    CHECK(good->score(*prepared, batch_of(set), label));
  }
  // Units before the one it stumbles over are no problem.
  const auto again = bad->prepare(set);
  REQUIRE(again);
  BatchPlan plan;
  plan.units = 2;
  CHECK(bad->score(*again, batch_of(set, plan), label));
}

}  // namespace orienta::test

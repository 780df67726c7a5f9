// SPDX-License-Identifier: MIT
// Each plugin of tests/bad_plugins ends in one clear error; nothing else is harmed.
#include <catch2/catch_test_macros.hpp>

#include "plugins/building.hpp"
#include "plugins/worker/wire.hpp"

namespace orienta::test {
namespace {

using Texts = std::vector<std::string>;

/// The error of scoring four units, the third of which the plugin cannot stand.
Error error_of(Runner& runner) {
  const CriteriaSet set = small_set();
  const auto prepared = runner.prepare(set);
  if (!prepared) return prepared.error();
  auto scores = runner.score(*prepared, batch_of(set), label);
  REQUIRE_FALSE(scores);
  CHECK(scores.error().kind == ErrorKind::kPlugin);
  CHECK(scores.error().problems.errors() == 1);
  return scores.error();
}

Error error_of(const std::string& plugin, const RunLimits& limits = {}) {
  return error_of(*worker_runner(test_package(plugin), limits));
}

}  // namespace

TEST_CASE("a crash is one error that names plugin set unit and signal") {
  const Error error = error_of("crash");
  CHECK(named(error) == "plugins.crashed-at-unit plugin=crash set=test-set unit=unit 2");
  CHECK(argument(error, "signal") == "SIGSEGV");
}

TEST_CASE("abort is a crash by its signal") {
  const Error error = error_of("abort");
  CHECK(named(error) == "plugins.crashed-at-unit plugin=abort set=test-set unit=unit 2");
  CHECK(argument(error, "signal") == "SIGABRT");
}

TEST_CASE("a plugin that hangs is ended and named") {
  RunLimits limits;
  limits.per_unit = std::chrono::milliseconds(2500);
  const Error error = error_of("hang", limits);
  CHECK(named(error) == "plugins.hung-at-unit plugin=hang set=test-set unit=unit 2");
  CHECK(argument(error, "milliseconds") == "2500");
}

TEST_CASE("a plugin that ends its process is named with its exit code") {
  const Error error = error_of("exit0");
  CHECK(named(error) == "plugins.exited-at-unit plugin=exit0 set=test-set unit=unit 2");
  CHECK(argument(error, "exit_code") == "0");
}

TEST_CASE("a figure that is no number breaks the contract") {
  const Error error = error_of("nan");
  CHECK(named(error) == "plugins.broke-contract-at-unit plugin=nan set=test-set unit=unit 2");
  REQUIRE(codes(error) == Texts{"plugins.broke-contract-at-unit", "plugins.breach-not-finite"});
  const Message& how = error.problems.kept()[1].message;
  CHECK(std::get<std::string>(how.find("figure")->value()) == "value");
  CHECK(std::get<std::string>(how.find("node")->value()) == "c1");
}

TEST_CASE("network and files are forbidden to a plugin") {
  CHECK(named(error_of("network")) == "plugins.forbidden-at-unit plugin=network set=test-set unit=unit 2");
  CHECK(named(error_of("reader")) == "plugins.forbidden-at-unit plugin=reader set=test-set unit=unit 2");
}

TEST_CASE("a plugin that writes to a block crashes") {
  const Error error = error_of("writer");
  CHECK(named(error) == "plugins.crashed-at-unit plugin=writer set=test-set unit=unit 2");
  CHECK(argument(error, "signal") == "SIGSEGV");
}

TEST_CASE("a plugin that takes all memory is told from one that crashes") {
  if (!wire::kMemoryIsLimited) SKIP("sanitizers need the address space");
  RunLimits limits;
  limits.memory_bytes = 256u << 20;
  const Error error = error_of("memory", limits);
  CHECK(named(error) == "plugins.out-of-memory-at-unit plugin=memory set=test-set unit=unit 0");
  CHECK(argument(error, "mebibytes") == "256");
}

TEST_CASE("a plugin that fails gives its reason and its worker stays") {
  const auto runner = worker_runner(test_package("failing"));
  const Error error = error_of(*runner);
  CHECK(named(error) == "plugins.failed-at-unit plugin=failing set=test-set unit=unit 2");
  CHECK(argument(error, "reason") == "the moon is not full");
  const auto workers = workers_of(::getpid());
  error_of(*runner);
  CHECK(workers_of(::getpid()) == workers);
}

TEST_CASE("a plugin built for another version is refused") {
  const Error built = error_of("wrong_version");
  CHECK(codes(built) == Texts{"plugins.entry-version"});
  CHECK(argument(built, "version") == "2.0");

  Package package = test_package("crash");
  package.manifest.abi = {ORIENTA_ABI_MAJOR, ORIENTA_ABI_MINOR + 1};
  const Error declared = error_of(*worker_runner(package));
  CHECK(codes(declared) == Texts{"plugins.entry-version"});
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

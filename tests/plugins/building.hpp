// SPDX-License-Identifier: MIT
// Small sets and batches for tests of the runners.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "plugins/runner.hpp"

namespace orienta::test {

/// A set "test-set" with one dimension "all", `criteria` criteria "c0", … and two indicators in each;
/// `levels` rungs.
CriteriaSet small_set(std::size_t criteria = 2, int levels = 3);

/// Units with one reading per indicator of the set, in `scenarios` scenarios; `next` gives values in [0, 1].
struct BatchPlan {
  std::uint32_t units = 4;
  std::uint32_t scenarios = 1;
  std::uint32_t want = ORIENTA_WANT_NODES;
  std::function<double()> next = [] { return 0.5; };
};
void write_batch(const CriteriaSet& set, const BatchPlan& plan, SharedBlock& block);
SharedBlock batch_of(const CriteriaSet& set, const BatchPlan& plan = {});

/// "unit 0", …
std::string label(std::uint32_t unit);

/// A package that was built for tests. Throws when it cannot be read.
Package test_package(const std::string& id);

/// The codes of an error's problems, in order.
std::vector<std::string> codes(const Error& error);
/// A text argument of the error's first problem, or "".
std::string argument(const Error& error, std::string_view name);

/// What the error names: "<code> plugin=<plugin> set=<set> unit=<unit>".
std::string named(const Error& error);

/// Process ids of the workers that `parent` has started and that still run.
std::vector<int> workers_of(int parent);

/// Whether a process has used so much processor time that it must be in the endless loop of the plugin
/// "hang".
bool is_looping(int process);

}  // namespace orienta::test

// SPDX-License-Identifier: MIT
// How a benchmark says what it measured: lines that `./dev bench` gathers into one table.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>
#include <vector>

namespace orienta::bench {

/// One line `figure<tab>name<tab>value<tab>unit<tab>aim`; an aim of 0 is none.
inline void print_figure(std::string_view name, double value, std::string_view unit, double aim = 0) {
  fmt::print("figure\t{}\t{:.4g}\t{}\t{}\n", name, value, unit, aim > 0 ? fmt::format("{}", aim) : "");
  std::fflush(stdout);
}

/// Seconds that `work` took.
template <class Work>
double seconds_of(Work&& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The least, which a busy machine disturbs least, and the median. `values` is not empty.
struct Spread {
  double least = 0;
  double median = 0;
};
inline Spread spread_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {values.front(), values[values.size() / 2]};
}

}  // namespace orienta::bench

// SPDX-License-Identifier: MIT
// Benchmarks end at the first error: a figure of something that failed is worth nothing.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <type_traits>
#include <utility>

#include "base/catalogue.hpp"
#include "base/result.hpp"

namespace orienta::bench {

[[noreturn]] inline void give_up(const Error& error) {
  const Catalogue words(Lang::kEn);
  for (const Problem& problem : error.problems.kept())
    std::fprintf(stderr, "%s\n", words.text(problem).c_str());
  std::exit(EXIT_FAILURE);
}

template <class T>
T checked(Result<T> result) {
  if (!result) give_up(result.error());
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

}  // namespace orienta::bench

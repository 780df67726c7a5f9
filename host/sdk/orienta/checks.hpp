// SPDX-License-Identifier: MIT
// What most plugins check of a set. The words come with the program.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "orienta/note.hpp"
#include "orienta/set.hpp"

namespace orienta::sdk {

/// An error for each param that is not among `known`. A known key that ends in '.' stands for all below it.
inline void check_known_params(const Set& set, Checker& checker,
                               std::initializer_list<std::string_view> known) {
  std::string list;
  for (const std::string_view key : known) {
    if (!list.empty()) list += ", ";
    list += key;
    if (key.back() == '.') list += "…";
  }
  for (const orienta_param_t& param : set.params()) {
    const std::string_view key = set.text(param.key);
    bool is_known = false;
    for (const std::string_view one : known) {
      const bool is_below = one.back() == '.' && key.size() > one.size() && key.substr(0, one.size()) == one;
      is_known = is_known || key == one || is_below;
    }
    if (!is_known) {
      checker.error(ORIENTA_NONE, "trace.unknown-param", {arg::text("param", key), arg::text("known", list)});
    }
  }
}

/// An error when a param is there and no number within [low, high].
inline void check_number(const Set& set, Checker& checker, std::string_view key, double low, double high) {
  const orienta_param_t* const param = set.param(key);
  if (param == nullptr) return;
  const bool is_good = param->kind == ORIENTA_PARAM_NUMBER && param->number >= low && param->number <= high;
  if (!is_good) {
    checker.error(ORIENTA_NONE, "trace.param-number",
                  {arg::text("param", key), arg::number("low", low), arg::number("high", high)});
  }
}

/// An error for a criterion without indicators: it can never get a score.
inline void check_has_indicators(const Set& set, std::uint32_t criterion, Checker& checker) {
  if (set.node(criterion).child_count == 0) checker.error(criterion, "trace.no-indicators");
}

}  // namespace orienta::sdk

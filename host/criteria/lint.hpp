// SPDX-License-Identifier: MIT
// What is legal but wrong in a set. Internal to criteria; the public entry is lint() in reader.hpp.
#pragma once

#include <string_view>

#include "criteria/reading.hpp"
#include "criteria/report.hpp"
#include "criteria/set.hpp"

namespace orienta {

/// With an empty `origin` problems have no line; their arguments name the ids either way.
void lint_set(const CriteriaSet& set, const Origin& origin, Report& report);

/// One part of lint: the set, where its parts stand, and where to say what is wrong.
struct Lint {
  const CriteriaSet& set;
  const Origin& origin;
  Report& report;
};

/// The place of element `index`, or of the value of `key` within it when that is there.
Mark mark_in(const std::vector<const Yaml*>& places, std::size_t index, std::string_view key = {});
Mark mark_in(const Yaml* place, std::string_view key = {});

void lint_scales(const Lint& lint);
void lint_bands(const Lint& lint, std::size_t scale);
void lint_weights(const Lint& lint);
void lint_levels(const Lint& lint);
void lint_links(const Lint& lint);
void lint_targets(const Lint& lint);
void lint_plan(const Lint& lint);
void lint_translations(const Lint& lint);

/// The largest value that any answer on the scale can have, in [0, 1].
double best_value(const Scale& scale);

}  // namespace orienta

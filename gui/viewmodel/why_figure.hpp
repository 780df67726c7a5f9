// SPDX-License-Identifier: MIT
// From the parts of a number to the number: what each part adds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/explain.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"

namespace orienta::gui {

/// A part of a result: a dimension, a criterion, a question, or a unit below.
struct WhyPart {
  std::string title;
  double weight = 1;
  double index = 0;  ///< 0 to 100
  std::optional<Why> why;
};

struct WhyFigure {
  Figure figure;                          ///< `make` empty: the parts do not add up, or there are none
  std::vector<std::optional<Why>> steps;  ///< by area index
  std::string note;                       ///< how the parts make the whole
};

/// What counts in the result of a node for a unit: of a result rolled up from units, these; else what stands
/// below the node. Of a criterion the questions, taken from `explanation`, which may be null. Parts without a
/// value do not count and are not listed.
std::vector<WhyPart> why_parts(const Study& study, const Why& why, const Explanation* explanation,
                               const Catalogue& words);

/// A waterfall whose steps are weight / sum of weights * index. Where that is not the rule (weakest,
/// geometric), the note says so and there is no chart; where a rule besides the mean moved the result, a step
/// of its own says by how much.
WhyFigure why_figure(const Study& study, const Why& why, const Explanation* explanation,
                     const Catalogue& words);

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
// Questions to a scene.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "charts/scene.hpp"
#include "charts/text.hpp"

namespace orienta::charts {

template <class Kind>
std::vector<Kind> all_of(const Scene& scene) {
  std::vector<Kind> result;
  for (const Shape& shape : scene.shapes)
    if (const Kind* one = std::get_if<Kind>(&shape)) result.push_back(*one);
  return result;
}

std::vector<Box> boxes_of(const Scene& scene, Ink fill);
std::vector<Box> hatched_boxes(const Scene& scene);
bool says(const Scene& scene, std::string_view text);

/// What is wrong with the scene's geometry: "" or the first shape outside its size or not finite.
std::string outside(const Scene& scene, const TextWidth& width);
/// The first two labels that cover each other, or "".
std::string overlapping(const Scene& scene, const TextWidth& width);

}  // namespace orienta::charts

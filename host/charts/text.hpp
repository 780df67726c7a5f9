// SPDX-License-Identifier: MIT
// Measuring and fitting text. Fonts belong to the painter, so charts are given a function that measures.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "charts/scene.hpp"

namespace orienta::charts {

/// The width of one line of UTF-8 in logical pixels, in the painter's font. Called on the thread that makes
/// the scene, many times: it should be cheap. Results below zero or not finite count as zero.
using TextWidth = std::function<float(std::string_view, TextSize)>;

/// 13, 15, 18, 24, 40.
float pixels(TextSize size);
/// 1.4 of it.
float line_height(TextSize size);

/// The base line's y of a label: every painter places text by it, so that all look alike.
float baseline_of(const Label& label);
/// What the label covers, from the ascenders to the descenders.
Rect bounds_of(const Label& label, const TextWidth& width);

/// The text if it is at most `most` wide, else its beginning with "…", cut between characters; empty when not
/// even one character and "…" fit. Malformed bytes are dropped.
std::string shortened(std::string_view text, TextSize size, float most, const TextWidth& width);

/// The text broken at spaces into at most `lines` lines, none wider than `most`; what is too much is
/// shortened in the last line. No empty lines: a text that fits nowhere gives none.
std::vector<std::string> wrapped(std::string_view text, TextSize size, float most, std::size_t lines,
                                 const TextWidth& width);

}  // namespace orienta::charts

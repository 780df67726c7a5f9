// SPDX-License-Identifier: MIT
// The charts of Feedback & people, for the chosen unit and set. Each is nothing where there is nothing to
// show, or not yet.
#pragma once

#include <optional>
#include <vector>

#include "app/figures.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"

namespace orienta::gui {

/// How the answers to a question are distributed: the unit by source, then the units below it by the source
/// that has most answers. `units` begins with the chosen one.
std::optional<Figure> distribution_figure(const Desk& desk, const std::vector<UnitFigures>& units,
                                          std::uint32_t indicator);
/// The set's measured figures: what each is worth against its target, with its band.
std::optional<Figure> bands_figure(const Desk& desk, const UnitFigures& figures);
/// A question's headline statistic over the project's assessments.
std::optional<Figure> question_trend_figure(Desk& desk, const UnitFigures& figures, std::uint32_t indicator);
std::optional<Figure> index_trend_figure(Desk& desk);
/// A question by the values of its segments: hours, weekdays, channels.
std::optional<Figure> segment_figure(Desk& desk, std::uint32_t indicator);

/// The figures of the source with most answers to the question; null: none has a value.
const SourceFigures* main_source(const std::vector<SourceFigures>& sources, std::uint32_t indicator);

}  // namespace orienta::gui

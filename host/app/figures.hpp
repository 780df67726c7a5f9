// SPDX-License-Identifier: MIT
// What people said and what was measured, unit by unit, before any plugin: counts per answer, named
// statistics, figures. It writes nothing. Sources that are withheld keep their place and have no numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/scoring.hpp"

namespace orienta {

/// One indicator as one source sees it.
struct SourceFigures {
  std::uint32_t indicator = 0;
  Source source = Source::kSelf;
  std::uint8_t state = 0;             ///< ORIENTA_STATE_…
  std::optional<double> value;        ///< in [0, 1]
  std::optional<double> figure;       ///< the headline statistic, of a measure its figure; in its own unit
  std::vector<std::uint64_t> counts;  ///< per point of the scale; empty for a measure
  std::vector<NamedStatistic> statistics;  ///< the headline first
  std::uint64_t n = 0;
};

struct UnitFigures {
  std::uint32_t unit = 0;                     ///< index in the organisation
  std::vector<SourceFigures> sources;         ///< by indicator, then source
  std::vector<std::optional<double>> values;  ///< combined, in [0, 1], one per indicator of the set
  /// The customer satisfaction index by criterion (scoring/indices.hpp); nothing where there is none.
  std::vector<std::optional<double>> csi;
};

/// Of the units given, in their order; each with what came from below where the set pools it.
Result<std::vector<UnitFigures>> figures_of(const Project& project, const OpenAssessment& assessment,
                                            std::size_t set, const std::vector<std::uint32_t>& units);

/// One assessment's part of a trend.
struct TrendStep {
  AssessmentId assessment;
  Period period;
  std::optional<NodeResult> result;    ///< of the set; nothing: no such unit, set or result then
  std::vector<SourceFigures> sources;  ///< of the indicator
};
struct TrendOrder {
  std::string unit;
  std::string set;
  std::string indicator;  ///< may be empty
};
/// Every assessment of the project in the order they were made, scored again with its own version of the set.
Result<std::vector<TrendStep>> trend_of(const Project& project, PluginHost& plugins, const TrendOrder& order);

}  // namespace orienta

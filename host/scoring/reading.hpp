// SPDX-License-Identifier: MIT
// Readings: what an indicator says for a unit, per source and combined. The numeric record is the one plugins
// get (orienta/batch.h), so nothing is converted on the way.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "answers/organisation.hpp"
#include "answers/tally.hpp"
#include "criteria/set.hpp"
#include "orienta/batch.h"

namespace orienta {

/// Open findings per indicator of the unit.
struct FindingCounts {
  std::uint32_t indicator = 0;
  std::uint16_t major = 0;
  std::uint16_t minor = 0;
};

/// What is known of a unit besides its counts.
struct ReadingContext {
  UnitKind kind = UnitKind::kOrganisation;
  bool in_scope = true;
  std::optional<std::uint64_t> population;  ///< how many clients it has; absent: unknown
  const TallySheet* inherited = nullptr;  ///< what the parent hands down (pooling.hpp: inheritable), or null
  std::span<const FindingCounts> findings;  ///< sorted by indicator
  std::uint64_t minimum_group = 5;          ///< anonymous sources below it are withheld
};

struct Readings {
  std::vector<orienta_reading_t> combined;  ///< one per indicator of the set, in its order
  std::vector<orienta_reading_t> sources;   ///< those that are there, by indicator, then source

  void clear();
};

/// Reads a unit's tallies (those of the whole, segment 0; or of one segment value). Reuses `out`'s memory.
///
/// A source: a value wins over don't know, that over not applicable. `value` is the mean on the scale's own
/// range from its least to its best point, or what a measure's figure is worth; a figure that is a decimal is
/// compared with bands as one. The standard error comes from the sample variance (n - 1); there is none for n
/// = 1, for figures without base, and where bands make steps. Where the clients' population is given, the
/// error of client answers has the finite correction. `statistic` is the scale's headline in its own unit; of
/// a measure, always its figure.
///
/// Combined: by the indicator's rule over the sources with a value; what was agreed supersedes, whatever it
/// says. Without any value: withheld if a source is, else don't know, else not applicable, else missing.
/// Weighted: errors are propagated, with Welch-Satterthwaite degrees of freedom; a source without an error
/// counts as certain. Lowest: that source's record. shown_only: not asked, while the sources are listed.
/// Evidence is that of all sources with a value. Findings stand on the combined reading.
///
/// Cells marked in `withheld` and anonymous ones below the minimum group become ORIENTA_STATE_WITHHELD,
/// without numbers. An indicator of a criterion with `inherit` for which the unit itself has nothing takes
/// the cells of `context.inherited` (never those of anonymous sources), flagged as such; a criterion that
/// does not apply to this kind of unit is not asked, unless it can inherit. Units out of scope have no
/// sources.
void read_tallies(const CriteriaSet& set, const TallySheet& sheet, const ReadingContext& context,
                  std::uint16_t segment, std::span<const CellKey> withheld, Readings& out);

/// A named figure in its own unit with its 95 % interval, where there is one.
struct NamedStatistic {
  std::string name;  ///< index, mean, net, nps, top2, rate, sum, …; of a pair "gap"
  double value = 0;
  std::optional<double> low;
  std::optional<double> high;
};

/// All statistics of a cell, the headline first. Index and mean of points: t interval with n - 1; shares:
/// Wilson; net: normal with p + d - (p - d)^2; rates: Wilson where numerator and denominator are whole counts
/// and the rate is within 0 and 1; figures: none. Nothing is claimed beyond the ends of the scale. With a
/// `population` that the answers were drawn from the finite correction applies, and n = population gives the
/// point itself; rates count cases, not clients, and have none.
std::vector<NamedStatistic> statistics_of(const Scale& scale, const Cell& cell,
                                          std::optional<std::uint64_t> population);

/// "gap" of a declared pair: what the same respondents said of the second indicator minus what they said of
/// the first, in the scales' own unit (SERVQUAL's P - E where the pair is expectation, perception). t
/// interval of the paired differences, n - 1. Nothing when there are no answers. Source: Parasuraman,
/// Zeithaml, Berry, "SERVQUAL", Journal of Retailing 64 (1988).
std::optional<NamedStatistic> gap_of(const Scale& first, const Scale& second, const Cell& pair,
                                     std::optional<std::uint64_t> population);

}  // namespace orienta

// SPDX-License-Identifier: MIT
// An overlay: an organisation's own additions, titles, weights, targets and exclusions over a criteria set
// that stays as its author published it.
//
//   orienta-overlay: 1
//   id: agency-north
//   of: client-satisfaction
//   title: {en: …}
//   titles: {complaints: {en: …}}            # of a criterion, a dimension or the set; of an indicator its
//   question weights: {complaints: 3} targets: {complaints: {index: 80}} exclude: [loyalty-card] # with all
//   that stands below scales: {…}                              # more scales, as in a set dimensions: [{…}]
//   # more dimensions, criteria and indicators, as in a set; criteria: {service: [{…}]}               # those
//   of a dimension indicators: {complaints: [{…}]}          # those of a criterion
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "criteria/reader.hpp"

namespace orienta {

/// What an overlay says about itself.
struct OverlayHead {
  std::string id;
  SetId of;
};

/// kInput when it is no overlay; kNewer for a later format.
Result<OverlayHead> read_overlay_head(std::string_view yaml, std::string_view name);

/// What happens to the parts that an overlay leaves out.
enum class Exclusions : std::uint8_t {
  kLeftOut,
  kKept,  ///< they stay: to see which answers belong to which question
};

/// The set with the overlay over it: its own hash, and the overlay named in `overlays` and in the version
/// ("1.2.0+agency-north"). As strict as read_set; all problems at once, places are those of the overlay. An
/// id that the set has renamed is followed, with a warning; one that it does not have is an error. The
/// remarks are those that the set alone does not give rise to.
Result<ReadSet> apply_overlay(const CriteriaSet& set, std::string_view yaml, std::string_view name,
                              Exclusions exclusions = Exclusions::kLeftOut);

/// The JSON Schema (draft-07) of overlay files, as text.
std::string_view overlay_schema();

}  // namespace orienta

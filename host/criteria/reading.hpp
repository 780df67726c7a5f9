// SPDX-License-Identifier: MIT
// The steps of reading a set, in the order in which they must run: later ones refer to ids of earlier ones.
// Each reads what it can and reports the rest; indexes in the set stay consistent also after problems.
// Internal to criteria.
#pragma once

#include <vector>

#include "criteria/fields.hpp"
#include "criteria/id_index.hpp"
#include "criteria/reader.hpp"
#include "criteria/report.hpp"
#include "criteria/set.hpp"
#include "criteria/yaml.hpp"

namespace orienta {

/// Where the parts of a set stand in its file: one entry for each element of the set's vectors, in the same
/// order. All vectors are empty for a set that came from elsewhere.
struct Origin {
  const Yaml* root = nullptr;
  std::vector<const Yaml*> scales;
  std::vector<const Yaml*> levels;
  std::vector<const Yaml*> dimensions;
  std::vector<const Yaml*> criteria;
  std::vector<const Yaml*> indicators;
  std::vector<const Yaml*> improvements;
  std::vector<const Yaml*> segments;
  std::vector<const Yaml*> roles;
};

struct Reading {
  CriteriaSet& set;
  Origin& origin;
  Report& report;
  IdIndex nodes;  ///< set, dimensions, criteria and indicators share one space of ids
  IdIndex scales;
  IdIndex criteria;
  IdIndex indicators;
};

inline constexpr Range kWeights{0, 1'000'000};
inline constexpr Range kShares{0, 1};
inline constexpr Range kIndexes{0, 100};
inline constexpr Range kLevels{1, 20};

/// Reads and lints a set from its tree. `yaml` is the text it was parsed from.
Result<ReadSet> read_tree(const Yaml& tree, std::string_view yaml, std::string_view name);

void read_scales(Fields& root, Reading& reading);
void read_levels(Fields& root, Reading& reading);
void read_holds(Fields& root, Reading& reading);
void read_dimensions(Fields& root, Reading& reading);
void read_joints(Fields& root, Reading& reading);
void read_segments(Fields& root, Reading& reading);
void read_roles(Fields& root, Reading& reading);
void read_improvements(Fields& root, Reading& reading);
void read_params(Fields& root, Reading& reading);

/// One dimension; one criterion of the dimension, one indicator of the criterion with that index.
void read_dimension(const Yaml& yaml, Reading& reading);
void read_criterion(const Yaml& yaml, std::uint32_t dimension, Reading& reading);
void read_indicator(const Yaml& yaml, std::uint32_t criterion, Reading& reading);

void read_references(Fields& fields, std::vector<Reference>& into, Report& report);

/// Which kinds of target a place may have, besides an index.
enum class TargetOf : std::uint8_t { kSetOrDimension, kCriterion, kIndicator };
void read_target(Fields& fields, Target& into, TargetOf of, Report& report);
void read_target(const Yaml& yaml, Target& into, TargetOf of, Report& report);

}  // namespace orienta

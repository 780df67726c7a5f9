// SPDX-License-Identifier: MIT
// A criteria set in memory: what an author wrote in YAML, checked, with every reference resolved to an index.
// Immutable after reading; share it freely between threads.
//
// Dimensions, criteria and indicators lie in three flat arrays in file order, each knowing the index of its
// parent. A *node* is a place that gets a score: 0 is the set, then the dimensions, then the criteria
// (node_of_…()).
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/hash.hpp"
#include "base/ids.hpp"
#include "base/lang.hpp"
#include "criteria/scale.hpp"
#include "criteria/source.hpp"

namespace orienta {

enum class Aggregate : std::uint8_t { kMean, kGeometric, kWeakest };

/// How a parent's result comes from its units: above the kinds in `scored_at`.
enum class Rollup : std::uint8_t { kWeightedMean, kWeakest, kShareAtTarget };

/// How several sources become the combined reading. An agreed answer always supersedes.
enum class Combine : std::uint8_t {
  kAuditorOverSelf,  ///< the first that answered in the order auditor, mystery_shopper, client, system,
                     ///< manager, peer, self
  kWeighted,         ///< mean by `source_weights`, over the sources that answered
  kLowest,           ///< the lowest value among the sources
  kShownOnly,        ///< never combined: shown per source, stays out of scores
};

enum class Occasions : std::uint8_t {
  kAll,     ///< all visits, interviews, forms are pooled
  kLatest,  ///< the latest date supersedes, per source and assessor
};

/// What should be reached. At most one of the three is set; none means there is no target (which is not
/// target 0).
struct Target {
  std::optional<int> level;     ///< on a set or dimension
  std::optional<double> index;  ///< 0 to 100, anywhere
  std::optional<double> value;  ///< on an indicator, in its own unit: 4.4 of 5, 24 h, 90 %
  bool empty() const { return !level && !index && !value; }
  bool operator==(const Target&) const = default;
};

struct Reference {
  LocalText title;
  std::string edition;
  std::string clause;
  std::string accessed;
};

struct Level {
  int level = 1;  ///< 1, 2, … without holes
  int stage = 0;  ///< the general stage it stands for: 0 none, 1 ad hoc, 2 repeatable, 3 defined, 4 managed,
                  ///< 5 improving
  LocalText title;
  LocalText means;
};

/// When a rung of the ladder holds; the set's own cut points, compared with >= on unrounded numbers.
struct Holds {
  double rating = 0.85;       ///< of the rung: weighted mean of its criteria
  double mandatory = 0.5;     ///< of each mandatory criterion of the rung
  double completeness = 0.8;  ///< of the node, for a level to be a verdict and not only a lower bound
};

struct Segment {
  std::string id;
  std::vector<std::string> values;
  LocalText title;
};

struct Role {
  std::string id;
  LocalText title;
  std::map<std::string, double> requires_index;  ///< criterion id -> index 0..100
};

struct Advice {
  double below = 0;  ///< said when the value is below this, in [0, 1]
  LocalText text;
};

/// "once-id: this one": the ids a node had in earlier versions.
using Replaces = std::vector<std::string>;

struct Indicator {
  std::string id;
  std::uint32_t criterion = 0;  ///< index into CriteriaSet::criteria
  LocalText ask;
  LocalText help;
  std::uint32_t scale = 0;  ///< index into CriteriaSet::scales
  double weight = 1;        ///< importance among the criterion's indicators
  Mask<Source> answered_by;
  Combine combine = Combine::kAuditorOverSelf;
  std::vector<std::pair<Source, double>> source_weights;  ///< for Combine::kWeighted
  Occasions occasions = Occasions::kLatest;
  std::vector<LocalText> counts_when;
  std::string same_as;     ///< "other-set/indicator"
  std::string pairs_with;  ///< "other-set/indicator"
  std::vector<Advice> advice;
  Target target;
  std::vector<std::string> maps_to;
  Replaces replaces;
};

struct Criterion {
  std::string id;
  std::uint32_t dimension = 0;  ///< index into CriteriaSet::dimensions
  LocalText title;
  LocalText help;
  double weight = 1;
  Aggregate aggregate = Aggregate::kMean;
  int level = 0;  ///< the rung it belongs to; 0: none
  bool mandatory = false;
  Mask<UnitKind> applies_to;  ///< empty: every kind
  bool inherit = false;       ///< a parent unit's answer serves its children
  /// channel, step, …: for the plugin. With the tag `derive` the plugin rates the criterion; only then may it
  /// be without indicators.
  std::map<std::string, std::string> tags;
  Target target;
  Mask<EvidenceKind> evidence;  ///< kinds that together carry full marks
  std::vector<std::string> maps_to;
  std::vector<Reference> references;
  Replaces replaces;
};

struct Dimension {
  std::string id;
  LocalText title;
  LocalText help;
  double weight = 1;
  Aggregate aggregate = Aggregate::kMean;
  std::optional<Rollup> rollup;  ///< else the set's
  Target target;
  Replaces replaces;
};

/// Counts of the pairs of answers that one respondent gave to two indicators (expectation x perception).
struct Joint {
  std::string id;
  std::uint32_t first = 0;  ///< indexes into CriteriaSet::indicators, both on scales of points
  std::uint32_t second = 0;
};

struct Improvement {
  std::string id;
  LocalText title;
  std::array<double, 3> effort_days{};  ///< least, likely, most
  struct Raise {
    std::uint32_t criterion = 0;
    double to = 0;  ///< rating in [0, 1]
  };
  std::vector<Raise> raises;
  std::vector<std::uint32_t> needs;  ///< indexes of improvements that come first
};

/// A plugin's own settings, flat: nested keys are joined with '.', lists are numbered from 0
/// ("bands.0.upto").
using Param = std::variant<std::string, double, bool>;

/// An overlay as it was applied over a set (overlay.hpp).
struct AppliedOverlay {
  std::string id;
  LocalText title;
  Hash hash;  ///< of its bytes
};

struct CriteriaSet {
  SetId id;
  std::string version;
  PluginId plugin;
  LocalText title;
  LocalText description;
  std::vector<Reference> references;
  int minutes = 0;
  std::vector<Segment> segments;
  std::vector<Role> roles;
  std::vector<Scale> scales;  ///< by id
  std::vector<Level> levels;  ///< by level; empty: the set has no ladder
  Holds holds;
  Mask<UnitKind> scored_at;  ///< never empty: the organisation, unless the set says other kinds
  Rollup rollup = Rollup::kWeightedMean;
  Aggregate aggregate = Aggregate::kMean;  ///< of the dimensions
  Mask<Source> pooled;                     ///< sources whose tallies are pooled upwards
  Mask<Source> anonymous;                  ///< sources withheld below the minimum group
  Target target;
  std::vector<Dimension> dimensions;
  std::vector<Criterion> criteria;
  std::vector<Indicator> indicators;
  std::vector<Joint> joints;
  std::vector<Improvement> improvements;
  std::map<std::string, Param> params;
  Replaces replaces;

  std::vector<AppliedOverlay> overlays;  ///< in the order they were applied
  Hash hash;         ///< of the bytes it was read from; with overlays of that hash and theirs, in order
  std::string text;  ///< those bytes

  /// Sorts the ids for the look-ups below. The reader has done it; whoever builds or changes a set by hand
  /// calls it, or the look-ups search one by one.
  void build_index();
  std::vector<std::uint32_t> nodes_by_id;       ///< made by build_index()
  std::vector<std::uint32_t> indicators_by_id;  ///< made by build_index()

  std::uint32_t node_count() const;
  std::uint32_t node_of_dimension(std::size_t index) const;
  std::uint32_t node_of_criterion(std::size_t index) const;
  /// The id and the title of a node.
  const std::string& node_id(std::uint32_t node) const;
  const LocalText& node_title(std::uint32_t node) const;
  /// By id; nothing when there is none.
  std::optional<std::uint32_t> node(std::string_view id) const;
  std::optional<std::uint32_t> indicator(std::string_view id) const;
};

}  // namespace orienta

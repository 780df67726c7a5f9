// SPDX-License-Identifier: MIT
// A criteria set as a plugin sees it. The block begins with an orienta_set_t.
//
// Nodes are the places that get a score: node 0 is the set, then all dimensions, then all criteria, in file
// order. The children of a node are neighbours: dimensions of the set, criteria of a dimension, indicators of
// a criterion.
#pragma once

#include "orienta/block.h"

enum {
  ORIENTA_AGGREGATE_MEAN = 0,       ///< weighted arithmetic mean
  ORIENTA_AGGREGATE_GEOMETRIC = 1,  ///< weighted geometric mean
  ORIENTA_AGGREGATE_WEAKEST = 2     ///< the lowest
};

enum { ORIENTA_NODE_SET = 0, ORIENTA_NODE_DIMENSION = 1, ORIENTA_NODE_CRITERION = 2 };

typedef struct orienta_node {
  orienta_string_t id;
  uint32_t kind;         ///< ORIENTA_NODE_…
  uint32_t parent;       ///< node; ORIENTA_NONE for the set
  uint32_t first_child;  ///< a node; of a criterion: an indicator
  uint32_t child_count;
  double weight;        ///< among its siblings, >= 0
  uint32_t aggregate;   ///< ORIENTA_AGGREGATE_… of its children
  int32_t level;        ///< the rung a criterion belongs to, 1 …; 0: none
  uint32_t mandatory;   ///< 0 or 1
  uint32_t applies_to;  ///< bits 1 << unit kind; 0: every kind
  uint32_t evidence;    ///< bits 1 << evidence kind that together carry full marks
  uint32_t first_tag;   ///< into orienta_set_t::tags
  uint32_t tag_count;
  uint32_t reserved;
} orienta_node_t;

typedef struct orienta_indicator {
  orienta_string_t id;
  uint32_t criterion;          ///< node
  uint32_t is_measure;         ///< 0: points to choose from, 1: a measured figure
  double weight;               ///< importance among the criterion's indicators, >= 0
  uint32_t answered_by;        ///< bits 1 << source
  uint32_t shown_only;         ///< 1: never combined, stays out of scores
  orienta_string_t statistic;  ///< what orienta_reading_t::statistic is: "index", "nps", …
  orienta_string_t unit;       ///< of a measure: "hours", …
} orienta_indicator_t;

typedef struct orienta_level {
  int32_t level;  ///< 1, 2, … without holes
  int32_t stage;  ///< 0 none, 1 ad hoc, 2 repeatable, 3 defined, 4 managed, 5 improving
} orienta_level_t;

/// A tag of a node, such as channel=phone; a node's tags are sorted by key.
typedef struct orienta_tag {
  orienta_string_t key;
  orienta_string_t value;
} orienta_tag_t;

enum { ORIENTA_PARAM_TEXT = 0, ORIENTA_PARAM_NUMBER = 1, ORIENTA_PARAM_BOOL = 2 };

/// One of the plugin's own settings. Nested keys are joined by '.', list items numbered from 0. Sorted by key
/// (bytes).
typedef struct orienta_param {
  orienta_string_t key;
  orienta_string_t text;  ///< of ORIENTA_PARAM_TEXT
  double number;          ///< of ORIENTA_PARAM_NUMBER; 0 or 1 of ORIENTA_PARAM_BOOL
  uint32_t kind;
  uint32_t reserved;
} orienta_param_t;

/// What a role requires of a criterion.
typedef struct orienta_requirement {
  uint32_t role;       ///< index into roles
  uint32_t criterion;  ///< node
  double index;        ///< 0 to 100
} orienta_requirement_t;

typedef struct orienta_set {
  uint32_t size;  ///< sizeof(orienta_set_t) of the host
  uint32_t reserved;
  orienta_string_t id;
  orienta_string_t version;
  double hold_rating;            ///< a rung holds when its rating is >= this …
  double hold_mandatory;         ///< … and each mandatory criterion's rating is >= this
  double hold_completeness;      ///< below this completeness a level is a lower bound, no verdict
  orienta_range_t nodes;         ///< orienta_node_t
  orienta_range_t indicators;    ///< orienta_indicator_t
  orienta_range_t levels;        ///< orienta_level_t, from 1 up; empty: the set has no ladder
  orienta_range_t tags;          ///< orienta_tag_t
  orienta_range_t params;        ///< orienta_param_t
  orienta_range_t roles;         ///< orienta_string_t
  orienta_range_t requirements;  ///< orienta_requirement_t, sorted by role, then criterion
} orienta_set_t;

ORIENTA_STATIC_ASSERT(sizeof(orienta_node_t) == 64, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_indicator_t) == 48, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_level_t) == 8, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_tag_t) == 16, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_param_t) == 32, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_requirement_t) == 16, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_set_t) == 160, "layout");

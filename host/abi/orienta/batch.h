// SPDX-License-Identifier: MIT
// What there is to score: units with their readings, and scenarios. The block begins with an orienta_batch_t.
//
// No names and no ids of persons are in it. Results must not depend on how units and scenarios are split into
// batches, ordered or repeated.
#pragma once

#include "orienta/set.h"

enum {
  ORIENTA_UNIT_ORGANISATION = 0,
  ORIENTA_UNIT_REGION = 1,
  ORIENTA_UNIT_BRANCH = 2,
  ORIENTA_UNIT_DEPARTMENT = 3,
  ORIENTA_UNIT_TEAM = 4,
  ORIENTA_UNIT_EMPLOYEE = 5
};

enum {
  ORIENTA_SOURCE_SELF = 0,
  ORIENTA_SOURCE_MANAGER = 1,
  ORIENTA_SOURCE_PEER = 2,
  ORIENTA_SOURCE_CLIENT = 3,
  ORIENTA_SOURCE_AUDITOR = 4,
  ORIENTA_SOURCE_MYSTERY_SHOPPER = 5,
  ORIENTA_SOURCE_SYSTEM = 6,
  ORIENTA_SOURCE_AGREED = 7,
  ORIENTA_SOURCE_COMBINED = 255
};

enum {
  ORIENTA_EVIDENCE_DOCUMENT = 1,
  ORIENTA_EVIDENCE_RECORD = 2,
  ORIENTA_EVIDENCE_INTERVIEW = 4,
  ORIENTA_EVIDENCE_OBSERVATION = 8
};

/// What is known about an indicator. Missing, not applicable and zero differ.
enum {
  ORIENTA_STATE_MISSING = 0,         ///< nobody answered: open
  ORIENTA_STATE_DONT_KNOW = 1,       ///< returned without knowing: open
  ORIENTA_STATE_VALUE = 2,           ///< there is a value
  ORIENTA_STATE_NOT_APPLICABLE = 3,  ///< left out, with a reason
  ORIENTA_STATE_NOT_ASKED = 4,       ///< no question for this kind of unit: left out
  ORIENTA_STATE_OUT_OF_SCOPE = 5,    ///< not part of this assessment: left out
  ORIENTA_STATE_WITHHELD = 6         ///< too few respondents to be shown: left out
};

enum {
  ORIENTA_READING_HAS_ERROR = 1,  ///< `error` and `freedom` are given
  ORIENTA_READING_INHERITED = 2   ///< the parent unit's answer
};

typedef struct orienta_reading {
  double value;      ///< in [0, 1]; meaningful only with ORIENTA_STATE_VALUE
  double statistic;  ///< the indicator's headline figure in its own unit
  double error;      ///< standard error of `value`
  double freedom;    ///< its degrees of freedom
  uint32_t indicator;
  uint32_t count;  ///< n: answers with a value
  uint32_t not_applicable;
  uint32_t dont_know;
  uint8_t state;            ///< ORIENTA_STATE_…
  uint8_t source;           ///< ORIENTA_SOURCE_…
  uint8_t flags;            ///< ORIENTA_READING_…
  uint8_t evidence;         ///< ORIENTA_EVIDENCE_… bits
  uint16_t major_findings;  ///< open ones
  uint16_t minor_findings;
} orienta_reading_t;

enum { ORIENTA_TARGET_LEVEL = 0, ORIENTA_TARGET_INDEX = 1, ORIENTA_TARGET_VALUE = 2 };

/// A target that holds for the unit, already resolved (unit over role over kind over set). No entry: no
/// target.
typedef struct orienta_target {
  uint32_t node;       ///< or ORIENTA_NONE when it is an indicator's
  uint32_t indicator;  ///< or ORIENTA_NONE
  uint32_t kind;       ///< ORIENTA_TARGET_…
  uint32_t reserved;
  double target;
} orienta_target_t;

typedef struct orienta_unit {
  uint32_t kind;             ///< ORIENTA_UNIT_…
  uint32_t role;             ///< index into the set's roles, or ORIENTA_NONE
  orienta_range_t combined;  ///< orienta_reading_t, one per indicator of the set, in its order
  orienta_range_t sources;   ///< orienta_reading_t per source that is there, by indicator, then source
  orienta_range_t targets;   ///< orienta_target_t, by node, then indicator
} orienta_unit_t;

/// Combined value of an indicator, in a scenario. Its state becomes ORIENTA_STATE_VALUE, without standard
/// error; its count stays.
typedef struct orienta_value_override {
  uint32_t unit;  ///< index in the batch, or ORIENTA_NONE: every unit
  uint32_t indicator;
  double value;  ///< in [0, 1]
} orienta_value_override_t;

/// Rating of a criterion, in a scenario, whatever its indicators say, also where none of them applies.
typedef struct orienta_rating_override {
  uint32_t unit;       ///< index in the batch, or ORIENTA_NONE: every unit
  uint32_t criterion;  ///< node
  double rating;       ///< in [0, 1]
} orienta_rating_override_t;

typedef struct orienta_weight_override {
  uint32_t node;
  uint32_t reserved;
  double weight;  ///< >= 0
} orienta_weight_override_t;

enum {
  ORIENTA_OPEN_LEFT_OUT = 0,  ///< open indicators stay out of the score
  ORIENTA_OPEN_WORST = 1,     ///< as if each open or withheld indicator had the value 0
  ORIENTA_OPEN_BEST = 2       ///< as if each open or withheld indicator had the value 1
};

/// A "what if". Scenario 0 of a batch is things as they are. Overrides are sorted by unit (ORIENTA_NONE
/// last), then indicator, criterion or node; one for a unit wins over one for every unit.
typedef struct orienta_scenario {
  uint32_t open;  ///< ORIENTA_OPEN_…
  uint32_t reserved;
  orienta_range_t values;   ///< orienta_value_override_t
  orienta_range_t ratings;  ///< orienta_rating_override_t
  orienta_range_t weights;  ///< orienta_weight_override_t
} orienta_scenario_t;

enum {
  ORIENTA_WANT_SUMMARY = 0,  ///< the set's score (node 0) only
  ORIENTA_WANT_NODES = 1,    ///< a score for every node
  ORIENTA_WANT_TRACE = 2     ///< and the reasons and remarks
};

typedef struct orienta_batch {
  uint32_t size;              ///< sizeof(orienta_batch_t) of the host
  uint32_t want;              ///< ORIENTA_WANT_…
  orienta_range_t units;      ///< orienta_unit_t
  orienta_range_t scenarios;  ///< orienta_scenario_t, at least one
} orienta_batch_t;

ORIENTA_STATIC_ASSERT(sizeof(orienta_reading_t) == 56, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_target_t) == 24, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_unit_t) == 56, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_value_override_t) == 16, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_rating_override_t) == 16, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_weight_override_t) == 16, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_scenario_t) == 56, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_batch_t) == 40, "layout");

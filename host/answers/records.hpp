// SPDX-License-Identifier: MIT
// What a project keeps: assessments, answers, measures, survey waves, evidence and findings. Plain values;
// the project file stores them, scoring never sees them (it reads tallies).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "answers/organisation.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/hash.hpp"
#include "base/ids.hpp"
#include "criteria/set.hpp"
#include "criteria/source.hpp"

namespace orienta {

/// A set as it stood when the assessment took it: its text is kept in the project under this hash.
struct PinnedSet {
  SetId id;
  std::string version;
  Hash hash;
  std::vector<Hash> overlays;
  bool operator==(const PinnedSet&) const = default;
};

/// A target of the assessment; the most particular one wins: unit over role over kind over set.
struct AssessmentTarget {
  SetId set;
  NodeId node;       ///< set, dimension, criterion or indicator
  UnitId unit;       ///< or empty
  std::string role;  ///< or empty
  std::optional<UnitKind> kind;
  Target target;
  bool operator==(const AssessmentTarget&) const = default;
};

/// Which units of a kind are assessed this time, and how they were chosen. What is said of all of them rests
/// on those drawn at random.
struct Sample {
  enum class Rule : std::uint8_t { kSquareRoot, kShare };
  UnitKind kind = UnitKind::kBranch;
  Rule rule = Rule::kSquareRoot;
  Decimal share;   ///< of all units, with kShare
  Decimal random;  ///< the least share of the chosen ones that is drawn
  std::uint64_t seed = 0;
  std::uint64_t frame = 0;    ///< units of the kind at that time
  std::vector<UnitId> drawn;  ///< at random
  std::vector<UnitId> judged;
  bool operator==(const Sample&) const = default;
};

struct Assessment {
  AssessmentId id;
  Period period;
  Date as_of;  ///< the only "today" that scoring knows
  bool closed = false;
  AssessmentId carried_from;  ///< or empty
  std::vector<PinnedSet> sets;
  std::vector<Unit> units;
  std::vector<AssessmentTarget> targets;
  std::optional<Sample> sample;  ///< absent: everything in scope is assessed
  bool operator==(const Assessment&) const = default;
};

/// What an answer answers. Persons are opaque keys.
struct AnswerKey {
  UnitId unit;
  SetId set;
  NodeId indicator;
  Source source = Source::kSelf;
  PersonId assessor;     ///< may be empty
  std::string occasion;  ///< visit, interview, form, round; may be empty
  auto operator<=>(const AnswerKey&) const = default;
};

/// Why an answer lies in the archive (archive.hpp), and the version of the set that asked.
struct Archived {
  std::string reason;  ///< "removed", "split", "merged", "rescaled", "source", "asked-elsewhere"
  std::string version;
  bool operator==(const Archived&) const = default;
};

enum class AnswerState : std::uint8_t { kValue, kNotApplicable, kDontKnow };

struct Answer {
  AnswerKey key;
  std::optional<Date> date;  ///< of the occasion
  AnswerState state = AnswerState::kValue;
  std::string point;              ///< of a scale of points: the point's id, with kValue
  std::optional<Decimal> figure;  ///< of a measure, with kValue
  std::string reason;             ///< of kNotApplicable: never empty there
  std::string comment;
  std::optional<Confidence> confidence;
  std::vector<std::string> evidence;  ///< ids of Evidence
  bool carried_over = false;          ///< from the assessment before, not looked at again
  std::optional<Archived> archived = {};
  bool operator==(const Answer&) const = default;
};

/// One figure of operations in one period. With `of` it is a rate: figure is the numerator, `of` the
/// denominator.
struct MeasureFigure {
  UnitId unit;
  SetId set;
  NodeId indicator;
  Period period;
  std::vector<std::pair<std::string, std::string>> segments;  ///< segment id, value; sorted
  Decimal figure;
  std::optional<Decimal> of;
  std::optional<Archived> archived = {};
  bool operator==(const MeasureFigure&) const = default;
};

/// A survey file that was imported. Its rows are not kept: their tallies are, per unit.
struct Wave {
  std::string id;
  SetId set;
  Period period;
  std::string file_name;  ///< without folders
  Hash file_hash;
  std::uint64_t file_bytes = 0;
  std::uint64_t responses = 0;  ///< answers counted, by the count column where there is one
  std::uint64_t rejected = 0;   ///< rows left out with --skip-rejected
  Hash layout;                  ///< of the tallies
  bool operator==(const Wave&) const = default;
};

struct Evidence {
  std::string id;
  EvidenceKind kind = EvidenceKind::kDocument;
  std::string title;
  std::string place;         ///< file name or link
  std::optional<Hash> hash;  ///< BLAKE2b-256 of the file, as `b2sum -l 256` prints it
  std::optional<Date> date;
  std::optional<Date> expires;
  bool operator==(const Evidence&) const = default;
};

struct Finding {
  enum class Grade : std::uint8_t { kObservation, kMinor, kMajor };
  std::string id;
  UnitId unit;
  SetId set;
  NodeId node;  ///< indicator or criterion; or empty with a clause
  std::string clause;
  Grade grade = Grade::kObservation;
  std::string fact;
  std::vector<std::string> evidence;
  bool open = true;
  bool operator==(const Finding&) const = default;
};

}  // namespace orienta

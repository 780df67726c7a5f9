// SPDX-License-Identifier: MIT
// Records as bytes: canonical JSON (sorted names, defaults left out, decimals and reals as text, days as
// whole numbers), so that equal records have equal hashes. Decoders trust nothing: BadRecord. Inside the
// module only.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/records.hpp"
#include "store/project.hpp"

namespace orienta::store {

std::string encode(const ProjectInfo& info);
ProjectInfo decode_info(std::string_view bytes);

/// An assessment without units and targets, which lie in cells of their own.
struct AssessmentHead {
  Assessment assessment;
  std::uint64_t made = 0;  ///< gives the order in which assessments are shown
};
std::string encode(const AssessmentHead& head);
AssessmentHead decode_head(std::string_view bytes);

/// Units, with the key of a person in the place of an employee's name. `persons` is as long as `units`;
/// empty: no person.
std::string encode(const std::vector<Unit>& units, const std::vector<std::string>& persons);
struct StoredUnits {
  std::vector<Unit> units;           ///< employees are without names
  std::vector<std::string> persons;  ///< their keys, in the same order
};
StoredUnits decode_units(std::string_view bytes);

std::string encode(const std::vector<AssessmentTarget>& targets);
std::vector<AssessmentTarget> decode_targets(std::string_view bytes);

/// What names an assessment as it stood: the hashes of its three parts.
struct AssessmentRecord {
  std::string id;
  std::optional<Hash> head;
  std::optional<Hash> units;
  std::optional<Hash> targets;
};
std::string encode(const AssessmentRecord& record);
AssessmentRecord decode_record(std::string_view bytes);

/// What a person wrote. It lies apart, with a salt, so that it can be erased and its hash not be guessed
/// back.
struct Note {
  std::string comment;
  std::string reason;
  std::string salt;  ///< hexadecimal
  bool empty() const { return comment.empty() && reason.empty(); }
};
std::string encode(const Note& note);
Note decode_note(std::string_view bytes);

/// An answer without its key and without what is in its note.
struct StoredAnswer {
  Answer answer;
  std::optional<Hash> note;
};
std::string encode(const StoredAnswer& answer);
StoredAnswer decode_answer(std::string_view bytes);

std::string encode(const MeasureFigure& figure);  ///< without what its key says
/// `parts` are those of its key.
MeasureFigure decode_measure(const std::vector<std::string_view>& parts, std::string_view bytes);

std::string encode(const Wave& wave);
Wave decode_wave(std::string_view bytes);
std::string encode(const Evidence& evidence);
Evidence decode_evidence(std::string_view bytes);
std::string encode(const Finding& finding);
Finding decode_finding(std::string_view bytes);

/// An action of the log. Reals keep their value, not their spelling.
std::string encode(const Message& action);
Message decode_action(std::string_view bytes);

}  // namespace orienta::store

// SPDX-License-Identifier: MIT
// Whose view an answer is, and the small closed vocabularies that sets, answers and plugins share. The
// numeric values are part of the plugin ABI and of stored tallies: append, never reorder.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace orienta {

enum class Source : std::uint8_t {
  kSelf,
  kManager,
  kPeer,
  kClient,
  kAuditor,
  kMysteryShopper,
  kSystem,
  kAgreed,  ///< a workshop's decision: supersedes the others, which are kept
};
inline constexpr std::size_t kSourceCount = 8;

enum class UnitKind : std::uint8_t { kOrganisation, kRegion, kBranch, kDepartment, kTeam, kEmployee };
inline constexpr std::size_t kUnitKindCount = 6;

enum class EvidenceKind : std::uint8_t { kDocument, kRecord, kInterview, kObservation };
inline constexpr std::size_t kEvidenceKindCount = 4;

enum class Confidence : std::uint8_t { kSure, kLikely, kGuess };
inline constexpr std::size_t kConfidenceCount = 3;

/// The names in files: "self", …, "mystery_shopper"; "organisation", …; "document", …; "sure", ….
std::string_view name_of(Source source);
std::string_view name_of(UnitKind kind);
std::string_view name_of(EvidenceKind kind);
std::string_view name_of(Confidence confidence);
std::optional<Source> source_of(std::string_view name);
std::optional<UnitKind> unit_kind_of(std::string_view name);
std::optional<EvidenceKind> evidence_kind_of(std::string_view name);
std::optional<Confidence> confidence_of(std::string_view name);

/// A set of values of one of the enums above, as bits 1 << value.
template <class Enum>
struct Mask {
  std::uint32_t bits = 0;

  bool has(Enum value) const { return (bits >> static_cast<unsigned>(value) & 1u) != 0; }
  void add(Enum value) { bits |= 1u << static_cast<unsigned>(value); }
  bool empty() const { return bits == 0; }
  bool operator==(const Mask&) const = default;
};

}  // namespace orienta

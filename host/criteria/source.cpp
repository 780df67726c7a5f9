// SPDX-License-Identifier: MIT
#include "criteria/source.hpp"

#include <algorithm>

namespace orienta {
namespace {

constexpr std::array<std::string_view, kSourceCount> kSources{
    "self", "manager", "peer", "client", "auditor", "mystery_shopper", "system", "agreed"};
constexpr std::array<std::string_view, kUnitKindCount> kUnitKinds{"organisation", "region", "branch",
                                                                  "department",   "team",   "employee"};
constexpr std::array<std::string_view, kEvidenceKindCount> kEvidenceKinds{"document", "record", "interview",
                                                                          "observation"};
constexpr std::array<std::string_view, kConfidenceCount> kConfidences{"sure", "likely", "guess"};

template <class Enum, std::size_t kCount>
std::optional<Enum> value_of_name(const std::array<std::string_view, kCount>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name_of(Source source) {
  return kSources[static_cast<std::size_t>(source)];
}
std::string_view name_of(UnitKind kind) {
  return kUnitKinds[static_cast<std::size_t>(kind)];
}
std::string_view name_of(EvidenceKind kind) {
  return kEvidenceKinds[static_cast<std::size_t>(kind)];
}
std::string_view name_of(Confidence confidence) {
  return kConfidences[static_cast<std::size_t>(confidence)];
}

std::optional<Source> source_of(std::string_view name) {
  return value_of_name<Source>(kSources, name);
}
std::optional<UnitKind> unit_kind_of(std::string_view name) {
  return value_of_name<UnitKind>(kUnitKinds, name);
}
std::optional<EvidenceKind> evidence_kind_of(std::string_view name) {
  return value_of_name<EvidenceKind>(kEvidenceKinds, name);
}
std::optional<Confidence> confidence_of(std::string_view name) {
  return value_of_name<Confidence>(kConfidences, name);
}

}  // namespace orienta

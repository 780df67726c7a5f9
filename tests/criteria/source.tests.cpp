// SPDX-License-Identifier: MIT
#include "criteria/source.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace orienta;

TEST_CASE("every word of the closed vocabularies is read back as itself", "[criteria]") {
  for (std::size_t i = 0; i < kSourceCount; ++i)
    CHECK(source_of(name_of(static_cast<Source>(i))) == static_cast<Source>(i));
  for (std::size_t i = 0; i < kUnitKindCount; ++i)
    CHECK(unit_kind_of(name_of(static_cast<UnitKind>(i))) == static_cast<UnitKind>(i));
  for (std::size_t i = 0; i < kEvidenceKindCount; ++i)
    CHECK(evidence_kind_of(name_of(static_cast<EvidenceKind>(i))) == static_cast<EvidenceKind>(i));
  for (std::size_t i = 0; i < kConfidenceCount; ++i)
    CHECK(confidence_of(name_of(static_cast<Confidence>(i))) == static_cast<Confidence>(i));
  CHECK_FALSE(source_of("Self"));
  CHECK_FALSE(unit_kind_of(""));
}

TEST_CASE("a mask knows what it holds", "[criteria]") {
  Mask<Source> mask;
  CHECK(mask.empty());
  mask.add(Source::kAgreed);
  CHECK(mask.has(Source::kAgreed));
  CHECK_FALSE(mask.has(Source::kSelf));
  CHECK(name_of(Source::kMysteryShopper) == "mystery_shopper");
}

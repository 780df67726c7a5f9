// SPDX-License-Identifier: MIT
// A small set with everything the plugin knows: importance weights, all aggregates, a ladder, a derived
// sample.
#pragma once

#include "support/block_builder.hpp"

extern "C" const orienta_entry_t orienta_entry_v1;

namespace orienta::test {

enum : std::uint32_t { kSet, kVoice, kLoop, kSatisfaction, kSample, kContact, kClaims, kAnswered };
constexpr std::uint32_t kIndicators = 7;

inline SetSpec feedback_set() {
  SetSpec set;
  set.levels = 3;
  set.dimensions = {
      {"voice",
       2,
       ORIENTA_AGGREGATE_MEAN,
       {{"satisfaction",
         3,
         ORIENTA_AGGREGATE_MEAN,
         1,
         true,
         0,
         {},
         {{"overall", 9, false, "net"}, {"influence", 8}}},
        {"sample", 1, ORIENTA_AGGREGATE_MEAN, 2, false, 0, {{"derive", "adequacy"}, {"of", "overall"}}, {}},
        {"contact", 1, ORIENTA_AGGREGATE_GEOMETRIC, 2, false, 0, {}, {{"phone", 2}, {"site", 1}}}}},
      {"loop",
       1,
       ORIENTA_AGGREGATE_WEAKEST,
       {{"claims", 1, ORIENTA_AGGREGATE_WEAKEST, 2, true, 0, {}, {{"logged"}, {"closed"}}},
        {"answered", 0.5, ORIENTA_AGGREGATE_MEAN, 3, false, 0, {}, {{"hours"}}}}}};
  return set;
}

}  // namespace orienta::test

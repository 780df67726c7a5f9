// SPDX-License-Identifier: MIT
// What all chart specs share. A spec holds plain values and texts that are ready to be shown: charts know no
// words, no languages and no number formats. Values that are not finite count as absent.
#pragma once

#include <cstdint>
#include <string>

namespace orienta::charts {

struct Words {
  std::string title;        ///< becomes Scene::title; whoever shows the scene writes it above
  std::string description;  ///< becomes Scene::description
  std::string note;         ///< drawn below the chart: its n and where it is from
  std::string empty;        ///< drawn instead of a chart when there is nothing to draw
};

/// A place on an axis and its ready text.
struct Tick {
  double at = 0;
  std::string text;
};

/// The names in a chart's key. An entry without a name is left out, and so is one that the chart does not
/// show anywhere.
struct KeyNames {
  std::string actual;
  std::string target;
  std::string previous;
  std::string interval;
  std::string open;
};

/// How an actual value stands to its target. The caller decides: charts do not compare.
enum class Standing : std::uint8_t { kNoTarget, kBelow, kAtOrAbove };

}  // namespace orienta::charts

// SPDX-License-Identifier: MIT
// The samples of a set, as `samples/samples.yaml` beside it names them: what is imported, and what it must
// come to.
//
//   orienta-samples: 1
//   samples:
//     - id: invented
//       invented: true
//       units: units.csv
//       period: 2026-H2
//       as_of: 2026-12-31                      # else the last day of the period
//       evidence: [invented-evidence.csv]
//       files: [invented-typical.csv, {file: survey.csv, map: survey.map.yaml}]
//       expect: expected-scores.csv            # unit,node, then any columns of `score`
//       expect_readings: expected.csv          # unit,set,indicator,source,segment,statistic, then of
//       `readings`
//
// Files lie in the folder of samples.yaml or below it. They are not opened here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace orienta {

struct SampleFile {
  std::string file;
  std::string map;  ///< its mapping file; empty: none
};

struct SetSample {
  std::string id;
  bool invented = false;
  std::string units;  ///< empty: the organisation is the only unit
  Period period;
  Date as_of;
  std::vector<std::string> evidence;  ///< brought in first
  std::vector<SampleFile> files;      ///< answers, measures and surveys, in their order
  std::string expect;                 ///< at least one of the two is there
  std::string expect_readings;
};

/// All problems of the file at once, with their places. `name` is the file in them.
Result<std::vector<SetSample>> read_samples(std::string_view yaml, std::string_view name);

}  // namespace orienta

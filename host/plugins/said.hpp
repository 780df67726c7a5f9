// SPDX-License-Identifier: MIT
// What a plugin said about sample units, to be compared byte by byte however the batches were cut. Inside the
// module only.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/message.hpp"
#include "plugins/runner.hpp"
#include "plugins/sample_batch.hpp"

namespace orienta {

class Said {
 public:
  /// Adds the scores of a batch. The first difference to what was said of the same unit and scenario before,
  /// as a message with the place and both figures.
  std::optional<Message> add(const SamplePlan& plan, const BatchScores& scores, const CriteriaSet& set);

 private:
  using Place = std::pair<std::uint32_t, std::uint32_t>;  ///< unit and scenario by their sample numbers

  std::map<Place, std::vector<orienta_score_t>> scores_;
  std::map<std::uint32_t, std::vector<std::pair<bool, Note>>> notes_;
};

}  // namespace orienta

// SPDX-License-Identifier: MIT
// Use cases that bring answers in. Nothing is written unless all of it is.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "answers/import.hpp"
#include "app/assessment.hpp"

namespace orienta {

struct ImportOrder {
  std::filesystem::path data;
  std::optional<Shape> shape;
  std::string set;
  std::optional<std::filesystem::path> mapping;
  std::string encoding;
  std::optional<Period> period;  ///< of a survey wave; empty: the assessment's
  bool skip_rejected = false;
  bool dry_run = false;
  /// Of a survey in bytes that are read, else in rows that are taken; on the caller's thread.
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;
  std::stop_token stop;
};

/// What an import did, or would do.
struct ImportReport {
  Shape shape = Shape::kAnswers;
  std::uint64_t rows = 0;
  std::uint64_t fresh = 0;  ///< answers, figures or units that were not there
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t rejected = 0;
  std::uint64_t responses = 0;  ///< of a survey
  Problems remarks;
  Reasons reasons;  ///< the remarks in few words (Imported::reasons)
};

/// kCancelled after a stop request: nothing is written then.
Result<ImportReport> import_data(Project& project, const OpenAssessment& assessment,
                                 const ImportOrder& order);

/// A person's name as it is kept: without spaces at its ends and with single ones within, so that one person
/// stays one.
std::string tidy_name(std::string_view name);

/// One answer as the user gave it, still text.
struct AnswerOrder {
  std::string unit;
  std::string set;
  std::string indicator;
  std::optional<std::string> value;
  std::optional<std::string> not_applicable;  ///< the reason
  bool dont_know = false;
  std::string source;    ///< empty: the only one the indicator asks, or self
  std::string assessor;  ///< a name
  std::string occasion;
  std::string date;
  std::string comment;
  std::string confidence;
  std::vector<std::string> evidence;  ///< ids
};

struct AnswerReport {
  std::optional<Answer> before;
  Answer after;
  bool changed = false;
  Problems remarks;
};

Result<AnswerReport> give_answer(Project& project, const OpenAssessment& assessment,
                                 const AnswerOrder& order);

}  // namespace orienta

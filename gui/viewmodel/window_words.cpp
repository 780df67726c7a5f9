// SPDX-License-Identifier: MIT
#include "viewmodel/window_words.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace orienta::gui {
namespace {

using Words = std::pair<std::string_view, Message>;

Message instead_of(std::string_view code) {
  const std::array words{
      Words("answers.column-missing", msg("viewmodel.fix-column-missing")),
      Words("answers.column-not-for-shape", msg("viewmodel.fix-column-not-for-shape")),
      Words("answers.evidence-unknown", msg("viewmodel.fix-evidence-unknown")),
      Words("answers.not-utf8", msg("viewmodel.fix-not-utf8")),
      Words("answers.set-unclear", msg("viewmodel.fix-set-unclear")),
      Words("answers.shape-unclear", msg("viewmodel.fix-shape-unclear")),
      Words("answers.unit-out-of-scope", msg("viewmodel.fix-unit-out-of-scope")),
      Words("answers.unknown-column", msg("viewmodel.fix-unknown-column")),
      Words("answers.unknown-column-near", msg("viewmodel.fix-unknown-column-near")),
      Words("answers.unknown-indicator", msg("viewmodel.fix-unknown-indicator")),
      Words("answers.unknown-set", msg("viewmodel.fix-unknown-set")),
      Words("answers.unknown-unit", msg("viewmodel.fix-unknown-unit")),
      Words("app.assessment-closed", msg("viewmodel.fix-assessment-closed")),
      Words("app.assessment-exists", msg("viewmodel.fix-assessment-exists")),
      Words("app.unit-has-answers", msg("viewmodel.fix-unit-has-answers")),
      Words("store.missing", msg("viewmodel.fix-missing")),
  };
  const auto found = std::ranges::find(words, code, &Words::first);
  return found == words.end() ? Message{} : found->second;
}

}  // namespace

Message in_window(const Message& message) {
  Message other = instead_of(message.code);
  if (other.code.empty()) return message;
  other.arguments = message.arguments;
  return other;
}

Problem in_window(const Problem& problem) {
  Problem other = problem;
  other.message = in_window(problem.message);
  other.where.file = std::filesystem::path(problem.where.file).filename().string();
  return other;
}

}  // namespace orienta::gui

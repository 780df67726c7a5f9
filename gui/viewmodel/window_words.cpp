// SPDX-License-Identifier: MIT
#include "viewmodel/window_words.hpp"

#include <filesystem>

namespace orienta::gui {
namespace {

/// Another sentence with the arguments of one that is there.
Message msg(std::string_view code, const std::vector<std::pair<std::string, Argument>>& arguments) {
  return {std::string(code), arguments};
}

/// The same in the window's words; an empty code: it reads well as it is.
Message instead_of(const Message& message) {
  const std::string& code = message.code;
  const auto& with = message.arguments;
  if (code == "answers.column-missing") return msg("viewmodel.fix-column-missing", with);
  if (code == "answers.column-not-for-shape") return msg("viewmodel.fix-column-not-for-shape", with);
  if (code == "answers.evidence-unknown") return msg("viewmodel.fix-evidence-unknown", with);
  if (code == "answers.not-utf8") return msg("viewmodel.fix-not-utf8", with);
  if (code == "answers.set-unclear") return msg("viewmodel.fix-set-unclear", with);
  if (code == "answers.shape-unclear") return msg("viewmodel.fix-shape-unclear", with);
  if (code == "answers.unit-out-of-scope") return msg("viewmodel.fix-unit-out-of-scope", with);
  if (code == "answers.unknown-column") return msg("viewmodel.fix-unknown-column", with);
  if (code == "answers.unknown-column-near") return msg("viewmodel.fix-unknown-column-near", with);
  if (code == "answers.unknown-indicator") return msg("viewmodel.fix-unknown-indicator", with);
  if (code == "answers.unknown-set") return msg("viewmodel.fix-unknown-set", with);
  if (code == "answers.unknown-unit") return msg("viewmodel.fix-unknown-unit", with);
  if (code == "app.assessment-closed") return msg("viewmodel.fix-assessment-closed", with);
  if (code == "app.assessment-exists") return msg("viewmodel.fix-assessment-exists", with);
  if (code == "app.unit-has-answers") return msg("viewmodel.fix-unit-has-answers", with);
  if (code == "store.missing") return msg("viewmodel.fix-missing", with);
  return {};
}

}  // namespace

Message in_window(const Message& message) {
  Message other = instead_of(message);
  return other.code.empty() ? message : other;
}

Problem in_window(const Problem& problem) {
  Problem other = problem;
  other.message = in_window(problem.message);
  other.where.file = std::filesystem::path(problem.where.file).filename().string();
  return other;
}

}  // namespace orienta::gui

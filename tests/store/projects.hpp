// SPDX-License-Identifier: MIT
// Projects and records to test with.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "store/project.hpp"
#include "support/temp_folder.hpp"

namespace orienta::test {

/// The codes of an error's problems, for messages of failed checks and for comparing.
std::string codes(const Error& error);
std::string codes(const Problems& problems);

/// The value, or a failed test that names the error.
template <class T>
T ok(Result<T> result) {
  if (!result) FAIL("error: " << codes(result.error()));
  return *std::move(result);
}
void ok(const Status& status);

/// "kind code" of a result that must be an error.
template <class T>
std::string error_of(const Result<T>& result) {
  if (result) FAIL("no error");
  return codes(result.error());
}

const AssessmentId kAssessment("2026-h2");
const SetId kSet("client-satisfaction");
const UnitId kBranch("north");

ProjectInfo sample_info();
/// Three units (one an employee named "Nadezhda Petrova"), one set, two targets.
Assessment sample_assessment(const AssessmentId& id = kAssessment);
Answer sample_answer(std::string indicator, std::string point = "agree");
MeasureFigure sample_measure(std::string indicator, Decimal figure);

/// A layout of `slots` indicators on five points, and a sheet with some counts that depend on `seed`.
std::shared_ptr<const TallyLayout> sample_layout(std::size_t slots);
TallySheet sample_sheet(const std::shared_ptr<const TallyLayout>& layout, std::uint64_t seed);

/// A project file with the sample assessment, open for writing.
Project new_project(const std::filesystem::path& file);

/// One action that puts an answer.
LogEntry answer(Project& project, const Answer& answer);

/// Checks that verify_log finds nothing.
void check_sound(const Project& project);

}  // namespace orienta::test

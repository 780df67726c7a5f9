// SPDX-License-Identifier: MIT
#include "viewmodel/office.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/stored_results.hpp"
#include "base/os.hpp"

namespace orienta::gui {
namespace {

/// Beyond so many results of units and nodes only the sets' own are kept.
constexpr std::size_t kMostResults = 400'000;

std::size_t results_of(const OpenAssessment& assessment) {
  std::size_t nodes = 0;
  for (const CriteriaSet& set : assessment.sets)
    nodes += set.node_count();
  return nodes * assessment.organisation.units().size();
}

std::uint32_t want_of(const Study& study) {
  return study.has_every_node ? ORIENTA_WANT_NODES : ORIENTA_WANT_SUMMARY;
}

}  // namespace

namespace {

/// Tried on a copy, so that nothing is written beside the file.
Status can_be_opened(const std::filesystem::path& file) {
  std::error_code failed;
  const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
  const auto copy =
      std::filesystem::temp_directory_path(failed) / ("orienta-" + std::to_string(now) + ".orienta");
  if (!failed) std::filesystem::copy_file(file, copy, failed);
  if (failed) return failure(os::error_from_errno(failed.value(), file));
  Status fit;
  if (const auto tried = Project::open(copy, Project::Access::kRead); !tried)
    fit = failure(tried.error().kind, tried.error().problems);
  std::filesystem::remove(copy, failed);
  return fit;
}

}  // namespace

Office::Office(Places places) : places_(std::move(places)) {}

Result<Study> Office::open(const std::filesystem::path& file) {
  // Two files that have one path would share the journal beside it.
  std::error_code ignored;
  if (presence() != Project::Presence::kThere &&
      std::filesystem::absolute(file, ignored) == std::filesystem::absolute(project_->file(), ignored)) {
    // Until the new one is known to open, the old one is all there is.
    if (Status fit = can_be_opened(file); !fit) return failure(std::move(fit.error()));
    close();
  }
  bool read_only = false;
  auto project = Project::open(file, Project::Access::kWrite);
  if (!project && project.error().kind == ErrorKind::kRefused) {
    // May be read, perhaps; if not, why it may not be written is the better reason.
    auto readable = Project::open(file, Project::Access::kRead);
    if (readable) {
      project = std::move(readable);
      read_only = true;
    }
  }
  if (!project) return failure(std::move(project.error()));
  auto assessment = open_assessment(*project, "");
  if (!assessment) return failure(std::move(assessment.error()));
  answers_.reset();
  last_ = {};
  project_.emplace(std::move(*project));
  read_only_ = read_only;
  wanted_.clear();
  assessment_ = std::make_shared<const OpenAssessment>(std::move(*assessment));
  return study();
}

void Office::close() {
  answers_.reset();
  last_ = {};
  project_.reset();
  assessment_.reset();
}

Result<Study> Office::look_at(const std::string& assessment) {
  const std::string before = std::exchange(wanted_, assessment);
  auto seen = look_again();
  if (!seen) wanted_ = before;
  return seen;
}

Result<Study> Office::look_again() {
  auto assessment = open_assessment(*project_, wanted_);
  if (!assessment) return failure(std::move(assessment.error()));
  answers_.reset();
  last_ = {};
  assessment_ = std::make_shared<const OpenAssessment>(std::move(*assessment));
  return study();
}

Result<Study> Office::score_again(const std::vector<AnswerKey>& changed) {
  if (changed.empty() || last_.scores == nullptr || !answers_) return study();
  auto scores = answers_->after(changed, *last_.scores, want_of(last_));
  if (!scores) return failure(std::move(scores.error()));
  if (!*scores) return study();
  return complete(last_, std::move(**scores));
}

Result<Readings> Office::readings(std::size_t set, std::uint32_t unit) {
  if (!answers_) answers_ = std::make_unique<AnswerScoring>(*project_, *assessment_, plugins_);
  return answers_->readings(set, unit);
}

bool Office::has_changed_outside() {
  const auto version = project_->outside_version();
  return version && *version != seen_;
}

Result<Study> Office::study() {
  Study study;
  study.file = project_->file();
  study.read_only = read_only_;
  study.assessment = assessment_;
  if (const auto version = project_->outside_version()) seen_ = *version;
  auto all = project_->assessments();
  if (!all) return failure(std::move(all.error()));
  study.all = std::move(*all);
  study.has_every_node = results_of(*assessment_) <= kMostResults;
  auto scores = score_sets(*project_, *assessment_, plugins_, {}, want_of(study));
  if (!scores) return failure(std::move(scores.error()));
  // Without its plugin a set still shows what was stored of it.
  for (SetScore& score : *scores)
    if (score.failed)
      if (auto stored = stored_result(*project_, *assessment_, score.set); stored && *stored)
        score.result = std::move((*stored)->result);
  answers_ = std::make_unique<AnswerScoring>(*project_, *assessment_, plugins_);
  return complete(std::move(study), std::move(*scores));
}

Result<Study> Office::complete(Study study, std::vector<SetScore> scores) {
  study.scores = std::make_shared<const std::vector<SetScore>>(std::move(scores));
  auto next = project_->next_steps();
  if (!next) return failure(std::move(next.error()));
  study.next = std::move(*next);
  last_ = study;
  return study;
}

}  // namespace orienta::gui

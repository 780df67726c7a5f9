// SPDX-License-Identifier: MIT
// The side of the dashboard that works in the background: it alone holds the project file and the plugins.
// One thread; the other side sees only the Studies it makes.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/answer_scoring.hpp"
#include "app/assessment.hpp"
#include "app/places.hpp"
#include "viewmodel/study.hpp"

namespace orienta::gui {

class Office {
 public:
  explicit Office(Places places);

  /// Opens for writing, or for reading where the file may not be written. Shows the newest open assessment.
  /// What was open before stays so when it fails, unless it was the same file and another one has taken its
  /// place: nothing is open then.
  Result<Study> open(const std::filesystem::path& file);
  void close();
  bool has_project() const { return project_.has_value(); }
  /// Whether this is the assessment, as it was read, that questions are answered from now.
  bool is_looking_at(const OpenAssessment* assessment) const {
    return has_project() && assessment_.get() == assessment;
  }

  /// Another assessment of the project.
  Result<Study> look_at(const std::string& assessment);
  /// The next Study is of that assessment: for commands that make or close one.
  void want(const std::string& assessment) { wanted_ = assessment; }
  /// Everything again: after a change of units, sets, targets, or by another program.
  Result<Study> look_again();
  /// The scores again: after a change of answers. Where these answers alone have changed, only what they can
  /// move is scored.
  Result<Study> score_again(const std::vector<AnswerKey>& changed = {});
  /// The unit's readings for the set, as the last Study was scored from.
  Result<Readings> readings(std::size_t set, std::uint32_t unit);
  /// Whether the open file is still the one at its path; kThere without a project.
  Project::Presence presence() const { return project_ ? project_->presence() : Project::Presence::kThere; }
  /// Whether another program has changed the project since the last Study.
  bool has_changed_outside();

  // Of the open project; not to be called without one.
  Project& project() { return *project_; }
  const OpenAssessment& assessment() const { return *assessment_; }
  PluginHost& plugins() { return plugins_; }
  const Places& places() const { return places_; }

 private:
  Result<Study> study();
  /// With the scores put into it.
  Result<Study> complete(Study study, std::vector<SetScore> scores);

  Places places_;
  PluginHost plugins_{places_};
  std::optional<Project> project_;
  bool read_only_ = false;
  std::string wanted_;  ///< the assessment that was chosen; empty: the newest open one
  std::shared_ptr<const OpenAssessment> assessment_;
  std::int64_t seen_ = 0;                   ///< the file's version that the last Study was made from
  std::unique_ptr<AnswerScoring> answers_;  ///< since the last full scoring
  Study last_;
};

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
// The project file: one SQLite database that holds all of an organisation's assessments, with their history.
//
// The truth is an append-only log: each user action is one entry that names, per cell, the hash of what was
// there and of what is there now; the contents lie apart, so that personal text can be erased without
// breaking the chain. What the functions below read is a projection of that log. One Project per thread;
// several processes may open one file, and one writes at a time (kBusy after waiting five seconds). Nothing
// else in the process may open the file while a Project has it: closing any descriptor of it drops its locks
// (POSIX).
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answers/records.hpp"
#include "answers/tally.hpp"
#include "base/message.hpp"
#include "base/result.hpp"

namespace orienta {

struct ProjectInfo {
  std::string organisation;         ///< its name, as the user gave it
  std::uint64_t minimum_group = 5;  ///< anonymous sources below it are withheld
  std::string note;  ///< where the data come from, or that they are invented: printed with every result
  bool operator==(const ProjectInfo&) const = default;
};

struct Person {
  PersonId id;
  std::string name;  ///< empty once forgotten
};

/// One action as it stands in the log.
struct LogEntry {
  std::string replica;
  std::uint64_t sequence = 0;  ///< from 1, per replica
  std::string at;              ///< UTC
  Message action;              ///< "store.action-…" with its arguments; never a name
  std::size_t cells = 0;       ///< how many it changed
  enum class Kind : std::uint8_t { kDo, kUndo, kRedo } kind = Kind::kDo;
  std::uint64_t of = 0;  ///< what an undo or redo is of
  bool undone = false;
  /// Of an entry that undo() or redo() has just made: how many newer actions stay, since their texts were
  /// erased.
  std::size_t passed_over = 0;
};

/// What undo() and redo() would look at first.
struct NextSteps {
  std::optional<Message> undo;
  std::optional<Message> redo;
};

/// A stored result: bytes that the app makes and reads (JSON), with its inputs by hash.
struct Snapshot {
  std::string id;
  AssessmentId assessment;
  std::string body;
};

/// A sheet that is rebuilt from a unit's answers and measures: derived, not in the log.
struct SheetPlace {
  AssessmentId assessment;
  UnitId unit;
  SetId set;
};

class Change;

class Project {
 public:
  enum class Access : std::uint8_t { kRead, kWrite };

  /// A new file. kConflict when something is there already.
  static Result<Project> create(const std::filesystem::path& file, const ProjectInfo& info);
  /// kNotFound; kCorrupt (not a project, truncated, damaged: which check failed); kNewer (by which program
  /// version); kRefused (read-only file or folder, with kWrite); kBusy. An older file is migrated when opened
  /// for writing, after a copy `<file>.backup-v<n>` was written; reading it is kRefused. A link is kRefused.
  /// Reading changes nothing, but takes back what an interrupted writer left half done, and brings home what
  /// one left beside the file.
  static Result<Project> open(const std::filesystem::path& file, Access access);

  ~Project();
  Project(Project&&) noexcept;
  Project& operator=(Project&&) noexcept;

  /// Leaves one file without companions, unless another program has it open. Also done on destruction, where
  /// it cannot report.
  Status close();

  const std::filesystem::path& file() const;

  /// Whether the file at file() is still the one that was opened. When it is not, what is open here can be
  /// read and copied, and nothing is written any more (kConflict).
  enum class Presence : std::uint8_t { kThere, kReplaced, kGone };
  Presence presence() const;
  /// All that this project holds as a new file. kConflict when something is there already; kNotFound,
  /// kRefused, kNoSpace.
  Status save_copy(const std::filesystem::path& copy) const;

  // ---- reading
  // ----------------------------------------------------------------------------------------------------------
  Result<ProjectInfo> info() const;
  Result<std::vector<Assessment>> assessments() const;  ///< in the order they were made
  Result<std::string> set_text(const Hash& hash) const;
  /// All answers, or of one unit, or of one unit and set; by key.
  Result<std::vector<Answer>> answers(const AssessmentId& assessment, const std::optional<UnitId>& unit = {},
                                      const std::optional<SetId>& set = {}) const;
  Result<std::optional<Answer>> answer(const AssessmentId& assessment, const AnswerKey& key) const;
  Result<std::vector<MeasureFigure>> measures(const AssessmentId& assessment,
                                              const std::optional<UnitId>& unit = {}) const;
  Result<std::vector<Wave>> waves(const AssessmentId& assessment) const;
  Result<std::vector<Evidence>> evidence() const;
  Result<std::vector<Finding>> findings(const AssessmentId& assessment) const;
  Result<std::vector<Person>> persons() const;
  Result<std::vector<Snapshot>> snapshots(const AssessmentId& assessment) const;
  Result<std::string> payload(const Hash& hash) const;

  /// The stored sheets of an assessment's set, merged per unit over its waves and the sheet rebuilt from
  /// answers and measures; called once per unit that has any of these, by ascending unit id. `stale` says
  /// that answers or measures changed and nobody rebuilt the sheet: the rebuilt part is missing then, and the
  /// caller tallies the unit's answers itself. With `only`, of that unit alone.
  Status each_sheet(const AssessmentId& assessment, const SetId& set,
                    const std::shared_ptr<const TallyLayout>& layout,
                    const std::function<Status(const UnitId&, TallySheet&, bool stale)>& take,
                    const std::optional<UnitId>& only = {}) const;
  /// The same of one survey wave alone, in the layout of its set as it is now.
  Status each_wave_sheet(const AssessmentId& assessment, const Wave& wave,
                         const std::shared_ptr<const TallyLayout>& layout,
                         const std::function<Status(const UnitId&, TallySheet&)>& take,
                         const std::optional<UnitId>& only = {}) const;

  /// Contents by what names them, for stored results: the hash of an assessment's record as it is now, and
  /// the record of a hash.
  Result<Hash> assessment_hash(const AssessmentId& assessment) const;
  Result<Assessment> assessment_of(const Hash& hash) const;

  // ---- history
  // ----------------------------------------------------------------------------------------------------------
  Result<std::vector<LogEntry>> log() const;  ///< newest first
  /// Appends the inverse of the newest own action that was not undone, passing over those that would bring an
  /// erased text back. kConflict (with what is in the way) when one of its cells changed since, kNotFound
  /// when there is nothing to undo, kRefused when all that is left was erased or the assessment is closed.
  Result<LogEntry> undo();
  Result<LogEntry> redo();
  /// The actions that undo() and redo() would begin with; nothing where there is none, or where the project
  /// is only read.
  Result<NextSteps> next_steps() const;
  /// A number that changes when another program has written to the file.
  Result<std::int64_t> outside_version() const;
  /// Sheets that are stale, and rebuilding them outside of an action (after undo and redo).
  Result<std::vector<SheetPlace>> stale_sheets() const;
  /// Call both without an action between: when another program changed something meanwhile, the sheets stay
  /// stale, and that is no error.
  Status put_sheets(const std::vector<std::pair<SheetPlace, TallySheet>>& sheets);
  /// Recomputes every hash of every chain, every content and the projection. The problems found; none: sound.
  Result<Problems> verify_log() const;

  // ---- writing
  // ----------------------------------------------------------------------------------------------------------
  /// Begins one user action. Takes the writer's lock at once; nothing is durable, or visible to others,
  /// before commit. What this Project reads meanwhile is the state with the change. One at a time: kBusy.
  Result<Change> begin(Message action);

  /// The key of a person of that name, made when there is none. Part of the change `within`. No name, no key.
  Result<PersonId> person(Change& within, std::string_view name);
  /// Erases the name, an employee unit's name (both read as empty then), and the comments and reasons of the
  /// answers that the person gave as assessor or, without one, as the unit about itself: also of earlier and
  /// undone answers. The chain stays valid, and no trace of the texts is left in the file; backups keep
  /// theirs. Cannot be undone. kNotFound. kBusy when another program reads just now: the texts are erased,
  /// and calling it again removes the traces.
  Status forget(const PersonId& person);

  struct Impl;  ///< inside the module only, as is the constructor
  explicit Project(std::unique_ptr<Impl> impl);

 private:
  std::unique_ptr<Impl> impl_;
};

/// One user action: all or nothing, durable when commit returns. Dropped without commit it leaves no trace.
/// Putting into an assessment that is not there is kNotFound; into a closed one kRefused, except snapshots,
/// which are results. kInput for ids with control characters or over 1024 bytes, and for texts that are not
/// UTF-8. After kNoSpace, kIo or kBusy everything is taken back and the change is over.
class Change {
 public:
  ~Change();
  Change(Change&&) noexcept;
  Change& operator=(Change&&) noexcept;

  Status put_info(const ProjectInfo& info);
  Status put_assessment(const Assessment& assessment);
  Status put_set(const Hash& hash, std::string_view text);  ///< kInput when it is not the text's hash
  Status put_answer(const AssessmentId& assessment, const Answer& answer);
  Status erase_answer(const AssessmentId& assessment, const AnswerKey& key);
  Status put_measure(const AssessmentId& assessment, const MeasureFigure& figure);
  Status erase_measure(const AssessmentId& assessment, const MeasureFigure& figure);  ///< of the same key
  Status put_evidence(const Evidence& evidence);
  Status put_finding(const AssessmentId& assessment, const Finding& finding);
  /// The layout's bytes are kept with it. kConflict when another wave of the same file hash and set is in the
  /// assessment already.
  Status put_wave(const AssessmentId& assessment, const Wave& wave, const TallyLayout& layout);
  Status put_wave_sheet(const AssessmentId& assessment, const std::string& wave, const UnitId& unit,
                        const TallySheet& sheet);
  Status put_snapshot(const Snapshot& snapshot);
  Result<Hash> put_payload(std::string_view bytes);

  /// The sheets that this change made stale. A change of one of a unit's answers or measures touches the
  /// unit's sheets of all sets of the assessment (an answer can serve several sets); a change of an
  /// assessment (its sets, units, as-of date) or of evidence touches every sheet of the assessments
  /// concerned. Call put_sheet for each before commit; those left out stay stale.
  Result<std::vector<SheetPlace>> touched() const;
  Status put_sheet(const SheetPlace& place, const TallySheet& sheet);

  /// How many cells differ from what was there. Equal contents are no change.
  std::size_t cells() const;
  /// Writes the entry and makes it durable. Without any changed cell nothing is written and no entry made:
  /// the one that is returned has sequence 0.
  Result<LogEntry> commit();

  struct Impl;  ///< inside the module only, as is the constructor
  explicit Change(std::unique_ptr<Impl> impl);

 private:
  friend class Project;
  std::unique_ptr<Impl> impl_;
};

}  // namespace orienta

// SPDX-License-Identifier: MIT
// What a Project and a Change hold. Inside the module only.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "store/database.hpp"
#include "store/project.hpp"
#include "store/schema.hpp"
#include "store/writer.hpp"

namespace orienta {

struct Project::Impl {
  std::filesystem::path file;
  Access access = Access::kRead;
  std::unique_ptr<store::Database> database;  ///< null once closed
  bool is_prepared = false;                   ///< for writing
  Change::Impl* open_change = nullptr;
  std::int64_t stale_after = 0;  ///< the entry that was next when stale sheets were listed; 0: never

  /// Runs `call(database)` with what it throws turned into an error; kUsage when the project is closed.
  template <class Call>
  auto run(Call&& call) -> decltype(call(*database)) {
    if (!database) return failure(ErrorKind::kUsage, msg("store.is-closed"), store::in_file(file));
    return database->guarded([&] { return call(*database); });
  }
  bool is_in_transaction() const { return database && database->in_transaction(); }
  /// Whether a transaction may begin now; makes the file ready for it.
  Status ready_to_write();
};

struct Change::Impl {
  Project::Impl* project = nullptr;  ///< null when the change is over
  std::filesystem::path file;
  Message action;
  std::unique_ptr<store::Transaction> transaction;
  std::unique_ptr<store::Writer> writer;
  std::set<AssessmentId> open_assessments;    ///< known to be open
  std::map<std::string, Wave> waves;          ///< by cell
  std::shared_ptr<const TallyLayout> layout;  ///< whose hash is the next
  Hash layout_hash;

  Impl() = default;
  ~Impl() { end(); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  /// Rolls back what was not committed, and lets the next change begin.
  void end();
  /// kUsage when it is over; else as Project::Impl::run, with the writer.
  template <class Call>
  auto run(Call&& call) -> decltype(call(*writer)) {
    // A full disk and its like take the whole transaction back by themselves.
    if (project != nullptr && !project->is_in_transaction()) end();
    if (project == nullptr)
      return failure(ErrorKind::kUsage, msg("store.change-is-over"), store::in_file(file));
    return project->run([&](store::Database&) { return call(*writer); });
  }
  /// kNotFound, or kRefused when it is closed.
  Status check_open(const AssessmentId& assessment);
  const Hash& hash_of_layout(const std::shared_ptr<const TallyLayout>& wanted);
  /// Sets the cell of that key, unless the key is an error.
  Status put(const Result<std::string>& key, std::string_view body);
};

namespace store {

/// The key of the person of that name, made when there is none.
std::string person_of(Database& database, const std::string& name);
/// The name, or "".
std::string name_of_person(Database& database, const std::string& key);

/// Reads an answer's own record and its note.
Answer read_answer(Database& database, const AnswerKey& key, std::string_view body);

/// A file of that schema; Project::create and Project::open use the current one.
Result<Project> open_project(const std::filesystem::path& file, Project::Access access, const Schema& schema);

}  // namespace store
}  // namespace orienta

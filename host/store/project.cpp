// SPDX-License-Identifier: MIT
// Making, opening and closing project files.
#include "store/project.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <system_error>

#include "base/hash.hpp"
#include "base/os.hpp"
#include "store/codec.hpp"
#include "store/keys.hpp"
#include "store/open_file.hpp"
#include "store/project_impl.hpp"

namespace orienta {

namespace fs = std::filesystem;

namespace {

/// A file that is being made, and its companions; removed unless it got its name.
class Unfinished {
 public:
  explicit Unfinished(fs::path path) : path_(std::move(path)) {}
  ~Unfinished() {
    std::error_code ignored;
    for (const char* ending : {"", "-journal", "-wal", "-shm"})
      fs::remove(path_.string() + ending, ignored);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Error is_there(const fs::path& file) {
  return fail(ErrorKind::kConflict, msg("store.exists"), store::in_file(file));
}

Status check_place(const fs::path& file) {
  std::error_code error;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const fs::file_type type = fs::symlink_status(file, error).type();
  if (type == fs::file_type::directory)
    return failure(ErrorKind::kInput, msg("store.is-a-folder"), store::in_file(file));
  if (type != fs::file_type::not_found && type != fs::file_type::none) return failure(is_there(file));
  if (!fs::is_directory(folder, error))
    return failure(ErrorKind::kNotFound, msg("store.folder-missing", {{"folder", folder.string()}}),
                   store::in_file(file));
  if (!os::may_write(folder))
    return failure(ErrorKind::kRefused, msg("store.read-only-folder"), store::in_file(file));
  return {};
}

Status fill(store::Database& database, const ProjectInfo& info) {
  store::Transaction transaction(database);
  store::Writer writer(database, store::ensure_replica(database));
  writer.set(std::string(store::keys::kInfo), store::encode(info));
  writer.finish(msg("store.action-info", {{"organisation", info.organisation}}));
  transaction.commit();
  return {};
}

/// An error that happened to the temporary file, as one of the file the user named.
Error renamed(const Error& error, const fs::path& file) {
  Problems problems;
  for (const Problem& problem : error.problems.kept())
    problems.add(problem.message, store::in_file(file), problem.severity);
  return {error.kind, std::move(problems)};
}

}  // namespace

Project::Project(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Project::Project(Project&&) noexcept = default;

Project& Project::operator=(Project&& other) noexcept {
  if (this != &other) {
    if (impl_) (void)close();
    impl_ = std::move(other.impl_);
  }
  return *this;
}

Project::~Project() {
  if (impl_) (void)close();
}

Result<Project> Project::create(const fs::path& file, const ProjectInfo& info) {
  if (Status place = check_place(file); !place) return failure(std::move(place.error()));
  // It gets its name when it is complete, so a half-made project is never met.
  const Unfinished made(file.string() + "." + random_id().substr(0, 8) + ".new");
  {
    auto database = store::make_file(made.path(), store::current_schema());
    if (!database) return failure(renamed(database.error(), file));
    const Status filled = (*database)->guarded([&] { return fill(**database, info); });
    if (!filled) return failure(renamed(filled.error(), file));
  }
  const Result<bool> moved = os::move_new_file(made.path(), file);
  if (!moved) return failure(moved.error());
  if (!*moved) return failure(is_there(file));
  return open(file, Access::kWrite);
}

Result<Project> store::open_project(const fs::path& file, Project::Access access, const Schema& schema) {
  auto database = open_file(file, access == Project::Access::kWrite, schema);
  if (!database) return failure(std::move(database.error()));
  auto impl = std::make_unique<Project::Impl>();
  impl->file = file;
  impl->access = access;
  impl->database = *std::move(database);
  return Project(std::move(impl));
}

Result<Project> Project::open(const fs::path& file, Access access) {
  return store::open_project(file, access, store::current_schema());
}

Status Project::close() {
  if (!impl_->database) return {};
  if (impl_->open_change != nullptr) impl_->open_change->end();
  Status settled;
  if (sqlite3_db_readonly(impl_->database->handle(), "main") == 0) {
    settled =
        impl_->run([](store::Database& database) -> Status { return store::settle(database), Status{}; });
  }
  const bool is_gone = presence() == Presence::kGone;
  impl_->database.reset();
  // Nothing can stand in their place: what is left of the journal would only be taken for a later file's.
  std::error_code ignored;
  for (const char* ending : {"-wal", "-shm"})
    if (is_gone) fs::remove(impl_->file.string() + ending, ignored);
  return settled;
}

Project::Presence Project::presence() const {
  if (!impl_->database || !store::has_moved(*impl_->database)) return Presence::kThere;
  std::error_code ignored;
  return fs::exists(impl_->file, ignored) ? Presence::kReplaced : Presence::kGone;
}

Status Project::save_copy(const fs::path& copy) const {
  if (Status place = check_place(copy); !place) return place;
  const Unfinished made(copy.string() + "." + random_id().substr(0, 8) + ".new");
  const Status written = impl_->run([&](store::Database& database) -> Status {
    database.release();
    database.execute("PRAGMA query_only=OFF");
    database.query("VACUUM INTO ?").bind(made.path().string()).run();
    if (impl_->access == Access::kRead) database.execute("PRAGMA query_only=ON");
    return {};
  });
  if (!written) return failure(renamed(written.error(), copy));
  const Result<bool> moved = os::move_new_file(made.path(), copy);
  if (!moved) return failure(moved.error());
  if (!*moved) return failure(is_there(copy));
  return {};
}

const fs::path& Project::file() const {
  return impl_->file;
}

Status Project::Impl::ready_to_write() {
  if (access != Access::kWrite)
    return failure(ErrorKind::kUsage, msg("store.opened-for-reading"), store::in_file(file));
  if (open_change != nullptr)
    return failure(ErrorKind::kBusy, msg("store.change-is-open"), store::in_file(file));
  if (database && store::has_moved(*database)) return failure(store::file_moved(file));
  if (is_prepared) return {};
  return run([this](store::Database& open) -> Status {
    store::prepare_to_write(open);
    is_prepared = true;
    return {};
  });
}

Result<Change> Project::begin(Message action) {
  if (Status ready = impl_->ready_to_write(); !ready) return failure(std::move(ready.error()));
  return impl_->run([&](store::Database& database) -> Result<Change> {
    auto change = std::make_unique<Change::Impl>();
    change->file = impl_->file;
    change->action = std::move(action);
    change->transaction = std::make_unique<store::Transaction>(database);
    change->writer = std::make_unique<store::Writer>(database, store::ensure_replica(database));
    change->project = impl_.get();
    impl_->open_change = change.get();
    return Change(std::move(change));
  });
}

}  // namespace orienta

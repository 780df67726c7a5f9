// SPDX-License-Identifier: MIT
// Files that are no project, or cannot be opened as wanted: one clear error each.
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <functional>

#include "store/open_file.hpp"
#include "store/projects.hpp"

using namespace orienta;
using namespace orienta::test;
namespace fs = std::filesystem;

namespace {

using Access = Project::Access;

void check_both(const fs::path& file, ErrorKind kind, const std::string& code) {
  for (const Access access : {Access::kRead, Access::kWrite}) {
    const auto opened = Project::open(file, access);
    CHECK(error_of(opened) == code);
    CHECK(opened.error().kind == kind);
    CHECK(opened.error().problems.kept().at(0).where.file == file.string());
  }
}

void sql(const fs::path& file, const std::string& statements) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
  char* words = nullptr;
  const int code = sqlite3_exec(database, statements.c_str(), nullptr, nullptr, &words);
  INFO((words != nullptr ? words : ""));
  CHECK(code == SQLITE_OK);
  sqlite3_free(words);
  sqlite3_close(database);
}

/// Runs `act` as a user without privileges, who may not write what is read-only; its exit code.
int as_ordinary_user(const std::function<int()>& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr unsigned kNobody = 65534;
    if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(99);
    ::_exit(act());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// 0 when the result is this error.
template <class T>
int is(const Result<T>& result, const std::string& code) {
  return !result && codes(result.error()) == code ? 0 : 1;
}

constexpr auto kReadOnlyFile = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
constexpr auto kReadOnlyFolder =
    kReadOnlyFile | fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
constexpr auto kOpenFolder = fs::perms::all;

}  // namespace

TEST_CASE("what is not a project is named for what it is", "[store]") {
  const TempFolder folder;
  check_both(folder / "none.orienta", ErrorKind::kNotFound, "store.missing");
  check_both(folder / "none/a.orienta", ErrorKind::kNotFound, "store.folder-missing");
  check_both(folder.path(), ErrorKind::kInput, "store.is-a-folder");
  check_both(folder.write("empty", ""), ErrorKind::kCorrupt, "store.empty-file");
  check_both(folder.write("a.csv", "unit,value\nnorth,5\n"), ErrorKind::kCorrupt, "store.is-text");
  check_both(folder.write("a.xlsx", "PK\x03\x04 and so on"), ErrorKind::kCorrupt, "store.is-zip");
  check_both(folder.write("a.pdf", "%PDF-1.7 \x01"), ErrorKind::kCorrupt, "store.is-pdf");
  check_both(folder.write("a.bin", std::string(5000, '\x01')), ErrorKind::kCorrupt, "store.is-other");
  check_both(folder.write("short", "SQLite format 3"), ErrorKind::kCorrupt, "store.truncated");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  check_both(folder / "pipe", ErrorKind::kInput, "store.not-a-file");
}

TEST_CASE("a link to a project is refused, a folder behind a link is not", "[store]") {
  const TempFolder folder;
  fs::create_directory(folder / "real");
  ok(new_project(folder / "real/a.orienta").close());
  fs::create_symlink(folder / "real/a.orienta", folder / "link.orienta");
  check_both(folder / "link.orienta", ErrorKind::kRefused, "store.is-a-link");
  fs::create_directory_symlink(folder / "real", folder / "linked");
  CHECK(Project::open(folder / "linked/a.orienta", Access::kRead).has_value());
}

TEST_CASE("a database of another program is not touched", "[store]") {
  const TempFolder folder;
  sql(folder / "other.db", "CREATE TABLE t (x); INSERT INTO t VALUES (1)");
  const std::string before = read_text(folder / "other.db");
  check_both(folder / "other.db", ErrorKind::kCorrupt, "store.other-program");
  CHECK(read_text(folder / "other.db") == before);
}

TEST_CASE("a newer project is refused with the version that wrote it", "[store]") {
  const TempFolder folder;
  ok(new_project(folder / "a.orienta").close());
  sql(folder / "a.orienta", "UPDATE meta SET value='7.1.0' WHERE key='program'; PRAGMA user_version=9");
  check_both(folder / "a.orienta", ErrorKind::kNewer, "store.newer");
  const auto opened = Project::open(folder / "a.orienta", Access::kRead);
  CHECK(opened.error().problems.kept().at(0).message ==
        msg("store.newer", {{"format", 9}, {"program", "7.1.0"}}));
}

TEST_CASE("tables, views and triggers that are not ours are refused", "[store]") {
  const TempFolder folder;
  ok(new_project(folder / "a.orienta").close());
  const std::string sound = read_text(folder / "a.orienta");
  for (const char* change :
       {"CREATE TRIGGER t AFTER INSERT ON cell BEGIN DELETE FROM log; END", "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more (x)", "DROP TABLE person", "ALTER TABLE log ADD COLUMN more TEXT"}) {
    INFO(change);
    write_text(folder / "a.orienta", sound);
    sql(folder / "a.orienta", change);
    check_both(folder / "a.orienta", ErrorKind::kCorrupt, "store.damaged");
  }
}

TEST_CASE("reading changes neither the file nor its folder", "[store]") {
  const TempFolder folder;
  ok(new_project(folder / "a.orienta").close());
  const std::string before = read_text(folder / "a.orienta");
  {
    const Project project = ok(Project::open(folder / "a.orienta", Access::kRead));
    CHECK(ok(project.assessments()).size() == 1);
    check_sound(project);
  }
  CHECK(read_text(folder / "a.orienta") == before);
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("read-only files and folders can be read, and say why they cannot be written", "[store]") {
  const TempFolder folder;
  fs::permissions(folder.path(), kOpenFolder);
  const fs::path file = folder / "a.orienta";
  ok(new_project(file).close());
  fs::permissions(file, kReadOnlyFile);
  const auto read = [&] {
    return Project::open(file, Access::kRead).and_then([](Project p) { return p.info(); });
  };
  CHECK(as_ordinary_user([&] { return read() ? 0 : 1; }) == 0);
  CHECK(as_ordinary_user([&] { return is(Project::open(file, Access::kWrite), "store.read-only"); }) == 0);

  fs::permissions(file, kReadOnlyFile | fs::perms::others_write | fs::perms::owner_write);
  fs::permissions(folder.path(), kReadOnlyFolder);
  CHECK(as_ordinary_user([&] { return read() ? 0 : 1; }) == 0);
  CHECK(as_ordinary_user([&] { return is(Project::open(file, Access::kWrite), "store.read-only-folder"); }) ==
        0);
  CHECK(as_ordinary_user([&] {
          return is(Project::create(folder / "b.orienta", sample_info()), "store.read-only-folder");
        }) == 0);
  fs::permissions(file, fs::perms::owner_read);
  if (::geteuid() == 0) CHECK(as_ordinary_user([&] { return is(read(), "store.not-readable"); }) == 0);
  fs::permissions(folder.path(), kOpenFolder);
}

TEST_CASE("a project that was left in write-ahead mode is read in a read-only folder", "[store]") {
  const TempFolder folder;
  const fs::path file = folder / "a # 100% b.orienta";
  ok(new_project(file).close());
  sql(file, "PRAGMA journal_mode=WAL");
  fs::permissions(folder.path(), kReadOnlyFolder);
  CHECK(as_ordinary_user([&] {
          const auto project = Project::open(file, Access::kRead);
          return project && project->info() ? 0 : 1;
        }) == 0);
  fs::permissions(folder.path(), kOpenFolder);
}

TEST_CASE("a file from another machine gets a replica of its own, and undo leaves the other's actions",
          "[store]") {
  const TempFolder folder;
  ok(new_project(folder / "a.orienta").close());
  sql(folder / "a.orienta", "UPDATE replica SET machine='elsewhere'");
  Project project = ok(Project::open(folder / "a.orienta", Access::kWrite));
  CHECK(error_of(project.undo()) == "store.nothing-to-undo");
  const LogEntry entry = answer(project, sample_answer("q1"));
  CHECK(entry.sequence == 1);
  CHECK(entry.replica != ok(project.log()).back().replica);
  ok(project.undo());
  CHECK(error_of(project.undo()) == "store.nothing-to-undo");
  check_sound(project);
}

TEST_CASE("undo and redo stop where another replica has changed the cell", "[store]") {
  const TempFolder folder;
  {
    Project project = new_project(folder / "a.orienta");
    answer(project, sample_answer("q1", "yes"));
  }
  sql(folder / "a.orienta", "UPDATE replica SET machine='x' || machine");
  {
    Project project = ok(Project::open(folder / "a.orienta", Access::kWrite));
    answer(project, sample_answer("q1", "no"));
  }
  // Back on the first machine: its chain goes on.
  sql(folder / "a.orienta",
      "UPDATE replica SET machine='y' || machine WHERE machine NOT LIKE 'x%';"
      "UPDATE replica SET machine=substr(machine, 2) WHERE machine LIKE 'x%'");
  Project project = ok(Project::open(folder / "a.orienta", Access::kWrite));
  const auto conflict = project.undo();
  CHECK(error_of(conflict) == "store.changed-since");
  CHECK(conflict.error().kind == ErrorKind::kConflict);
  CHECK(ok(project.answers(kAssessment)).at(0).point == "no");
  check_sound(project);
}

namespace {

constexpr std::string_view kOldTables[] = {"CREATE TABLE old (x TEXT) STRICT"};
constexpr std::string_view kNewTables[] = {
    "CREATE TABLE old (x TEXT) STRICT", "CREATE TABLE young (y TEXT) STRICT",
    "CREATE TABLE meta (key TEXT, value TEXT) STRICT", "CREATE TABLE replica (id TEXT, machine TEXT) STRICT",
    "CREATE TABLE log (id INTEGER PRIMARY KEY, replica TEXT) STRICT"};
constexpr store::Step kSteps[] = {
    {1, "CREATE TABLE young (y TEXT) STRICT; CREATE TABLE meta (key TEXT, value TEXT) STRICT"},
    {2,
     "CREATE TABLE replica (id TEXT, machine TEXT) STRICT; CREATE TABLE log (id INTEGER PRIMARY KEY, replica "
     "TEXT) STRICT; "
     "INSERT INTO young SELECT x || '!' FROM old"}};
constexpr store::Schema kNew{3, kNewTables, kSteps};

fs::path old_file(const TempFolder& folder) {
  sql(folder / "a.orienta", std::string(kOldTables[0]) +
                                "; INSERT INTO old VALUES ('kept'); PRAGMA application_id=" +
                                std::to_string(store::kApplicationId) + "; PRAGMA user_version=1");
  return folder / "a.orienta";
}

std::string value(const fs::path& file, const char* query) {
  return SQLite::Database(file.string()).execAndGet(query).getString();
}

}  // namespace

TEST_CASE("an older file is copied, then taken to the present form step by step", "[store]") {
  const TempFolder folder;
  const fs::path file = old_file(folder);
  folder.write("a.orienta.backup-v1", "an earlier backup");
  REQUIRE(store::open_file(file, true, kNew).has_value());
  CHECK(value(file, "SELECT y FROM young") == "kept!");
  CHECK(value(file, "PRAGMA user_version") == "3");
  CHECK(read_text(folder / "a.orienta.backup-v1") == "an earlier backup");
  CHECK(value(folder / "a.orienta.backup-v1-2", "PRAGMA user_version") == "1");
  CHECK(value(folder / "a.orienta.backup-v1-2", "SELECT x FROM old") == "kept");
}

TEST_CASE("reading an older file says that it must be opened for writing once", "[store]") {
  const TempFolder folder;
  const fs::path file = old_file(folder);
  const auto opened = store::open_file(file, false, kNew);
  CHECK(error_of(opened) == "store.older");
  CHECK(value(file, "PRAGMA user_version") == "1");
}

TEST_CASE("a migration that fails leaves the file as it was", "[store]") {
  const TempFolder folder;
  const fs::path file = old_file(folder);
  constexpr store::Step kBroken[] = {{1, kSteps[0].sql}, {2, "CREATE TABLE young (z TEXT)"}};
  const std::string before = read_text(file);
  CHECK_FALSE(store::open_file(file, true, {3, kNewTables, kBroken}).has_value());
  CHECK(read_text(file) == before);
  CHECK_FALSE(store::open_file(file, true, {3, kNewTables, {}}).has_value());
  CHECK(read_text(file) == before);
}

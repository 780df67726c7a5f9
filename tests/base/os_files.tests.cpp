// SPDX-License-Identifier: MIT
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cerrno>
#include <csignal>
#include <iterator>

#include "base/os.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using test::read_text;
using test::TempFolder;

namespace {

constexpr std::size_t kLimit = 1000;

std::string code_of_error(const Error& error) {
  return error.problems.kept().front().message.code;
}

auto entries_in(const TempFolder& folder) {
  return std::distance(std::filesystem::directory_iterator(folder.path()), {});
}

/// How write_file ends in a process that was prepared in some way: 0, or 1 + the kind of the error.
template <class Prepare>
int written_elsewhere(const std::filesystem::path& path, std::string_view bytes, Prepare prepare) {
  const pid_t child = ::fork();
  if (child == 0) {
    prepare();
    const auto status = os::write_file(path, bytes);
    ::_exit(status ? 0 : 1 + static_cast<int>(status.error().kind));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

constexpr int ended_as(ErrorKind kind) {
  return 1 + static_cast<int>(kind);
}

int write_where_files_are_short(const std::filesystem::path& path, std::string_view bytes) {
  return written_elsewhere(path, bytes, [] {
    const struct rlimit limit { 100, 100 };
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, SIG_IGN);
  });
}

}  // namespace

TEST_CASE("a file is read whole, whatever its bytes", "[base]") {
  const TempFolder folder;
  std::string bytes = "первая\r\n";
  bytes += '\0';
  bytes += '\xFF';
  folder.write("a", bytes);
  CHECK(os::read_file(folder / "a", kLimit) == bytes);
  folder.write("empty", "");
  CHECK(os::read_file(folder / "empty", 0) == "");
}

TEST_CASE("a file of exactly the limit is read and one byte more is refused", "[base]") {
  const TempFolder folder;
  folder.write("a", std::string(kLimit, 'x'));
  CHECK(os::read_file(folder / "a", kLimit)->size() == kLimit);
  const auto refused = os::read_file(folder / "a", kLimit - 1);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kLimit);
}

TEST_CASE("the limit holds for files that do not tell their size", "[base]") {
  REQUIRE(std::filesystem::file_size("/proc/self/maps") == 0);
  CHECK(os::read_file("/proc/self/maps", 1u << 20)->size() > kLimit);
  CHECK(os::read_file("/proc/self/maps", 10).error().kind == ErrorKind::kLimit);
}

TEST_CASE("what is missing or is no file is told apart", "[base]") {
  const TempFolder folder;
  const auto missing = os::read_file(folder / "missing.csv", kLimit);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == ErrorKind::kNotFound);
  CHECK(missing.error().problems.kept().front().where.file == (folder / "missing.csv").string());

  folder.write("a", "");
  CHECK(os::read_file(folder / "a" / "b", kLimit).error().kind == ErrorKind::kNotFound);

  const auto is_folder = os::read_file(folder.path(), kLimit);
  REQUIRE_FALSE(is_folder);
  CHECK(is_folder.error().kind == ErrorKind::kInput);
  CHECK(code_of_error(is_folder.error()) == "base.is-a-folder");

  const auto device = os::read_file("/dev/zero", kLimit);
  REQUIRE_FALSE(device);
  CHECK(code_of_error(device.error()) == "base.not-a-file");
}

TEST_CASE("a pipe that nobody writes to is refused at once", "[base]") {
  const TempFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const auto pipe = os::read_file(folder / "pipe", kLimit);
  REQUIRE_FALSE(pipe);
  CHECK(pipe.error().kind == ErrorKind::kInput);
  CHECK(os::write_file(folder / "pipe", "x").error().kind == ErrorKind::kInput);
}

TEST_CASE("a written file is read back and nothing else is left", "[base]") {
  const TempFolder folder;
  REQUIRE(os::write_file(folder / "a", "first"));
  REQUIRE(os::write_file(folder / "a", "second"));
  CHECK(read_text(folder / "a") == "second");
  CHECK(entries_in(folder) == 1);
  REQUIRE(os::write_file(folder / "empty", ""));
  CHECK(std::filesystem::file_size(folder / "empty") == 0);
}

TEST_CASE("replacing a file keeps its permissions and follows a link", "[base]") {
  const TempFolder folder;
  folder.write("real", "old");
  REQUIRE(::chmod((folder / "real").c_str(), 0640) == 0);
  std::filesystem::create_symlink("real", folder / "link");
  REQUIRE(os::write_file(folder / "link", "new"));
  CHECK(std::filesystem::is_symlink(folder / "link"));
  CHECK(read_text(folder / "real") == "new");
  CHECK(static_cast<unsigned>(std::filesystem::status(folder / "real").permissions()) == 0640);
}

TEST_CASE("a name as long as names can be is written", "[base]") {
  const TempFolder folder;
  REQUIRE(os::write_file(folder / std::string(255, 'n'), "x"));
  const auto longer = os::write_file(folder / std::string(256, 'n'), "x");
  REQUIRE_FALSE(longer);
  CHECK(code_of_error(longer.error()) == "base.bad-name");
  CHECK(entries_in(folder) == 1);
}

TEST_CASE("a file without a folder goes to the current one", "[base]") {
  const TempFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  const auto status = os::write_file("a", "x");
  std::filesystem::current_path(before);
  CHECK(status);
  CHECK(read_text(folder / "a") == "x");
}

TEST_CASE("writing to a folder that is missing or in the place of one fails", "[base]") {
  const TempFolder folder;
  CHECK(os::write_file(folder / "missing" / "a", "x").error().kind == ErrorKind::kNotFound);
  CHECK(code_of_error(os::write_file(folder.path(), "x").error()) == "base.is-a-folder");
  CHECK(entries_in(folder) == 0);
}

TEST_CASE("a read-only folder is an error that leaves the file as it was", "[base]") {
  const TempFolder folder;
  folder.write("a", "old");
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  const int ended = written_elsewhere(folder / "a", "new", [] {
    // Root may write everywhere.
    constexpr uid_t kNobody = 65534;
    if (::geteuid() == 0 && ::setuid(kNobody) != 0) ::_exit(100);
  });
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
  CHECK(ended == ended_as(ErrorKind::kIo));
  CHECK(read_text(folder / "a") == "old");
  CHECK(entries_in(folder) == 1);
}

TEST_CASE("when the bytes do not fit the file stays as it was", "[base]") {
  const TempFolder folder;
  folder.write("a", "old");
  constexpr int no_space = ended_as(ErrorKind::kNoSpace);
  CHECK(write_where_files_are_short(folder / "a", std::string(101, 'x')) == no_space);
  CHECK(write_where_files_are_short(folder / "new", std::string(5000, 'x')) == no_space);
  CHECK(read_text(folder / "a") == "old");
  CHECK(entries_in(folder) == 1);
  CHECK(write_where_files_are_short(folder / "a", std::string(100, 'x')) == 0);
  CHECK(read_text(folder / "a").size() == 100);
}

TEST_CASE("a device is not replaced by a file", "[base]") {
  CHECK(os::write_file("/dev/null", "x").error().kind == ErrorKind::kInput);
  CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("errors of the system have kinds that a caller can act on", "[base]") {
  const auto kind = [](int code) { return os::error_from_errno(code, "a").kind; };
  CHECK(kind(ENOENT) == ErrorKind::kNotFound);
  CHECK(kind(ENOSPC) == ErrorKind::kNoSpace);
  CHECK(kind(EDQUOT) == ErrorKind::kNoSpace);
  CHECK(kind(EBUSY) == ErrorKind::kBusy);
  CHECK(kind(EACCES) == ErrorKind::kIo);
  CHECK(kind(EIO) == ErrorKind::kIo);
  const Error rare = os::error_from_errno(EIO, "a");
  CHECK(*rare.problems.kept().front().message.find("errno") == Argument(EIO));
}

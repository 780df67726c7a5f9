// SPDX-License-Identifier: MIT
// Files: reading with a limit, writing all or nothing, and errors in the system's own words.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/hash.hpp"
#include "base/os.hpp"

namespace orienta::os {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return number_; }
  bool ok() const { return number_ >= 0; }
  /// False when the system reports only now that something was not written.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

/// Removes an unfinished file.
class Unfinished {
 public:
  explicit Unfinished(const std::filesystem::path& path) : path_(path) {}
  ~Unfinished() {
    if (!kept_) ::unlink(path_.c_str());
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  void keep() { kept_ = true; }

 private:
  const std::filesystem::path& path_;
  bool kept_ = false;
};

Where in_file(const std::filesystem::path& path) {
  return {path.string()};
}

/// What cannot be read or replaced as a file.
std::optional<Error> refused(const struct stat& status, const std::filesystem::path& path) {
  if (S_ISREG(status.st_mode)) return std::nullopt;
  if (S_ISDIR(status.st_mode)) return fail(ErrorKind::kInput, msg("base.is-a-folder"), in_file(path));
  return fail(ErrorKind::kInput, msg("base.not-a-file"), in_file(path));
}

template <class Call>
auto retried(Call call) {
  auto done = call();
  while (done < 0 && errno == EINTR)
    done = call();
  return done;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = retried([&] { return ::write(file, bytes.data(), bytes.size()); });
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Makes the new name last through a power cut. Some file systems cannot do it, and then there is nothing
/// better to do.
bool sync_folder(const std::filesystem::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return !opened.ok() || ::fsync(opened.get()) == 0 || errno != EIO;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit) {
  // Opening a pipe that nobody writes to would wait for ever.
  const Descriptor file(
      retried([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY); }));
  struct stat status {};
  if (!file.ok() || ::fstat(file.get(), &status) != 0) return failure(error_from_errno(errno, path));
  if (auto error = refused(status, path)) return failure(*std::move(error));

  // The size is a hint only: the file may grow meanwhile. One byte more than expected finds the end in one
  // call.
  const auto expected = static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0));
  if (expected > limit) return failure(too_large(limit, path));
  std::string bytes(static_cast<std::size_t>(expected) + 1, '\0');
  std::size_t size = 0;
  while (true) {
    const auto got = retried([&] { return ::read(file.get(), bytes.data() + size, bytes.size() - size); });
    if (got < 0) return failure(error_from_errno(errno, path));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > limit) return failure(too_large(limit, path));
    if (size == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(size);
  return bytes;
}

Status write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::error_code no_link;
  std::filesystem::path target = std::filesystem::canonical(path, no_link);
  if (no_link) target = path;
  const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";

  struct stat old {};
  const bool replaces = ::stat(target.c_str(), &old) == 0;
  if (replaces)
    if (auto error = refused(old, path)) return failure(*std::move(error));

  // The name does not contain the target's, which may already be as long as names can be.
  const std::filesystem::path unfinished_path = folder / (".orienta-" + random_id());
  Descriptor file(::open(unfinished_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file.ok()) return failure(error_from_errno(errno, path));
  Unfinished unfinished(unfinished_path);
  if (replaces && ::fchmod(file.get(), old.st_mode & 0777) != 0)
    return failure(error_from_errno(errno, path));
  if (!write_all(file.get(), bytes) || retried([&] { return ::fsync(file.get()); }) != 0 || !file.close())
    return failure(error_from_errno(errno, path));
  if (::rename(unfinished_path.c_str(), target.c_str()) != 0) return failure(error_from_errno(errno, path));
  unfinished.keep();
  if (!sync_folder(folder)) return failure(error_from_errno(errno, path));
  return {};
}

Error error_from_errno(int code, const std::filesystem::path& path) {
  const Where where = in_file(path);
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return fail(ErrorKind::kNotFound, msg("base.not-found"), where);
    case EACCES:
    case EPERM:
      return fail(ErrorKind::kIo, msg("base.not-permitted"), where);
    case EROFS:
      return fail(ErrorKind::kIo, msg("base.read-only-disk"), where);
    case ENOSPC:
    case EDQUOT:
      return fail(ErrorKind::kNoSpace, msg("base.no-space"), where);
    case EFBIG:
      return fail(ErrorKind::kNoSpace, msg("base.too-large-for-disk"), where);
    case EBUSY:
    case EAGAIN:
    case ETXTBSY:
      return fail(ErrorKind::kBusy, msg("base.busy"), where);
    case EISDIR:
      return fail(ErrorKind::kInput, msg("base.is-a-folder"), where);
    case ENAMETOOLONG:
    case EINVAL:
      return fail(ErrorKind::kInput, msg("base.bad-name"), where);
    default:
      break;
  }
  return fail(ErrorKind::kIo,
              msg("base.io", {{"reason", std::generic_category().message(code)}, {"errno", code}}), where);
}

Error too_large(std::uint64_t limit, const std::filesystem::path& path) {
  constexpr double kMebibyte = 1 << 20;
  return fail(ErrorKind::kLimit,
              msg("base.file-too-large", {{"mebibytes", static_cast<double>(limit) / kMebibyte}}),
              in_file(path));
}

}  // namespace orienta::os

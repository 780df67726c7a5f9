// SPDX-License-Identifier: MIT
// What a place on the disk allows, and putting a finished file there.
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

#include "base/os.hpp"

namespace orienta::os {
namespace {

constexpr long kCifs = 0xff534d42;
constexpr long kSmb2 = 0xfe534d42;
constexpr long kFuse = 0x65735546;  // sshfs and its like; a local one loses only a little speed
constexpr long kNinePlan = V9FS_MAGIC;

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

bool sync_folder(const std::filesystem::path& folder) {
  const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) return true;
  const bool done = ::fsync(opened) == 0 || errno != EIO;
  ::close(opened);
  return done;
}

}  // namespace

bool may_write(const std::filesystem::path& place) {
  return ::access(place.c_str(), W_OK) == 0;
}

bool is_on_network(const std::filesystem::path& place) {
  struct statfs found {};
  if (::statfs(place.c_str(), &found) != 0) return false;
  constexpr std::array<long, 7> kNetworks = {NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, kCifs,          kSmb2,
                                             kFuse,           kNinePlan,       AFS_SUPER_MAGIC};
  return std::find(kNetworks.begin(), kNetworks.end(), static_cast<long>(found.f_type)) != kNetworks.end();
}

Result<bool> move_new_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  int code = ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0 ? 0 : errno;
  if (code == EINVAL || code == ENOSYS) {
    // This file system cannot refuse to replace: look first, which leaves a moment between.
    code = ::access(to.c_str(), F_OK) == 0 ? EEXIST : 0;
    if (code == 0 && ::rename(from.c_str(), to.c_str()) != 0) code = errno;
  }
  if (code == EEXIST) return false;
  if (code != 0) return failure(error_from_errno(code, to));
  if (!sync_folder(folder_of(to))) return failure(error_from_errno(EIO, to));
  return true;
}

}  // namespace orienta::os

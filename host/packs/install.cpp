// SPDX-License-Identifier: MIT
// The folder of a set is made beside its place under a hidden name, which no search finds, and then renamed.
#include <algorithm>
#include <system_error>

#include "base/os.hpp"
#include "packs/pack.hpp"

namespace orienta {
namespace {

namespace fs = std::filesystem;

/// Removes what is at a place unless it was moved on.
class Temporary {
 public:
  explicit Temporary(fs::path path) : path_(std::move(path)) {}
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

Status moved(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  return error ? failure(os::error_from_errno(error.value(), to)) : Status();
}

Status made(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  return error ? failure(os::error_from_errno(error.value(), folder)) : Status();
}

Status write_all(const Pack& pack, const fs::path& folder) {
  for (const PackFile& file : pack.files) {
    const fs::path place = folder / file.path;
    if (Status there = made(place.parent_path()); !there) return there;
    if (Status written = os::write_file(place, file.bytes); !written) return written;
  }
  return {};
}

/// What lies at the place now. A folder that cannot be read as a set is there all the same.
struct There {
  bool is_same = false;
  std::string version;
};

There look_at(const fs::path& folder, const Pack& pack) {
  const auto now = read_pack_folder(folder);
  if (!now) return {false, "?"};
  return {now->files == pack.files, now->set.version};
}

}  // namespace

Result<Installed> install_pack(const Pack& pack, const fs::path& criteria, bool replace) {
  Installed installed{criteria / pack.set.id.value, {}, false};
  std::error_code ignored;
  const bool is_there = fs::exists(fs::symlink_status(installed.folder, ignored));
  if (is_there) {
    const There there = look_at(installed.folder, pack);
    installed.before = there.version;
    installed.unchanged = there.is_same;
    if (there.is_same) return installed;
    if (!replace)
      return failure(
          ErrorKind::kConflict,
          msg("packs.is-there",
              {{"set", pack.set.id.value}, {"there", there.version}, {"version", pack.set.version}}),
          {installed.folder.string()});
  }
  const Temporary fresh(criteria / (".installing-" + random_id()));
  const Temporary old(criteria / (".replaced-" + random_id()));
  if (Status there = made(fresh.path()); !there) return failure(std::move(there.error()));
  if (Status written = write_all(pack, fresh.path()); !written) return failure(std::move(written.error()));
  if (is_there)
    if (Status aside = moved(installed.folder, old.path()); !aside) return failure(std::move(aside.error()));
  if (Status done = moved(fresh.path(), installed.folder); !done) {
    if (is_there) (void)moved(old.path(), installed.folder);
    return failure(std::move(done.error()));
  }
  return installed;
}

}  // namespace orienta

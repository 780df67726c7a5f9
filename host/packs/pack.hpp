// SPDX-License-Identifier: MIT
// A pack: one file with a criteria set, its samples and the hashes of all of it, to be sent to somebody and
// installed there.
//
// It is a zip archive of `pack.json` ({"orienta-pack": 1, "set", "version", "files": [{"path", "bytes",
// "hash"}]}) and those files, `set.yaml` among them. Nothing in a pack is believed: see open_pack.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/reader.hpp"
#include "packs/zip.hpp"

namespace orienta {

inline constexpr std::size_t kPackBytes = 64u << 20;  ///< of the archive, and of its files together
inline constexpr std::size_t kPackFiles = 500;

struct Pack {
  CriteriaSet set;
  std::vector<PackFile> files;  ///< by path; without pack.json
  Problems remarks;             ///< what lint says of the set
};

/// The set in a folder with all that lies beside and below it. Hidden files are left out; a link, a device or
/// a name that other systems would not take is refused, as is a set that has errors. kNotFound, kInput,
/// kLimit.
Result<Pack> read_pack_folder(const std::filesystem::path& folder);

/// The same files give the same bytes.
Result<std::string> pack_bytes(const Pack& pack);

/// A pack from anywhere, in memory: nothing is written. kCorrupt when it is no pack, a file is missing, is
/// not named in pack.json or has another hash; kNewer; kLimit; kInput when its set has errors.
Result<Pack> open_pack(std::string_view bytes, std::string_view name);

struct Installed {
  std::filesystem::path folder;
  std::string before;      ///< the version that was there; empty: none
  bool unchanged = false;  ///< the same was there already
};

/// Puts the files into `criteria/<id>`, all or nothing. kConflict when another version, or other files, are
/// there and `replace` is false. kIo, kNoSpace.
Result<Installed> install_pack(const Pack& pack, const std::filesystem::path& criteria, bool replace);

}  // namespace orienta

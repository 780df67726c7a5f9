// SPDX-License-Identifier: MIT
// The files of a pack in one zip archive, in memory. Internal to packs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archives/archive.hpp"
#include "base/result.hpp"

namespace orienta {

using PackFile = ArchiveFile;

/// The same files give the same bytes, on any day and machine: stored, in the order given, without times.
Result<std::string> zip(const std::vector<PackFile>& files);

/// The files of an archive from anywhere: kCorrupt when it is no sound archive or holds anything but plain
/// files with plain paths (is_pack_path), each once, stored or deflated; kLimit beyond the limits of
/// pack.hpp, whatever sizes the archive states. `name` is how it is called in problems.
Result<std::vector<PackFile>> unzip(std::string_view bytes, std::string_view name);

/// Whether a path is safe and the same on every system: at most four parts of letters, digits, '-', '_' and
/// '.', none beginning with a dot.
bool is_pack_path(std::string_view path);

}  // namespace orienta

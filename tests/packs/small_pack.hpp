// SPDX-License-Identifier: MIT
// Packs for tests: a small sound one, and archives that no packer would write.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "packs/pack.hpp"
#include "support/temp_folder.hpp"

namespace orienta::test {

std::string small_set(const std::string& version = "1.0.0");

/// A folder "small" with a set and one sample.
std::filesystem::path small_folder(const TempFolder& folder, const std::string& version = "1.0.0");

/// The bytes of a sound pack of it.
std::string small_pack();

/// An entry as a hostile archive may have it.
struct Entry {
  std::string name;
  std::string bytes;
  std::uint32_t attributes = 0100644u << 16;
  bool deflated = false;
};

/// An archive of these entries, each name as it stands.
std::string archive(const std::vector<Entry>& entries);

/// The entries of a sound pack of these files, with a list that fits them.
std::vector<Entry> entries_for(const std::vector<PackFile>& files);

}  // namespace orienta::test

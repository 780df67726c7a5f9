// SPDX-License-Identifier: MIT
// The bytes of a plugin package. Inside the module only.
#pragma once

#include <filesystem>
#include <string>

#include "plugins/manifest.hpp"

namespace orienta {

/// Reads plugin.yaml alone.
Result<Manifest> read_manifest(const std::filesystem::path& file);

struct PackageBytes {
  Hash hash;
  std::string manifest;  ///< plugin.yaml
  std::string library;   ///< the file asked for; empty when it is not there
};

/// Reads and hashes every file of the folder once (see read_package); keeps the one called `library`.
Result<PackageBytes> read_package_bytes(const std::filesystem::path& folder, const std::string& library);

/// The library's bytes, when the whole package still is what was approved; else kRefused.
Result<std::string> verified_library(const Package& package);

}  // namespace orienta

// SPDX-License-Identifier: MIT
// What a plugin says of itself before any of its code runs: plugin.yaml in its folder.
//
//   <folder>/plugin.yaml          id, version, abi, licence, author, title, library, params, hash
//   <folder>/<id>.so              the library
//   <folder>/text/{en,ru,pl}.mo   words for its trace and remarks
//   <folder>/params.schema.json   what the sets' params may be (optional)
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "base/ids.hpp"
#include "base/lang.hpp"
#include "base/result.hpp"
#include "orienta/version.h"

namespace orienta {

struct Manifest {
  PluginId id;
  std::string version;
  orienta_version_t abi{};
  std::string library;  ///< file name in the folder
  std::string licence;
  std::string author;
  LocalText title;
  std::string params_schema;  ///< file name in the folder, or empty
  Hash hash;                  ///< what the manifest claims the package's hash is
};

/// A plugin folder whose manifest was read and whose bytes were hashed. No code of it has run.
struct Package {
  std::filesystem::path folder;
  std::string origin;  ///< "program", "user" or "given"
  Manifest manifest;
  Hash hash;  ///< of the files as they are: equals manifest.hash, else reading it is an error
};

/// Reads plugin.yaml strictly and hashes the package: BLAKE2b-256 over the lines "<hex>  <relative path>\n"
/// of all its files in the byte order of their paths, where plugin.yaml counts without the line that begins
/// with "hash:". Links, devices and packages beyond the limits are refused.
Result<Package> read_package(const std::filesystem::path& folder, std::string origin);

/// A folder that looks like a plugin and cannot be used.
struct BrokenPackage {
  std::filesystem::path folder;
  std::string origin;   ///< as in Package
  PluginId id;          ///< of its manifest, else the folder's name
  std::string version;  ///< of its manifest, or empty
  Error error;          ///< kCorrupt: its files do not fit the hash in its manifest
};

struct FoundPlugins {
  std::vector<Package> packages;
  std::vector<BrokenPackage> broken;
  Problems problems;  ///< of the broken ones
};

/// Beside the program, then in the user's data folder, then in `extra`; the first of an id wins.
FoundPlugins find_plugins(const std::vector<std::filesystem::path>& extra = {});

}  // namespace orienta

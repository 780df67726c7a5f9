// SPDX-License-Identifier: MIT
// Parsed files kept in a folder, by the hash of their bytes and the build of the program. Internal to
// criteria.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/hash.hpp"
#include "criteria/yaml.hpp"

namespace orienta {

/// A tree as bytes that end with their own hash.
std::string pack_tree(const Yaml& tree);
/// Nothing for bytes that are not what pack_tree made.
std::optional<Yaml> unpack_tree(std::string_view bytes);

/// Several threads and programs may use one folder at a time. Safe to be removed at any time.
class YamlCache {
 public:
  /// An empty folder keeps nothing. `build` names the program: another one reads nothing of it.
  YamlCache(std::filesystem::path folder, std::string_view build);

  std::optional<Yaml> find(const Hash& file) const;
  /// Failing is no error: the file will be parsed again.
  void keep(const Hash& file, const Yaml& tree) const;

  /// The program that is running: its file's size and time.
  static std::string this_build();

 private:
  std::filesystem::path place(const Hash& file) const;
  void make_room() const;

  std::filesystem::path folder_;
  std::string build_;
};

}  // namespace orienta

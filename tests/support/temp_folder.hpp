// SPDX-License-Identifier: MIT
// A folder for one test, and reading and writing whole files in it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace orienta::test {

/// A new, empty folder below the system's temporary folder, removed with all it holds at the end of the
/// scope. Throws std::filesystem::filesystem_error when it cannot be made.
class TempFolder {
 public:
  TempFolder();
  ~TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

  /// Writes a file (and the folders above it) and gives its path.
  std::filesystem::path write(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

/// The bytes of a file. Throws std::runtime_error naming the file when it cannot be read.
std::string read_text(const std::filesystem::path& file);

/// Replaces a file's bytes; makes the folders above it. Throws std::runtime_error naming the file.
void write_text(const std::filesystem::path& file, std::string_view content);

}  // namespace orienta::test

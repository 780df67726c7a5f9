// SPDX-License-Identifier: MIT
// A folder with what a user of the command line has: projects, data, a configuration of one's own.
#pragma once

#include <string>
#include <vector>

#include "support/run_program.hpp"
#include "support/temp_folder.hpp"

namespace orienta::test {

/// Runs `orienta` in a folder of its own, with a home of its own, in English unless told otherwise.
class Workspace {
 public:
  Workspace();

  ProgramRun run(const std::vector<std::string>& words,
                 const std::vector<std::pair<std::string, std::string>>& environment = {}) const;
  /// The same, and the test fails here unless it ends with 0.
  std::string out(const std::vector<std::string>& words) const;

  std::string write(std::string_view name, std::string_view content) const;
  std::string path(std::string_view name) const { return (folder_ / name).string(); }
  /// Text with this folder's name replaced by "…" and the program's left out, so that it can be compared.
  std::string anonymous(std::string text) const;

  /// Makes one of the demo projects and gives its path.
  std::string demo(const std::string& name = "housing") const;

 private:
  TempFolder folder_;
};

/// Rows of a CSV text, by column name. Quotes are not taken apart: the fields of these tests need none.
std::vector<std::vector<std::string>> csv_rows(const std::string& csv);
/// The field of the first row where every given column has the given text.
std::string csv_field(const std::string& csv, const std::vector<std::pair<std::string, std::string>>& where,
                      const std::string& column);

}  // namespace orienta::test

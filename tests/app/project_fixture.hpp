// SPDX-License-Identifier: MIT
// A project on disk with sets written for the test.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/importing.hpp"
#include "app/scoring.hpp"
#include "app/setup.hpp"
#include "support/temp_folder.hpp"

namespace orienta::test {

class ProjectFixture {
 public:
  /// `sets`: text by id. The organisation "head" has the branches "north" and "south".
  explicit ProjectFixture(const std::map<std::string, std::string>& sets);

  Project open(Project::Access access = Project::Access::kWrite) const;
  void answer(const std::string& unit, const std::string& set, const std::string& indicator,
              const std::string& value, const std::string& source = "self") const;
  /// Index of a node for a unit, own; nothing when there is none.
  std::optional<double> index(const std::string& unit, const std::string& set, const std::string& node) const;

  TempFolder folder;
  Places places;
  std::filesystem::path file;
};

/// A set with one criterion and one yes-or-no question "i"; `extra` goes into the indicator, `more` to the
/// set's head.
std::string tiny_set(const std::string& id, const std::string& extra = "", const std::string& more = "");

}  // namespace orienta::test

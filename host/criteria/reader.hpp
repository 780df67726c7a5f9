// SPDX-License-Identifier: MIT
// Reads criteria sets: strict, all problems of a file at once, each as file:line:column.
//
// Refused: duplicate keys, anchors, aliases, tags, merge keys, several documents, nesting, node counts and
// scalars beyond base/limits.hpp, bytes that are not UTF-8, unknown keys (with the nearest known one). Text
// stays text: `No`, `on`, `1.10`, `0x1` and dates are never retyped; a number is a plain decimal.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "criteria/set.hpp"

namespace orienta {

/// A set that was read, with what lint has to say about it (warnings and notes; errors make reading fail).
struct ReadSet {
  CriteriaSet set;
  Problems remarks;
};

/// Reads and lints. `name` is how the file is called in problems.
Result<ReadSet> read_set(std::string_view yaml, std::string_view name);
Result<ReadSet> read_set_file(const std::filesystem::path& path);

/// Legal but wrong: band holes and overlaps, levels no answer can reach, weights that sum to 0, missing
/// translations, dead ids, statistics without points. Errors among them stop a set from being used.
Problems lint(const CriteriaSet& set, std::string_view name);

/// A set that was found in the search path.
struct FoundSet {
  SetId id;
  std::filesystem::path file;  ///< …/<folder>/set.yaml
  std::string origin;          ///< "program", "user" or "given"
};

/// The sets beside the program, then in the user's data folder, then in `extra` (later ones are shadowed by
/// earlier ones of the same id). Ids are the folder names; nothing is read.
std::vector<FoundSet> find_sets(const std::vector<std::filesystem::path>& extra = {});

/// The file itself, or every set.yaml in the folder and below it, by name; none where there are none.
std::vector<std::filesystem::path> set_files_in(const std::filesystem::path& place);

/// Reads and lints all of them, on several cores; results in the same order. Parsing is most of the work:
/// what was parsed before is taken from `cache`/sets, by hash of the file and build of the program.
/// Nothing but time depends on the cache: it may be missing, unwritable or damaged, and an empty path means
/// none.
std::vector<Result<ReadSet>> read_sets(const std::vector<FoundSet>& sets, const std::filesystem::path& cache);

/// The JSON Schema (draft-07) that editors use for set files, as text.
std::string_view set_schema();

}  // namespace orienta

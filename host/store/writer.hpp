// SPDX-License-Identifier: MIT
// Changing cells within one entry of the log. Inside the module only.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "store/chain.hpp"
#include "store/database.hpp"
#include "store/project.hpp"

namespace orienta::store {

/// Assessment, set, unit.
using Place = std::tuple<std::string, std::string, std::string>;

/// Works in the caller's transaction.
class Writer {
 public:
  Writer(Database& database, std::string replica);

  Database& database() { return database_; }

  /// Sets a cell; nothing empties it. The same content again is no change.
  void set(const std::string& key, std::optional<std::int64_t> payload);
  void set(const std::string& key, std::string_view body);

  /// What the cell held before this entry.
  std::optional<std::int64_t> before(const std::string& key);

  /// Marks what a sheet was tallied from as changed.
  void make_stale(const Place& place);
  void keep_sheet(const Place& place, const Hash& layout, std::string_view bytes);

  /// All places made stale so far.
  const std::set<Place>& touched();

  /// How many cells differ from before.
  std::size_t cells();
  /// Appends the entry.
  LogEntry finish(const Message& action, LogEntry::Kind kind = LogEntry::Kind::kDo, std::uint64_t of = 0);

 private:
  void spoil(const std::string& key, bool is_new);
  void spoil_unit(const std::string& assessment, const std::string& unit, const std::string& set);
  void spoil_assessment(const std::string& assessment);
  void spoil_answers_with_evidence();
  /// What is looked for once per entry, not per cell.
  void spoil_the_rest();
  const std::vector<std::string>& pinned_sets(const std::string& assessment);

  Database& database_;
  std::string replica_;
  std::int64_t entry_;
  std::set<Place> touched_;
  std::set<Place> stale_;                        ///< of them, those that have no new sheet yet
  std::set<std::string, std::less<>> evidence_;  ///< whose answers have not been looked for yet
  std::set<std::string> reshaped_;               ///< assessments whose sheets have not been looked for yet
  std::set<std::string> records_;                ///< assessments whose record differs
  std::map<std::string, std::vector<std::string>> pinned_;  ///< the sets of assessments, as far as asked for
};

}  // namespace orienta::store

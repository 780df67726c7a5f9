// SPDX-License-Identifier: MIT
// A small reader of gettext's .po files, for checks only (msgfmt has read them before).
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace orienta::structure {

struct PoEntry {
  std::string id;
  std::string plural_id;
  std::vector<std::string> forms;  ///< one, or as many as the language has plural forms
  bool has_plural = false;
  bool is_fuzzy = false;
};

struct Po {
  std::string path;
  std::string header;
  std::vector<PoEntry> entries;  ///< without the header, in the order of the file

  const PoEntry* find(std::string_view id) const;
};

/// Reads host/<module>/text/<language>.po and the like. An unreadable file gives no entries.
Po read_po(const std::string& path);

/// The names in {name}, {name:.1} and {name:%}.
std::set<std::string> placeholders(std::string_view text);

/// Of all forms of an entry together: the form for one may leave the number out.
std::set<std::string> placeholders(const PoEntry& entry);

}  // namespace orienta::structure

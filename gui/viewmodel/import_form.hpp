// SPDX-License-Identifier: MIT
// Bringing a file in: first a preview that writes nothing, then one action that undo takes back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "viewmodel/desk.hpp"
#include "viewmodel/grid.hpp"

namespace orienta::gui {

/// What the user entered. Whoever changes it counts `revision` up.
struct ImportForm {
  std::uint64_t revision = 0;
  std::string file;
  std::string mapping;  ///< a file; empty: none
  std::size_t set = 0;  ///< 0: by the file or its mapping, else the set before it in the list
  bool skip_rejected = false;
  bool is_previewed = false;  ///< the preview is shown for what stands above
  std::uint64_t looked = 0;   ///< counts previews: the file may have changed since the last one
};

/// What is to be said of some rows, once for all of them.
struct ImportReason {
  std::string rows;  ///< "27 rows: 2, 5, 9, …"
  std::string text;  ///< why, and what to do
};

struct ImportPreview {
  std::vector<std::string> sets;  ///< of the picker; the first lets the file decide
  std::string no_input;           ///< why nothing can be imported; empty: it can
  bool can_preview = false;
  bool is_shown = false;
  std::string says;                      ///< being looked at, or what it is: "answers, 120 rows"
  std::vector<std::string> counts;       ///< "34 new", "2 changed", …
  std::vector<ImportReason> rejected;    ///< why rows are left out, or why none can be read; most rows first
  std::vector<ImportReason> remarkable;  ///< what is odd about rows that are taken
  std::string more;                      ///< how many reasons are not shown
  bool has_rejected = false;
  bool can_import = false;
  std::string button;  ///< "Import 120 rows"
};

ImportPreview import_preview(Desk& desk, const ImportForm& form);

/// Looks at the file as it is now.
void look_at_file(ImportForm& form);
/// Imports what was previewed, with progress and cancel; the form is empty afterwards.
void import_previewed(Desk& desk, ImportForm& form);

}  // namespace orienta::gui

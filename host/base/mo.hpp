// SPDX-License-Identifier: MIT
// Reader of gettext's binary catalogues (GNU gettext manual, "The Format of GNU MO Files"), either byte
// order. Inside the module only: others use catalogue.hpp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace orienta {

struct MoEntry {
  std::string_view id;    ///< without its plural; empty for the header
  std::string_view text;  ///< plural forms are separated by NUL
};

/// The entries, as views of `bytes`; nothing when they are not a catalogue: wrong magic number, an offset
/// outside, text that is not UTF-8, or more text than the file has room for (strings that overlap).
std::optional<std::vector<MoEntry>> read_mo(std::string_view bytes);

}  // namespace orienta

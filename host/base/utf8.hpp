// SPDX-License-Identifier: MIT
// UTF-8 as the Unicode standard defines it (table 3-7, "Well-Formed UTF-8 Byte Sequences").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace orienta {

/// The bytes of the character that begins at `at` (below the text's size): 1 to 4, or 0 when it is malformed.
std::size_t utf8_length(std::string_view text, std::size_t at);

/// True when all of `text` is well formed: no overlong forms, no surrogates, nothing above U+10FFFF. NUL is
/// well formed.
bool is_utf8(std::string_view text);

/// The text in small letters, for finding whatever its case: Latin with all of Polish, and Cyrillic.
/// Malformed bytes stay as they are.
std::string folded(std::string_view text);

/// The text as it may be shown on a terminal or in a report: control characters and marks that turn the
/// direction of writing become spaces. Whoever typed the text must not steer what shows it.
std::string printable(std::string_view text);

}  // namespace orienta

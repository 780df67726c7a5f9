// SPDX-License-Identifier: MIT
// UTF-8 as the Unicode standard defines it (table 3-7, "Well-Formed UTF-8 Byte Sequences").
#pragma once

#include <string_view>

namespace orienta {

/// True when all of `text` is well formed: no overlong forms, no surrogates, nothing above U+10FFFF. NUL is
/// well formed.
bool is_utf8(std::string_view text);

}  // namespace orienta

// SPDX-License-Identifier: MIT
// What a shared library shows to others, read from its bytes without loading it. Inside the module only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace orienta {

/// The names of the dynamic symbols that the library defines and shows, in byte order. Distrusts every
/// offset; kInput when the bytes are no 64-bit little-endian ELF library with a table of sections.
Result<std::vector<std::string>> exported_symbols(std::string_view library);

}  // namespace orienta

// SPDX-License-Identifier: MIT
// Base64 after RFC 4648 with padding, for formats of others that carry bytes as text.
#pragma once

#include <string>
#include <string_view>

namespace orienta {

std::string base64(std::string_view bytes);

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "base/base64.hpp"

#include <sodium.h>

namespace orienta {

std::string base64(std::string_view bytes) {
  // The size counts the NUL that the library writes at the end.
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();
  return text;
}

}  // namespace orienta

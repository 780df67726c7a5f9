// SPDX-License-Identifier: MIT
#include "base/catalogue.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  orienta::Catalogue words(orienta::Lang::kRu);
  if (words.add_bytes({reinterpret_cast<const char*>(bytes), size}, "fuzz.mo"))
    words.text(orienta::Message{"a", {{"n", 5}, {"b", 0.5}}});
  return 0;
}

// SPDX-License-Identifier: MIT
#include <cstdlib>

#include "criteria/reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const auto read = orienta::read_set({reinterpret_cast<const char*>(bytes), size}, "fuzz.yaml");
  if (!read) {
    if (!read.error().problems.has_errors()) std::abort();
    return 0;
  }
  // What was read is good without its file, too, and every figure of a measure has a value or lies outside
  // its range.
  if (orienta::lint(read->set, "fuzz.yaml").has_errors()) std::abort();
  for (const orienta::Scale& scale : read->set.scales) {
    if (!scale.measure || scale.measure->least || scale.measure->most) continue;
    if (!orienta::value_of(*scale.measure, orienta::Decimal{12, 1})) std::abort();
  }
  return 0;
}

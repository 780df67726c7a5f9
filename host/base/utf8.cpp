// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

#include <cstddef>

namespace orienta {
namespace {

struct Sequence {
  std::size_t size;  ///< 0: no sequence begins with this byte
  unsigned char second_min;
  unsigned char second_max;
};

Sequence sequence_of(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

bool is_utf8(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  std::size_t i = 0;
  while (i < text.size()) {
    const Sequence sequence = sequence_of(at(i));
    if (sequence.size == 0 || sequence.size > text.size() - i) return false;
    if (sequence.size > 1 && (at(i + 1) < sequence.second_min || at(i + 1) > sequence.second_max))
      return false;
    for (std::size_t k = 2; k < sequence.size; ++k)
      if (at(i + k) < 0x80 || at(i + k) > 0xBF) return false;
    i += sequence.size;
  }
  return true;
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

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

std::size_t utf8_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const Sequence sequence = sequence_of(byte(at));
  if (sequence.size == 0 || sequence.size > text.size() - at) return 0;
  if (sequence.size > 1 && (byte(at + 1) < sequence.second_min || byte(at + 1) > sequence.second_max))
    return 0;
  for (std::size_t k = 2; k < sequence.size; ++k)
    if (byte(at + k) < 0x80 || byte(at + k) > 0xBF) return 0;
  return sequence.size;
}

bool is_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t length = utf8_length(text, i);
    if (length == 0) return false;
    i += length;
  }
  return true;
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

namespace orienta {
namespace {

/// The small letter of a code point from U+0080 to U+07FF.
unsigned small_letter(unsigned code) {
  if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 0x20;
  if (code >= 0x100 && code <= 0x17E) {
    // Capitals are even, but odd from U+0139 to U+0148 and from U+0179 on.
    const bool is_odd_run = (code >= 0x139 && code <= 0x148) || code >= 0x179;
    return is_odd_run == (code % 2 == 1) && code != 0x178 ? code + 1 : code;
  }
  if (code >= 0x410 && code <= 0x42F) return code + 0x20;
  if (code >= 0x400 && code <= 0x40F) return code + 0x50;
  return code;
}

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

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::string_view two = text.substr(at, 2);
    const std::string_view three = text.substr(at, 3);
    const bool is_c1 = two >= "\xC2\x80" && two <= "\xC2\x9F";
    // U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
    const bool turns = three == "\xE2\x80\x8E" || three == "\xE2\x80\x8F" ||
                       (three >= "\xE2\x80\xAA" && three <= "\xE2\x80\xAE" && three.size() == 3) ||
                       (three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9" && three.size() == 3);
    const bool is_control = byte < 0x20 || byte == 0x7F;
    out += is_control || is_c1 || turns ? ' ' : text[at];
    at += turns ? 3 : is_c1 ? 2 : 1;
  }
  return out;
}

std::string folded(std::string_view text) {
  std::string small;
  small.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    const auto first = static_cast<unsigned char>(text[at]);
    if (length == 2) {
      const unsigned code = (first & 0x1FU) << 6 | (static_cast<unsigned char>(text[at + 1]) & 0x3FU);
      const unsigned lower = small_letter(code);
      small += static_cast<char>(0xC0U | lower >> 6);
      small += static_cast<char>(0x80U | (lower & 0x3FU));
    } else if (length == 1 && first >= 'A' && first <= 'Z') {
      small += static_cast<char>(first + ('a' - 'A'));
    } else {
      small += text.substr(at, length == 0 ? 1 : length);
    }
    at += length == 0 ? 1 : length;
  }
  return small;
}

}  // namespace orienta

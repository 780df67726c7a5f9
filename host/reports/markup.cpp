// SPDX-License-Identifier: MIT
#include "reports/markup.hpp"

#include "base/utf8.hpp"

namespace orienta {
namespace {

/// What stands for a character of one byte; empty when it stands for itself.
std::string_view replacement(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\n':
      return {};
    default:
      return static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? " " : std::string_view();
  }
}

/// C1 controls, marks that turn the direction, and U+FFFE and U+FFFF.
bool is_unwanted(std::string_view character) {
  if (character.size() == 2) return character >= "\xC2\x80" && character <= "\xC2\x9F";
  if (character.size() != 3) return false;
  return character == "\xE2\x80\x8E" || character == "\xE2\x80\x8F" ||
         (character >= "\xE2\x80\xAA" && character <= "\xE2\x80\xAE") ||
         (character >= "\xE2\x81\xA6" && character <= "\xE2\x81\xA9") || character >= "\xEF\xBF\xBE";
}

/// The text for a character of one byte at `at`, of which a line end may have two.
std::size_t append_single(std::string& out, std::string_view text, std::size_t at) {
  if (text[at] == '\r') {
    out += '\n';
    return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  }
  const std::string_view instead = replacement(text[at]);
  if (instead.empty())
    out += text[at];
  else
    out += instead;
  return 1;
}

}  // namespace

void append_markup(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    if (length == 1) {
      at += append_single(out, text, at);
      continue;
    }
    const std::string_view character = text.substr(at, length);
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else if (is_unwanted(character))
      out += ' ';
    else
      out += character;
    at += length == 0 ? 1 : length;
  }
}

bool has_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0xD6) continue;
    // U+0590 to U+07FF by their first byte; U+0800 to U+08FF and U+FB00 to U+FEFF by two.
    if (byte <= 0xDF) return true;
    const unsigned char next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if ((byte == 0xE0 && next <= 0xA3) || (byte == 0xEF && next >= 0xAC && next <= 0xBB)) return true;
  }
  return false;
}

std::string markup(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  append_markup(out, text);
  return out;
}

}  // namespace orienta

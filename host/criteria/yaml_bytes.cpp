// SPDX-License-Identifier: MIT
#include "criteria/yaml_bytes.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace orienta {
namespace {

using Byte = unsigned char;

bool continues(char byte) {
  return (static_cast<Byte>(byte) & 0xC0u) == 0x80u;
}

bool is_control(Byte byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

// In CP1251 nearly every Cyrillic letter is 0xC0 or above, and a Russian text has far more of them than a
// Polish one has accented letters in CP1250.
std::string_view likely_encoding(std::string_view bytes) {
  const auto count_if = [&](auto test) {
    return std::count_if(bytes.begin(), bytes.end(), [&](char c) { return test(static_cast<Byte>(c)); });
  };
  const auto high = count_if([](Byte byte) { return byte >= 0xC0; });
  const auto latin = count_if([](Byte byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; });
  return high * 4 > latin ? "WINDOWS-1251" : "WINDOWS-1250";
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

std::string_view without_bom(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

bool check_bytes(std::string_view bytes, Report& report) {
  if (is_utf16(bytes)) {
    report.error(Mark{}, msg("criteria.not-utf8", {{"encoding", "UTF-16"}}));
    return false;
  }
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    const Byte first = static_cast<Byte>(bytes[offset]);
    const std::size_t length = utf8_length(bytes, offset);
    if (length == 1 && !is_control(first)) {
      ++offset;
      continue;
    }
    const Mark mark = length <= 1 ? Places(bytes).at(offset) : Mark{};
    if (length == 0) {
      report.error(mark, msg("criteria.not-utf8", {{"encoding", likely_encoding(bytes)}}));
      return false;
    }
    if (length == 1) {
      if (first == 0)
        report.error(mark, msg("criteria.binary"));
      else
        report.error(mark, msg("criteria.control-character", {{"number", static_cast<int>(first)}}));
      return false;
    }
    offset += length;
  }
  return true;
}

Mark Places::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  while (offset_ < offset)
    step_on();
  while (offset_ > offset)
    step_back();
  return mark_;
}

void Places::step_on() {
  if (text_[offset_] == '\n')
    mark_ = {mark_.line + 1, 1};
  else if (!continues(text_[offset_]))
    ++mark_.column;
  ++offset_;
}

void Places::step_back() {
  --offset_;
  if (text_[offset_] != '\n') {
    if (!continues(text_[offset_])) --mark_.column;
    return;
  }
  const std::size_t before = offset_ == 0 ? std::string_view::npos : text_.rfind('\n', offset_ - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view line = text_.substr(begin, offset_ - begin);
  const auto characters = std::count_if(line.begin(), line.end(), [](char c) { return !continues(c); });
  mark_ = {mark_.line - 1, static_cast<std::uint32_t>(characters) + 1};
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
// Builds gettext catalogues in memory, so that tests can also build wrong ones.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace orienta::test {

using MoTexts =
    std::vector<std::pair<std::string, std::string>>;  ///< msgid and msgstr, sorted as msgfmt sorts them

inline std::string mo_number(std::uint32_t value, bool big_endian) {
  std::string bytes(4, '\0');
  for (std::size_t i = 0; i < 4; ++i)
    bytes[big_endian ? 3 - i : i] = static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

/// A catalogue with these entries, as msgfmt --no-hash lays it out.
inline std::string build_mo(const MoTexts& texts, bool big_endian = false) {
  constexpr std::uint32_t kHeaderBytes = 28;
  const auto count = static_cast<std::uint32_t>(texts.size());
  std::uint32_t offset = kHeaderBytes + 16 * count;
  std::string ids;
  std::string sentences;
  std::string strings;
  const auto put = [&](std::string& table, const std::string& text) {
    table += mo_number(static_cast<std::uint32_t>(text.size()), big_endian) + mo_number(offset, big_endian);
    strings += text + '\0';
    offset += static_cast<std::uint32_t>(text.size()) + 1;
  };
  for (const auto& [id, sentence] : texts)
    put(ids, id);
  for (const auto& [id, sentence] : texts)
    put(sentences, sentence);
  std::string header;
  for (const std::uint32_t field :
       {0x950412deU, 0U, count, kHeaderBytes, kHeaderBytes + 8 * count, 0U, offset})
    header += mo_number(field, big_endian);
  return header + ids + sentences + strings;
}

}  // namespace orienta::test

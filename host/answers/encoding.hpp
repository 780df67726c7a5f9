// SPDX-License-Identifier: MIT
// How the bytes of a text file are to be read: UTF-8, and the two code pages that spreadsheets in Russia and
// Poland still write. A code page is taken without being asked for only where the bytes leave no doubt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace orienta {

enum class Encoding : std::uint8_t { kUtf8, kCp1251, kCp1250 };

/// "utf-8", "cp1251", "cp1250".
std::string_view name_of(Encoding encoding);
/// Also knows "utf8", "windows-1251", "windows-1250"; capital letters do not matter.
std::optional<Encoding> encoding_of(std::string_view name);

/// What a code page's text looks like.
struct CodePageGuess {
  Encoding likely = Encoding::kCp1251;
  bool certain = false;
};
/// For bytes that are not UTF-8. Russian letters stand in rows, Polish ones alone among Latin letters;
/// certain when every byte above 127 is one the language uses and there are at least four of them.
CodePageGuess guess_code_page(std::string_view bytes);

struct TextStart {
  Encoding encoding = Encoding::kUtf8;
  std::size_t skip = 0;  ///< bytes of a byte order mark
};
/// Looks at a file's bytes, or at its first whole lines. `wanted` is what the user asked for, or empty.
/// kInput for an empty file, a workbook (ZIP or OLE), UTF-16, other binary data, an unknown name, and bytes
/// that are not UTF-8 where the code page is not certain: that problem names the likely one and the option to
/// repeat with.
Result<TextStart> detect_text(std::string_view bytes, std::string_view wanted, std::string_view file);

/// The problem of bytes that are not UTF-8, at their line.
Error not_utf8(std::string_view bytes, std::string_view file, std::uint64_t lines_before = 0);

/// `bytes` as UTF-8. A byte the code page does not define becomes U+FFFD.
std::string to_utf8(std::string_view bytes, Encoding encoding);

}  // namespace orienta

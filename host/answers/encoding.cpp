// SPDX-License-Identifier: MIT
#include "answers/encoding.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace orienta {
namespace {

using HighHalf = std::array<char16_t, 128>;

// The upper halves of the code pages, 0x80 to 0xFF; U+FFFD where nothing is defined. Source: the Unicode
// consortium's CP1251.TXT and CP1250.TXT.
constexpr HighHalf kCp1251{
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
    0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122,
    0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6,
    0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456,
    0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457, 0x0410,
    0x0411, 0x0412, 0x0413, 0x0414, 0x0415, 0x0416, 0x0417, 0x0418, 0x0419, 0x041A, 0x041B, 0x041C, 0x041D,
    0x041E, 0x041F, 0x0420, 0x0421, 0x0422, 0x0423, 0x0424, 0x0425, 0x0426, 0x0427, 0x0428, 0x0429, 0x042A,
    0x042B, 0x042C, 0x042D, 0x042E, 0x042F, 0x0430, 0x0431, 0x0432, 0x0433, 0x0434, 0x0435, 0x0436, 0x0437,
    0x0438, 0x0439, 0x043A, 0x043B, 0x043C, 0x043D, 0x043E, 0x043F, 0x0440, 0x0441, 0x0442, 0x0443, 0x0444,
    0x0445, 0x0446, 0x0447, 0x0448, 0x0449, 0x044A, 0x044B, 0x044C, 0x044D, 0x044E, 0x044F};
constexpr HighHalf kCp1250{
    0x20AC, 0xFFFD, 0x201A, 0xFFFD, 0x201E, 0x2026, 0x2020, 0x2021, 0xFFFD, 0x2030, 0x0160, 0x2039, 0x015A,
    0x0164, 0x017D, 0x0179, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122,
    0x0161, 0x203A, 0x015B, 0x0165, 0x017E, 0x017A, 0x00A0, 0x02C7, 0x02D8, 0x0141, 0x00A4, 0x0104, 0x00A6,
    0x00A7, 0x00A8, 0x00A9, 0x015E, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x017B, 0x00B0, 0x00B1, 0x02DB, 0x0142,
    0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x0105, 0x015F, 0x00BB, 0x013D, 0x02DD, 0x013E, 0x017C, 0x0154,
    0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0139, 0x0106, 0x00C7, 0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD,
    0x00CE, 0x010E, 0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7, 0x0158, 0x016E, 0x00DA,
    0x0170, 0x00DC, 0x00DD, 0x0162, 0x00DF, 0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7,
    0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F, 0x0111, 0x0144, 0x0148, 0x00F3, 0x00F4,
    0x0151, 0x00F6, 0x00F7, 0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9};

constexpr std::string_view kPolishLetters =
    "\xB9\xE6\xEA\xB3\xF1\xF3\x9C\x9F\xBF\xA5\xC6\xCA\xA3\xD1\xD3\x8C\x8F\xAF";
// Of these CP1252, the other likely code page, makes no letter that would stand inside a word.
constexpr std::string_view kOnlyPolishLetters = "\xB9\xB3\x9F\xBF\xA5\xA3\x8F\xAF";
constexpr std::string_view kCommonMarks = "\x84\x85\x91\x92\x93\x94\x96\x97\xA0\xAB\xBB\xB0\xA7";

bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
bool is_among(char c, std::string_view those) {
  return those.find(c) != std::string_view::npos;
}
bool is_russian_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xC0 || byte == 0xA8 || byte == 0xB8;
}

/// How many of the bytes above 127 …
struct HighBytes {
  std::size_t letters = 0;         ///< … are no punctuation
  std::size_t russian_in_row = 0;  ///< … are Russian letters beside another one
  std::size_t not_russian = 0;
  std::size_t not_polish = 0;
  std::size_t only_polish = 0;
};

HighBytes count_high_bytes(std::string_view bytes) {
  HighBytes seen;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (!is_high(c) || is_among(c, kCommonMarks)) continue;
    ++seen.letters;
    const bool before = i > 0 && is_russian_letter(bytes[i - 1]);
    const bool after = i + 1 < bytes.size() && is_russian_letter(bytes[i + 1]);
    if (is_russian_letter(c) && (before || after)) ++seen.russian_in_row;
    if (!is_russian_letter(c) && c != '\xB9') ++seen.not_russian;
    if (!is_among(c, kPolishLetters)) ++seen.not_polish;
    if (is_among(c, kOnlyPolishLetters)) ++seen.only_polish;
  }
  return seen;
}

void append_utf8(std::string& out, char16_t c) {
  if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
  } else {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  }
  out += static_cast<char>(0x80 | (c & 0x3F));
}

std::optional<Message> why_not_text(std::string_view bytes) {
  if (bytes.empty()) return msg("answers.file-empty");
  if (bytes.starts_with("PK\x03\x04")) return msg("answers.file-is-workbook", {{"format", "XLSX"}});
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return msg("answers.file-is-workbook", {{"format", "XLS"}});
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return msg("answers.file-is-utf16");
  if (bytes.find('\0') != std::string_view::npos) return msg("answers.file-is-binary");
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "utf-8";
    case Encoding::kCp1251:
      return "cp1251";
    case Encoding::kCp1250:
      return "cp1250";
  }
  return {};
}

std::optional<Encoding> encoding_of(std::string_view name) {
  std::string small(name);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (small == "utf-8" || small == "utf8") return Encoding::kUtf8;
  if (small == "cp1251" || small == "windows-1251") return Encoding::kCp1251;
  if (small == "cp1250" || small == "windows-1250") return Encoding::kCp1250;
  return std::nullopt;
}

CodePageGuess guess_code_page(std::string_view bytes) {
  constexpr std::size_t kEnough = 4;
  const HighBytes seen = count_high_bytes(bytes);
  const bool in_rows = seen.russian_in_row * 10 >= seen.letters * 8;
  if (seen.letters > 0 && in_rows && seen.not_polish > 0)
    return {Encoding::kCp1251, seen.letters >= kEnough && seen.not_russian == 0};
  if (seen.letters > 0 && seen.not_polish == 0)
    return {Encoding::kCp1250, seen.letters >= kEnough && seen.only_polish > 0 && !in_rows};
  return {in_rows ? Encoding::kCp1251 : Encoding::kCp1250, false};
}

Error not_utf8(std::string_view bytes, std::string_view file, std::uint64_t lines_before) {
  std::uint64_t line = lines_before;
  while (!bytes.empty()) {
    ++line;
    const std::string_view text = bytes.substr(0, bytes.find('\n'));
    if (!is_utf8(text)) break;
    bytes.remove_prefix(std::min(bytes.size(), text.size() + 1));
  }
  const std::string_view likely = name_of(guess_code_page(bytes).likely);
  return fail(ErrorKind::kInput, msg("answers.not-utf8", {{"encoding", likely}}),
              {std::string(file), static_cast<std::uint32_t>(line), 0});
}

Result<TextStart> detect_text(std::string_view bytes, std::string_view wanted, std::string_view file) {
  const Where whole{std::string(file), 0, 0};
  if (auto why = why_not_text(bytes)) return failure(ErrorKind::kInput, std::move(*why), whole);
  const std::size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (bytes.size() == mark) return failure(ErrorKind::kInput, msg("answers.file-empty"), whole);

  if (!wanted.empty()) {
    const auto encoding = encoding_of(wanted);
    if (!encoding)
      return failure(ErrorKind::kUsage, msg("answers.unknown-encoding", {{"encoding", wanted}}), whole);
    if (*encoding != Encoding::kUtf8 && mark == 0) return TextStart{*encoding, 0};
  }
  if (is_utf8(bytes)) return TextStart{Encoding::kUtf8, mark};
  const CodePageGuess guess = guess_code_page(bytes);
  if (guess.certain && wanted.empty() && mark == 0) return TextStart{guess.likely, 0};
  return failure(not_utf8(bytes, file));
}

std::string to_utf8(std::string_view bytes, Encoding encoding) {
  if (encoding == Encoding::kUtf8) return std::string(bytes);
  const HighHalf& high = encoding == Encoding::kCp1251 ? kCp1251 : kCp1250;
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (const char c : bytes) {
    if (is_high(c))
      append_utf8(out, high[static_cast<unsigned char>(c) - 0x80]);
    else
      out += c;
  }
  return out;
}

}  // namespace orienta

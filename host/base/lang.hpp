// SPDX-License-Identifier: MIT
// The three languages of the product, and text that is written in one or more of them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace orienta {

enum class Lang : std::uint8_t { kEn, kRu, kPl };
inline constexpr std::array kLangs{Lang::kEn, Lang::kRu, Lang::kPl};

/// "en", "ru" or "pl".
constexpr std::string_view code_of(Lang lang) {
  constexpr std::array<std::string_view, 3> kCodes{"en", "ru", "pl"};
  return kCodes[static_cast<std::size_t>(lang)];
}

/// The language of a code such as "ru" or a locale name such as "ru_RU.UTF-8"; nothing when it is another
/// one.
constexpr std::optional<Lang> lang_of(std::string_view code) {
  for (const Lang lang : kLangs) {
    const bool whole_word =
        code.size() == 2 || (code.size() > 2 && (code[2] == '_' || code[2] == '-' || code[2] == '.'));
    if (whole_word && code.substr(0, 2) == code_of(lang)) return lang;
  }
  return std::nullopt;
}

/// Text an author wrote in one or more languages. Empty means: not written in that language.
struct LocalText {
  std::array<std::string, 3> by_lang;

  const std::string& operator[](Lang lang) const { return by_lang[static_cast<std::size_t>(lang)]; }
  std::string& operator[](Lang lang) { return by_lang[static_cast<std::size_t>(lang)]; }

  /// The text in `lang`, else in English, else in the first language that has it; empty when there is none at
  /// all.
  const std::string& in(Lang lang) const {
    if (!(*this)[lang].empty()) return (*this)[lang];
    for (const Lang other : kLangs)
      if (!(*this)[other].empty()) return (*this)[other];
    return (*this)[lang];
  }

  bool empty() const { return in(Lang::kEn).empty(); }
  bool operator==(const LocalText&) const = default;
};

}  // namespace orienta

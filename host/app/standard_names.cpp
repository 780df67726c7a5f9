// SPDX-License-Identifier: MIT
// How standards are named by sets and by people.
#include <algorithm>

#include "app/conformity.hpp"

namespace orienta {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Letters (those of ASCII in small ones) and digits; all else is left out.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool is_kept =
        is_capital || (c >= 'a' && c <= 'z') || is_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
    if (is_kept) out += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ')
    text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ')
    text.remove_suffix(1);
  return text;
}

/// Where ":2015" stands, with nothing or a space behind it; npos where it does not.
std::size_t edition_at(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  for (std::size_t at = text.find(':'); at != text.npos; at = text.find(':', at + 1)) {
    const std::string_view after = text.substr(at + 1);
    const bool is_year =
        after.size() >= kDigits && std::all_of(after.begin(), after.begin() + kDigits, is_digit);
    if (is_year && (after.size() == kDigits || after[kDigits] == ' ')) return at;
  }
  return text.npos;
}

/// "9.1.2", "A.3": told from the number of a standard by its point.
bool looks_like_clause(std::string_view word) {
  return word.find('.') != word.npos && (is_digit(word.front()) || (word.size() > 1 && word[1] == '.'));
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

}  // namespace

StandardClause clause_of(std::string_view maps_to) {
  maps_to = trimmed(maps_to);
  if (const std::size_t colon = edition_at(maps_to); colon != maps_to.npos)
    return {std::string(trimmed(maps_to.substr(0, colon))), std::string(maps_to.substr(colon + 1, 4)),
            std::string(trimmed(maps_to.substr(colon + 5)))};
  const std::size_t space = maps_to.rfind(' ');
  if (space != maps_to.npos && looks_like_clause(maps_to.substr(space + 1)))
    return {std::string(trimmed(maps_to.substr(0, space))), "", std::string(maps_to.substr(space + 1))};
  return {std::string(maps_to), "", ""};
}

bool means_standard(std::string_view written, const StandardClause& clause) {
  constexpr std::size_t kEnoughLetters = 5;
  const std::string wanted = bare(written);
  const std::string name = bare(clause.standard);
  if (wanted.empty()) return false;
  if (wanted == name || (!clause.edition.empty() && wanted == name + clause.edition)) return true;
  // A standard in parts is meant by its number, too: ISO 18295 of ISO 18295-1.
  const std::size_t part = clause.standard.rfind('-');
  if (part != std::string::npos && has_digit(clause.standard.substr(0, part)) &&
      wanted == bare(clause.standard.substr(0, part)))
    return true;
  if (std::all_of(wanted.begin(), wanted.end(), is_digit)) {
    const bool begins_there = name.size() > wanted.size() && !is_digit(name[name.size() - wanted.size() - 1]);
    return begins_there && name.ends_with(wanted);
  }
  return !has_digit(wanted) && wanted.size() >= kEnoughLetters && name.starts_with(wanted);
}

}  // namespace orienta

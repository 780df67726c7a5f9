// SPDX-License-Identifier: MIT
#include "criteria/values.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/ids.hpp"
#include "base/nearest.hpp"

namespace orienta {
namespace {

bool expect_text(const Yaml& value, Report& report) {
  if (value.kind == Yaml::Kind::kText) return true;
  report.error(value, msg("criteria.expected-text"));
  return false;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool has_leading_zero(std::string_view number) {
  if (number.starts_with('-') || number.starts_with('+')) number.remove_prefix(1);
  return number.size() > 1 && number[0] == '0' && is_digit(number[1]);
}

bool with_one_changed(std::string_view text, char found, char instead) {
  const std::size_t at = text.find(found);
  if (at == std::string_view::npos) return false;
  std::string changed(text);
  changed[at] = instead;
  return parse_decimal(changed).has_value();
}

bool has_exponent(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  if (e == std::string_view::npos) return false;
  return parse_decimal(text.substr(0, e)).has_value() && parse_decimal(text.substr(e + 1)).has_value();
}

Message why_no_number(const Yaml& value) {
  const std::string& text = value.text;
  if (text.empty()) return msg("criteria.empty-number");
  if (parse_decimal(text).has_value() && value.quoted) return msg("criteria.number-quoted", {{"text", text}});
  if (has_leading_zero(text)) return msg("criteria.number-leading-zero", {{"text", text}});
  if (has_exponent(text)) return msg("criteria.number-exponent", {{"text", text}});
  if (with_one_changed(text, ',', '.')) return msg("criteria.number-comma", {{"text", text}});
  return msg("criteria.not-a-number", {{"text", text}});
}

bool in_range(double number, Range range) {
  return number >= range.least && number <= range.most;
}

std::optional<Lang> lang_named(std::string_view key) {
  for (const Lang lang : kLangs)
    if (code_of(lang) == key) return lang;
  return std::nullopt;
}

template <class ReadOne>
std::vector<std::string> read_unique(const Yaml& value, Report& report, ReadOne read_one) {
  std::vector<std::string> words;
  std::unordered_set<std::string> seen;
  for (const Yaml& item : read_list(value, report)) {
    std::optional<std::string> word = read_one(item, report);
    if (!word) continue;
    if (seen.insert(*word).second)
      words.push_back(std::move(*word));
    else
      report.error(item, msg("criteria.repeated-item", {{"text", *word}}));
  }
  return words;
}

}  // namespace

std::optional<std::string> read_word(const Yaml& value, Report& report) {
  if (!expect_text(value, report)) return std::nullopt;
  if (!value.text.empty()) return value.text;
  report.error(value, msg("criteria.empty-text"));
  return std::nullopt;
}

std::optional<std::string> read_id(const Yaml& value, Report& report) {
  std::optional<std::string> id = read_word(value, report);
  if (!id || is_plain_id(*id)) return id;
  report.error(value, msg("criteria.bad-id", {{"id", *id}}));
  return std::nullopt;
}

std::optional<bool> read_flag(const Yaml& value, Report& report) {
  if (!expect_text(value, report)) return std::nullopt;
  if (!value.quoted && value.text == "true") return true;
  if (!value.quoted && value.text == "false") return false;
  report.error(value, msg("criteria.not-a-flag", {{"text", value.text}}));
  return std::nullopt;
}

std::optional<Decimal> read_decimal(const Yaml& value, Report& report) {
  if (!expect_text(value, report)) return std::nullopt;
  const std::optional<Decimal> number = parse_decimal(value.text);
  if (number && !value.quoted && !has_leading_zero(value.text)) return number;
  report.error(value, why_no_number(value));
  return std::nullopt;
}

std::optional<double> read_number(const Yaml& value, Range range, Report& report) {
  const std::optional<Decimal> decimal = read_decimal(value, report);
  if (!decimal) return std::nullopt;
  const double number = decimal->to_double();
  if (in_range(number, range)) return number;
  report.error(value, msg("criteria.number-range",
                          {{"text", value.text}, {"least", range.least}, {"most", range.most}}));
  return std::nullopt;
}

std::optional<int> read_whole(const Yaml& value, Range range, Report& report) {
  const std::optional<Decimal> decimal = read_decimal(value, report);
  if (!decimal) return std::nullopt;
  const double number = decimal->to_double();
  if (in_range(number, range) && std::trunc(number) == number) return static_cast<int>(number);
  report.error(
      value, msg("criteria.not-whole", {{"text", value.text}, {"least", range.least}, {"most", range.most}}));
  return std::nullopt;
}

std::optional<LocalText> read_local(const Yaml& value, Report& report) {
  LocalText text;
  if (value.kind == Yaml::Kind::kText) {
    std::optional<std::string> english = read_word(value, report);
    if (!english) return std::nullopt;
    text[Lang::kEn] = std::move(*english);
    return text;
  }
  if (value.kind == Yaml::Kind::kList || value.entries.empty()) {
    report.error(value, msg("criteria.expected-local-text"));
    return std::nullopt;
  }
  for (const auto& [key, translation] : value.entries) {
    const std::optional<Lang> lang = lang_named(key);
    if (!lang)
      report.error(key_mark_of(translation), msg("criteria.other-language", {{"lang", key}}));
    else if (std::optional<std::string> words = read_word(translation, report))
      text[*lang] = std::move(*words);
  }
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<std::size_t> read_choice(const Yaml& value, std::span<const std::string_view> known,
                                       Report& report) {
  if (!read_word(value, report)) return std::nullopt;
  const auto found = std::find(known.begin(), known.end(), value.text);
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  report_unknown_word(value, known, report);
  return std::nullopt;
}

std::span<const Yaml> read_list(const Yaml& value, Report& report) {
  if (value.kind == Yaml::Kind::kList) return value.items;
  report.error(value, msg("criteria.expected-list"));
  return {};
}

std::vector<std::string> read_words(const Yaml& value, Report& report) {
  return read_unique(value, report, read_word);
}

std::vector<std::string> read_ids(const Yaml& value, Report& report) {
  return read_unique(value, report, read_id);
}

void report_unknown_word(const Yaml& value, std::span<const std::string_view> known, Report& report) {
  const auto near = report.may_hint() ? nearest(value.text, known) : std::nullopt;
  if (near)
    report.error(value, msg("criteria.unknown-word-near", {{"text", value.text}, {"nearest", *near}}));
  else
    report.error(value, msg("criteria.unknown-word", {{"text", value.text}, {"known", joined(known)}}));
}

std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (std::find(words.begin(), word, *word) != word) continue;
    if (!text.empty()) text += ", ";
    text += *word;
  }
  return text;
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
// Reads one YAML value as what it should be. Each reports what is wrong at the value's place and then gives
// nothing; none of them ever retypes a text. Internal to criteria.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/lang.hpp"
#include "criteria/report.hpp"
#include "criteria/yaml.hpp"

namespace orienta {

struct Range {
  double least = 0;
  double most = 0;
};

/// A text that is not empty.
std::optional<std::string> read_word(const Yaml& value, Report& report);
/// An id as base/ids.hpp allows.
std::optional<std::string> read_id(const Yaml& value, Report& report);
/// `true` or `false` and nothing else.
std::optional<bool> read_flag(const Yaml& value, Report& report);
/// A plain decimal: no quotes, exponent, comma, 0x or leading zero.
std::optional<Decimal> read_decimal(const Yaml& value, Report& report);
std::optional<double> read_number(const Yaml& value, Range range, Report& report);
std::optional<int> read_whole(const Yaml& value, Range range, Report& report);
/// A text in English, or a map of en, ru and pl.
std::optional<LocalText> read_local(const Yaml& value, Report& report);
/// The index of the word among `known`.
std::optional<std::size_t> read_choice(const Yaml& value, std::span<const std::string_view> known,
                                       Report& report);

/// The items of a list; none (and a problem) when it is no list.
std::span<const Yaml> read_list(const Yaml& value, Report& report);
/// Texts without repetition.
std::vector<std::string> read_words(const Yaml& value, Report& report);
std::vector<std::string> read_ids(const Yaml& value, Report& report);

/// Reports that `word` is not one of `known`: the nearest one, or all of them when they are few.
void report_unknown_word(const Yaml& value, std::span<const std::string_view> known, Report& report);

/// "a, b, c", each word once.
std::string joined(std::span<const std::string_view> words);

}  // namespace orienta

// SPDX-License-Identifier: MIT
// A table of results before it has a form: the command line prints it for people, CSV and JSON write it for
// programs, with the same names and in full precision.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/message.hpp"

namespace orienta {

/// A word of a closed vocabulary: programs read `code`, people read `words`.
struct Coded {
  std::string code;
  Message words;
  bool operator==(const Coded&) const = default;
};

/// Nothing, a whole number, a real one, a text or a word. Nothing is an empty field in CSV and null in JSON.
using TableCell = std::variant<std::monostate, std::int64_t, double, std::string, LocalText, Coded>;

template <class Number>
TableCell cell_of(const std::optional<Number>& value) {
  if (!value) return std::monostate{};
  if constexpr (std::is_floating_point_v<Number>)
    return static_cast<double>(*value);
  else
    return static_cast<std::int64_t>(*value);
}

struct Column {
  std::string key;       ///< in CSV and JSON: documented, stable
  Message title;         ///< in print
  int digits = 1;        ///< decimals in print; CSV and JSON have them all
  bool in_print = true;  ///< some columns are for programs only
};

struct Table {
  std::string name;  ///< the key of the list in JSON
  std::vector<Column> columns;
  std::vector<std::vector<TableCell>> rows;  ///< each as wide as `columns`
};

/// RFC 4180 with "\n" line ends, "." decimals, shortest digits that read back to the same number, UTF-8.
/// Local text is written in English or the first language it has.
std::string to_csv(const Table& table);

/// {"orienta": 1, "<name>": [{"<key>": …}, …]} and a line end. Notes, where there are any, stand beside the
/// list as codes with arguments: what has to be known to read it.
std::string to_json(const Table& table, const std::vector<Message>& notes = {});

/// A number in full: the shortest digits that read back to the same value; whole numbers without a point.
std::string full_number(double value);

}  // namespace orienta

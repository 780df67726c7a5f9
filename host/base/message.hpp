// SPDX-License-Identifier: MIT
// A message is a code with typed arguments. Words are made from it at the edge of the program, in the user's
// language (catalogue.hpp); inside, and in JSON, only codes and numbers travel.
//
//   msg("criteria.duplicate-key", {{"key", "weight"}, {"first_line", 12}})
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/lang.hpp"

namespace orienta {

/// A word of the catalogues by its code, as part of another message: the name of a source, of an aggregator,
/// ….
struct Word {
  std::string code;
  bool operator==(const Word&) const = default;
};

/// A whole number, a real number, a text that is the same in every language, a text with translations, or a
/// word.
class Argument {
 public:
  using Value = std::variant<std::int64_t, double, std::string, LocalText, Word>;

  Argument(std::integral auto value) : value_(static_cast<std::int64_t>(value)) {}
  Argument(double value) : value_(value) {}
  Argument(std::string value) : value_(std::move(value)) {}
  Argument(std::string_view value) : value_(std::string(value)) {}
  Argument(const char* value) : value_(std::string(value)) {}
  Argument(LocalText value) : value_(std::move(value)) {}
  Argument(Word value) : value_(std::move(value)) {}

  const Value& value() const { return value_; }
  bool operator==(const Argument&) const = default;

 private:
  Value value_;
};

struct Message {
  std::string code;                                         ///< "<module>.<words-with-dashes>"
  std::vector<std::pair<std::string, Argument>> arguments;  ///< by name; "n" decides the plural form

  /// The argument of that name, or null.
  const Argument* find(std::string_view name) const;
  bool operator==(const Message&) const = default;
};

/// Every message of the product is made by this call with the code as a literal: a test reads the sources and
/// compares the codes with the catalogues of all languages.
inline Message msg(std::string_view code,
                   std::initializer_list<std::pair<std::string, Argument>> arguments = {}) {
  return {std::string(code), arguments};
}

/// A message without arguments as a word in another one: `word(msg("app.source-self"))`.
inline Argument word(Message message) {
  return Word{std::move(message.code)};
}

}  // namespace orienta

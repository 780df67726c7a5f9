// SPDX-License-Identifier: MIT
// Words for messages, from gettext catalogues (.mo) that are read without touching the process's locale.
//
// A catalogue's msgid is the message's code, its msgstr the sentence with placeholders:
//   {name}      the argument: text as it is, numbers in full
//   {name:.1}   a number with one decimal, rounded half away from zero, decimal comma in Russian and Polish
//   {name:%}    a share 0..1 as whole per cent, rounded half away from zero: "85 %"
// A brace that does not begin the name of an argument stands for itself.
// An entry with plural forms is chosen by the argument "n" with the language's own rule; the rule is built
// in, because the expression in a catalogue's header would be code from outside.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/lang.hpp"
#include "base/message.hpp"
#include "base/result.hpp"

namespace orienta {

/// Words in one language. Immutable after loading; may be shared by threads.
class Catalogue {
 public:
  /// A catalogue without entries: renders codes with their arguments, so that nothing is ever lost.
  explicit Catalogue(Lang lang);
  ~Catalogue();
  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;

  /// Reads `<folder>/<lang>.mo` in addition to what is there; entries that are there already win, so a
  /// plugin's catalogue cannot change the program's words. Untrusted: limits on size, offsets and UTF-8
  /// checked; a catalogue that is refused adds nothing. Errors of os::read_file, kCorrupt.
  Status add(const std::filesystem::path& folder);
  /// The same from bytes; `name` is for errors.
  Status add_bytes(std::string bytes, std::string_view name);

  Lang lang() const;
  bool has(std::string_view code) const;

  /// The sentence. A code without an entry gives "code (name=value, …)".
  std::string text(const Message& message) const;
  /// "file:line:column: sentence", with the parts of the place that are known.
  std::string text(const Problem& problem) const;

 private:
  /// The message with its words spelled out.
  Message with_words(const Message& message) const;

  struct Entries;
  std::unique_ptr<Entries> entries_;
};

/// A number for people: `digits` decimals (0 to 15), rounded half away from zero (never for comparing),
/// decimal comma where the language has it. Real minus sign is not used: "-1.5" stays copyable. What rounds
/// to zero has no sign. Only the first 15 significant digits count, as in spreadsheets: 1.005 gives "1.01"
/// although its binary value is a little less.
std::string display_number(double value, int digits, Lang lang);

}  // namespace orienta

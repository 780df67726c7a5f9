// SPDX-License-Identifier: MIT
// What every verb of the command line shares: the user's language and format, where things are, and how
// results, problems and next steps are printed.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/assessment.hpp"
#include "app/places.hpp"
#include "base/catalogue.hpp"
#include "reports/table.hpp"

namespace orienta::cli {

enum Exit : int { kDone = 0, kInputHasProblems = 1, kWrongUsage = 2, kPluginFailed = 3 };

class Session {
 public:
  /// `program` is how the program was called: a path, so that commands it suggests can be typed as they
  /// stand, or a name.
  explicit Session(Lang lang, std::string program = "orienta");

  // Filled by the options that every verb has.
  std::string lang_name;
  std::string format = "table";
  std::vector<std::string> criteria;
  std::vector<std::string> plugins;
  bool in_process = false;

  /// Where to look, from the options above.
  const Places& places();
  /// Reads the words of the plugins, for traces and remarks.
  void add_words_of(const Package& package);
  const std::string& program() const { return program_; }
  const Catalogue& words() const { return words_; }
  std::string text(const Message& message) const { return words_.text(message); }

  bool for_people() const { return format == "table"; }

  /// Prints to standard output.
  void print(const std::string& line) const;
  void print(const Message& message) const { print(text(message)); }
  /// In the user's format. Notes stand in JSON beside the rows, of CSV on standard error; for people the
  /// caller prints them where they belong.
  void print(const Table& table, const std::vector<Message>& notes = {}) const;
  /// A line to standard error that is no error.
  void note(const Message& message) const;
  /// A progress line on a terminal's standard error; empty elsewhere. `end_progress` wipes it.
  std::function<void(std::uint64_t done, std::uint64_t total)> progress() const;
  void end_progress() const;
  /// On a terminal, in table format: "Next: orienta score demo.orienta  (what it does)". `command` is
  /// without the program's name.
  void next(const std::string& command, const Message& what) const;

  /// To standard error: the first ones, and how many there are in all.
  void report(const Problems& problems) const;
  /// Reports the error; the exit code for it.
  int fail_with(const Error& error) const;

 private:
  std::string program_;
  Catalogue words_;
  std::optional<Places> places_;
};

/// A table for people: aligned, without columns that are empty throughout.
std::string to_text(const Table& table, const Catalogue& words);

/// Help for a verb, or for the program.
std::string help_text(const class Verb& verb, const std::string& path, const class Verb& root,
                      const Catalogue& words);

/// Shell word: quoted where a shell would take it apart.
std::string shell_word(const std::string& text);

}  // namespace orienta::cli

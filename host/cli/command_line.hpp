// SPDX-License-Identifier: MIT
// The program's verbs with their arguments and options, declared once: parsing (CLI11), help in the user's
// language and errors that name what is allowed all come from these declarations.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/message.hpp"
#include "base/result.hpp"

namespace orienta::cli {

/// Where the text of an argument or option goes.
using Target = std::variant<std::string*, std::optional<std::string>*, std::vector<std::string>*, bool*>;

struct Parameter {
  std::string name;   ///< "--unit", or for a positional "FILE"
  std::string value;  ///< what stands behind an option: "UNIT"; empty for a flag
  Target target;
  Message help;
  bool required = false;
  std::vector<std::string> allowed;  ///< empty: anything
};

class Verb {
 public:
  explicit Verb(std::string name, Message about) : name_(std::move(name)), about_(std::move(about)) {}

  /// Positional arguments, in the order they are declared. A vector takes all that follow.
  Verb& argument(std::string name, Target target, Message help, bool required = true);
  Verb& option(std::string name, std::string value, Target target, Message help,
               std::vector<std::string> allowed = {});
  Verb& needed_option(std::string name, std::string value, Target target, Message help,
                      std::vector<std::string> allowed = {});
  Verb& flag(std::string name, bool& target, Message help);
  /// A line a newcomer can type, printed in help.
  Verb& example(std::string line);
  Verb& run(std::function<int()> action);
  /// A verb below this one ("units import").
  Verb& verb(std::string name, Message about);

  const std::string& name() const { return name_; }
  const Message& about() const { return about_; }
  const std::vector<Parameter>& arguments() const { return arguments_; }
  const std::vector<Parameter>& options() const { return options_; }
  const std::vector<std::string>& examples() const { return examples_; }
  const std::vector<std::unique_ptr<Verb>>& verbs() const { return verbs_; }
  const std::function<int()>& action() const { return action_; }

 private:
  std::string name_;
  Message about_;
  std::vector<Parameter> arguments_;
  std::vector<Parameter> options_;
  std::vector<std::string> examples_;
  std::vector<std::unique_ptr<Verb>> verbs_;
  std::function<int()> action_;
};

/// What a command line asks for.
struct Parsed {
  const Verb* verb = nullptr;  ///< the innermost one named; the root when none was
  std::string path;            ///< "orienta units import"
  bool help = false;
  bool version = false;
};

/// Fills the targets. kUsage errors say what is wrong and what would be right. `root`'s options are allowed
/// behind every verb.
Result<Parsed> parse(const Verb& root, int argc, const char* const* argv);

}  // namespace orienta::cli

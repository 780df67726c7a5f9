// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/command_line.hpp"
#include "cli/session.hpp"

namespace orienta::cli {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// "  left   right", the right sides aligned.
std::string two_columns(const Lines& lines) {
  std::size_t width = 0;
  for (const auto& [left, right] : lines)
    width = std::max(width, letters(left));
  std::string out;
  for (const auto& [left, right] : lines)
    out += "  " + left + std::string(width - letters(left) + 3, ' ') + right + "\n";
  return out;
}

Lines options_of(const Verb& verb, const Catalogue& words) {
  Lines lines;
  for (const Parameter& option : verb.options()) {
    std::string right = words.text(option.help);
    if (!option.allowed.empty()) {
      right += " (";
      for (std::size_t i = 0; i < option.allowed.size(); ++i)
        right += (i > 0 ? ", " : "") + option.allowed[i];
      right += ")";
    }
    lines.emplace_back(option.value.empty() ? option.name : option.name + " " + option.value, right);
  }
  return lines;
}

std::string usage_line(const Verb& verb, const std::string& path) {
  std::string line = path;
  if (!verb.verbs().empty()) line += " VERB";
  for (const Parameter& argument : verb.arguments()) {
    const bool many = std::holds_alternative<std::vector<std::string>*>(argument.target);
    const std::string name = argument.name + (many ? "..." : "");
    line += argument.required ? " " + name : " [" + name + "]";
  }
  for (const Parameter& option : verb.options()) {
    const bool many = std::holds_alternative<std::vector<std::string>*>(option.target);
    const std::string name =
        option.name + (option.value.empty() ? "" : " " + option.value) + (many ? " ..." : "");
    if (option.required) line += " " + name;
  }
  const bool has_optional =
      std::ranges::any_of(verb.options(), [](const Parameter& option) { return !option.required; });
  return has_optional ? line + " [...]" : line;
}

}  // namespace

std::string help_text(const Verb& verb, const std::string& path, const Verb& root, const Catalogue& words) {
  std::string out = words.text(verb.about()) + "\n\n";
  out += words.text(msg("cli.help-usage")) + "\n  " + usage_line(verb, path) + "\n";
  Lines verbs;
  for (const auto& child : verb.verbs())
    verbs.emplace_back(child->name(), words.text(child->about()));
  if (!verbs.empty()) out += "\n" + words.text(msg("cli.help-verbs")) + "\n" + two_columns(verbs);
  Lines arguments;
  for (const Parameter& argument : verb.arguments())
    arguments.emplace_back(argument.name, words.text(argument.help));
  if (!arguments.empty()) out += "\n" + words.text(msg("cli.help-arguments")) + "\n" + two_columns(arguments);
  if (&verb != &root && !verb.options().empty())
    out += "\n" + words.text(msg("cli.help-options")) + "\n" + two_columns(options_of(verb, words));
  Lines everywhere = options_of(root, words);
  everywhere.emplace_back("--help", words.text(msg("cli.option-help")));
  if (&verb == &root) everywhere.emplace_back("--version", words.text(msg("cli.option-version")));
  out += "\n" + words.text(msg("cli.help-everywhere")) + "\n" + two_columns(everywhere);
  if (!verb.examples().empty()) {
    out += "\n" + words.text(msg("cli.help-examples")) + "\n";
    for (const std::string& example : verb.examples())
      out += "  " + example + "\n";
  }
  return out;
}

}  // namespace orienta::cli

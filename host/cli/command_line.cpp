// SPDX-License-Identifier: MIT
#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/wording.hpp"

namespace orienta::cli {
namespace {

void add_parameter(CLI::App& app, const Parameter& parameter, bool positional) {
  CLI::Option* option = std::visit(
      [&](auto* target) -> CLI::Option* {
        using Type = std::remove_pointer_t<decltype(target)>;
        if constexpr (std::is_same_v<Type, bool>)
          return app.add_flag(parameter.name, *target);
        else
          return app.add_option(parameter.name, *target);
      },
      parameter.target);
  if (parameter.required) option->required();
  if (!parameter.allowed.empty()) option->check(CLI::IsMember(parameter.allowed));
  // An option that takes one value takes one: "--set a b" must not swallow a positional. Lists repeat the
  // option.
  const bool many = std::holds_alternative<std::vector<std::string>*>(parameter.target);
  if (many && !positional) option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

struct Built {
  const Verb* verb;
  CLI::App* app;
  std::string path;
};

void build(const Verb& verb, CLI::App& app, const std::string& path, bool& help, std::vector<Built>& built) {
  app.set_help_flag();
  app.add_flag("-h,--help", help);
  app.fallthrough();
  for (const Parameter& parameter : verb.arguments())
    add_parameter(app, parameter, true);
  for (const Parameter& parameter : verb.options())
    add_parameter(app, parameter, false);
  built.push_back({&verb, &app, path});
  for (const auto& child : verb.verbs())
    build(*child, *app.add_subcommand(child->name()), path + " " + child->name(), help, built);
}

/// The innermost verb on the line; `built` has parents before their children.
const Built& chosen(const std::vector<Built>& built) {
  const Built* last = &built.front();
  for (const Built& each : built)
    if (each.app->parsed()) last = &each;
  return *last;
}

std::vector<std::string> names_of(const Verb& verb) {
  std::vector<std::string> names;
  for (const auto& child : verb.verbs())
    names.push_back(child->name());
  return names;
}

std::vector<std::string> option_names(const Verb& verb, const Verb& root) {
  std::vector<std::string> names;
  for (const Verb* each : {&verb, &root})
    for (const Parameter& option : each->options())
      names.push_back(option.name);
  return names;
}

Error usage_error(const CLI::ParseError& error, const Built& at, const Verb& root, const CLI::App& app) {
  const auto usage = [&](Message message) { return fail(ErrorKind::kUsage, std::move(message)); };
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const auto extra = app.remaining(true);
    const std::string word = extra.empty() ? "" : extra.front();
    if (word.starts_with("-"))
      return usage(msg(
          "cli.unknown-option",
          {{"option", word}, {"verb", at.path}, {"hint", word_or_list(word, option_names(*at.verb, root))}}));
    if (!at.verb->verbs().empty())
      return usage(
          msg("cli.unknown-verb", {{"word", word}, {"hint", word_or_list(word, names_of(*at.verb))}}));
    return usage(msg("cli.too-many-words", {{"word", word}, {"verb", at.path}}));
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    for (const auto* parameters : {&at.verb->arguments(), &at.verb->options()})
      for (const Parameter& parameter : *parameters)
        if (parameter.required && at.app->get_option(parameter.name)->count() == 0)
          return usage(msg("cli.missing", {{"name", parameter.name}, {"verb", at.path}}));
    return usage(msg("cli.missing", {{"name", "VERB"}, {"verb", at.path}}));
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) {
    for (const Verb* each : {at.verb, &root})
      for (const Parameter& option : each->options()) {
        const auto* given = std::get_if<std::string*>(&option.target);
        const CLI::App& owner = each == &root ? app : *at.app;
        if (option.allowed.empty() || given == nullptr || owner.get_option(option.name)->count() == 0)
          continue;
        const std::string value = owner.get_option(option.name)->results().back();
        if (std::ranges::find(option.allowed, value) == option.allowed.end())
          return usage(msg("cli.not-allowed",
                           {{"option", option.name}, {"value", value}, {"allowed", listed(option.allowed)}}));
      }
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string_view what = error.what();  // "--unit: 1 required TEXT missing"
    return usage(
        msg("cli.option-needs-value", {{"verb", at.path}, {"option", what.substr(0, what.find(':'))}}));
  }
  return usage(msg("cli.not-understood", {{"verb", at.path}, {"text", std::string(error.what())}}));
}

/// An option that was given and says nothing, as an unset variable of a script does: it must not count as one
/// that was left out.
const Parameter* empty_option(const Built& at) {
  for (const Parameter& option : at.verb->options()) {
    if (!std::holds_alternative<std::string*>(option.target)) continue;
    const CLI::Option* const given = at.app->get_option(option.name);
    if (given->count() > 0 && given->results().back().empty()) return &option;
  }
  return nullptr;
}

}  // namespace

Verb& Verb::argument(std::string name, Target target, Message help, bool required) {
  arguments_.push_back({std::move(name), "", target, std::move(help), required, {}});
  return *this;
}

Verb& Verb::option(std::string name, std::string value, Target target, Message help,
                   std::vector<std::string> allowed) {
  options_.push_back({std::move(name), std::move(value), target, std::move(help), false, std::move(allowed)});
  return *this;
}

Verb& Verb::needed_option(std::string name, std::string value, Target target, Message help,
                          std::vector<std::string> allowed) {
  options_.push_back({std::move(name), std::move(value), target, std::move(help), true, std::move(allowed)});
  return *this;
}

Verb& Verb::flag(std::string name, bool& target, Message help) {
  options_.push_back({std::move(name), "", &target, std::move(help), false, {}});
  return *this;
}

Verb& Verb::example(std::string line) {
  examples_.push_back(std::move(line));
  return *this;
}

Verb& Verb::run(std::function<int()> action) {
  action_ = std::move(action);
  return *this;
}

Verb& Verb::verb(std::string name, Message about) {
  return *verbs_.emplace_back(std::make_unique<Verb>(std::move(name), std::move(about)));
}

Result<Parsed> parse(const Verb& root, int argc, const char* const* argv) {
  Parsed parsed;
  CLI::App app;
  std::vector<Built> built;
  build(root, app, root.name(), parsed.help, built);
  app.add_flag("--version", parsed.version);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const Built& at = chosen(built);
    // Somebody who asks for help has not made a mistake.
    if (parsed.help || std::any_of(argv + 1, argv + argc,
                                   [](std::string_view word) { return word == "--help" || word == "-h"; }))
      return Parsed{at.verb, at.path, true, false};
    return failure(usage_error(error, at, root, app));
  }
  const Built& at = chosen(built);
  if (const Parameter* const empty = empty_option(at))
    return failure(
        fail(ErrorKind::kUsage, msg("cli.option-needs-value", {{"verb", at.path}, {"option", empty->name}})));
  parsed.verb = at.verb;
  parsed.path = at.path;
  return parsed;
}

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
// orienta: the command line. Declares the verbs, finds the language, runs one verb.
#include <cstdio>
#include <string_view>

#include "base/user_lang.hpp"
#include "cli/command_line.hpp"
#include "cli/session.hpp"
#include "cli/verbs.hpp"

namespace {

using namespace orienta;

/// The language is needed before the line is parsed: help and errors of parsing are text too.
Lang language(int argc, const char* const* argv) {
  constexpr std::string_view kOption = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == kOption && i + 1 < argc)
      if (const auto lang = lang_of(argv[i + 1])) return *lang;
    if (word.starts_with("--lang="))
      if (const auto lang = lang_of(word.substr(kOption.size() + 1))) return *lang;
  }
  return user_lang();
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view called = argv[0];
  cli::Session session(language(argc, argv),
                       called.find('/') == called.npos ? "orienta" : std::string(called));
  const cli::Verb root = cli::all_verbs(session);
  const auto parsed = cli::parse(root, argc, argv);
  if (!parsed) return session.fail_with(parsed.error());
  if (parsed->version) {
    session.print("orienta " ORIENTA_VERSION);
    return cli::kDone;
  }
  if (parsed->help) {
    std::fputs(cli::help_text(*parsed->verb, parsed->path, root, session.words()).c_str(), stdout);
    return cli::kDone;
  }
  if (!parsed->verb->action()) {
    // A verb that only groups others, or none at all: show what there is, as an error for scripts.
    std::fputs(cli::help_text(*parsed->verb, parsed->path, root, session.words()).c_str(), stderr);
    return cli::kWrongUsage;
  }
  return parsed->verb->action()();
}

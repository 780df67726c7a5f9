// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "cli/verbs.hpp"
#include "support/golden.hpp"
#include "workspace.hpp"

namespace {

using namespace orienta;

void each_verb(const cli::Verb& verb, std::vector<std::string> path,
               const std::function<void(const cli::Verb&, const std::vector<std::string>&)>& take) {
  take(verb, path);
  for (const auto& child : verb.verbs()) {
    std::vector<std::string> below = path;
    below.push_back(child->name());
    each_verb(*child, below, take);
  }
}

}  // namespace

TEST_CASE("the help of every verb shows an example that begins with the verb", "[cli]") {
  cli::Session session(Lang::kEn);
  const cli::Verb root = cli::all_verbs(session);
  each_verb(root, {}, [](const cli::Verb& verb, const std::vector<std::string>& path) {
    std::string words = "orienta";
    for (const std::string& word : path)
      words += " " + word;
    INFO(words);
    REQUIRE(!verb.examples().empty());
    for (const std::string& example : verb.examples())
      CHECK(example.starts_with(words));
  });
}

TEST_CASE("help reads as approved in the three languages", "[cli]") {
  cli::Session session(Lang::kEn);
  const cli::Verb root = cli::all_verbs(session);
  for (const Lang lang : kLangs) {
    const cli::Session speaker(lang);
    std::string all;
    each_verb(root, {}, [&](const cli::Verb& verb, const std::vector<std::string>& path) {
      std::string words = "orienta";
      for (const std::string& word : path)
        words += " " + word;
      all += "$ " + words + " --help\n" + cli::help_text(verb, words, root, speaker.words()) + "\n";
    });
    test::check_golden("cli/help." + std::string(code_of(lang)) + ".txt", all);
  }
}

TEST_CASE("asking for help is no mistake even where arguments are missing", "[cli]") {
  const test::Workspace workspace;
  const auto run = workspace.run({"import", "--help"});
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("orienta import FILE DATA.csv") != std::string::npos);
  CHECK(run.err.empty());
}

TEST_CASE("the program without a verb shows what it can do and says it was called wrongly", "[cli]") {
  const test::Workspace workspace;
  const auto run = workspace.run({});
  CHECK(run.exit_code == 2);
  CHECK(run.out.empty());
  CHECK(run.err.find("orienta demo") != std::string::npos);
}

TEST_CASE("the language comes from the option before the environment", "[cli]") {
  const test::Workspace workspace;
  CHECK(workspace.run({"--lang", "pl", "--help"}).out ==
        workspace.run({"--help"}, {{"ORIENTA_LANG", "pl"}}).out);
  CHECK(workspace.run({"--help"}, {{"ORIENTA_LANG", ""}, {"LC_ALL", "ru_RU.UTF-8"}}).out ==
        workspace.run({"--help", "--lang=ru"}).out);
}

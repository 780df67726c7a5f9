// SPDX-License-Identifier: MIT
#include "viewmodel/frame.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace orienta;
using namespace orienta::gui;

namespace {

const std::vector<Command> kCommands = {
    {"Go to Overview", "", {}}, {"Look at Łódź", "", {}}, {"Тёмная", "", {}}, {"Overview of all", "", {}}};

std::vector<std::string> titles(const std::string& typed) {
  std::vector<std::string> found;
  for (const Command& command : matching(kCommands, typed))
    found.push_back(command.title);
  return found;
}

}  // namespace

TEST_CASE("the palette finds every word whatever its case, in all alphabets", "[frame]") {
  CHECK(titles("łÓDŹ look") == std::vector<std::string>{"Look at Łódź"});
  CHECK(titles("ТЁМ") == std::vector<std::string>{"Тёмная"});
  CHECK(titles("nothing").empty());
}

TEST_CASE("what begins with the typed words comes first", "[frame]") {
  CHECK(titles("overview") == std::vector<std::string>{"Overview of all", "Go to Overview"});
}

TEST_CASE("nothing typed lists every command", "[frame]") {
  CHECK(titles("").size() == kCommands.size());
}

TEST_CASE("without a project there is the sample, the languages and the theme", "[frame]") {
  Desk desk({}, {}, Lang::kEn, {});
  const auto list = commands(desk);
  REQUIRE_FALSE(list.empty());
  CHECK(list.front().title == "Explore a sample network");
}

TEST_CASE("commands are found by the words that people use for them", "[frame]") {
  Desk desk({}, {}, Lang::kEn, {});
  const auto first = [&](const std::string& typed) {
    const auto found = matching(commands(desk), typed);
    return found.empty() ? std::string() : found.front().title;
  };
  CHECK(first("create") == "New project");
  CHECK(first("load") == desk.text(msg("viewmodel.open-file")));
  CHECK(first("language") == "English");
  CHECK(first("theme") == "Light");
  CHECK(first("demo") == "Explore a sample network");
}

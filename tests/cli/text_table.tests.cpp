// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "cli/session.hpp"

using namespace orienta;

TEST_CASE("a table for people aligns letters of every alphabet and leaves out empty columns", "[cli]") {
  const Table table{
      "t",
      {{"a", msg("name")}, {"b", msg("empty")}, {"c", msg("number"), 1}},
      {{std::string("Łódź"), std::monostate{}, 1.25}, {std::string("Ижевск"), std::monostate{}, 10.0}}};
  CHECK(cli::to_text(table, Catalogue(Lang::kEn)) ==
        "name    number\n"
        "Łódź       1.3\n"
        "Ижевск    10.0\n");
}

TEST_CASE("control characters of a user's text do not reach the terminal", "[cli]") {
  const Table table{"t", {{"a", msg("name")}}, {{std::string("red\033[31m")}}};
  CHECK(cli::to_text(table, Catalogue(Lang::kEn)).find('\033') == std::string::npos);
}

TEST_CASE("a word for a shell is quoted where the shell would take it apart", "[cli]") {
  CHECK(cli::shell_word("a/b.orienta") == "a/b.orienta");
  CHECK(cli::shell_word("my file") == "'my file'");
  CHECK(cli::shell_word("it's") == "'it'\\''s'");
}

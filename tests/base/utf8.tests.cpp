// SPDX-License-Identifier: MIT
#include "base/utf8.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace orienta;

TEST_CASE("text in all languages is UTF-8", "[base]") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("plain"));
  CHECK(is_utf8("Качество, jakość, 品質, 🙂"));
  CHECK(is_utf8(std::string_view("\0", 1)));
  CHECK(
      is_utf8("\x7F \xC2\x80 \xDF\xBF \xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF \xF0\x90\x80\x80 "
              "\xF4\x8F\xBF\xBF"));
}

TEST_CASE("bytes that are not well formed are found", "[base]") {
  for (const char* text : {"\x80",
                           "\xBF",
                           "\xC0\x80",
                           "\xC1\xBF",
                           "\xE0\x80\x80",
                           "\xE0\x9F\xBF",
                           "\xED\xA0\x80",
                           "\xED\xBF\xBF",
                           "\xF0\x80\x80\x80",
                           "\xF0\x8F\xBF\xBF",
                           "\xF4\x90\x80\x80",
                           "\xF5\x80\x80\x80",
                           "\xFF",
                           "\xFE",
                           "\xC2",
                           "\xE2\x82",
                           "\xF0\x9F\x99",
                           "\xC2 ",
                           "\xE2\x82 ",
                           "\xE2 \x82",
                           "\xF0\x9F\x99 ",
                           "ab\xE4"}) {
    CAPTURE(text);
    CHECK_FALSE(is_utf8(text));
  }
}

TEST_CASE("Cyrillic and Polish in an old code page is not UTF-8", "[base]") {
  CHECK_FALSE(is_utf8("\xCA\xE0\xF7\xE5\xF1\xF2\xE2\xEE"));
  CHECK_FALSE(is_utf8("jako\x9C\xE6"));
}

TEST_CASE("text that a user typed cannot steer a terminal", "[base]") {
  CHECK(printable("a\033[31mb\x7f\n") == "a [31mb  ");
  CHECK(printable("a\xC2\x9B"
                  "31m") == "a 31m");
  CHECK(printable("Red\xE2\x80\xAE"
                  "abc") == "Red abc");
  CHECK(printable("Łódź, Ижевск – 5 × „a”") == "Łódź, Ижевск – 5 × „a”");
}

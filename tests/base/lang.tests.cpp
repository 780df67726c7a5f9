// SPDX-License-Identifier: MIT
#include "base/lang.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace orienta;

TEST_CASE("a language is known by its code and by names of locales", "[base]") {
  CHECK(lang_of("en") == Lang::kEn);
  CHECK(lang_of("ru_RU.UTF-8") == Lang::kRu);
  CHECK(lang_of("pl-PL") == Lang::kPl);
  CHECK(lang_of("pl.UTF-8") == Lang::kPl);
  CHECK(lang_of("en_GB@euro") == Lang::kEn);
  for (const Lang lang : kLangs)
    CHECK(lang_of(code_of(lang)) == lang);
}

TEST_CASE("other languages are not taken for one of ours", "[base]") {
  for (const char* code : {"", "e", "C", "POSIX", "de_DE.UTF-8", "rus", "english", "EN", "plx", " ru"}) {
    CAPTURE(code);
    CHECK_FALSE(lang_of(code));
  }
}

TEST_CASE("a text falls back to English and then to any language that has it", "[base]") {
  LocalText text;
  CHECK(text.empty());
  CHECK(text.in(Lang::kRu).empty());
  text[Lang::kPl] = "jakość";
  CHECK(text.in(Lang::kRu) == "jakość");
  text[Lang::kEn] = "quality";
  CHECK(text.in(Lang::kRu) == "quality");
  CHECK(text.in(Lang::kPl) == "jakość");
  CHECK_FALSE(text.empty());
}

// SPDX-License-Identifier: MIT
#include "base/catalogue.hpp"

#include <catch2/catch_test_macros.hpp>

#include "base/limits.hpp"
#include "base/mo_builder.hpp"
#include "base/os.hpp"

using namespace orienta;
using namespace std::string_literals;
using orienta::test::build_mo;

namespace {

using Arguments = std::vector<std::pair<std::string, Argument>>;

Catalogue catalogue(Lang lang, const test::MoTexts& texts) {
  Catalogue words(lang);
  REQUIRE(words.add_bytes(build_mo(texts), "test.mo"));
  return words;
}

/// `sentence` with these arguments, in that language.
std::string filled(Lang lang, const std::string& sentence, Arguments arguments) {
  return catalogue(lang, {{"test.code", sentence}}).text(Message{"test.code", std::move(arguments)});
}

std::string plural(Lang lang, const std::string& forms, Argument n) {
  const auto words = catalogue(lang, {{"test.n\0test.n"s, forms}});
  return words.text(Message{"test.n", {{"n", std::move(n)}}});
}

const std::string kRuDays = "{n} день\0{n} дня\0{n} дней"s;
const std::string kPlUnits = "{n} punkt\0{n} punkty\0{n} punktów"s;

}  // namespace

TEST_CASE("placeholders are filled with arguments", "[base]") {
  LocalText title;
  title[Lang::kEn] = "Calls";
  title[Lang::kPl] = "Rozmowy";
  CHECK(filled(Lang::kEn, "No {key} in line {line}.", {{"key", "weight"}, {"line", 12}}) ==
        "No weight in line 12.");
  CHECK(filled(Lang::kPl, "„{title}”", {{"title", title}}) == "„Rozmowy”");
  CHECK(filled(Lang::kRu, "«{title}»", {{"title", title}}) == "«Calls»");
  CHECK(filled(Lang::kEn, "{a}{b}{a}", {{"a", "x"}, {"b", "y"}}) == "xyx");
}

TEST_CASE("numbers are given in full unless the sentence rounds them", "[base]") {
  CHECK(filled(Lang::kEn, "{v}", {{"v", 76.25}}) == "76.25");
  CHECK(filled(Lang::kRu, "{v}", {{"v", 76.25}}) == "76.25");
  CHECK(filled(Lang::kEn, "{v}", {{"v", 100000.0}}) == "100000");
  CHECK(filled(Lang::kEn, "{v}", {{"v", 1e300}}) == "1e+300");
  CHECK(filled(Lang::kEn, "{v}", {{"v", -9223372036854775807 - 1}}) == "-9223372036854775808");
  CHECK(filled(Lang::kEn, "{v:.1}", {{"v", 76.25}}) == "76.3");
  CHECK(filled(Lang::kRu, "{v:.1}", {{"v", 76.25}}) == "76,3");
  CHECK(filled(Lang::kPl, "{v:.2}", {{"v", 5}}) == "5,00");
  CHECK(filled(Lang::kEn, "{v:.0}", {{"v", 2.5}}) == "3");
  CHECK(filled(Lang::kEn, "{v:.1}", {{"v", "as it is"}}) == "as it is");
}

TEST_CASE("a share is shown in whole per cent", "[base]") {
  CHECK(filled(Lang::kEn, "{v:%}", {{"v", 0.85}}) == "85 %");
  CHECK(filled(Lang::kRu, "{v:%}", {{"v", 0.285}}) == "29 %");
  CHECK(filled(Lang::kEn, "{v:%}", {{"v", 1}}) == "100 %");
}

TEST_CASE("a brace that begins no argument stands for itself", "[base]") {
  const Arguments arguments{{"key", "weight"}};
  for (const char* text : {"{", "}", "{}", "{other}", "{key", "{ key }", "{key:x}", "{key:.}", "{key:.12}",
                           "{:%}", "write {en: …}"}) {
    CAPTURE(text);
    CHECK(filled(Lang::kEn, text, arguments) == text);
  }
  CHECK(filled(Lang::kEn, "{{key}}", arguments) == "{weight}");
  CHECK(filled(Lang::kEn, "{x{key}", arguments) == "{xweight");
}

TEST_CASE("a word in a sentence follows the language", "[base]") {
  const auto words = catalogue(Lang::kPl, {{"test.code", "Ocenia {who}."}, {"test.self", "sama jednostka"}});
  CHECK(words.text(Message{"test.code", {{"who", Word{"test.self"}}}}) == "Ocenia sama jednostka.");
  CHECK(words.text(Message{"test.code", {{"who", Word{"test.other"}}}}) == "Ocenia test.other.");
  CHECK(words.text(Message{"test.none", {{"who", Word{"test.self"}}}}) == "test.none (who=test.self)");
}

TEST_CASE("an argument is not searched for placeholders", "[base]") {
  CHECK(filled(Lang::kEn, "{a} {b}", {{"a", "{b}"}, {"b", "{a}"}}) == "{b} {a}");
}

TEST_CASE("English has two plural forms", "[base]") {
  const std::string forms = "{n} day\0{n} days"s;
  CHECK(plural(Lang::kEn, forms, 1) == "1 day");
  for (const int n : {0, 2, 5, 11, 21, 101})
    CHECK(plural(Lang::kEn, forms, n).ends_with(" days"));
  CHECK(plural(Lang::kEn, forms, 1.5) == "1.5 days");
  CHECK(plural(Lang::kEn, forms, 1.0) == "1 day");
}

TEST_CASE("Russian has three plural forms", "[base]") {
  for (const int n : {1, 21, 101, 1001})
    CHECK(plural(Lang::kRu, kRuDays, n).ends_with(" день"));
  for (const int n : {2, 3, 4, 22, 34, 102})
    CHECK(plural(Lang::kRu, kRuDays, n).ends_with(" дня"));
  for (const int n : {0, 5, 10, 11, 12, 14, 20, 25, 111, 112, 1011})
    CHECK(plural(Lang::kRu, kRuDays, n).ends_with(" дней"));
  CHECK(plural(Lang::kRu, kRuDays, -21) == "-21 день");
  CHECK(plural(Lang::kRu, kRuDays, 1.5).ends_with(" дня"));
}

TEST_CASE("Polish has three plural forms and one is only one", "[base]") {
  CHECK(plural(Lang::kPl, kPlUnits, 1) == "1 punkt");
  for (const int n : {2, 3, 4, 22, 34, 102})
    CHECK(plural(Lang::kPl, kPlUnits, n).ends_with(" punkty"));
  for (const int n : {0, 5, 11, 12, 14, 21, 25, 101, 112})
    CHECK(plural(Lang::kPl, kPlUnits, n).ends_with(" punktów"));
}

TEST_CASE("an entry with fewer forms than the language gives its last", "[base]") {
  CHECK(plural(Lang::kRu, "one\0other"s, 5) == "other");
  CHECK(plural(Lang::kRu, "only", 5) == "only");
  CHECK(plural(Lang::kRu, kRuDays, "many") == "many день");
}

TEST_CASE("a code without words is given with its arguments", "[base]") {
  const Catalogue empty(Lang::kPl);
  LocalText title;
  title[Lang::kPl] = "Rozmowy";
  CHECK(empty.text(Message{"test.code", {}}) == "test.code");
  CHECK(empty.text(Message{"test.code", {{"n", 3}, {"value", 0.5}, {"title", title}}}) ==
        "test.code (n=3, value=0.5, title=Rozmowy)");
  CHECK_FALSE(empty.has("test.code"));
}

TEST_CASE("an entry that is not translated counts as missing", "[base]") {
  const auto words = catalogue(Lang::kRu, {{"", "Language: ru\n"}, {"test.code", ""}});
  CHECK_FALSE(words.has("test.code"));
  CHECK_FALSE(words.has(""));
  CHECK(words.text(Message{"test.code", {}}) == "test.code");
}

TEST_CASE("a later catalogue adds words and changes none", "[base]") {
  Catalogue words = catalogue(Lang::kEn, {{"test.a", "first"}});
  REQUIRE(words.add_bytes(build_mo({{"test.a", "second"}, {"test.b", "new"}}), "plugin.mo"));
  CHECK(words.text(Message{"test.a", {}}) == "first");
  const Catalogue moved = std::move(words);
  CHECK(moved.text(Message{"test.b", {}}) == "new");
}

TEST_CASE("a damaged catalogue is an error that adds nothing", "[base]") {
  Catalogue words = catalogue(Lang::kEn, {{"test.a", "first"}});
  const std::string good = build_mo({{"test.b", "second"}});
  const auto status = words.add_bytes(good.substr(0, good.size() - 2), "folder/en.mo");
  REQUIRE_FALSE(status);
  CHECK(status.error().kind == ErrorKind::kCorrupt);
  CHECK(status.error().problems.kept().front().where.file == "folder/en.mo");
  CHECK_FALSE(words.has("test.b"));
  CHECK(words.has("test.a"));
}

TEST_CASE("a catalogue above the limit or a missing one is an error", "[base]") {
  Catalogue words(Lang::kEn);
  CHECK(words.add_bytes(std::string(limits::kCatalogueBytes + 1, 'x'), "en.mo").error().kind ==
        ErrorKind::kLimit);
  CHECK(words.add("/nowhere/at/all").error().kind == ErrorKind::kNotFound);
}

TEST_CASE("a problem is told with the known parts of its place", "[base]") {
  const auto words = catalogue(Lang::kEn, {{"test.code", "Wrong."}});
  const Message message{"test.code", {}};
  CHECK(words.text(Problem{message, {"a.yaml", 14, 5}}) == "a.yaml:14:5: Wrong.");
  CHECK(words.text(Problem{message, {"a.yaml", 14}}) == "a.yaml:14: Wrong.");
  CHECK(words.text(Problem{message, {"a.yaml"}}) == "a.yaml: Wrong.");
  CHECK(words.text(Problem{message, {"", 14, 5}}) == "14:5: Wrong.");
  CHECK(words.text(Problem{message, {}}) == "Wrong.");
}

TEST_CASE("errors of the system are told in all three languages", "[base]") {
  for (const Lang lang : kLangs) {
    Catalogue words(lang);
    REQUIRE(words.add(std::string(ORIENTA_BUILD_DIR) + "/share/orienta/text"));
    for (const int code : {2, 4, 5, 11, 13, 21, 22, 27, 28, 30, 36}) {
      const Error error = os::error_from_errno(code, "answers.csv");
      const std::string text = words.text(error.problems.kept().front());
      CAPTURE(text);
      CHECK(text.starts_with("answers.csv: "));
      CHECK(text.ends_with("."));
      CHECK(text.find("base.") == std::string::npos);
      CHECK(text.find('{') == std::string::npos);
    }
  }
}

// SPDX-License-Identifier: MIT
#include "reports/markup.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"

using namespace orienta;

TEST_CASE("text stays text in HTML and XML", "[reports]") {
  CHECK(markup("a < b && \"c\" > 'd'") == "a &lt; b &amp;&amp; &quot;c&quot; &gt; 'd'");
  CHECK(markup("Łódź, Ёж, 👍🏽") == "Łódź, Ёж, 👍🏽");
  CHECK(markup("") == "");
}

TEST_CASE("line ends are one character in markup", "[reports]") {
  CHECK(markup("a\r\nb\rc\nd\r") == "a\nb\nc\nd\n");
}

TEST_CASE("what has no place in XML or steers the reader's screen is taken out of markup", "[reports]") {
  CHECK(markup(std::string("a\0b\x1b\x7f\tc", 7)) == "a b   c");
  CHECK(markup("\xC2\x85\xE2\x80\xAE\xE2\x81\xA6\xEF\xBF\xBE") == "    ");
  CHECK(markup("\xFF\xC0\xAFx\xED\xA0\x80") ==
        "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("markup of any bytes is well formed", "[reports]") {
  CHECK(rc::check([](const std::string& bytes) {
    const std::string text = markup(bytes);
    RC_ASSERT(is_utf8(text));
    RC_ASSERT(text.find_first_of("<>\"\r") == std::string::npos);
  }));
}

TEST_CASE("scripts from the right are known, whatever stands beside them", "[reports]") {
  for (const char* text : {"שלום", "a مرحبا b", "ﺍ", "ࠀ"})
    CHECK(has_right_to_left(text));
  for (const char* text : {"", "plain", "Łódź, Ёж", "“…” – ₽ 中文 👍🏽", "\xEF"})
    CHECK_FALSE(has_right_to_left(text));
}

// SPDX-License-Identifier: MIT
#include "charts/text.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/utf8.hpp"
#include "charts/chart_samples.hpp"

using namespace orienta;
using namespace orienta::charts;

namespace {

// A character is 10 wide.
float ten(std::string_view text, TextSize) {
  return samples::plain_width(text, TextSize::kCaption) / (13 * 0.56F) * 10;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a text that fits stays as it is", "[charts]") {
  CHECK(shortened("Łódź", TextSize::kCaption, 40, ten) == "Łódź");
  CHECK(shortened("", TextSize::kCaption, 0, ten).empty());
}

TEST_CASE("a text that is too wide ends with an ellipsis and is never cut within a character", "[charts]") {
  CHECK(shortened("Жалобы", TextSize::kCaption, 40, ten) == "Жал…");
  CHECK(shortened("Жалобы клиентов", TextSize::kCaption, 80, ten) == "Жалобы…");
  CHECK(shortened("Жалобы", TextSize::kCaption, 10, ten).empty());
}

TEST_CASE("words go to the next line, and what is too much is shortened in the last one", "[charts]") {
  CHECK(wrapped("Процессы обслуживания", TextSize::kCaption, 130, 2, ten) ==
        Lines{"Процессы", "обслуживания"});
  CHECK(wrapped("Процессы обслуживания клиентов", TextSize::kCaption, 130, 2, ten) ==
        Lines{"Процессы", "обслуживания…"});
  CHECK(wrapped("Обслуживание", TextSize::kCaption, 50, 2, ten) == Lines{"Обсл…"});
  CHECK(wrapped("два слова", TextSize::kCaption, 500, 2, ten) == Lines{"два слова"});
  CHECK(wrapped("", TextSize::kCaption, 500, 2, ten).empty());
  CHECK(wrapped("   ", TextSize::kCaption, 500, 2, ten).empty());
}

TEST_CASE("whatever the bytes, fitted text is well formed and narrow enough", "[charts]") {
  CHECK(rc::check("fitted text", [](const std::string& text, std::uint16_t most) {
    const auto limit = static_cast<float>(most % 300);
    const std::string one = shortened(text, TextSize::kCaption, limit, ten);
    RC_ASSERT(is_utf8(one));
    RC_ASSERT(ten(one, TextSize::kCaption) <= limit);
    const Lines lines = wrapped(text, TextSize::kCaption, limit, 2, ten);
    RC_ASSERT(lines.size() <= 2);
    for (const std::string& line : lines) {
      RC_ASSERT(!line.empty());
      RC_ASSERT(is_utf8(line));
      RC_ASSERT(ten(line, TextSize::kCaption) <= limit);
    }
  }));
}

TEST_CASE("a label is where its alignment says", "[charts]") {
  const Label label{{100, 50}, "abcd", TextSize::kCaption, {}, Align::kRight, Vertical::kTop};
  CHECK(bounds_of(label, ten).x == 60);
  CHECK(bounds_of(label, ten).y == 50);
  CHECK(bounds_of({{100, 50}, "abcd", TextSize::kCaption, {}, Align::kCentre}, ten).x == 80);
  CHECK(baseline_of({{0, 50}, "a", TextSize::kBody, {}, Align::kLeft, Vertical::kBaseline}) == 50);
}

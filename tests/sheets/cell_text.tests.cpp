// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "sheets/cell_text.hpp"

using namespace orienta;

namespace {

std::string text(std::string_view raw, NumberLook look = NumberLook::kPlain, bool from_1904 = false) {
  const auto made = number_text(raw, look, from_1904);
  return made ? made->text : "nothing";
}

}  // namespace

TEST_CASE("numbers of cells read as they are shown", "[sheets]") {
  CHECK(text("7") == "7");
  CHECK(text("7.0") == "7");
  CHECK(text("0.30000000000000004") == "0.3");
  CHECK(text("4.4000000000000004") == "4.4");
  CHECK(text("-1.5E-3") == "-0.0015");
  CHECK(text("1E-7") == "0.0000001");
  CHECK(text("123456789012") == "123456789012");
  CHECK(text("0.07", NumberLook::kPerCent) == "7%");
  CHECK(text("") == "nothing");
  CHECK(text("0x10") == "nothing");
  CHECK(text("nan") == "nothing");
  CHECK(text("1e999") == "nothing");
  CHECK(text("1;2") == "nothing");
}

TEST_CASE("dates of cells are days of the calendar", "[sheets]") {
  using enum NumberLook;
  CHECK(text("46348", kDate) == "2026-11-22");
  CHECK(text("46348.604166666664", kDate) == "2026-11-22 14:30:00");
  CHECK(text("46347.9999999", kDate) == "2026-11-22");
  CHECK(text("61", kDate) == "1900-03-01");
  CHECK(text("59", kDate) == "1900-02-28");
  CHECK(text("1", kDate) == "1900-01-01");
  CHECK(text("44886", kDate, true) == "2026-11-22");
  CHECK(text("0.5", kTime) == "12:00:00");
  CHECK(text("-5", kDate) == "-5");
  CHECK(text("3000000", kDate) == "3000000");
}

TEST_CASE("number formats say what is a date", "[sheets]") {
  using enum NumberLook;
  CHECK(look_of_builtin(14) == kDate);
  CHECK(look_of_builtin(20) == kTime);
  CHECK(look_of_builtin(9) == kPerCent);
  CHECK(look_of_builtin(0) == kPlain);
  CHECK(look_of_builtin(2) == kPlain);
  CHECK(look_of_format("dd.mm.yyyy") == kDate);
  CHECK(look_of_format("[$-415]d mmmm yyyy;@") == kDate);
  CHECK(look_of_format("[h]:mm") == kTime);
  CHECK(look_of_format("General") == kPlain);
  CHECK(look_of_format("#,##0.00 \"days\"") == kPlain);
  CHECK(look_of_format("0.0\\d") == kPlain);
  CHECK(look_of_format("[Red]0.0%") == kPerCent);
  CHECK(look_of_format("mmm") == kDate);
}

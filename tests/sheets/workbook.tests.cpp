// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "sheets/workbook.hpp"
#include "support/workbook_bytes.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

Workbook read(const HandMadeBook& book) {
  auto workbook = read_workbook(workbook_bytes(book), "x.xlsx");
  REQUIRE(workbook);
  return std::move(*workbook);
}

const SheetCell& cell(const Workbook& book, std::size_t row, std::size_t index) {
  return book.sheets.front().rows.at(row).cells.at(index);
}

}  // namespace

TEST_CASE("shared, inline and computed strings are text", "[sheets]") {
  const Workbook book = read(
      {{{"A",
         "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"D2\" t=\"inlineStr\"><is><t>in "
         "line</t></is></c><c r=\"E2\" t=\"str\"><f>A1&amp;\"x\"</f><v>made</v></c></row>"}},
       {"<t>zero</t>", "<r><t>ri</t></r><r><t xml:space=\"preserve\">ch </t></r><rPh><t>aloud</t></rPh>"}});
  REQUIRE(book.sheets.size() == 1);
  CHECK(book.sheets[0].name == "A");
  REQUIRE(book.sheets[0].rows.size() == 1);
  CHECK(book.sheets[0].rows[0].row == 2);
  CHECK(cell(book, 0, 0).text == "rich ");
  CHECK(cell(book, 0, 0).column == 1);
  CHECK(cell(book, 0, 1).text == "in line");
  CHECK(cell(book, 0, 2).text == "made");
  CHECK(cell(book, 0, 2).is_formula);
}

TEST_CASE("cells without names follow each other and empty ones are left out", "[sheets]") {
  const Workbook book = read({{{"A", rows_of({{"x", "", "3"}, {"", ""}, {"y"}})}}});
  REQUIRE(book.sheets[0].rows.size() == 2);
  CHECK(book.sheets[0].rows[1].row == 3);
  CHECK(cell(book, 0, 1).column == 2);
  CHECK(cell(book, 0, 1).text == "3");
  CHECK(cell(book, 0, 1).kind == SheetCell::Kind::kNumber);
}

TEST_CASE("kinds of cells are told apart", "[sheets]") {
  const Workbook book =
      read({{{"A",
              "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c s=\"1\"><v>46348</v></c>"
              "<c t=\"d\"><v>2026-11-22T00:00:00</v></c><c><f>1/3</f></c></row>"}},
            {},
            {"dd.mm.yyyy"}});
  CHECK(cell(book, 0, 0).text == "TRUE");
  CHECK(cell(book, 0, 1).kind == SheetCell::Kind::kFault);
  CHECK(cell(book, 0, 2).text == "2026-11-22");
  CHECK(cell(book, 0, 3).text == "2026-11-22");
  CHECK(cell(book, 0, 4).is_formula);
  CHECK(cell(book, 0, 4).text.empty());
}

TEST_CASE("what is hidden or merged is known", "[sheets]") {
  const Workbook book = read({{{"A", "<row hidden=\"1\"><c><v>1</v></c></row>",
                                "<mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>", "",
                                "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>"},
                               {"B", "", "", "veryHidden"}}});
  const Sheet& sheet = book.sheets[0];
  CHECK(!sheet.is_hidden);
  CHECK(book.sheets[1].is_hidden);
  CHECK(sheet.rows[0].is_hidden);
  REQUIRE(sheet.merged.size() == 1);
  CHECK(sheet.merged[0].bottom == 3);
  CHECK(sheet.merged[0].right == 1);
  CHECK(sheet.hidden_columns == std::vector<std::pair<std::uint32_t, std::uint32_t>>{{1, 2}});
}

TEST_CASE("escaped characters become what they were", "[sheets]") {
  const Workbook book =
      read({{{"A", rows_of({{"a_x000A_b", "_x005F_x000A_", "_x0041_", "_x00", "a_x0000_b"}})}}});
  CHECK(cell(book, 0, 0).text == "a\nb");
  CHECK(cell(book, 0, 1).text == "_x000A_");
  CHECK(cell(book, 0, 2).text == "_x0041_");
  CHECK(cell(book, 0, 3).text == "_x00");
  CHECK(cell(book, 0, 4).text == "ab");
}

// SPDX-License-Identifier: MIT
// Workbooks from anywhere: whatever they hold, reading ends with their cells or an error.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "archives/archive.hpp"
#include "base/limits.hpp"
#include "sheets/workbook.hpp"
#include "support/workbook_bytes.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

/// The code of the first problem; empty when the workbook is read.
std::string refused(const std::string& bytes) {
  const auto book = read_workbook(bytes, "x.xlsx");
  return book ? "" : book.error().problems.kept().front().message.code;
}

std::string refused(const HandMadeBook& book) {
  return refused(workbook_bytes(book));
}

std::string refused_rows(const std::string& rows) {
  return refused(HandMadeBook{{{"A", rows}}, {"<t>x</t>"}});
}

HandMadeBook with_part(const std::string& path, const std::string& bytes) {
  HandMadeBook book{{{"A", rows_of({{"a", "b"}})}}};
  book.other.push_back({path, bytes});
  return book;
}

}  // namespace

TEST_CASE("entities and document types are refused in every part", "[sheets]") {
  const std::string evil =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM "
      "\"file:///etc/passwd\">]><worksheet>&f;</worksheet>";
  for (const char* part : {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml",
                           "xl/styles.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"}) {
    INFO(part);
    CHECK(refused(with_part(part, evil)) == "sheets.has-doctype");
  }
}

TEST_CASE("bombs are refused before they unfold", "[sheets]") {
  const std::string large(limits::kWorkbookBytes + 1, ' ');
  CHECK(refused(with_part("xl/worksheets/sheet1.xml", large)) == "sheets.too-large");
  HandMadeBook same_string{{{"A", ""}}, {"<t>" + std::string(1u << 20, 'x') + "</t>"}};
  for (int i = 0; i < 300; ++i)
    same_string.sheets[0].rows += "<row><c t=\"s\"><v>0</v></c></row>";
  CHECK(refused(same_string) == "sheets.too-large");
  std::string deep;
  for (int i = 0; i < 200; ++i)
    deep += "<a>";
  CHECK(refused(with_part("xl/worksheets/sheet1.xml", deep)) == "sheets.damaged");
}

TEST_CASE("cells that stand where none can are refused", "[sheets]") {
  CHECK(refused_rows("<row r=\"2\"/><row r=\"1\"/>") == "sheets.damaged");
  CHECK(refused_rows("<row r=\"1048577\"/>") == "sheets.damaged");
  CHECK(refused_rows("<row r=\"1\"><c r=\"A2\"/></row>") == "sheets.damaged");
  CHECK(refused_rows("<row><c r=\"B1\"/><c r=\"A1\"/></row>") == "sheets.damaged");
  CHECK(refused_rows("<row><c r=\"XFE1\"/></row>") == "sheets.damaged");
  CHECK(refused_rows("<row><c r=\"1\"/></row>") == "sheets.damaged");
  CHECK(refused_rows("<c/>") == "sheets.damaged");
  CHECK(refused_rows("<row><row/></row>") == "sheets.damaged");
  CHECK(refused_rows("<row><c t=\"s\"><v>1</v></c></row>") == "sheets.damaged");
  CHECK(refused_rows("<row><c t=\"s\"><v>-1</v></c></row>") == "sheets.damaged");
  CHECK(refused_rows("<row><c><v>seven</v></c></row>") == "sheets.damaged");
  CHECK(refused_rows("<row>") == "sheets.damaged");
}

TEST_CASE("links between parts lead nowhere but to parts", "[sheets]") {
  CHECK(refused(with_part("xl/_rels/workbook.xml.rels",
                          "<Relationships><Relationship Id=\"r1\" Type=\"a/worksheet\" "
                          "Target=\"../../../../etc/passwd\"/></Relationships>")) == "sheets.damaged");
  CHECK(
      refused(with_part("xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"r1\" Type=\"a/worksheet\" TargetMode=\"External\" "
                        "Target=\"http://x/\"/></Relationships>")) == "sheets.damaged");
}

TEST_CASE("other files are told apart from workbooks", "[sheets]") {
  CHECK(refused(std::string("PK\x03\x04")) == "sheets.no-archive");
  CHECK(refused(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old", 12)) == "sheets.not-a-workbook");
  const auto document =
      write_archive({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}, Packing::kStored);
  CHECK(refused(*document) == "sheets.not-a-workbook");
}

TEST_CASE("a workbook with any byte changed is read or refused", "[sheets]") {
  const std::string good = workbook_bytes({{{"A", rows_of({{"unit", "value"}, {"north", "3"}})}}});
  CHECK(rc::check([&] {
    std::string bytes = good;
    const auto changes = *rc::gen::inRange(1, 4);
    for (int i = 0; i < changes; ++i)
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    const auto book = read_workbook(bytes, "x");
    if (!book) RC_ASSERT(book.error().problems.has_errors());
  }));
  for (std::size_t size = 4; size < good.size(); size += 11)
    CHECK(!refused(good.substr(0, size)).empty());
}

TEST_CASE("sheet data of any shape is read or refused", "[sheets]") {
  CHECK(rc::check([] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "<row>", "</row>", "<c>", "</c>", "<v>", "</v>", "1", "<c t=\"s\">", "<is><t>", "</t></is>", "<f/>",
        "<row r=\"5\">", "<mergeCell ref=\"A1:B2\"/>", "<mergeCell ref=\"B2:A1\"/>", "&#10;", "<rPh>",
        "</rPh>"));
    std::string rows;
    for (const std::string& part : parts)
      rows += part;
    (void)refused_rows(rows);
  }));
}

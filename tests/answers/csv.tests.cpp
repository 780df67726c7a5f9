// SPDX-License-Identifier: MIT
#include "answers/csv.hpp"

#include <rapidcheck.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "answers/import_fixture.hpp"
#include "base/limits.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

using Fields = std::vector<std::string>;

Result<CsvTable> read(std::string_view text) {
  return read_csv(text, "data.csv");
}

}  // namespace

TEST_CASE("a table is read with the lines its records begin at", "[answers]") {
  const auto table = read("unit,value\r\nnorth,\"a \"\"b\"\"\r\nc\"\r\n\r\nsouth,\r\n");
  REQUIRE(table);
  CHECK(table->header == Fields{"unit", "value"});
  REQUIRE(table->rows.size() == 2);
  CHECK(table->rows[0].line == 2);
  CHECK(table->rows[0].fields == Fields{"north", "a \"b\"\r\nc"});
  CHECK(table->rows[1].line == 5);
  CHECK(table->rows[1].fields == Fields{"south", ""});
  CHECK(table->column("value") == 1);
  CHECK(table->column("values") == CsvTable::npos);
}

TEST_CASE("the separator is the one that occurs most in the first line", "[answers]") {
  CHECK(read("a;b\n1,5;2\n")->rows[0].fields == Fields{"1,5", "2"});
  CHECK(read("a\tb\n1,5\t2;3\n")->dialect.separator == '\t');
  CHECK(read("\"a;b;c\",d\n1,2\n")->dialect.separator == ',');
  CHECK(read("alone\n1\n")->header == Fields{"alone"});
  CHECK(read("a;b\n1;2\n")->dialect.decimal_mark() == DecimalMark::kPointOrComma);
  CHECK(read("a,b\n1,2\n")->dialect.decimal_mark() == DecimalMark::kPoint);
}

TEST_CASE("a byte order mark and spaces around column names are no part of them", "[answers]") {
  CHECK(read("\xEF\xBB\xBF unit , value\nx,y\n")->header == Fields{"unit", "value"});
}

TEST_CASE("Russian and Polish code pages are read where the bytes leave no doubt", "[answers]") {
  // "Филиал;Оценка" and "Łódź;ocena własna", as spreadsheets write them.
  const auto russian = read("unit;comment\n1;\xD4\xE8\xEB\xE8\xE0\xEB \xEE\xF2\xEA\xF0\xFB\xF2\n");
  REQUIRE(russian);
  CHECK(russian->dialect.encoding == Encoding::kCp1251);
  CHECK(russian->rows[0].fields[1] == "Филиал открыт");
  const auto polish = read("unit;comment\n1;\xA3\xF3\x64\x9F ocena w\xB3\x61sna\n");
  REQUIRE(polish);
  CHECK(polish->dialect.encoding == Encoding::kCp1250);
  CHECK(polish->rows[0].fields[1] == "Łódź ocena własna");
}

TEST_CASE("a doubtful encoding is refused with the likely one and the option to repeat with", "[answers]") {
  const std::string_view text = "unit;comment\nx;fine\ny;caf\xE9\n";
  const auto refused = read(text);
  CHECK(codes_of(refused) == "3:0 answers.not-utf8\n");
  const std::string words = words_in(Lang::kEn).text(refused.error().problems.kept().front());
  CHECK(words.find("data.csv:3: ") == 0);
  CHECK(words.find("--encoding cp1250") != std::string::npos);
  REQUIRE(read_csv(text, "data.csv", "CP1250"));
  CHECK(read_csv(text, "data.csv", "cp1250")->rows[1].fields[1] == "café");
  CHECK(codes_of(read_csv(text, "data.csv", "utf-8")) == "3:0 answers.not-utf8\n");
  CHECK(read_csv(text, "data.csv", "koi8-r").error().kind == ErrorKind::kUsage);
}

TEST_CASE("what is no CSV is said to be what it is", "[answers]") {
  CHECK(codes_of(read("")) == "0:0 answers.file-empty\n");
  CHECK(codes_of(read("\xEF\xBB\xBF")) == "0:0 answers.file-empty\n");
  CHECK(codes_of(read("\n\r\n")) == "0:0 answers.file-empty\n");
  CHECK(codes_of(read("unit,value\n")) == "0:0 answers.file-without-rows\n");
  CHECK(codes_of(read("PK\x03\x04rest")) == "0:0 answers.file-is-workbook\n");
  CHECK(codes_of(read("\xD0\xCF\x11\xE0rest")) == "0:0 answers.file-is-workbook\n");
  CHECK(codes_of(read("\xFF\xFEu")) == "0:0 answers.file-is-utf16\n");
  CHECK(codes_of(read(std::string_view("a,b\n1,\0\n", 8))) == "0:0 answers.file-is-binary\n");
}

TEST_CASE("a quote that is not closed is named where it opens", "[answers]") {
  CHECK(codes_of(read("a,b\n1,2\n3,\"4\n5,6\n")) == "3:2 answers.quote-not-closed\n");
  CHECK(codes_of(read("a,b\n\"1\n2\",\"3\n")) == "3:2 answers.quote-not-closed\n");
  CHECK(codes_of(read("a,b\n1,2\"3\n")) == "2:2 answers.stray-quote\n");
  CHECK(codes_of(read("a,b\n1,\"2\"3\n")) == "2:2 answers.stray-quote\n");
}

TEST_CASE("all rows of another length and all bad columns are named at once", "[answers]") {
  CHECK(codes_of(read("a,b\n1\n1,2\n1,2,3\n4,5,\n")) ==
        "2:0 answers.ragged-row\n4:0 answers.ragged-row\n5:0 answers.ragged-row\n");
  CHECK(codes_of(read("a,,a\n1,2,3\n")) == "1:2 answers.column-without-name\n1:3 answers.column-twice\n");
}

TEST_CASE("fields and columns over the limits are refused", "[answers]") {
  const std::string field(limits::kCsvFieldBytes, 'x');
  CHECK(read("a,b\n1," + field + "\n"));
  CHECK(codes_of(read("a,b\n1," + field + "x\n")) == "2:2 answers.field-too-long\n");
  CHECK(codes_of(read("a,b\n1,\"" + field + "x\"\n")) == "2:2 answers.field-too-long\n");
  CHECK(read(std::string(limits::kCsvColumns, ',') + "\n").error().kind == ErrorKind::kLimit);
}

TEST_CASE("what is written as CSV is read back", "[answers]") {
  const auto letter = rc::gen::elementOf(std::string("ab\"\n\r,;\t 1"));
  CHECK(rc::check("round trip", [&] {
    const auto separator = *rc::gen::elementOf(std::string(",;\t"));
    const auto columns = *rc::gen::inRange<std::size_t>(1, 5);
    const auto rows = *rc::gen::container<std::vector<Fields>>(
        rc::gen::container<Fields>(columns, rc::gen::container<std::string>(letter)));
    RC_PRE(!rows.empty());
    Fields header;
    for (std::size_t i = 0; i < columns; ++i)
      header.push_back("column" + std::to_string(i));
    std::string text = csv_line(header, separator);
    for (const Fields& row : rows)
      text += csv_line(row, separator);
    const auto table = read(text);
    RC_ASSERT(table.has_value());
    RC_ASSERT(table->rows.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      RC_ASSERT(table->rows[i].fields == rows[i]);
  }));
}

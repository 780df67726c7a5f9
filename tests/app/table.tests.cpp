// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "reports/table.hpp"

using namespace orienta;

namespace {

Table one_row(std::vector<TableCell> cells) {
  Table table{"t", {}, {}};
  for (std::size_t i = 0; i < cells.size(); ++i)
    table.columns.push_back({std::string(1, static_cast<char>('a' + i)), msg("t.column")});
  table.rows.push_back(std::move(cells));
  return table;
}

}  // namespace

TEST_CASE("nothing is an empty field in CSV and null in JSON", "[reports]") {
  const Table table = one_row({std::monostate{}, std::int64_t{0}});
  CHECK(to_csv(table) == "a,b\n,0\n");
  CHECK(to_json(table).find("\"a\": null") != std::string::npos);
}

TEST_CASE("numbers are printed in full and read back to themselves", "[reports]") {
  for (const double value : {0.1, 1.0 / 3.0, 100.0, 53.004164187983344, 1e-9, -2.5})
    CHECK(std::stod(full_number(value)) == value);
  CHECK(full_number(100.0) == "100");
}

TEST_CASE("fields with separators, quotes or line breaks are quoted", "[reports]") {
  CHECK(to_csv(one_row({std::string("a,b"), std::string("say \"so\""), std::string("two\nlines")})) ==
        "a,b,c\n\"a,b\",\"say \"\"so\"\"\",\"two\nlines\"\n");
}

TEST_CASE("a text that a spreadsheet would run is written as text", "[reports]") {
  CHECK(to_csv(one_row({std::string("=1+1"), std::string("@x"), std::string("-5"), std::string("-a")})) ==
        "a,b,c,d\n'=1+1,'@x,-5,'-a\n");
}

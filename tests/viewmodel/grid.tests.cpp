// SPDX-License-Identifier: MIT
#include "viewmodel/grid.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace orienta;
using namespace orienta::gui;

TEST_CASE("a copied table pastes into a spreadsheet cell by cell", "[grid]") {
  Grid grid;
  grid.columns = {{"Unit"}, {"Index", true}};
  grid.rows = {{"a", {{"North\tregion"}, {"46,5"}}}, {"b", {{"two\nlines"}, {""}}}};
  CHECK(copied(grid) == "Unit\tIndex\nNorth region\t46,5\ntwo lines\t\n");
}

TEST_CASE("a table of results keeps its digits and leaves out what is for programs only", "[grid]") {
  const Table table{"t",
                    {{"unit", msg("app.column-unit")},
                     {"index", msg("app.column-index"), 1},
                     {"n", msg("app.column-n"), 0, false}},
                    {{std::string("north"), 46.25, std::int64_t{3}},
                     {std::string("south"), std::monostate{}, std::int64_t{1}}}};
  const Grid grid = grid_of(table, Catalogue(Lang::kPl));
  REQUIRE(grid.columns.size() == 2);
  CHECK(grid.columns[1].is_number);
  CHECK(grid.rows[0].cells[1].text == "46,3");
  CHECK(grid.rows[1].cells[1].text.empty());
}

// SPDX-License-Identifier: MIT
// The table of units goes out and comes back the same.
#include <catch2/catch_test_macros.hpp>

#include "cli/workspace.hpp"

using namespace orienta::test;

TEST_CASE("units that are shown as CSV can be imported again, with their scope", "[cli]") {
  const Workspace work;
  const std::string project = work.demo();
  const std::string before = work.out({"units", "show", project, "--format", "csv"});
  const auto rows = csv_rows(before);
  REQUIRE(rows.size() > 3);
  const std::string last = rows.back().front();
  work.out({"scope", project, "--out", last});
  const std::string shown = work.out({"units", "show", project, "--format", "csv"});
  CHECK(csv_field(shown, {{"id", last}}, "scope") == "out");

  SECTION("into the same project nothing changes") {
    const auto file = work.write("units.csv", shown);
    CHECK(csv_rows(work.out({"units", "import", project, file, "--format", "csv"})).size() == 1);
    CHECK(work.out({"units", "show", project, "--format", "csv"}) == shown);
  }
  SECTION("a file that says the scope decides it, one that does not leaves it") {
    work.out({"units", "import", project, work.write("units.csv", before)});
    CHECK(work.out({"units", "show", project, "--format", "csv"}) == before);
    work.out({"scope", project, "--out", last});
    std::string without;
    for (auto& row : csv_rows(before)) {
      row.pop_back();
      for (std::size_t i = 0; i < row.size(); ++i)
        without += (i == 0 ? "" : ",") + row[i];
      without += "\n";
    }
    work.out({"units", "import", project, work.write("units.csv", without)});
    CHECK(work.out({"units", "show", project, "--format", "csv"}) == shown);
  }
  SECTION("a new project takes it over") {
    const auto copy = work.path("copy.orienta");
    work.out({"new", copy, "--organisation", "Copy", "--units", work.write("units.csv", shown), "--set",
              "client-satisfaction"});
    CHECK(work.out({"units", "show", copy, "--format", "csv"}) == shown);
  }
  SECTION("a word that is no scope is said with its place") {
    const auto file = work.write("units.csv", "id,kind,scope\na,organisation,perhaps\n");
    const auto run = work.run({"units", "import", project, file});
    CHECK(run.exit_code != 0);
    CHECK(run.err.find("units.csv:2:3") != std::string::npos);
  }
}

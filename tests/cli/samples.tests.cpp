// SPDX-License-Identifier: MIT
// The samples of the sets, taken through the program as their READMEs say, come to what was computed from
// them by other means.
#include <fmt/format.h>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>

#include "workspace.hpp"

using namespace orienta::test;

namespace {

namespace fs = std::filesystem;

using Row = std::map<std::string, std::string>;

/// Rows by the names in the header, by "unit/node"; where there are several only the unit's own.
std::map<std::string, Row> by_place(const std::string& csv) {
  const auto rows = csv_rows(csv);
  REQUIRE(rows.size() > 1);
  std::map<std::string, Row> out;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    Row row;
    for (std::size_t column = 0; column < rows[i].size(); ++column)
      row[rows.front()[column]] = rows[i][column];
    if (row.contains("basis") && row["basis"] != "own") continue;
    out.emplace(row["unit"] + '/' + row["node"], row);
  }
  return out;
}

std::vector<fs::path> invented_files(const fs::path& samples) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(samples))
    if (entry.path().filename().string().starts_with("invented-")) files.push_back(entry.path());
  // Answers name evidence, so that comes first.
  std::ranges::sort(files, {}, [](const fs::path& file) {
    return std::pair(file.filename() != "invented-evidence.csv", file.string());
  });
  return files;
}

std::string scores_of(const Workspace& workspace, const std::string& set) {
  const fs::path samples = fs::path(ORIENTA_SOURCE_DIR) / "criteria" / set / "samples";
  const std::string file = workspace.path(set + ".orienta");
  workspace.out({"new", file, "--organisation", "Sample (invented)", "--units",
                 (samples / "units.csv").string(), "--set", set, "--period", "2026-H2", "--as-of",
                 "2026-12-31"});
  for (const fs::path& each : invented_files(samples)) {
    if (each.filename() == "invented-evidence.csv")
      workspace.out({"evidence", "import", file, each.string()});
    else
      workspace.out({"import", file, each.string()});
  }
  return workspace.out({"score", file, "--format", "csv"});
}

std::string to_four_digits(const std::string& number) {
  return number.empty() ? "" : fmt::format("{:.4f}", std::stod(number));
}

void check_samples(const std::string& set) {
  INFO(set);
  const Workspace workspace;
  const auto scores = by_place(scores_of(workspace, set));
  const auto expected =
      by_place(read_text(fs::path(ORIENTA_SOURCE_DIR) / "criteria" / set / "samples/expected-scores.csv"));
  for (const auto& [place, row] : expected) {
    INFO(place);
    REQUIRE(scores.contains(place));
    const Row& scored = scores.at(place);
    for (const char* const column : {"level", "level_possible", "index", "completeness"}) {
      INFO(column);
      if (row.at(column).empty()) continue;
      const bool is_level = std::string_view(column).starts_with("level");
      CHECK((is_level ? scored.at(column) : to_four_digits(scored.at(column))) == row.at(column));
    }
  }
}

}  // namespace

TEST_CASE("the samples of levels of service come to what was computed from them", "[cli]") {
  check_samples("levels-of-service");
}

TEST_CASE("the samples of front staff come to what was computed from them", "[cli]") {
  check_samples("front-staff");
}

TEST_CASE("the samples of service standards come to what was computed from them", "[cli]") {
  check_samples("service-standards");
}

TEST_CASE("the samples of the contact centre come to what was computed from them", "[cli]") {
  check_samples("contact-centre");
}

// SPDX-License-Identifier: MIT
#include "viewmodel/report.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "base/os.hpp"
#include "support/sample_project.hpp"
#include "support/temp_folder.hpp"
#include "viewmodel/sample_desk.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

constexpr std::size_t kPlenty = 64 * 1024 * 1024;

}  // namespace

TEST_CASE("chosen charts and tables are written and listed", "[report]") {
  const test::TempFolder folder;
  Desk desk{{}, {}, Lang::kEn, {}};
  desk.open(test::copy_of_sample(folder.path()));
  desk.finish();
  const ReportPage page = report_page(desk);
  REQUIRE(page.sections.size() == desk.study()->assessment->sets.size() + 1);
  std::vector<ReportItem> wanted;
  wanted.push_back(page.sections.front().items.front());
  for (const ReportItem& item : page.sections.back().items)
    wanted.push_back(item);
  const std::filesystem::path out = folder.path() / "out";
  write_report(desk, out.string(), wanted);
  desk.finish();
  REQUIRE(desk.dialog());
  CHECK(desk.dialog()->lines.size() == wanted.size() + 1);
  for (const std::string& file : desk.dialog()->lines)
    CHECK(std::filesystem::exists(out / file));
  const auto score = os::read_file(out / "score.csv", kPlenty);
  REQUIRE(score);
  CHECK(score->starts_with("unit,set,node,"));
  const auto chart = os::read_file(out / (wanted.front().name + ".svg"), kPlenty);
  REQUIRE(chart);
  CHECK(chart->starts_with("<svg"));
  CHECK(chart->find("Sample agency network (invented) · Levels of client service · 2026 H2") !=
        std::string::npos);
}

TEST_CASE("a set with targets brings the charts of its gaps into the report", "[report]") {
  SampleDesk sample;
  const ReportPage page = sample.settled([&] { return report_page(sample.desk); });
  std::vector<std::string> names;
  for (const ReportItem& item : page.sections.front().items)
    names.push_back(item.name);
  CHECK(names == std::vector<std::string>{"levels-of-service-profile", "levels-of-service-units",
                                          "levels-of-service-gaps", "levels-of-service-matrix"});
}

TEST_CASE("a folder that cannot be made is said in a dialog", "[report]") {
  const test::TempFolder folder;
  Desk desk{{}, {}, Lang::kEn, {}};
  desk.open(test::copy_of_sample(folder.path()));
  desk.finish();
  REQUIRE(os::write_file(folder.path() / "file", "x"));
  write_report(desk, (folder.path() / "file" / "below").string(), report_page(desk).sections.back().items);
  desk.finish();
  REQUIRE(desk.dialog());
  CHECK(desk.dialog()->title == "Not all files were written");
}

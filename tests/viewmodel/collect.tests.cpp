// SPDX-License-Identifier: MIT
#include "viewmodel/collect.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "viewmodel/import_form.hpp"
#include "viewmodel/sample_desk.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

struct Opened : SampleDesk {
  Opened() { choose_set("levels-of-service"); }

  CollectPage page() {
    return settled([&] { return collect_page(desk); });
  }
  ImportPreview preview(const ImportForm& form) {
    return settled([&] { return import_preview(desk, form); });
  }
  ImportForm form_of(const std::string& text) {
    ImportForm form;
    form.file = folder.write("answers.csv", text).string();
    look_at_file(form);
    return form;
  }
  /// Two questions of the set for a branch: one line that holds, one that does not.
  ImportForm file(bool with_wrong_line) {
    const CriteriaSet& set = desk.study()->assessment->sets[desk.set()];
    const auto asked = std::ranges::find_if(set.indicators, [&](const Indicator& each) {
      return !set.scales[each.scale].is_measure() && each.answered_by.has(Source::kSelf);
    });
    std::string text = "unit,set,indicator,source,assessor,value\nmill," + set.id.value + "," + asked->id +
                       ",self,Nobody Known," + set.scales[asked->scale].points.back().id + "\n";
    if (with_wrong_line) text += "nowhere," + set.id.value + "," + asked->id + ",self,,1\n";
    return form_of(text);
  }
};

bool has(const std::vector<std::string>& texts, const std::string& part) {
  return std::ranges::any_of(texts,
                             [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("units say how much they are asked, have answered and leave open, summed from below", "[collect]") {
  Opened opened;
  const CollectPage page = opened.page();
  REQUIRE(page.says.empty());
  REQUIRE(page.units.rows.size() > 12);
  const auto number = [](const GridRow& row, std::size_t cell) { return std::stoul(row.cells[cell].text); };
  std::size_t branches = 0;
  for (const GridRow& row : page.units.rows) {
    CHECK(number(row, 1) == number(row, 2) + number(row, 3) + number(row, 4));
    if (row.depth == 1) branches += number(row, 1);
  }
  CHECK(number(page.units.rows.front(), 1) >= branches);
  const Organisation& organisation = opened.desk.study()->assessment->organisation;
  for (std::size_t i = 1; i < page.units.rows.size(); ++i) {
    if (page.units.rows[i].depth == 0) continue;
    // Each stands below the one it belongs to: the nearest above it that is less deep.
    std::size_t above = i;
    while (page.units.rows[above].depth >= page.units.rows[i].depth)
      --above;
    CHECK(organisation.parent(page.row_units[i]) == page.row_units[above]);
  }
}

TEST_CASE("persons and views say how many answers they gave", "[collect]") {
  Opened opened;
  const CollectPage page = opened.page();
  REQUIRE_FALSE(page.persons.rows.empty());
  for (const GridRow& row : page.persons.rows)
    CHECK(std::stoul(row.cells[2].text) > 0);
}

TEST_CASE("surveys, measures and the last actions are listed", "[collect]") {
  Opened opened;
  const CollectPage page = opened.page();
  CHECK_FALSE(page.waves.rows.empty());
  CHECK_FALSE(page.measures.rows.empty());
  CHECK(page.history.rows.size() <= 10);
  CHECK_FALSE(page.history.rows.empty());
}

TEST_CASE("a preview says what a file would do and writes nothing", "[collect]") {
  Opened opened;
  const ImportForm form = opened.file(false);
  const ImportPreview preview = opened.preview(form);
  CHECK(preview.is_shown);
  CHECK(preview.says == "Answers, 1 row");
  CHECK(has(preview.counts, "1 new"));
  CHECK(preview.can_import);
  CHECK(preview.button == "Import 1 row");
  CHECK(opened.page().persons.rows.size() == Opened().page().persons.rows.size());
}

TEST_CASE("rejected rows are named with their lines and imported around only when asked", "[collect]") {
  Opened opened;
  ImportForm form = opened.file(true);
  ImportPreview preview = opened.preview(form);
  CHECK(preview.has_rejected);
  CHECK_FALSE(preview.can_import);
  REQUIRE(preview.rejected.size() == 1);
  CHECK(preview.rejected[0].rows == "1 row: 3");
  CHECK(preview.remarkable.empty());
  form.skip_rejected = true;
  CHECK(opened.preview(form).can_import);
}

TEST_CASE("rows with one reason are said once, with their number and the first lines", "[collect]") {
  Opened opened;
  std::string text = "unit,set,indicator,source,value\n";
  for (int i = 0; i < 120; ++i)
    text += "typical,levels-of-service,x,self,1\n";
  const ImportPreview preview = opened.preview(opened.form_of(text));
  REQUIRE(preview.rejected.size() == 2);
  CHECK(preview.rejected[0].rows == "120 rows: 2, 3, 4, 5, 6, …");
  CHECK(preview.rejected[0].text.starts_with("There is no unit “typical” in this assessment."));
  for (const ImportReason& reason : preview.rejected) {
    INFO(reason.text);
    CHECK(reason.text.find("orienta ") == std::string::npos);
    CHECK(reason.text.find("--") == std::string::npos);
    CHECK(reason.text.find('/') == std::string::npos);
  }
  CHECK(preview.more.empty());
}

TEST_CASE("what is odd about rows that are taken stands apart from what is left out", "[collect]") {
  Opened opened;
  const CriteriaSet& set = opened.desk.study()->assessment->sets[opened.desk.set()];
  const auto asked = std::ranges::find_if(set.indicators, [&](const Indicator& each) {
    return !set.scales[each.scale].is_measure() && each.answered_by.has(Source::kSelf);
  });
  const ImportPreview preview = opened.preview(
      opened.form_of("unit,set,indicator,source,date,value\nmill," + set.id.value + "," + asked->id +
                     ",self,1999-01-01," + set.scales[asked->scale].points.back().id + "\n"));
  CHECK(preview.rejected.empty());
  REQUIRE(preview.remarkable.size() == 1);
  CHECK(preview.remarkable[0].rows == "1 row: 2");
  CHECK_FALSE(preview.has_rejected);
  CHECK(preview.can_import);
}

TEST_CASE("an import is one action that undo takes back", "[collect]") {
  Opened opened;
  const std::size_t before = opened.page().persons.rows.size();
  ImportForm form = opened.file(false);
  REQUIRE(opened.preview(form).can_import);
  import_previewed(opened.desk, form);
  opened.desk.finish();
  CHECK(form.file.empty());
  const CollectPage after = opened.page();
  CHECK(after.persons.rows.size() == before + 1);
  CHECK(after.can_undo);
  CHECK(after.history.rows.front().cells.front().text.find("answers.csv") != std::string::npos);
  opened.desk.undo();
  opened.desk.finish();
  CHECK(opened.page().persons.rows.size() == before);
}

TEST_CASE("a file that cannot be read says why and how", "[collect]") {
  Opened opened;
  ImportForm form;
  form.file = (opened.folder.path() / "not-there.csv").string();
  look_at_file(form);
  const ImportPreview preview = opened.preview(form);
  CHECK(preview.says == "not-there.csv cannot be imported");
  REQUIRE(preview.rejected.size() == 1);
  CHECK(preview.rejected[0].text.find(opened.folder.path().string()) == std::string::npos);
  CHECK_FALSE(preview.can_import);
}

TEST_CASE("a dropped file goes to the page that imports", "[collect]") {
  Opened opened;
  opened.desk.import_file("survey.csv");
  CHECK(opened.desk.page() == Page::kCollect);
  CHECK(opened.desk.file_to_import() == "survey.csv");
}

// SPDX-License-Identifier: MIT
#include "viewmodel/folder.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::gui;
namespace fs = std::filesystem;

namespace {

std::string names(const FolderPage& page) {
  std::string all;
  for (const FolderItem& item : page.items)
    all += (all.empty() ? "" : " ") + item.name + (item.is_folder ? "/" : "");
  return all;
}

}  // namespace

TEST_CASE("a folder lists its folders, then the files of the kind, without hidden ones", "[folder]") {
  const test::TempFolder folder;
  const Desk desk({}, {}, Lang::kEn, {});
  fs::create_directory(folder / "zoo");
  fs::create_directory(folder / ".hidden");
  for (const char* name : {"b.orienta", "A.ORIENTA", "data.csv", ".x.csv", "map.yaml", "letter.pdf"})
    folder.write(name, "");
  CHECK(names(folder_page(desk, folder.path(), FileKind::kProject)) == "zoo/ A.ORIENTA b.orienta");
  CHECK(names(folder_page(desk, folder.path(), FileKind::kTable)) == "zoo/ data.csv");
  CHECK(names(folder_page(desk, folder.path(), FileKind::kMapping)) == "zoo/ map.yaml");
  CHECK(names(folder_page(desk, folder.path(), FileKind::kFolder)) == "zoo/");
  const FolderPage page = folder_page(desk, folder.path() / "zoo" / "..", FileKind::kFolder);
  CHECK(page.folder == folder.path());
  CHECK(page.above.back().path == folder.path());
}

TEST_CASE("a folder without anything to choose, and one that is not there, say so", "[folder]") {
  const test::TempFolder folder;
  const Desk desk({}, {}, Lang::kEn, {});
  CHECK(folder_page(desk, folder.path(), FileKind::kTable).says == "Nothing to choose here");
  const FolderPage gone = folder_page(desk, folder / "gone", FileKind::kTable);
  CHECK(gone.items.empty());
  CHECK(gone.says == "This folder cannot be read. Choose another one.");
}

TEST_CASE("looking begins where the typed path leads", "[folder]") {
  const test::TempFolder folder;
  const Desk desk({}, {}, Lang::kEn, {});
  CHECK(first_folder(desk, (folder / "not-yet.csv").string()) == folder.path());
  CHECK(first_folder(desk, folder.path().string()) == folder.path());
  CHECK(fs::is_directory(first_folder(desk, "")));
}

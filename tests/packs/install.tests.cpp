// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "packs/small_pack.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

Pack pack_of(const std::string& version) {
  const TempFolder folder;
  auto pack = read_pack_folder(small_folder(folder, version));
  REQUIRE(pack);
  return std::move(*pack);
}

std::string content(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t entries_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("a set is installed whole, and nothing else is left behind", "[packs]") {
  const TempFolder home;
  const auto criteria = home / "data" / "criteria";
  const auto installed = install_pack(pack_of("1.0.0"), criteria, false);
  REQUIRE(installed);
  CHECK(installed->folder == criteria / "small");
  CHECK(installed->before.empty());
  CHECK(content(criteria / "small" / "set.yaml") == small_set("1.0.0"));
  CHECK(content(criteria / "small" / "samples" / "answers.csv").starts_with("unit,"));
  CHECK(entries_in(criteria) == 1);
  CHECK(read_set_file(criteria / "small" / "set.yaml"));
}

TEST_CASE("another version is replaced only where that is asked for", "[packs]") {
  const TempFolder home;
  const auto criteria = home / "criteria";
  REQUIRE(install_pack(pack_of("1.0.0"), criteria, false));
  const auto again = install_pack(pack_of("1.0.0"), criteria, false);
  REQUIRE(again);
  CHECK(again->unchanged);
  const auto refused = install_pack(pack_of("2.0.0"), criteria, false);
  REQUIRE(!refused);
  CHECK(refused.error().kind == ErrorKind::kConflict);
  CHECK(content(criteria / "small" / "set.yaml") == small_set("1.0.0"));
  const auto replaced = install_pack(pack_of("2.0.0"), criteria, true);
  REQUIRE(replaced);
  CHECK(replaced->before == "1.0.0");
  CHECK(content(criteria / "small" / "set.yaml") == small_set("2.0.0"));
  CHECK(entries_in(criteria) == 1);
}

TEST_CASE("files of one's own in an installed set are not lost without a word", "[packs]") {
  const TempFolder home;
  const auto criteria = home / "criteria";
  REQUIRE(install_pack(pack_of("1.0.0"), criteria, false));
  home.write("criteria/small/mine.csv", "mine");
  const auto refused = install_pack(pack_of("1.0.0"), criteria, false);
  REQUIRE(!refused);
  CHECK(refused.error().kind == ErrorKind::kConflict);
  CHECK(content(criteria / "small" / "mine.csv") == "mine");
}

TEST_CASE("an installation that cannot be written leaves what was there", "[packs]") {
  const TempFolder home;
  home.write("criteria", "a file where the folder should be");
  CHECK_FALSE(install_pack(pack_of("1.0.0"), home / "criteria", true));
  CHECK(content(home / "criteria") == "a file where the folder should be");
}

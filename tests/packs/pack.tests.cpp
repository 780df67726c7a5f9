// SPDX-License-Identifier: MIT
#include "packs/pack.hpp"

#include <catch2/catch_test_macros.hpp>

#include "packs/small_pack.hpp"

using namespace orienta;
using namespace orienta::test;

TEST_CASE("a pack holds the set and what lies below it, and opens to the same", "[packs]") {
  const TempFolder folder;
  const auto pack = read_pack_folder(small_folder(folder));
  REQUIRE(pack);
  const auto bytes = pack_bytes(*pack);
  REQUIRE(bytes);
  const auto opened = open_pack(*bytes, "small.orienta-pack");
  REQUIRE(opened);
  CHECK(opened->set.id.value == "small");
  CHECK(opened->set.hash == pack->set.hash);
  CHECK(opened->files == pack->files);
  REQUIRE(opened->files.size() == 2);
  CHECK(opened->files[0].path == "samples/answers.csv");
  CHECK(opened->files[1].path == "set.yaml");
}

TEST_CASE("the same files give the same bytes", "[packs]") {
  CHECK(small_pack() == small_pack());
  // The hash stands here so that another release, machine or library is seen to change the bytes.
  CHECK(hash_of(small_pack()).hex().substr(0, 16) == "58f189ae827104c2");
}

TEST_CASE("what cannot be unpacked everywhere is not packed", "[packs]") {
  const TempFolder folder;
  const auto set = small_folder(folder);
  SECTION("a link") {
    std::filesystem::create_symlink("/etc/passwd", set / "link");
  }
  SECTION("a name with a space") {
    folder.write("small/my notes.txt", "");
  }
  SECTION("a name that is the list's") {
    folder.write("small/pack.json", "{}");
  }
  SECTION("too deep") {
    folder.write("small/a/b/c/d/e.txt", "");
  }
  const auto pack = read_pack_folder(set);
  REQUIRE(!pack);
  CHECK(pack.error().kind == ErrorKind::kInput);
}

TEST_CASE("a folder without a set, or with a set that has errors, is no pack", "[packs]") {
  const TempFolder folder;
  folder.write("empty/readme.txt", "");
  CHECK(read_pack_folder(folder / "empty").error().kind == ErrorKind::kNotFound);
  CHECK_FALSE(read_pack_folder(folder / "nowhere"));
  folder.write("bad/set.yaml", "orienta: 1\n");
  const auto bad = read_pack_folder(folder / "bad");
  REQUIRE(!bad);
  CHECK(bad.error().problems.errors() > 1);
}

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "criteria/reader.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

std::vector<FoundSet> with_id(const std::vector<FoundSet>& sets, std::string_view id) {
  std::vector<FoundSet> same;
  std::copy_if(sets.begin(), sets.end(), std::back_inserter(same),
               [&](const FoundSet& set) { return set.id.value == id; });
  return same;
}

}  // namespace

TEST_CASE("sets are found by their folders, the first of an id wins", "[criteria]") {
  const TempFolder folder;
  folder.write("one/zzz-b/set.yaml", "");
  folder.write("one/zzz-a/set.yaml", "");
  folder.write("one/zzz-c/other.yaml", "");
  folder.write("one/Not An Id/set.yaml", "");
  folder.write("one/file.txt", "");
  folder.write("two/zzz-a/set.yaml", "");
  const auto sets = find_sets({folder / "one", folder / "two", folder / "missing"});

  const auto a = with_id(sets, "zzz-a");
  REQUIRE(a.size() == 1);
  CHECK(a[0].file == folder / "one" / "zzz-a" / "set.yaml");
  CHECK(a[0].origin == "given");
  CHECK(with_id(sets, "zzz-b").size() == 1);
  CHECK(with_id(sets, "zzz-c").empty());
  CHECK(with_id(sets, "Not An Id").empty());
}

TEST_CASE("sets in the user's data folder come before given ones", "[criteria]") {
  const TempFolder folder;
  folder.write("data/orienta/criteria/zzz-mine/set.yaml", "");
  folder.write("given/zzz-mine/set.yaml", "");
  const char* const before = std::getenv("XDG_DATA_HOME");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("XDG_DATA_HOME", (folder / "data").c_str(), 1);
  const auto mine = with_id(find_sets({folder / "given"}), "zzz-mine");
  if (before == nullptr)
    ::unsetenv("XDG_DATA_HOME");
  else
    ::setenv("XDG_DATA_HOME", kept.c_str(), 1);
  REQUIRE(mine.size() == 1);
  CHECK(mine[0].origin == "user");
}

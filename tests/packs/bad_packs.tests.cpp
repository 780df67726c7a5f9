// SPDX-License-Identifier: MIT
// Archives from anywhere: whatever they hold, nothing is taken from them but a sound pack.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "packs/small_pack.hpp"
#include "packs/zip.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

/// The code of the first problem; empty when the pack opens.
std::string refused(const std::string& bytes) {
  const auto pack = open_pack(bytes, "x.orienta-pack");
  return pack ? "" : pack.error().problems.kept().front().message.code;
}

std::vector<PackFile> sound_files() {
  return {{"samples/a.csv", "a\n"}, {"set.yaml", small_set()}};
}

std::string with(const Entry& extra) {
  auto entries = entries_for(sound_files());
  entries.push_back(extra);
  return archive(entries);
}

}  // namespace

TEST_CASE("a sound archive of another packer is taken, stored or deflated", "[packs]") {
  auto entries = entries_for(sound_files());
  CHECK(refused(archive(entries)).empty());
  for (Entry& entry : entries)
    entry.deflated = true;
  CHECK(refused(archive(entries)).empty());
}

TEST_CASE("paths that lead elsewhere are refused", "[packs]") {
  for (const char* path :
       {"../evil", "/etc/cron.d/evil", "samples/../../evil", "a\\b", "C:evil", "samples/", ".hidden",
        "samples/.x", "a//b", "a/./b", "a/b/c/d/e", "nul.", "sp ace", "\xD1\x84", "SET.yaml"}) {
    INFO(path);
    CHECK(!is_pack_path(std::string(path) == "SET.yaml" ? "." : path));
    CHECK(refused(with({path, "x"})) == "packs.bad-path");
  }
  CHECK(refused(with({"set.yaml", "x"})).starts_with("packs."));
}

TEST_CASE("links, folders and devices are refused", "[packs]") {
  for (const std::uint32_t type : {0120000u, 0040000u, 0020000u, 0060000u, 0010000u, 0140000u})
    CHECK(refused(with({"thing", "/etc/passwd", (type | 0777u) << 16})) == "packs.bad-path");
}

TEST_CASE("a bomb costs no more than its stated limit", "[packs]") {
  const std::string large(kPackBytes - 1000, 'x');
  CHECK(refused(with({"one", large, 0100644u << 16, true})) == "packs.damaged");  // not in the list
  auto entries = entries_for(sound_files());
  entries.push_back({"one", large, 0100644u << 16, true});
  entries.push_back({"two", large, 0100644u << 16, true});
  CHECK(refused(archive(entries)) == "packs.too-large");
  std::vector<Entry> many = entries_for(sound_files());
  for (std::size_t i = 0; i < kPackFiles; ++i)
    many.push_back({"f" + std::to_string(i), ""});
  CHECK(refused(archive(many)) == "packs.too-many-files");
}

TEST_CASE("the list and the files agree, or nothing is taken", "[packs]") {
  CHECK(refused(with({"unlisted.txt", "x"})) == "packs.damaged");
  auto entries = entries_for(sound_files());
  entries[0].bytes = "b\n";
  CHECK(refused(archive(entries)) == "packs.hash-differs");
  entries = entries_for(sound_files());
  entries.erase(entries.begin());
  CHECK(refused(archive(entries)) == "packs.damaged");
  entries = entries_for(sound_files());
  entries.pop_back();
  CHECK(refused(archive(entries)) == "packs.damaged");
  CHECK(refused(archive(entries_for({{"set.yaml", small_set("2.0.0")}}))) == "packs.damaged");
  CHECK(refused(archive(entries_for({{"set.yaml", "orienta: 1\n"}}))).starts_with("criteria."));
  CHECK(refused(archive(entries_for({{"samples/a.csv", "a"}}))) == "packs.damaged");
}

TEST_CASE("lists of any shape are refused without a fall", "[packs]") {
  for (const char* list :
       {"", "[]", "{}", "null", R"({"orienta-pack": "1"})", R"({"orienta-pack": 1})",
        R"({"orienta-pack": 1, "files": 3})", R"({"orienta-pack": 1, "files": [{"path": 1}]})",
        R"({"orienta-pack": 1, "files": [{"path": "pack.json", "bytes": 0, "hash": ""}]})",
        R"({"orienta-pack": 1, "files": [{"path": "set.yaml", "bytes": -1, "hash": ""}]})", "\xFF\xFE"}) {
    INFO(list);
    CHECK(refused(archive({{"set.yaml", small_set()}, {"pack.json", list}})).starts_with("packs."));
  }
  CHECK(refused(archive({{"pack.json", R"({"orienta-pack": 2})"}})) == "packs.newer");
}

TEST_CASE("what is no archive, or is cut short, is refused", "[packs]") {
  CHECK(refused("") == "packs.damaged");
  CHECK(refused("PK\x03\x04") == "packs.damaged");
  const std::string good = small_pack();
  for (std::size_t size = 0; size < good.size(); size += 7)
    CHECK(refused(good.substr(0, size)) == "packs.damaged");
}

TEST_CASE("a pack with any byte changed is refused or is the same pack", "[packs]") {
  const std::string good = small_pack();
  const auto sound = open_pack(good, "x");
  REQUIRE(sound);
  CHECK(rc::check([&] {
    std::string bytes = good;
    const auto changes = *rc::gen::inRange(1, 4);
    for (int i = 0; i < changes; ++i)
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    const auto pack = open_pack(bytes, "x");
    if (pack) RC_ASSERT(pack->files == sound->files);
    if (!pack) RC_ASSERT(pack.error().problems.has_errors());
  }));
}

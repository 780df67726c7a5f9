// SPDX-License-Identifier: MIT
// Many sets at once, with and without what was kept from before.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "criteria/small_set.hpp"
#include "criteria/yaml_cache.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

bool same(const Yaml& one, const Yaml& other) {
  const auto head = [](const Yaml& node) {
    return std::tuple(node.kind, node.quoted, node.text, node.line, node.column, node.key_line,
                      node.key_column);
  };
  const auto alike = [](const YamlEntry& a, const YamlEntry& b) {
    return a.first == b.first && same(a.second, b.second);
  };
  return head(one) == head(other) && std::ranges::equal(one.items, other.items, same) &&
         std::ranges::equal(one.entries, other.entries, alike);
}

struct Sets {
  Sets() {
    add("whole", fixture("sets/whole.yaml"));
    add("small", SmallSet{}.text());
    add("bad", SmallSet{.tail = "unknown: 1\n"}.text());
    add("no-yaml", "a: [\n");
  }
  void add(const std::string& id, const std::string& text) {
    found.push_back({SetId(id), folder.write(id + "/set.yaml", text), "given"});
  }
  /// What is read, as text.
  std::vector<std::string> read(const std::filesystem::path& cache) const {
    std::vector<std::string> lines;
    for (const auto& each : read_sets(found, cache)) {
      lines.push_back(each ? dump(each->set) + each->set.hash.hex() + each->set.text : "refused");
      for (const std::string& line : said(each))
        lines.push_back(line);
      const Problems& problems = each ? each->remarks : each.error().problems;
      for (const Problem& problem : problems.kept())
        lines.push_back(problem.where.file);
    }
    return lines;
  }

  TempFolder folder;
  std::vector<FoundSet> found;
};

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files.push_back(entry.path());
  return files;
}

}  // namespace

TEST_CASE("sets are read the same with a cache, without one, and with a useless one", "[criteria]") {
  const Sets sets;
  const auto plain = sets.read({});
  const auto cache = sets.folder / "cache";
  const auto kept = cache / "sets";
  CHECK(sets.read(cache) == plain);
  CHECK(files_in(kept).size() == 3);  // what does not parse is not kept
  CHECK(sets.read(cache) == plain);
  for (const auto& file : files_in(kept))
    std::ofstream(file, std::ios::binary) << "damaged";
  CHECK(sets.read(cache) == plain);
  CHECK(sets.read(cache) == plain);
  sets.folder.write("file", "not a folder");
  CHECK(sets.read(sets.folder / "file") == plain);
}

TEST_CASE("a changed file is parsed anew, and another build reads nothing of this one", "[criteria]") {
  const Sets sets;
  const YamlCache one(sets.folder / "cache", "one");
  const YamlCache other(sets.folder / "cache", "other");
  const auto tree = parse_yaml("a: 1\n", "x");
  REQUIRE(tree);
  one.keep(hash_of("a: 1\n"), *tree);
  CHECK(one.find(hash_of("a: 1\n")));
  CHECK_FALSE(one.find(hash_of("a: 2\n")));
  CHECK_FALSE(other.find(hash_of("a: 1\n")));
}

TEST_CASE("a tree comes back from its bytes, and from no others", "[criteria]") {
  const auto tree = parse_yaml(fixture("sets/whole.yaml"), "x");
  REQUIRE(tree);
  const std::string bytes = pack_tree(*tree);
  const auto back = unpack_tree(bytes);
  REQUIRE(back);
  CHECK(same(*back, *tree));
  CHECK_FALSE(unpack_tree(""));
  for (std::size_t size = 0; size < bytes.size(); size += 97)
    CHECK_FALSE(unpack_tree(std::string_view(bytes).substr(0, size)));
  CHECK(rc::check([&](char c) {
    std::string changed = bytes;
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    RC_PRE(changed[at] != c);
    changed[at] = c;
    RC_ASSERT(!unpack_tree(changed));
  }));
  // Bytes with a right hash and a wrong inside, as no program writes them.
  CHECK(rc::check([](const std::string& inside) {
    const std::string signed_bytes = inside + std::string(hash_of(inside).view());
    const auto read = unpack_tree(signed_bytes);
    if (read) RC_ASSERT(pack_tree(*read) == signed_bytes);
  }));
}

TEST_CASE("the folder does not grow without end", "[criteria]") {
  const TempFolder folder;
  const YamlCache cache(folder / "cache", "build");
  const auto tree = parse_yaml("a: 1\n", "x");
  REQUIRE(tree);
  for (int i = 0; i < 450; ++i)
    cache.keep(hash_of(std::to_string(i)), *tree);
  CHECK(files_in(folder / "cache").size() <= 201);
  CHECK(cache.find(hash_of("449")));
}

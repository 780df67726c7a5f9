// SPDX-License-Identifier: MIT
#include "criteria/yaml.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/limits.hpp"
#include "criteria/small_set.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

Said said_of(std::string_view text) {
  return said(parse_yaml(text, "file.yaml"));
}

std::string nested(std::size_t depth) {
  return "a: " + std::string(depth, '[') + "1" + std::string(depth, ']') + "\n";
}

}  // namespace

TEST_CASE("a tree keeps texts, order and places", "[criteria]") {
  const auto tree = parse_yaml("# c\nПривет: {мир: 1.10, b: 'No'}\nlist:\n  - x\n  - \"y\"\n", "file.yaml");
  REQUIRE(tree);
  REQUIRE(tree->entries.size() == 2);
  CHECK(tree->entries[0].first == "Привет");
  const Yaml* const map = tree->find("Привет");
  REQUIRE(map != nullptr);
  CHECK(map->find("мир")->text == "1.10");
  CHECK_FALSE(map->find("мир")->quoted);
  CHECK(map->find("b")->quoted);
  // Columns are counted in characters, not in bytes.
  CHECK(map->find("мир")->line == 2);
  CHECK(map->find("мир")->key_column == 10);
  CHECK(map->find("мир")->column == 15);
  const Yaml* const list = tree->find("list");
  REQUIRE(list->items.size() == 2);
  CHECK(list->items[1].text == "y");
  CHECK(list->items[1].line == 5);
  CHECK(tree->find("nothing") == nullptr);
}

TEST_CASE("what YAML would retype stays text", "[criteria]") {
  const auto tree = parse_yaml(
      "[No, on, 1.10, 0x1, 010, 2024-01-05, 1e3, ~, null, Null, .nan, 12:30:00, true]", "file.yaml");
  REQUIRE(tree);
  std::string all;
  for (const Yaml& item : tree->items)
    all += item.text + " ";
  CHECK(all == "No on 1.10 0x1 010 2024-01-05 1e3 ~ null Null .nan 12:30:00 true ");
}

TEST_CASE("an empty value is empty also when the next key is null", "[criteria]") {
  const auto tree = parse_yaml("a:\nnull: b\nc: null\nd:\n", "file.yaml");
  REQUIRE(tree);
  CHECK(tree->find("a")->text.empty());
  CHECK(tree->find("a")->line == 1);
  CHECK(tree->find("null")->text == "b");
  CHECK(tree->find("c")->text == "null");
  CHECK(tree->find("d")->text.empty());
}

TEST_CASE("places are right also where the parser looks ahead", "[criteria]") {
  const auto tree = parse_yaml("? ключ\n? b\nc: [? ы, ? d]\ne: f\n", "file.yaml");
  REQUIRE(tree);
  CHECK(tree->find("b")->line == 2);
  CHECK(tree->find("c")->items[1].column == 10);
  CHECK(tree->find("e")->line == 4);
  CHECK(tree->find("e")->column == 4);
}

TEST_CASE("a key that is there twice is refused with both places", "[criteria]") {
  const auto tree = parse_yaml("a: 1\nb: 2\n\"a\": 3\nb: 4\n", "file.yaml");
  REQUIRE_FALSE(tree);
  CHECK(tree.error().kind == ErrorKind::kInput);
  CHECK(said(tree) == Said{"3:1 duplicate-key", "4:1 duplicate-key"});
  CHECK(argument(tree.error().problems, "criteria.duplicate-key", "key") == "a");
  CHECK(argument(tree.error().problems, "criteria.duplicate-key", "first_line") == "1");
  CHECK(argument(tree.error().problems, "criteria.duplicate-key", "first_column") == "1");
}

TEST_CASE("anchors, aliases, tags and merge keys are refused where they stand", "[criteria]") {
  CHECK(said_of("a: &x 1\nb: *x\nc: !!int 5\nd: ! e\n<<: {f: 1}\n") ==
        Said{"1:4 anchor", "2:4 alias", "3:4 tag", "4:4 tag", "5:1 merge-key"});
  CHECK(said_of("a: &x [*x]\n") == Said{"1:4 anchor", "1:8 alias"});
  CHECK(said_of("a: *unknown\n") == Said{"1:4 alias"});
  CHECK(said_of("a: !!python/object:os.system {b: 1}\n") == Said{"1:4 tag"});
  CHECK(parse_yaml("'<<': 1\n", "file.yaml"));
}

TEST_CASE("keys are plain words", "[criteria]") {
  CHECK(said_of("? [a, b]\n: c\nd: e\n") == Said{"1:3 key-not-text"});
  CHECK(said_of("? {a: b}\n: c\n") == Said{"1:3 key-not-text"});
  CHECK(said_of("'': c\n") == Said{"1:1 empty-key"});
}

TEST_CASE("a file is one document", "[criteria]") {
  CHECK(said_of("a: 1\n---\nb: 2\n") == Said{"2:1 several-documents"});
  CHECK(said_of("a: 1\n---\n") == Said{"2:1 several-documents"});
  CHECK(parse_yaml("---\na: 1\n...\n", "file.yaml"));
}

TEST_CASE("a file without content says so", "[criteria]") {
  for (const std::string_view text : {"", "\n\n", "# only a comment\n", "---\n", "\xEF\xBB\xBF"}) {
    INFO(text);
    CHECK(said_of(text) == Said{"0:0 empty-file"});
  }
}

TEST_CASE("bytes that are no text are refused before they are parsed", "[criteria]") {
  using namespace std::string_view_literals;
  CHECK(said_of("a: 1\nb: \0x\n"sv) == Said{"2:4 binary"});
  CHECK(said_of("\x7F"
                "ELF\x02\x01\x01\0"sv) == Said{"1:1 control-character"});
  CHECK(said_of("a: \x1B[0m\n") == Said{"1:4 control-character"});
  CHECK(said_of("a: \xC3\x28\n") == Said{"1:4 not-utf8"});
  CHECK(said_of("a: \xED\xA0\x80\n") == Said{"1:4 not-utf8"});
  CHECK(said_of("\xFF\xFE"
                "a\0:\0"sv) == Said{"0:0 not-utf8"});

  const auto russian = parse_yaml("title: \xCF\xF0\xE8\xE2\xE5\xF2\n", "file.yaml");
  CHECK(argument(russian.error().problems, "criteria.not-utf8", "encoding") == "WINDOWS-1251");
  const auto polish =
      parse_yaml("title: Za\xBF\xF3\xB3\xE6 g\xEA\x9Cl\xB9 ja\x9F\xF1 bardzo prosze\n", "file.yaml");
  CHECK(argument(polish.error().problems, "criteria.not-utf8", "encoding") == "WINDOWS-1250");
}

TEST_CASE("what is larger than the limits is refused", "[criteria]") {
  CHECK(parse_yaml(nested(limits::kYamlDepth - 1), "file.yaml"));
  CHECK(said_of(nested(limits::kYamlDepth)) == Said{"1:35 too-deep"});
  CHECK(said_of(nested(100'000)) == Said{"1:35 too-deep"});

  CHECK(said_of("a: " + std::string(limits::kYamlScalarBytes + 1, 'x')) == Said{"1:4 text-too-long"});

  std::string many = "[";
  for (std::size_t i = 0; i <= limits::kYamlNodes; ++i)
    many += "a,";
  const auto nodes = parse_yaml(many + "]", "file.yaml");
  REQUIRE_FALSE(nodes);
  CHECK(nodes.error().problems.kept().front().message.code == "criteria.too-many-nodes");

  const auto large = parse_yaml(std::string(limits::kCriteriaFileBytes + 1, ' '), "file.yaml");
  REQUIRE_FALSE(large);
  CHECK(large.error().kind == ErrorKind::kLimit);
  CHECK(said(large) == Said{"0:0 too-large"});
}

TEST_CASE("mistakes of syntax have a sentence of their own", "[criteria]") {
  CHECK(said_of("a: b: c\n") == Said{"1:5 syntax-colon"});
  CHECK(said_of("ы: ы b: c\n") == Said{"1:7 syntax-colon"});
  CHECK(said_of("a:\n\tb: 1\n") == Said{"2:3 syntax-tab"});
  CHECK(said_of("a:\n  - b\n c: d\n") == Said{"3:2 syntax-indent"});
  CHECK(said_of("a: 'x' y\n") == Said{"1:8 syntax-indent"});
  CHECK(said_of("a: [1,\n") == Said{"2:1 syntax-bracket"});
  CHECK(said_of("a: 1\n}\n") == Said{"2:1 syntax-bracket"});
  CHECK(said_of("a: @x\n") == Said{"1:4 syntax-character"});
  CHECK(said_of("a: {b: Is it so?, c: d}\n") == Said{"1:16 syntax-question"});
  CHECK(said_of("a: \"\\q\"\n") == Said{"1:7 syntax-escape"});
  CHECK(said_of("a: \"x\nb: 1\n") == Said{"1:4 syntax-quote"});
  CHECK(said_of("a: 'it''s\n") == Said{"1:4 syntax-quote"});
  CHECK(said_of("a: 'it''s'\nb: \"\\\"\"\n").empty());
  CHECK(said_of("%YAML 2.0\n---\na: 1\n") == Said{"1:1 syntax"});
}

TEST_CASE("all refusals of a file are found in one pass and the first fifty are kept", "[criteria]") {
  std::string text;
  for (int i = 0; i < 80; ++i)
    text += "k" + std::to_string(i) + ": &a 1\n";
  const auto tree = parse_yaml(text, "file.yaml");
  REQUIRE_FALSE(tree);
  CHECK(tree.error().problems.errors() == 80);
  REQUIRE(tree.error().problems.kept().size() == 50);
  CHECK(tree.error().problems.kept().back().where.line == 50);
}

TEST_CASE("lines of Windows and a byte order mark change nothing", "[criteria]") {
  const auto tree = parse_yaml(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: 2\r\n",
      "file.yaml");
  REQUIRE(tree);
  CHECK(tree->find("b")->text == "2");
  CHECK(tree->find("b")->line == 2);
  CHECK(tree->find("a")->column == 4);
}

// SPDX-License-Identifier: MIT
#include "criteria/reader.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/limits.hpp"
#include "criteria/small_set.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::test;

TEST_CASE("a file is read and named in its problems", "[criteria]") {
  const TempFolder folder;
  const auto good = read_set_file(folder.write("good.yaml", SmallSet{}.text()));
  REQUIRE(good);
  CHECK(good->set.id == SetId("small"));

  const auto path = folder.write("bad.yaml", "orienta: 1\norienta: 1\n");
  const auto bad = read_set_file(path);
  REQUIRE_FALSE(bad);
  CHECK(bad.error().problems.kept()[0].where.file == path.string());
}

TEST_CASE("a file that is missing, a folder or too large is its own error", "[criteria]") {
  const TempFolder folder;
  CHECK(read_set_file(folder / "missing.yaml").error().kind == ErrorKind::kNotFound);
  CHECK(read_set_file(folder.path()).error().kind == ErrorKind::kInput);
  const auto large = folder.write("large.yaml", std::string(limits::kCriteriaFileBytes + 1, '#'));
  CHECK(read_set_file(large).error().kind == ErrorKind::kLimit);
}

TEST_CASE("problems of the YAML stop reading before those of the set", "[criteria]") {
  CHECK(codes(read({.tail = "minutes: x\nminutes: y\n"})) == Said{"duplicate-key"});
}

TEST_CASE("warnings do not stop a set from being read", "[criteria]") {
  const auto set = read({.scale = "{measure: x, from: 1, to: 2}\n  t: {measure: y, from: 1, to: 2}"});
  REQUIRE(set);
  CHECK(set->remarks.warnings() == 1);
  CHECK_FALSE(set->remarks.has_errors());
}

TEST_CASE("more indicators than the limit are refused", "[criteria]") {
  std::string more;
  for (std::size_t i = 0; i < limits::kIndicators; ++i)
    more += "}, {id: n" + std::to_string(i) + ", ask: A, scale: s";
  CHECK(codes(read({.indicator = more})) == Said{"too-many-indicators"});
}

// SPDX-License-Identifier: MIT
#include "answers/organisation.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "base/limits.hpp"

using namespace orienta;

namespace {

Unit unit(const char* id, const char* parent) {
  Unit made;
  made.id = UnitId(id);
  made.parent = UnitId(parent);
  return made;
}

std::vector<std::string> ids(const Organisation& organisation) {
  std::vector<std::string> all;
  for (const Unit& one : organisation.units())
    all.push_back(one.id.value);
  return all;
}

std::vector<std::string> codes(const Error& error) {
  std::vector<std::string> all;
  for (const Problem& problem : error.problems.kept())
    all.push_back(problem.message.code);
  return all;
}

}  // namespace

TEST_CASE("parents come before their children and the rest stays as given", "[answers]") {
  const auto built =
      Organisation::build({unit("c", "b"), unit("b", "a"), unit("x", "a"), unit("a", ""), unit("d", "b")});
  REQUIRE(built.has_value());
  CHECK(ids(*built) == std::vector<std::string>{"a", "b", "c", "x", "d"});
  const std::uint32_t b = *built->find(UnitId("b"));
  CHECK(built->parent(b) == built->find(UnitId("a")));
  CHECK_FALSE(built->parent(0).has_value());
  CHECK(built->children(0) == std::vector<std::uint32_t>{1, 3});
  CHECK(built->children(b) == std::vector<std::uint32_t>{2, 4});
  CHECK_FALSE(built->find(UnitId("none")).has_value());
}

TEST_CASE("all problems of a unit tree are said at once", "[answers]") {
  Unit light = unit("light", "");
  light.weight = -1;
  const auto built = Organisation::build({unit("a", ""), unit("a", ""), unit("", ""), unit("b", "nowhere"),
                                          light, unit("x", "y"), unit("y", "x"), unit("z", "z")});
  REQUIRE_FALSE(built.has_value());
  CHECK(built.error().kind == ErrorKind::kInput);
  CHECK(codes(built.error()) == std::vector<std::string>{"answers.unit-twice", "answers.unit-without-id",
                                                         "answers.unit-weight", "answers.unknown-parent",
                                                         "answers.unit-circle", "answers.unit-circle",
                                                         "answers.unit-circle"});
}

TEST_CASE("a tree may be as deep as the limit and no deeper", "[answers]") {
  std::vector<Unit> chain{unit("0", "")};
  while (chain.size() < limits::kUnitDepth)
    chain.push_back(unit(std::to_string(chain.size()).c_str(), chain.back().id.value.c_str()));
  CHECK(Organisation::build(chain).has_value());
  chain.push_back(unit("last", chain.back().id.value.c_str()));
  const auto built = Organisation::build(chain);
  REQUIRE_FALSE(built.has_value());
  CHECK(codes(built.error()) == std::vector<std::string>{"answers.unit-too-deep"});
}

TEST_CASE("an organisation without units is empty", "[answers]") {
  const auto built = Organisation::build({});
  REQUIRE(built.has_value());
  CHECK(built->units().empty());
}

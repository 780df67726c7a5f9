// SPDX-License-Identifier: MIT
#include "base/ids.hpp"

#include <catch2/catch_test_macros.hpp>
#include <type_traits>
#include <unordered_set>

using namespace orienta;

static_assert(!std::is_convertible_v<UnitId, SetId>, "a unit id must not pass for a set id");
static_assert(!std::is_convertible_v<std::string, SetId>, "text becomes an id only where one says so");

TEST_CASE("ids that an author may choose", "[base]") {
  for (const char* text : {"a", "7", "client-satisfaction", "iso-10002.8_1", "2026-h2"}) {
    CAPTURE(text);
    CHECK(is_plain_id(text));
  }
  CHECK(is_plain_id(std::string(64, 'a')));
}

TEST_CASE("ids that an author may not choose", "[base]") {
  for (const char* text : {"", "-a", "_a", ".a", "..", "A", "a b", "a/b", "a:b", "ü", "жизнь", "a\n"}) {
    CAPTURE(text);
    CHECK_FALSE(is_plain_id(text));
  }
  CHECK_FALSE(is_plain_id(std::string(65, 'a')));
  CHECK_FALSE(is_plain_id(std::string_view("a\0b", 3)));
}

TEST_CASE("ids are compared byte by byte and can be keys", "[base]") {
  CHECK(UnitId("a") < UnitId("b"));
  CHECK(UnitId("B") < UnitId("a"));
  CHECK(std::unordered_set<UnitId>{UnitId("a"), UnitId("a"), UnitId("b")}.size() == 2);
}

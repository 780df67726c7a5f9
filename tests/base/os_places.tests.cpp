// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "base/os.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using orienta::test::read_text;
using orienta::test::TempFolder;

TEST_CASE("a finished file gets its name", "[base]") {
  const TempFolder folder;
  const auto moved = os::move_new_file(folder.write("a.new", "text"), folder / "a");
  REQUIRE(moved.has_value());
  CHECK(*moved);
  CHECK(read_text(folder / "a") == "text");
  CHECK_FALSE(std::filesystem::exists(folder / "a.new"));
}

TEST_CASE("a finished file replaces nothing", "[base]") {
  const TempFolder folder;
  folder.write("a", "precious");
  const auto moved = os::move_new_file(folder.write("a.new", "text"), folder / "a");
  REQUIRE(moved.has_value());
  CHECK_FALSE(*moved);
  CHECK(read_text(folder / "a") == "precious");
  CHECK(read_text(folder / "a.new") == "text");
}

TEST_CASE("a file that is not there cannot get a name", "[base]") {
  const TempFolder folder;
  const auto moved = os::move_new_file(folder / "none", folder / "a");
  REQUIRE_FALSE(moved.has_value());
  CHECK(moved.error().kind == ErrorKind::kNotFound);
}

TEST_CASE("a temporary folder may be written and one that is not there may not", "[base]") {
  const TempFolder folder;
  CHECK(os::may_write(folder.path()));
  CHECK_FALSE(os::may_write(folder / "none"));
  CHECK_FALSE(os::is_on_network(folder / "none"));
}

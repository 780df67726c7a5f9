// SPDX-License-Identifier: MIT
#include "base/mo.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <memory>

#include "base/mo_builder.hpp"
#include "base/os.hpp"

using namespace orienta;
using namespace std::string_literals;
using orienta::test::build_mo;
using orienta::test::mo_number;

namespace {

const test::MoTexts kTexts{{"", "Language: en\n"}, {"test.one", "One."}, {"test.n\0test.n"s, "a\0b"s}};

/// Reads a copy that ends exactly where the bytes end, so that a sanitizer sees the first byte read beyond.
std::size_t entries_in(std::string_view bytes) {
  const std::unique_ptr<char[]> exact(new char[bytes.size()]);
  if (!bytes.empty()) std::memcpy(exact.get(), bytes.data(), bytes.size());
  const auto entries = read_mo({exact.get(), bytes.size()});
  if (!entries) return 0;
  std::size_t touched = 0;
  for (const MoEntry& entry : *entries)
    for (const std::string_view text : {entry.id, entry.text})
      for (const char c : text)
        touched += c == '\x01' ? 1 : 0;
  return entries->size() + touched;
}

std::string real_catalogue() {
  auto bytes = os::read_file(std::string(ORIENTA_BUILD_DIR) + "/share/orienta/text/ru.mo", 8u << 20);
  REQUIRE(bytes);
  return *std::move(bytes);
}

std::string with_field(std::string bytes, std::size_t field, std::uint32_t value) {
  return bytes.replace(field * 4, 4, mo_number(value, false));
}

}  // namespace

TEST_CASE("entries are read in both byte orders", "[base]") {
  for (const bool big_endian : {false, true}) {
    const std::string bytes = build_mo(kTexts, big_endian);
    const auto entries = read_mo(bytes);
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    CHECK((*entries)[0].id.empty());
    CHECK((*entries)[1].id == "test.one");
    CHECK((*entries)[1].text == "One.");
    CHECK((*entries)[2].id == "test.n");
    CHECK((*entries)[2].text == "a\0b"s);
  }
}

TEST_CASE("an empty catalogue is a catalogue", "[base]") {
  const auto entries = read_mo(build_mo({}));
  REQUIRE(entries);
  CHECK(entries->empty());
}

TEST_CASE("what is no catalogue is refused", "[base]") {
  CHECK_FALSE(read_mo(""));
  CHECK_FALSE(read_mo("\xde\x12\x04"));
  CHECK_FALSE(read_mo(std::string(1000, '\0')));
  CHECK_FALSE(read_mo("# a .po file\nmsgid \"\"\nmsgstr \"\"\n"));
}

TEST_CASE("a catalogue cut anywhere is refused or read within its bounds", "[base]") {
  const std::string whole = build_mo(kTexts);
  // The last byte is the NUL behind the last string, which nobody needs.
  for (std::size_t size = 0; size + 1 < whole.size(); ++size)
    CHECK(entries_in(whole.substr(0, size)) == 0);
  CHECK(entries_in(whole) == 3);
}

TEST_CASE("a catalogue made by msgfmt and cut anywhere stays within its bounds", "[base]") {
  const std::string whole = real_catalogue();
  CHECK(entries_in(whole) > 5);
  const std::size_t step = whole.size() / 2000 + 1;
  for (std::size_t size = 0; size < whole.size(); size += size < 2000 ? 1 : step)
    entries_in(whole.substr(0, size));
  for (std::size_t size = whole.size() - 100; size + 1 < whole.size(); ++size)
    CHECK(entries_in(whole.substr(0, size)) == 0);
}

TEST_CASE("lying headers are refused", "[base]") {
  const std::string good = build_mo(kTexts);
  CHECK(entries_in(with_field(good, 1, 0x00020000)) == 0);  // a later major revision
  CHECK(entries_in(with_field(good, 2, 0xFFFFFFFF)) == 0);  // count
  CHECK(entries_in(with_field(good, 2, 1000)) == 0);
  CHECK(entries_in(with_field(good, 3, 0xFFFFFFF8)) == 0);  // offset of the table of ids
  CHECK(entries_in(with_field(good, 4, 0xFFFFFFFC)) == 0);
  CHECK(entries_in(with_field(good, 9, 0xFFFFFFFF)) == 0);   // size of the second id
  CHECK(entries_in(with_field(good, 10, 0xFFFFFFFF)) == 0);  // its offset
}

TEST_CASE("strings that overlap to make a small file large are refused", "[base]") {
  std::string bytes = build_mo(test::MoTexts(100, {"test.id", std::string(100, 'x')}));
  const std::uint32_t begin = 28 + 16 * 100;  // the strings, without the tables, which are not UTF-8
  const auto size = static_cast<std::uint32_t>(bytes.size()) - begin;
  REQUIRE(entries_in(bytes) == 100);
  for (std::size_t entry = 0; entry < 100; ++entry) {
    bytes = with_field(std::move(bytes), 7 + 2 * entry, size);
    bytes = with_field(std::move(bytes), 8 + 2 * entry, begin);
  }
  CHECK(entries_in(bytes) == 0);
}

TEST_CASE("text that is not UTF-8 is refused", "[base]") {
  CHECK_FALSE(read_mo(build_mo({{"test.id", "jako\x9C"}})));
  CHECK_FALSE(read_mo(build_mo({{"test.\xFF", "text"}})));
}

TEST_CASE("changed bytes never lead outside", "[base]") {
  const std::string good = build_mo(kTexts);
  CHECK(rc::check([&] {
    std::string bytes = good;
    for (int changes = *rc::gen::inRange(1, 6); changes > 0; --changes)
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1));
    RC_ASSERT(entries_in(bytes) <= 1000);
  }));
}

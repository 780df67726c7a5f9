// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "plugins/worker/library.hpp"

namespace orienta::worker {
namespace {

using wire::EntryProblem;

constexpr orienta_text_t kId{"good", 4};
constexpr orienta_text_t kVersion{"1.0", 3};

orienta_entry_t good_entry() {
  orienta_entry_t entry{};
  entry.size = sizeof entry;
  entry.abi = {ORIENTA_ABI_MAJOR, ORIENTA_ABI_MINOR};
  entry.id = kId;
  entry.version = kVersion;
  entry.check = [](const orienta_host_t*, const orienta_block_t*, void*,
                   std::int32_t (*)(void*, const orienta_note_t*)) -> std::int32_t { return ORIENTA_OK; };
  entry.prepare = [](const orienta_host_t*, const orienta_block_t*, orienta_handle_t**) -> std::int32_t {
    return ORIENTA_OK;
  };
  entry.release = [](orienta_handle_t*) {};
  entry.score = [](orienta_handle_t*, const orienta_block_t*, std::uint32_t, std::uint32_t, std::uint32_t,
                   std::uint32_t, const orienta_sink_t*) -> std::int32_t { return ORIENTA_OK; };
  return entry;
}

Refusal refusal_of(const orienta_entry_t& entry) {
  return check_entry(entry, "good", "1.0");
}

}  // namespace

TEST_CASE("an entry that keeps to the contract is taken") {
  orienta_entry_t entry = good_entry();
  CHECK(refusal_of(entry).problem == EntryProblem::kNone);
  entry.size += 64;  // a newer one within the same major version would say so by its minor version
  CHECK(refusal_of(entry).problem == EntryProblem::kNone);
}

TEST_CASE("an entry is refused for its size before anything else is read") {
  orienta_entry_t entry = good_entry();
  entry.size = sizeof entry - 1;
  CHECK(refusal_of(entry).problem == EntryProblem::kTooSmall);
  entry.size = 4;
  entry.abi.major = 99;
  CHECK(refusal_of(entry).problem == EntryProblem::kTooSmall);
}

TEST_CASE("an entry of another version is refused with that version") {
  orienta_entry_t entry = good_entry();
  entry.abi = {ORIENTA_ABI_MAJOR + 1, 3};
  entry.size = 40;  // its other fields may be anything
  CHECK(refusal_of(entry).problem == EntryProblem::kVersion);
  CHECK(refusal_of(entry).text == "2.3");
  entry = good_entry();
  entry.abi.minor = ORIENTA_ABI_MINOR + 1;
  CHECK(refusal_of(entry).problem == EntryProblem::kVersion);
}

TEST_CASE("an entry with another id or version than the manifest is refused") {
  CHECK(check_entry(good_entry(), "other", "1.0").problem == EntryProblem::kOtherId);
  CHECK(check_entry(good_entry(), "other", "1.0").text == "good");
  CHECK(check_entry(good_entry(), "good", "1.1").problem == EntryProblem::kOtherVersion);
  orienta_entry_t entry = good_entry();
  entry.id = {nullptr, 4};
  CHECK(refusal_of(entry).problem == EntryProblem::kOtherId);
}

TEST_CASE("an entry without one of its functions is refused with its name") {
  orienta_entry_t entry = good_entry();
  entry.release = nullptr;
  CHECK(refusal_of(entry).problem == EntryProblem::kNullFunction);
  CHECK(refusal_of(entry).text == "release");
  entry = good_entry();
  entry.extension = nullptr;
  CHECK(refusal_of(entry).problem == EntryProblem::kNone);
}

TEST_CASE("a file that is no library is refused with the system's reason") {
  Library library;
  const Refusal refusal = library.open(ORIENTA_SOURCE_DIR "/tests/plugins/entry.tests.cpp", "good", "1.0");
  CHECK(refusal.problem == EntryProblem::kNotLoaded);
  CHECK(refusal.text.find("ELF") != std::string::npos);
}

}  // namespace orienta::worker

// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "archives/archive.hpp"

using namespace orienta;

namespace {

constexpr ArchiveLimits kRoom{1u << 20, 10, 1u << 20, true};

std::string written(const std::vector<ArchiveFile>& files, Packing packing = Packing::kDeflated) {
  const auto bytes = write_archive(files, packing);
  REQUIRE(bytes);
  return *bytes;
}

}  // namespace

TEST_CASE("files come back from an archive as they were", "[archives]") {
  const std::vector<ArchiveFile> files{{"a.txt", "alpha"}, {"b/empty", ""}, {"b/c", std::string(9999, 'x')}};
  for (const Packing packing : {Packing::kStored, Packing::kDeflated}) {
    const std::string bytes = written(files, packing);
    auto reader = ArchiveReader::open(bytes, kRoom);
    REQUIRE(reader);
    REQUIRE(reader->size() == files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      CHECK(reader->path(i) == files[i].path);
      CHECK(reader->is_plain(i));
      CHECK(reader->read(i).value() == files[i].bytes);
    }
    CHECK(reader->find("b/c") == 2u);
    CHECK(!reader->find("b"));
  }
}

TEST_CASE("the same files make the same archive", "[archives]") {
  const std::vector<ArchiveFile> files{{"a.txt", "alpha"}, {"b", std::string(5000, 'x')}};
  CHECK(written(files) == written(files));
}

TEST_CASE("an archive beyond its limits is refused before it is unpacked", "[archives]") {
  const std::string bomb = written({{"one", std::string(900'000, 'x')}, {"two", std::string(900'000, 'x')}});
  auto reader = ArchiveReader::open(bomb, kRoom);
  REQUIRE(reader);
  CHECK(reader->read(0));
  CHECK(reader->read(1).error() == ArchiveFault::kTooLarge);
  CHECK(ArchiveReader::open(bomb, {10, 10, 1u << 20, true}).error() == ArchiveFault::kTooLarge);
  CHECK(ArchiveReader::open(bomb, {1u << 20, 1, 1u << 20, true}).error() == ArchiveFault::kTooManyFiles);
}

TEST_CASE("what is no archive, or is damaged, is said to be", "[archives]") {
  CHECK(ArchiveReader::open("", kRoom).error() == ArchiveFault::kDamaged);
  std::string bytes = written({{"a.txt", "alpha beta"}}, Packing::kStored);
  bytes[bytes.find("beta")] = 'B';
  auto reader = ArchiveReader::open(bytes, kRoom);
  REQUIRE(reader);
  CHECK(reader->read(0).error() == ArchiveFault::kDamaged);
}

// SPDX-License-Identifier: MIT
#include "plugins/trust.hpp"

#include <catch2/catch_test_macros.hpp>

#include "plugins/building.hpp"
#include "support/temp_folder.hpp"

namespace orienta::test {
namespace {

Package package(const std::string& id, std::uint8_t hash, const std::filesystem::path& folder = "/nowhere") {
  Package made;
  made.folder = folder;
  made.manifest.id = PluginId(id);
  made.hash.bytes[0] = hash;
  return made;
}

TrustStore open(const TempFolder& folder) {
  return TrustStore::open(folder / "config/trust.json").value();
}

ErrorKind kind_of(const TempFolder& folder, const std::string& content) {
  const auto store = TrustStore::open(folder.write("damaged.json", content));
  REQUIRE_FALSE(store);
  return store.error().kind;
}

}  // namespace

TEST_CASE("nothing is trusted at first and trust is for an id and a hash") {
  const TempFolder folder;
  TrustStore store = open(folder);
  CHECK(store.trust_of(package("mine", 1)) == Trust::kNone);
  REQUIRE(store.trust(package("mine", 1)));
  CHECK(store.trust_of(package("mine", 1)) == Trust::kByUser);
  CHECK(store.trust_of(package("mine", 2)) == Trust::kChanged);
  CHECK(store.trust_of(package("other", 1)) == Trust::kNone);
  CHECK(store.knows(PluginId("mine")));
  CHECK(store.knows(PluginId("feedback-systems")));
  CHECK_FALSE(store.knows(PluginId("other")));
}

TEST_CASE("trust lasts and the newest hash counts") {
  const TempFolder folder;
  {
    TrustStore store = open(folder);
    REQUIRE(store.trust(package("mine", 1)));
    REQUIRE(store.trust(package("mine", 2)));
  }
  const TrustStore store = open(folder);
  CHECK(store.trust_of(package("mine", 2)) == Trust::kByUser);
  CHECK(store.trust_of(package("mine", 1)) == Trust::kChanged);
}

TEST_CASE("a folder under development is trusted whole and nothing beside it") {
  const TempFolder folder;
  TrustStore store = open(folder);
  REQUIRE(store.trust_folder(folder / "work"));
  CHECK(store.trust_of(package("mine", 1, folder / "work")) == Trust::kDevelopment);
  CHECK(store.trust_of(package("mine", 1, folder / "work/mine")) == Trust::kDevelopment);
  CHECK(store.trust_of(package("mine", 1, folder / "work/../mine")) == Trust::kNone);
  CHECK(store.trust_of(package("mine", 1, folder / "workshop")) == Trust::kNone);
  REQUIRE(store.trust_folder(folder / "mine/"));
  CHECK(open(folder).trust_of(package("mine", 1, folder / "mine")) == Trust::kDevelopment);
}

TEST_CASE("trust can be taken back") {
  const TempFolder folder;
  TrustStore store = open(folder);
  const auto missing = store.untrust(PluginId("mine"));
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == ErrorKind::kNotFound);
  REQUIRE(store.trust(package("mine", 1)));
  REQUIRE(store.trust_folder(folder / "mine"));
  REQUIRE(store.untrust(PluginId("mine")));
  CHECK(store.trust_of(package("mine", 1, folder / "mine")) == Trust::kNone);
  CHECK(open(folder).trust_of(package("mine", 1, folder / "mine")) == Trust::kNone);
}

TEST_CASE("taking trust back finds the folder by what is in it") {
  const TempFolder folder;
  TrustStore store = open(folder);
  const Package sample = test_package("sample");
  std::filesystem::create_directories(folder / "work");
  std::filesystem::copy(sample.folder, folder / "work/build-output",
                        std::filesystem::copy_options::recursive);
  REQUIRE(store.trust_folder(folder / "work"));
  REQUIRE(store.untrust(PluginId("sample")));
  CHECK(store.trust_of(package("sample", 1, folder / "work/build-output")) == Trust::kNone);
}

TEST_CASE("a damaged trust file is an error and is left alone") {
  const TempFolder folder;
  CHECK(kind_of(folder, "") == ErrorKind::kCorrupt);
  CHECK(kind_of(folder, "{") == ErrorKind::kCorrupt);
  CHECK(kind_of(folder, "[]") == ErrorKind::kCorrupt);
  CHECK(kind_of(folder, R"({"orienta": 1, "plugins": [{"id": "a"}], "folders": []})") == ErrorKind::kCorrupt);
  CHECK(kind_of(folder, R"({"orienta": 1, "plugins": [{"id": "a", "hash": "00"}], "folders": []})") ==
        ErrorKind::kCorrupt);
  CHECK(kind_of(folder, R"({"orienta": 2, "plugins": [], "folders": []})") == ErrorKind::kNewer);
  CHECK(read_text(folder / "damaged.json").starts_with(R"({"orienta": 2)"));
}

TEST_CASE("plugins that were built with the program are trusted") {
  const TempFolder folder;
  const TrustStore store = open(folder);
  const auto built_in = read_package(
      std::filesystem::path(ORIENTA_BUILD_DIR) / "lib/orienta/plugins/feedback-systems", "program");
  REQUIRE(built_in);
  CHECK(store.trust_of(*built_in) == Trust::kBuiltIn);
  CHECK(store.trust_of(test_package("sample")) == Trust::kNone);
}

}  // namespace orienta::test

// SPDX-License-Identifier: MIT
#include "plugins/manifest.hpp"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include "plugins/building.hpp"
#include "support/run_program.hpp"
#include "support/temp_folder.hpp"

namespace orienta::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kGood =
    "id: mine\nversion: '1.0'\nabi: '1.0'\nlicence: MIT\nauthor: A. N. Author\ntitle: {en: Mine, ru: Мой}\n"
    "library: mine.so\n";
const std::string kZeros(64, '0');

/// The hash as the build writes it, by the shell script.
std::string hash_by_script(const std::filesystem::path& folder) {
  const auto run =
      run_program("/bin/sh", {ORIENTA_SOURCE_DIR "/host/cmake/package_hash.sh", folder.string()});
  return run.out.substr(0, run.out.find('\n'));
}

/// A package folder whose manifest is `manifest` and the right hash.
struct Folder {
  explicit Folder(const std::string& manifest) {
    temp.write("p/mine.so", "bytes");
    temp.write("p/text/en.mo", "words");
    temp.write("p/plugin.yaml", manifest);
    temp.write("p/plugin.yaml", manifest + "hash: " + hash_by_script(path()) + "\n");
  }
  std::filesystem::path path() const { return temp / "p"; }
  TempFolder temp;
};

/// The problems of reading a manifest.
Texts problems(const std::string& manifest) {
  const Folder folder(manifest);
  const auto package = read_package(folder.path(), "given");
  return package ? Texts{} : codes(package.error());
}

std::string replaced(const std::string& what, const std::string& with) {
  std::string text = kGood;
  return text.replace(text.find(what), what.size(), with);
}

}  // namespace

TEST_CASE("a package is read and its hash is that of the build") {
  const Folder folder(kGood);
  const auto package = read_package(folder.path(), "given");
  REQUIRE(package);
  CHECK(package->manifest.id.value == "mine");
  CHECK(package->manifest.abi.major == 1);
  CHECK(package->manifest.abi.minor == 0);
  CHECK(package->manifest.title[Lang::kRu] == "Мой");
  CHECK(package->manifest.params_schema.empty());
  CHECK(package->origin == "given");
  CHECK(package->hash.hex() == hash_by_script(folder.path()));
  CHECK(package->hash == package->manifest.hash);
}

TEST_CASE("manifests with mistakes are refused with each of them") {
  CHECK(problems("id: [a]\n").front() == "plugins.manifest-not-text");
  CHECK(problems(kGood + "colour: red\n") == Texts{"plugins.manifest-unknown-key"});
  CHECK(problems(replaced("version: '1.0'\n", "")) == Texts{"plugins.manifest-missing-key"});
  CHECK(problems(replaced("id: mine", "id: ../mine")) == Texts{"plugins.manifest-id"});
  CHECK(problems(replaced("abi: '1.0'", "abi: '1'")) == Texts{"plugins.manifest-abi"});
  CHECK(problems(replaced("abi: '1.0'", "abi: '1.-2'")) == Texts{"plugins.manifest-abi"});
  CHECK(problems(replaced("{en: Mine, ru: Мой}", "{de: Meins}")) == Texts{"plugins.manifest-language"});
  CHECK(problems(replaced("mine.so", "../mine.so")) == Texts{"plugins.manifest-file-name"});
  CHECK(problems(replaced("mine.so", "none.so")) == Texts{"plugins.library-missing"});
  CHECK(problems(replaced("id: mine\n", "id: ''\nabi: x\n")).size() >= 1);
}

TEST_CASE("a manifest that is no map is refused") {
  const TempFolder folder;
  folder.write("p/plugin.yaml", "- id\n");
  CHECK(codes(read_package(folder / "p", "given").error()) == Texts{"plugins.manifest-not-a-map"});
}

TEST_CASE("a problem of a manifest says its line") {
  const Folder folder(replaced("abi: '1.0'", "abi: one"));
  const auto package = read_package(folder.path(), "given");
  REQUIRE_FALSE(package);
  const Where where = package.error().problems.kept().front().where;
  CHECK(where.file == (folder.path() / "plugin.yaml").string());
  CHECK(where.line == 3);
  CHECK(where.column == 6);
}

TEST_CASE("a package whose files do not fit its hash is refused") {
  const Folder folder(kGood);
  folder.temp.write("p/text/en.mo", "other words");
  const auto package = read_package(folder.path(), "given");
  REQUIRE_FALSE(package);
  CHECK(package.error().kind == ErrorKind::kCorrupt);
  CHECK(codes(package.error()) == Texts{"plugins.wrong-hash"});
  folder.temp.write("p/text/en.mo", "words");
  CHECK(read_package(folder.path(), "given"));
  folder.temp.write("p/more.txt", "");
  CHECK_FALSE(read_package(folder.path(), "given"));
}

TEST_CASE("links in a package are refused") {
  const Folder folder(kGood);
  std::filesystem::create_symlink("/etc/passwd", folder.path() / "text/pl.mo");
  const auto package = read_package(folder.path(), "given");
  REQUIRE_FALSE(package);
  CHECK(codes(package.error()) == Texts{"plugins.package-not-plain"});
}

TEST_CASE("packages that nest too deeply or have too many files are refused") {
  const Folder deep(kGood);
  deep.temp.write("p/1/2/3/4/5/6/7/8/9/file", "");
  CHECK(codes(read_package(deep.path(), "given").error()) == Texts{"plugins.package-too-large"});
  const Folder wide(kGood);
  for (int i = 0; i < 1001; ++i)
    wide.temp.write("p/" + std::to_string(i), "");
  CHECK(codes(read_package(wide.path(), "given").error()) == Texts{"plugins.package-too-large"});
}

TEST_CASE("a manifest that is missing binary or too large is refused") {
  const TempFolder folder;
  CHECK(read_package(folder / "none", "given").error().kind == ErrorKind::kNotFound);
  folder.write("b/plugin.yaml", std::string("\x7f"
                                            "ELF\0\xff",
                                            6));
  CHECK_FALSE(read_package(folder / "b", "given"));
  folder.write("l/plugin.yaml", std::string(1u << 20, '#'));
  CHECK(read_package(folder / "l", "given").error().kind == ErrorKind::kLimit);
}

TEST_CASE("plugins are found in a given folder and damaged ones are reported") {
  const Folder good(kGood);
  good.temp.write("q/plugin.yaml", "id: q\n");
  good.temp.write("r/readme.txt", "no plugin");
  const FoundPlugins found = find_plugins({good.temp.path()});
  bool has_mine = false;
  for (const Package& package : found.packages)
    has_mine = has_mine || (package.manifest.id.value == "mine" && package.origin == "given");
  CHECK(has_mine);
  CHECK(found.problems.errors() >= 1);
  REQUIRE(found.broken.size() == 1);
  CHECK(found.broken[0].id.value == "q");
  CHECK(found.broken[0].origin == "given");
  CHECK(found.broken[0].error.kind == ErrorKind::kInput);
  const FoundPlugins itself = find_plugins({good.path()});
  CHECK(itself.packages.back().manifest.id.value == "mine");
}

TEST_CASE("a package whose files were changed is found as a broken one with its id and version") {
  const Folder folder(kGood);
  folder.temp.write("p/text/en.mo", "other words");
  const FoundPlugins found = find_plugins({folder.temp.path()});
  REQUIRE(found.broken.size() == 1);
  CHECK(found.broken[0].id.value == "mine");
  CHECK_FALSE(found.broken[0].version.empty());
  CHECK(found.broken[0].error.kind == ErrorKind::kCorrupt);
}

}  // namespace orienta::test

// SPDX-License-Identifier: MIT
// Who may include whom. The order is that of ARCHITECTURE.md.
#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "structure/source_tree.hpp"

using namespace orienta::structure;

namespace {

constexpr std::array<std::string_view, 18> kModules = {
    "base",  "archives", "sheets",  "criteria", "packs", "answers",   "scoring", "plugins", "analysis",
    "store", "charts",   "reports", "app",      "cli",   "viewmodel", "paint",   "view",    "shell"};

std::size_t rank(std::string_view module) {
  return static_cast<std::size_t>(std::find(kModules.begin(), kModules.end(), module) - kModules.begin());
}

std::string first_folder(const std::string& path) {
  const std::size_t slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

// Which modules may include a header of the libraries and of the system; an empty set means all of
// them. A name that ends in '/' stands for everything below it.
const std::map<std::string, std::set<std::string>>& owners() {
  static const std::map<std::string, std::set<std::string>> kOwners = {
      {"yaml-cpp/", {"criteria"}},
      {"SQLiteCpp/", {"store"}},
      {"sqlite3.h", {"store"}},
      {"boost/dll/", {"plugins"}},
      {"boost/math/", {"scoring"}},
      {"sodium.h", {"base"}},
      {"tl/expected.hpp", {"base"}},
      {"seccomp.h", {"plugins"}},
      {"zip.h", {"archives"}},
      {"expat.h", {"sheets"}},
      {"xlsxwriter.h", {"reports"}},
      {"CLI/", {"cli"}},
      {"valijson/", {"criteria", "plugins"}},
      {"cairo.h", {"reports"}},
      {"pango/", {"reports"}},
      {"imgui.h", {"paint", "view", "shell"}},
      {"imgui_internal.h", {"paint"}},
      {"imgui_stdlib.h", {"view"}},
      {"backends/", {"shell"}},
      {"GLFW/", {"shell"}},
      {"fontconfig/", {"shell"}},
      {"nlohmann/", {}},
      {"fmt/", {}},
      // System calls stand in base (os) and in the worker, nowhere else.
      {"sys/", {"base", "plugins"}},
      {"linux/", {"base", "plugins"}},
      {"time.h", {"plugins"}},
      {"unistd.h", {"base", "plugins"}},
      {"fcntl.h", {"base", "plugins"}},
      {"poll.h", {"base", "plugins"}},
      {"signal.h", {"base", "plugins"}},
      {"spawn.h", {"base", "plugins"}},
      {"dlfcn.h", {"plugins"}},
      {"elf.h", {"plugins"}},
      {"pthread.h", {"base", "plugins"}},
      {"pwd.h", {"base"}},
  };
  return kOwners;
}

const std::set<std::string>* find_owners(const std::string& include) {
  for (const auto& [name, modules] : owners()) {
    if (name.back() == '/' ? include.starts_with(name) : include == name) return &modules;
  }
  return nullptr;
}

// <vector>, <cstdint>: no folder and no ending.
bool is_standard(const std::string& include) {
  return include.find_first_of("/.") == std::string::npos;
}

bool is_standard_c(const std::string& include) {
  static const std::set<std::string> kHeaders = {"stdint.h", "stddef.h", "stdbool.h", "assert.h", "string.h"};
  return kHeaders.contains(include);
}

std::string where(const SourceFile& file, const Include& include) {
  return file.path + ":" + std::to_string(include.line) + ": " + include.path;
}

}  // namespace

TEST_CASE("the modules include only what stands below them", "[structure]") {
  for (const SourceFile& file : program_files()) {
    const std::string module = module_of(file.path);
    if (module == "abi" || module == "sdk") continue;
    for (const Include& include : includes(file)) {
      if (!include.quoted) continue;
      const std::string folder = first_folder(include.path);
      INFO(where(file, include));
      const bool is_contract = folder == "orienta";
      const bool is_generated = include.path.ends_with(".inc");  // by the build, for the module's own use
      CHECK((is_contract || is_generated || rank(folder) <= rank(module)));
    }
  }
}

TEST_CASE("the dashboard and the command line know nothing of each other", "[structure]") {
  for (const SourceFile& file : source_files("gui")) {
    for (const Include& include : includes(file)) {
      INFO(where(file, include));
      CHECK(first_folder(include.path) != "cli");
    }
  }
}

TEST_CASE("what the dashboard decides and says is made without ImGui", "[structure]") {
  for (const SourceFile& file : source_files("gui/viewmodel")) {
    for (const Include& include : includes(file)) {
      INFO(where(file, include));
      CHECK_FALSE(include.path.starts_with("imgui"));
      CHECK(first_folder(include.path) != "paint");
    }
  }
}

TEST_CASE("every folder of host and gui is a module with a place in the order", "[structure]") {
  for (const SourceFile& file : program_files()) {
    const std::string module = module_of(file.path);
    INFO(file.path);
    CHECK((rank(module) < kModules.size() || module == "abi" || module == "sdk"));
  }
}

TEST_CASE("a library is included only by the module that owns it", "[structure]") {
  for (const SourceFile& file : program_files()) {
    const std::string module = module_of(file.path);
    if (module == "abi" || module == "sdk") continue;
    for (const Include& include : includes(file)) {
      if (include.quoted || is_standard(include.path) || include.path.starts_with("orienta/")) continue;
      const std::set<std::string>* allowed = find_owners(include.path);
      INFO(where(file, include) << " (which module owns this header is written in this test)");
      CHECK((allowed != nullptr && (allowed->empty() || allowed->contains(module))));
    }
  }
}

TEST_CASE("valijson is compiled in one file", "[structure]") {
  std::set<std::string> users;
  for (const SourceFile& file : source_files("host")) {
    for (const Include& include : includes(file)) {
      if (include.path.starts_with("valijson/")) users.insert(file.path);
    }
  }
  for (const std::string& path : users) {
    INFO(path);
    CHECK(path.ends_with(".cpp"));
  }
  CHECK(users.size() <= 1);
}

TEST_CASE("the contract with plugins sees only itself and the standard library of C", "[structure]") {
  for (const SourceFile& file : source_files("host/abi")) {
    for (const Include& include : includes(file)) {
      INFO(where(file, include));
      const bool is_own = include.path.starts_with("orienta/") && include.path.ends_with(".h");
      CHECK((is_own || is_standard_c(include.path)));
    }
  }
}

TEST_CASE("the wrapper for authors and the plugins see only the contract and the standard library",
          "[structure]") {
  for (const std::string_view folder : {"host/sdk", "plugins"}) {
    for (const SourceFile& file : source_files(folder)) {
      for (const Include& include : includes(file)) {
        INFO(where(file, include));
        const bool is_contract = include.path.starts_with("orienta/");
        const bool is_own = include.quoted && first_folder(include.path).empty();
        CHECK((is_contract || is_own || is_standard(include.path)));
      }
    }
  }
}

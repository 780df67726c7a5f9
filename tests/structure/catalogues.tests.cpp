// SPDX-License-Identifier: MIT
// Every message has its words in every language, and no catalogue carries words that nobody says.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "structure/messages.hpp"
#include "structure/po.hpp"
#include "structure/source_tree.hpp"

using namespace orienta::structure;

namespace {

constexpr std::array<std::string_view, 3> kLanguages = {"en", "ru", "pl"};

std::string plural_header(std::string_view language) {
  return language == "en" ? "nplurals=2" : "nplurals=3";
}
std::size_t plural_count(std::string_view language) {
  return language == "en" ? 2 : 3;
}

// The folders with text/en.po, text/ru.po or text/pl.po below a folder.
std::set<std::string> text_folders(std::string_view below) {
  std::set<std::string> result;
  for (const std::string& path : all_files(below)) {
    if (path.ends_with(".po")) result.insert(std::filesystem::path(path).parent_path().generic_string());
  }
  return result;
}

std::set<std::string> program_text_folders() {
  std::set<std::string> result = text_folders("host");
  result.merge(text_folders("gui"));
  return result;
}

std::set<std::string> all_text_folders() {
  std::set<std::string> result = program_text_folders();
  result.merge(text_folders("plugins"));
  return result;
}

Po read(const std::string& folder, std::string_view language) {
  return read_po(folder + "/" + std::string(language) + ".po");
}

}  // namespace

TEST_CASE("every message of the program has an English sentence in its module's catalogue", "[structure]") {
  std::map<std::string, Po> catalogues;
  for (const std::string& folder : program_text_folders())
    catalogues.emplace(module_of(folder), read(folder, "en"));
  for (const SourceFile& file : program_files()) {
    for (const MessageCall& call : message_calls(file)) {
      INFO(call.place << ": " << call.code);
      const std::string module = call.code.substr(0, call.code.find('.'));
      const auto catalogue = catalogues.find(module);
      CHECK((catalogue != catalogues.end() && catalogue->second.find(call.code) != nullptr));
    }
  }
}

TEST_CASE("a sentence asks only for arguments that its message carries", "[structure]") {
  std::map<std::string, std::set<std::string>> asked;
  for (const std::string& folder : program_text_folders()) {
    for (const PoEntry& entry : read(folder, "en").entries)
      asked[entry.id] = placeholders(entry);
  }
  for (const SourceFile& file : program_files()) {
    for (const MessageCall& call : message_calls(file)) {
      if (!call.arguments) continue;
      for (const std::string& name : asked[call.code]) {
        INFO(call.place << ": " << call.code << " needs {" << name << "}");
        CHECK(call.arguments->contains(name));
      }
    }
  }
}

TEST_CASE("every entry of the program's catalogues is used", "[structure]") {
  std::set<std::string> used;
  for (const SourceFile& file : program_files())
    used.merge(literals(file));
  for (const std::string& folder : program_text_folders()) {
    for (const PoEntry& entry : read(folder, "en").entries) {
      INFO(folder << "/en.po: " << entry.id);
      CHECK(used.contains(entry.id));
    }
  }
}

TEST_CASE("an entry begins with the name of its module and stands once", "[structure]") {
  std::map<std::string, std::string> seen;
  for (const std::string& folder : program_text_folders()) {
    for (const PoEntry& entry : read(folder, "en").entries) {
      INFO(folder << "/en.po: " << entry.id);
      // Reasons that all plugins share are named for what they are (orienta/plugin.h).
      const std::string prefix =
          folder.find("host/sdk/") != std::string::npos ? "trace." : module_of(folder) + ".";
      CHECK(entry.id.starts_with(prefix));
      CHECK(seen.emplace(entry.id, folder).second);
    }
  }
}

TEST_CASE("all languages have the same entries with the same placeholders", "[structure]") {
  for (const std::string& folder : all_text_folders()) {
    const Po english = read(folder, "en");
    for (const std::string_view language : kLanguages) {
      const Po other = read(folder, language);
      for (const PoEntry& entry : english.entries) {
        INFO(other.path << ": " << entry.id);
        const PoEntry* translated = other.find(entry.id);
        CHECK(translated != nullptr);
        if (translated == nullptr) continue;
        CHECK(placeholders(*translated) == placeholders(entry));
        CHECK(translated->has_plural == entry.has_plural);
      }
      for (const PoEntry& entry : other.entries) {
        INFO(other.path << ": " << entry.id << " is not in en.po");
        CHECK(english.find(entry.id) != nullptr);
      }
    }
  }
}

TEST_CASE("every entry is complete in the plural forms of its language", "[structure]") {
  for (const std::string& folder : all_text_folders()) {
    for (const std::string_view language : kLanguages) {
      const Po po = read(folder, language);
      INFO(po.path);
      CHECK(po.header.find("charset=UTF-8") != std::string::npos);
      CHECK(po.header.find(plural_header(language)) != std::string::npos);
      for (const PoEntry& entry : po.entries) {
        INFO(entry.id);
        CHECK_FALSE(entry.is_fuzzy);
        CHECK(entry.forms.size() == (entry.has_plural ? plural_count(language) : 1));
        for (const std::string& form : entry.forms)
          CHECK_FALSE(form.empty());
      }
    }
  }
}

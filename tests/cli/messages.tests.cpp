// SPDX-License-Identifier: MIT
// Every message a user can meet, as it reads in each language: a change of words shows in the diff.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <vector>

#include "base/catalogue.hpp"
#include "support/golden.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;

namespace {

struct Entry {
  std::set<std::string> names;    ///< placeholders as text
  std::set<std::string> numbers;  ///< placeholders with a format
};

void take_placeholders(std::string_view line, Entry& entry) {
  for (auto open = line.find('{'); open != line.npos; open = line.find('{', open + 1)) {
    const std::string_view inside = line.substr(open + 1, line.find('}', open) - open - 1);
    const auto colon = inside.find(':');
    (colon == inside.npos ? entry.names : entry.numbers).emplace(inside.substr(0, colon));
  }
}

/// The program's messages by code, from the English files of all modules.
std::map<std::string, Entry> all_messages() {
  std::map<std::string, Entry> entries;
  std::vector<std::filesystem::path> modules;
  for (const char* folder : {"/host", "/gui"})
    for (const auto& module : std::filesystem::directory_iterator(ORIENTA_SOURCE_DIR + std::string(folder)))
      modules.push_back(module.path());
  for (const std::filesystem::path& module : modules) {
    const auto file = module / "text" / "en.po";
    if (!std::filesystem::exists(file)) continue;
    const std::string text = test::read_text(file);
    std::string code;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      const std::string_view line = std::string_view(text).substr(at, end - at);
      constexpr std::string_view kId = "msgid \"";
      if (line.starts_with(kId)) code = line.substr(kId.size(), line.size() - kId.size() - 1);
      if (!code.empty()) take_placeholders(line, entries[code]);
      at = end + 1;
    }
  }
  return entries;
}

Message sample(const std::string& code, const Entry& entry, std::int64_t n) {
  Message message{code, {}};
  for (const std::string& name : entry.numbers)
    message.arguments.emplace_back(name, 0.5);
  for (const std::string& name : entry.names)
    if (name != "n" && !entry.numbers.contains(name)) message.arguments.emplace_back(name, "<" + name + ">");
  message.arguments.emplace_back("n", n);
  return message;
}

}  // namespace

TEST_CASE("every message reads as approved in the three languages", "[cli]") {
  const auto messages = all_messages();
  REQUIRE(messages.size() > 500);
  for (const Lang lang : kLangs) {
    Catalogue words(lang);
    REQUIRE(words.add(std::string(ORIENTA_BUILD_DIR) + "/share/orienta/text"));
    std::string all;
    for (const auto& [code, entry] : messages) {
      all += code + "\n";
      std::string last;
      for (const std::int64_t n : {1, 2, 5}) {
        const std::string text = words.text(sample(code, entry, n));
        if (text != last) all += "  " + text + "\n";
        last = text;
      }
    }
    test::check_golden("messages." + std::string(code_of(lang)) + ".txt", all);
  }
}

// SPDX-License-Identifier: MIT
#include "structure/po.hpp"

#include <filesystem>
#include <regex>
#include <sstream>
#include <utility>

#include "support/temp_folder.hpp"

namespace orienta::structure {

namespace {

// The text between the first and the last quote of a line, escapes resolved.
std::string quoted(const std::string& line) {
  std::string result;
  const std::size_t begin = line.find('"');
  const std::size_t end = line.rfind('"');
  if (begin == std::string::npos) return result;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (line[i] != '\\') {
      result += line[i];
      continue;
    }
    ++i;
    result += line[i] == 'n' ? '\n' : line[i];
  }
  return result;
}

class Reader {
 public:
  explicit Reader(Po& po) : po_(po) {}

  void line(const std::string& line) {
    if (line.starts_with("#,")) {
      is_fuzzy_ = line.find("fuzzy") != std::string::npos;
    } else if (line.starts_with("msgid_plural")) {
      entry_.has_plural = true;
      begin(entry_.plural_id, line);
    } else if (line.starts_with("msgid")) {
      finish();
      entry_.is_fuzzy = std::exchange(is_fuzzy_, false);
      is_open_ = true;
      begin(entry_.id, line);
    } else if (line.starts_with("msgstr")) {
      begin(entry_.forms.emplace_back(), line);
    } else if (line.starts_with("\"") && target_ != nullptr) {
      *target_ += quoted(line);
    }
  }

  void finish() {
    if (is_open_ && entry_.id.empty()) {
      po_.header = entry_.forms.empty() ? "" : entry_.forms.front();
    } else if (is_open_) {
      po_.entries.push_back(entry_);
    }
    entry_ = {};
    is_open_ = false;
    target_ = nullptr;
  }

 private:
  void begin(std::string& target, const std::string& line) {
    target_ = &target;
    target = quoted(line);
  }

  Po& po_;
  PoEntry entry_;
  std::string* target_ = nullptr;
  bool is_open_ = false;
  bool is_fuzzy_ = false;
};

}  // namespace

const PoEntry* Po::find(std::string_view id) const {
  for (const PoEntry& entry : entries) {
    if (entry.id == id) return &entry;
  }
  return nullptr;
}

Po read_po(const std::string& path) {
  Po po = {path, {}, {}};
  const auto file = std::filesystem::path(ORIENTA_SOURCE_DIR) / path;
  if (!std::filesystem::exists(file)) return po;
  std::istringstream lines(test::read_text(file));
  Reader reader(po);
  for (std::string line; std::getline(lines, line);)
    reader.line(line);
  reader.finish();
  return po;
}

std::set<std::string> placeholders(std::string_view text) {
  static const std::regex kPlaceholder(R"(\{([A-Za-z_][A-Za-z0-9_]*)(:[^}]*)?\})");
  std::set<std::string> result;
  const std::string copy(text);
  for (auto it = std::sregex_iterator(copy.begin(), copy.end(), kPlaceholder); it != std::sregex_iterator();
       ++it) {
    result.insert((*it)[1].str());
  }
  return result;
}

std::set<std::string> placeholders(const PoEntry& entry) {
  std::set<std::string> result;
  for (const std::string& form : entry.forms)
    result.merge(placeholders(form));
  return result;
}

}  // namespace orienta::structure

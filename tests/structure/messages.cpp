// SPDX-License-Identifier: MIT
#include "structure/messages.hpp"

#include <regex>

namespace orienta::structure {

namespace {

// What stands from `begin` up to the parenthesis that closes the call, strings skipped.
std::string rest_of_call(const std::string& text, std::size_t begin) {
  int depth = 1;
  bool in_string = false;
  std::size_t i = begin;
  for (; i < text.size() && depth > 0; ++i) {
    if (in_string && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      in_string = !in_string;
    } else if (!in_string) {
      depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
    }
  }
  return text.substr(begin, i - begin);
}

// {{"key", key}, {"n", 3}}: the names; nothing when the arguments come from elsewhere.
std::optional<std::set<std::string>> argument_names(const std::string& rest) {
  static const std::regex kName(R"re(\{\s*"([a-z_0-9]+)"\s*,)re");
  std::set<std::string> names;
  const std::size_t first = rest.find_first_not_of(", \n");
  if (first == std::string::npos || rest[first] == ')') return names;
  if (rest[first] != '{') return std::nullopt;
  for (auto it = std::sregex_iterator(rest.begin(), rest.end(), kName); it != std::sregex_iterator(); ++it) {
    names.insert((*it)[1].str());
  }
  return names;
}

}  // namespace

std::vector<MessageCall> message_calls(const SourceFile& file) {
  static const std::regex kCall(R"re(\bmsg\(\s*"([^"]+)")re");
  const std::string text = without_comments(file.text);
  std::vector<MessageCall> result;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), kCall); it != std::sregex_iterator(); ++it) {
    const auto end = static_cast<std::size_t>(it->position() + it->length());
    result.push_back({(*it)[1].str(), place(file, static_cast<std::size_t>(it->position())),
                      argument_names(rest_of_call(text, end))});
  }
  return result;
}

std::set<std::string> literals(const SourceFile& file) {
  static const std::regex kLiteral(R"re("((?:[^"\\\n]|\\.)*)")re");
  const std::string text = without_comments(file.text);
  std::set<std::string> result;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), kLiteral); it != std::sregex_iterator();
       ++it) {
    result.insert((*it)[1].str());
  }
  return result;
}

}  // namespace orienta::structure

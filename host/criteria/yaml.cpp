// SPDX-License-Identifier: MIT
#include "criteria/yaml.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "base/limits.hpp"
#include "criteria/report.hpp"
#include "criteria/yaml_bytes.hpp"
#include "criteria/yaml_events.hpp"

namespace orienta {
namespace {

bool one_of(const std::string& text, std::initializer_list<const char*> known) {
  for (const char* const other : known)
    if (text == other) return true;
  return false;
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  const std::size_t end = std::min(offset, text.size());
  const std::size_t before = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

bool indented_by_tab(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first != std::string_view::npos && line[first] == '\t';
}

/// The parser's complaint in our words: the mistakes that authors make have their own sentence.
Message complaint(const YAML::ParserException& error, std::string_view line, std::string_view rest) {
  namespace known = YAML::ErrorMsg;
  if (indented_by_tab(line)) return msg("criteria.syntax-tab");
  if (one_of(error.msg, {known::END_OF_MAP, known::END_OF_SEQ, known::BLOCK_ENTRY}))
    return msg("criteria.syntax-indent");
  if (one_of(error.msg, {known::END_OF_MAP_FLOW, known::END_OF_SEQ_FLOW, known::FLOW_END}))
    return msg("criteria.syntax-bracket");
  if (one_of(error.msg, {known::UNKNOWN_ANCHOR, known::ALIAS_NOT_FOUND, known::CHAR_IN_ALIAS}))
    return msg("criteria.alias");
  // In { } and [ ] yaml-cpp ends an unquoted text at a question mark, which questions tend to have.
  if (one_of(error.msg, {known::UNKNOWN_TOKEN, known::MAP_KEY}) && rest.starts_with('?'))
    return msg("criteria.syntax-question");
  if (one_of(error.msg, {known::MAP_VALUE, known::MAP_KEY})) return msg("criteria.syntax-colon");
  if (one_of(error.msg, {known::UNKNOWN_TOKEN})) return msg("criteria.syntax-character");
  if (error.msg.starts_with(known::INVALID_ESCAPE)) return msg("criteria.syntax-escape");
  if (one_of(error.msg, {known::EOF_IN_SCALAR})) return msg("criteria.syntax-quote");
  return msg("criteria.syntax", {{"reason", error.msg}});
}

void parse_events(std::string_view text, TreeBuilder& builder, Report& report) {
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    if (const auto quote = builder.open_quote()) report.error(*quote, msg("criteria.syntax-quote"));
  } catch (const StopParsing&) {
  } catch (const YAML::ParserException& error) {
    const std::size_t offset = error.mark.pos < 0 ? 0 : static_cast<std::size_t>(error.mark.pos);
    report.error(Places(text).at(offset),
                 complaint(error, line_at(text, offset), text.substr(std::min(offset, text.size()))));
  } catch (const YAML::Exception& error) {
    report.error(Mark{}, msg("criteria.syntax", {{"reason", error.msg}}));
  }
}

}  // namespace

const Yaml* Yaml::find(std::string_view key) const {
  for (const auto& [name, value] : entries)
    if (name == key) return &value;
  return nullptr;
}

Result<Yaml> parse_yaml(std::string_view bytes, std::string_view name) {
  Report report(name);
  if (bytes.size() > limits::kCriteriaFileBytes) {
    report.error(Mark{},
                 msg("criteria.too-large", {{"bytes", bytes.size()}, {"most", limits::kCriteriaFileBytes}}));
    return failure(ErrorKind::kLimit, report.take());
  }
  const std::string_view text = without_bom(bytes);
  if (!check_bytes(text, report)) return failure(ErrorKind::kInput, report.take());

  TreeBuilder builder(text, report);
  parse_events(text, builder, report);
  std::optional<Yaml> root = builder.take();
  const bool blank = !root || (root->kind == Yaml::Kind::kText && root->text.empty());
  if (blank && !report.has_errors()) report.error(Mark{}, msg("criteria.empty-file"));
  if (report.has_errors()) return failure(ErrorKind::kInput, report.take());
  return std::move(*root);
}

}  // namespace orienta

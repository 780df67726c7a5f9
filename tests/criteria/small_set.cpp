// SPDX-License-Identifier: MIT
#include "criteria/small_set.hpp"

#include <filesystem>

#include "support/temp_folder.hpp"

namespace orienta::test {
namespace {

std::string_view severity_of(const Problem& problem) {
  switch (problem.severity) {
    case Severity::kError:
      return "";
    case Severity::kWarning:
      return "warning ";
    case Severity::kNote:
      return "note ";
  }
  return "";
}

template <class Value>
const Problems& problems_of(const Result<Value>& result, const Problems& otherwise) {
  return result ? otherwise : result.error().problems;
}

}  // namespace

std::string SmallSet::text() const {
  return "orienta: 1\n"
         "id: small\n"
         "version: 1.0.0\n"
         "plugin: some-plugin\n"
         "title: Small\n"
         "scales:\n"
         "  s: " +
         scale +
         "\n"
         "dimensions:\n"
         "  - id: d\n"
         "    title: D\n"
         "    criteria:\n"
         "      - {id: c, title: C" +
         criterion +
         ",\n"
         "         indicators: [\n"
         "           {id: i, ask: Asked, scale: s" +
         indicator + "}]}\n" + tail;
}

Said said(const Problems& problems) {
  Said all;
  for (const Problem& problem : problems.kept())
    all.push_back(std::string(severity_of(problem)) + std::to_string(problem.where.line) + ":" +
                  std::to_string(problem.where.column) + " " +
                  problem.message.code.substr(sizeof "criteria." - 1));
  return all;
}

Said said(const Result<ReadSet>& read) {
  return said(read ? read->remarks : read.error().problems);
}

Said said(const Result<Yaml>& read) {
  return said(problems_of(read, Problems{}));
}

Said codes(const Result<ReadSet>& read) {
  Said all = said(read);
  for (std::string& one : all)
    one.erase(0, one.rfind(' ') + 1);
  return all;
}

Result<ReadSet> read(const SmallSet& set) {
  return read_set(set.text(), "small.yaml");
}

std::string argument(const Problems& problems, std::string_view code, std::string_view name) {
  for (const Problem& problem : problems.kept()) {
    if (problem.message.code != code) continue;
    const Argument* const found = problem.message.find(name);
    if (found == nullptr) return {};
    if (const auto* text = std::get_if<std::string>(&found->value())) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&found->value())) return std::to_string(*whole);
  }
  return {};
}

std::string fixture(std::string_view name) {
  return read_text(std::filesystem::path(ORIENTA_SOURCE_DIR) / "tests" / "criteria" / name);
}

}  // namespace orienta::test

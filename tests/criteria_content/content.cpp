// SPDX-License-Identifier: MIT
#include "criteria_content/content.hpp"

#include <fmt/core.h>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "support/temp_folder.hpp"

namespace orienta::test {

namespace fs = std::filesystem;

fs::path criteria_folder() {
  return fs::path(ORIENTA_SOURCE_DIR) / "criteria";
}

std::vector<fs::path> set_folders() {
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(criteria_folder()))
    if (fs::exists(entry.path() / "set.yaml")) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::string text_of(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems.kept())
    text += fmt::format("{}:{} {}\n", problem.where.line, problem.where.column, problem.message.code);
  return text;
}

namespace {

/// What a file holds, or the end of the test case with its problems.
template <class T>
T held(Result<T> result, const std::string& name) {
  INFO(name);
  INFO((result ? std::string() : text_of(result.error().problems)));
  REQUIRE(result.has_value());
  return std::move(*result);
}

}  // namespace

CriteriaSet set_named(std::string_view id) {
  const fs::path file = criteria_folder() / id / "set.yaml";
  return held(read_set_file(file), file.string()).set;
}

Organisation sample_units(std::string_view set_id) {
  const fs::path file = criteria_folder() / set_id / "samples" / "units.csv";
  return held(Organisation::build(held(read_units(file), file.string())), file.string());
}

Imported sample_import(const CriteriaSet& set, const Organisation& organisation, std::string_view data,
                       std::string_view mapping) {
  const fs::path samples = criteria_folder() / set.id.value / "samples";
  Mapping words;
  ImportContext context;
  context.organisation = &organisation;
  context.sets = {&set};
  if (!mapping.empty()) {
    words = held(read_mapping(read_text(samples / mapping), mapping), std::string(mapping));
    context.mapping = &words;
  }
  return held(read_import(samples / data, context), std::string(data));
}

std::vector<std::vector<std::string>> csv_rows(const fs::path& file) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(read_text(file));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::vector<std::string>& fields = rows.emplace_back();
    std::istringstream rest(line + ',');
    for (std::string field; std::getline(rest, field, ',');)
      fields.push_back(field);
  }
  return rows;
}

}  // namespace orienta::test

// SPDX-License-Identifier: MIT
// The content of criteria/ as tests need it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "answers/import.hpp"
#include "base/error.hpp"
#include "criteria/reader.hpp"

namespace orienta::test {

/// <source>/criteria
std::filesystem::path criteria_folder();
/// Its folders that hold a set, by name.
std::vector<std::filesystem::path> set_folders();

/// "line:column code" of each problem, one per line; empty when there is none.
std::string text_of(const Problems& problems);

/// The set of that id and what is in its folder. Each fails the running test case and throws when a file is
/// not as it should be.
CriteriaSet set_named(std::string_view id);
Organisation sample_units(std::string_view set_id);
Imported sample_import(const CriteriaSet& set, const Organisation& organisation, std::string_view data,
                       std::string_view mapping = {});

/// The rows of a CSV file without quotes, the header left out.
std::vector<std::vector<std::string>> csv_rows(const std::filesystem::path& file);

}  // namespace orienta::test

// SPDX-License-Identifier: MIT
// What can be wrong with CSV as such, in the words both readers use. Internal to answers.
#pragma once

#include <string_view>

#include "answers/csv_split.hpp"
#include "base/error.hpp"

namespace orienta {

/// For a step that is neither a record nor the end.
Message csv_problem(CsvSplitter::Step step);
Message ragged_row(std::size_t fields, std::size_t columns);
Where csv_place(const CsvSplitter& splitter, std::string_view file);

}  // namespace orienta

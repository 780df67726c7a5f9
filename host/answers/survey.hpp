// SPDX-License-Identifier: MIT
// The survey reader: one pass over a file of any length, in constant memory, on all cores. Internal to
// answers; the entry is read_import.
//
// One thread at a time takes the next block of the file (and hashes it); all threads count rows, each into
// numbers of its own, which are added at the end. Blocks are cut between respondents, so that neighbouring
// rows of one are seen together. What is said and counted does not depend on the number of threads or the
// size of blocks.
#pragma once

#include <filesystem>
#include <string_view>

#include "answers/import.hpp"
#include "answers/import_columns.hpp"

namespace orienta {

Result<Imported> read_survey(const std::filesystem::path& file, const CsvHeader& header,
                             const Columns& columns, const ImportContext& context);

}  // namespace orienta

// SPDX-License-Identifier: MIT
// SQLite's result codes in our words. Inside the module only.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace orienta::store {

/// The file as the place of a problem.
Where in_file(const std::filesystem::path& file);

/// kConflict: at its path there is another file now, or none.
Error file_moved(const std::filesystem::path& file);

/// The error for an (extended) result code. `system_error` is errno where SQLite kept one, or 0; `words` are
/// SQLite's own, shown only where nothing better can be said.
Error error_from_sqlite(int code, int system_error, std::string_view words,
                        const std::filesystem::path& file);

/// kCorrupt: what `check` found is in the problem.
Error damaged(std::string_view check, const std::filesystem::path& file);

}  // namespace orienta::store

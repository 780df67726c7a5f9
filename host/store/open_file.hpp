// SPDX-License-Identifier: MIT
// From a path to a connection that may be trusted as far as its form goes. Inside the module only.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "store/database.hpp"
#include "store/schema.hpp"

namespace orienta::store {

/// What is at the path, judged before SQLite sees it: missing, a link, a folder, empty.
Status look_at(const std::filesystem::path& file);

/// The same from its first bytes: a file of another kind or another program, or cut off.
Status look_into(const Database& database);

/// Whether the file ends before its own header says it does. False when something is not readable.
bool is_truncated(const Database& database);

/// An open project file, checked: ours, of the schema's version (migrated if it is older and `may_write`),
/// whole. Reading changes nothing.
Result<std::unique_ptr<Database>> open_file(const std::filesystem::path& file, bool may_write,
                                            const Schema& schema);

/// A file that has just been made at `file` with the schema's tables, ready to be filled. It stands alone: a
/// rollback journal, no companions after closing.
Result<std::unique_ptr<Database>> make_file(const std::filesystem::path& file, const Schema& schema);

/// Write-ahead logging from here on where the file system allows it; call it before the first write. Commits
/// are durable either way.
void prepare_to_write(Database& database);

/// Whether at the file's path there is another file now, or none.
bool has_moved(const Database& database);

/// Everything into the one file and no companions, unless another program has it open. What has moved keeps
/// its companions, empty: they stand beside another file now.
void settle(Database& database);

/// Which of this machine's replicas wrote into the file, or "".
std::string own_replica(Database& database);
/// Whether the last entry was written on another machine: the file has travelled since this one saw it.
bool is_from_elsewhere(Database& database);
/// The one that stands for this machine, made when there is none. Within the caller's transaction.
std::string ensure_replica(Database& database);

/// The version of this program.
std::string_view program_version();

}  // namespace orienta::store

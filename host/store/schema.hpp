// SPDX-License-Identifier: MIT
// The tables of a project file, and how an older file becomes a present one. Inside the module only.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "store/database.hpp"

namespace orienta::store {

/// "ORNT": what SQLite's header says of files that are ours.
inline constexpr std::int64_t kApplicationId = 0x4f524e54;

/// SQL that takes a file from version `from` to `from + 1`.
struct Step {
  std::int64_t from = 0;
  std::string_view sql;
};

/// A version of the file's form: its statements in the order they are made, and the way there from each older
/// version.
struct Schema {
  std::int64_t version = 1;
  std::span<const std::string_view> tables;
  std::span<const Step> steps;
};

/// The one that this program writes.
Schema current_schema();

/// Makes the tables in an empty file, within the caller's transaction.
void make_tables(Database& database, const Schema& schema);

/// kCorrupt unless the file has exactly these tables, nothing less and nothing more: a trigger or view from
/// outside would change what our statements mean.
Status check_tables(Database& database, const Schema& schema);

/// Copies the file to `<file>.backup-v<version>` and takes it to the schema's version, in one transaction.
/// kCorrupt when no step begins at its version.
Status migrate(Database& database, const Schema& schema, std::int64_t version);

}  // namespace orienta::store

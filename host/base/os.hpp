// SPDX-License-Identifier: MIT
// The one place where the program asks the operating system for files, folders, time and machine. (The plugin
// worker has its own, smaller one.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace orienta::os {

/// The whole file. kNotFound, kLimit when it has more than `limit` bytes, kIo otherwise; a folder, pipe or
/// device is refused as kInput. The file is named in the place of the problem, as it is everywhere here, not
/// in its message.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

/// All or nothing: temporary file in the same folder, fsync, rename, fsync of the folder. A link is followed,
/// the permissions of a file that is replaced are kept. kNotFound when the folder is missing, kNoSpace, kIo;
/// a folder, pipe or device is refused as kInput.
Status write_file(const std::filesystem::path& path, std::string_view bytes);

/// Gives a finished file its name, durably, and replaces nothing: false when something has that name already.
/// Both are in the same folder. The errors of write_file.
Result<bool> move_new_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// Whether this account may write to the file, or make files in the folder.
bool may_write(const std::filesystem::path& place);
/// Whether the place is on a network file system, where memory cannot be shared between machines.
bool is_on_network(const std::filesystem::path& place);

/// The error for errno after an operation on `path`: kNotFound, kNoSpace, kBusy, kInput or kIo, with the
/// system's reason where it is a rare one.
Error error_from_errno(int code, const std::filesystem::path& path);

/// The kLimit error for a file of more than `limit` bytes, for readers that count themselves.
Error too_large(std::uint64_t limit, const std::filesystem::path& path);

/// The running program's file; empty when the system does not say.
std::filesystem::path program_file();
/// The folder that holds the running program; empty when the system does not say. Things are looked for in
/// `<this>/..`, then in the user's XDG data folder; the first that has it wins.
std::filesystem::path program_folder();
/// All are empty when the account has no home.
std::filesystem::path user_data_folder();    ///< $XDG_DATA_HOME/orienta or ~/.local/share/orienta
std::filesystem::path user_config_folder();  ///< $XDG_CONFIG_HOME/orienta or ~/.config/orienta
std::filesystem::path user_cache_folder();   ///< $XDG_CACHE_HOME/orienta or ~/.cache/orienta

/// Goes on as another program with these words; comes back only with the error.
Error become(const std::filesystem::path& program, const std::vector<std::string>& words);

/// Names this machine and user account, for telling replicas of a project apart: 64 hexadecimal digits, the
/// same on every call. Not a secret, never shown.
std::string machine_id();

/// Nothing when the variable is not set or empty.
std::optional<std::string> environment(const char* name);

/// UTC, "2026-11-22T04:13:53Z": for the log only.
std::string now_utc();
/// The time of day where the user is, "14:02": to be shown only.
std::string clock_time();
/// The day in UTC: a default for as-of dates that the user did not give.
Date today();

/// Descriptors every program has, and whether a person sees what is printed there.
inline constexpr int kOutput = 1;
inline constexpr int kErrors = 2;
bool is_terminal(int descriptor);

}  // namespace orienta::os

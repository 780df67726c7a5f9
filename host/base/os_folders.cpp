// SPDX-License-Identifier: MIT
// Folders, machine, environment, time and terminal.
#include <fmt/core.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <system_error>

#include "base/hash.hpp"
#include "base/os.hpp"

namespace orienta::os {
namespace {

std::filesystem::path home() {
  if (const auto named = environment("HOME")) return *named;
  struct passwd entry {};
  struct passwd* found = nullptr;
  std::array<char, 16384> buffer{};
  if (::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
    return {};
  return entry.pw_dir;
}

/// The XDG Base Directory Specification says that a relative path is to be ignored.
std::filesystem::path xdg_folder(const char* variable, const char* below_home) {
  if (const auto named = environment(variable); named && named->starts_with('/'))
    return std::filesystem::path(*named) / "orienta";
  const auto base = home();
  return base.empty() ? base : base / below_home / "orienta";
}

std::string machine_name() {
  constexpr std::size_t kLongest = 4096;
  for (const char* path : {"/etc/machine-id", "/var/lib/dbus/machine-id"})
    if (auto id = read_file(path, kLongest); id && !id->empty()) return *std::move(id);
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  return host.data();
}

std::chrono::system_clock::time_point now() {
  return std::chrono::system_clock::now();
}

}  // namespace

std::filesystem::path program_file() {
  std::error_code unknown;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return unknown ? std::filesystem::path() : program;
}

std::filesystem::path program_folder() {
  return program_file().parent_path();
}

std::filesystem::path user_data_folder() {
  return xdg_folder("XDG_DATA_HOME", ".local/share");
}

std::filesystem::path user_config_folder() {
  return xdg_folder("XDG_CONFIG_HOME", ".config");
}

std::filesystem::path user_cache_folder() {
  return xdg_folder("XDG_CACHE_HOME", ".cache");
}

std::string machine_id() {
  // machine-id(5) asks for a hash that is the program's own.
  Hasher hasher;
  hasher.add("orienta machine\n");
  hasher.add(std::to_string(::getuid()) + '\n');
  hasher.add(machine_name());
  return hasher.finish().hex();
}

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

Error become(const std::filesystem::path& program, const std::vector<std::string>& words) {
  std::vector<std::string> all{program.string()};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> pointers;
  for (std::string& word : all)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  ::execv(program.c_str(), pointers.data());
  return error_from_errno(errno, program);
}

std::string now_utc() {
  const auto time = std::chrono::floor<std::chrono::seconds>(now());
  const std::chrono::hh_mm_ss clock(time - std::chrono::floor<std::chrono::days>(time));
  const auto day = std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
  return fmt::format("{}T{:02}:{:02}:{:02}Z", Date{static_cast<std::int32_t>(day)}.to_string(),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string clock_time() {
  const std::time_t time = std::chrono::system_clock::to_time_t(now());
  std::tm local{};
  ::localtime_r(&time, &local);
  return fmt::format("{:02}:{:02}", local.tm_hour, local.tm_min);
}

Date today() {
  const auto day = std::chrono::floor<std::chrono::days>(now()).time_since_epoch().count();
  return Date{static_cast<std::int32_t>(day)};
}

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

}  // namespace orienta::os

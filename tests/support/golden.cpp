// SPDX-License-Identifier: MIT
#include "support/golden.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "support/temp_folder.hpp"

namespace orienta::test {

namespace fs = std::filesystem;

namespace {

std::string_view line_at(std::string_view text, std::size_t offset) {
  const std::size_t before = text.substr(0, offset).rfind('\n');
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, text.find('\n', begin) - begin);
}

std::string first_difference(std::string_view approved, std::string_view received) {
  const auto [a, r] = std::mismatch(approved.begin(), approved.end(), received.begin(), received.end());
  const auto offset = static_cast<std::size_t>(a - approved.begin());
  const auto line = std::count(approved.begin(), a, '\n') + 1;
  return "line " + std::to_string(line) + "\n  approved: " + std::string(line_at(approved, offset)) +
         "\n  received: " + std::string(line_at(received, offset));
}

}  // namespace

void check_golden(std::string_view name, std::string_view received) {
  const fs::path approved_file = fs::path(ORIENTA_SOURCE_DIR) / "tests/golden" / name;
  const fs::path received_file = fs::path(ORIENTA_BUILD_DIR) / "golden" / (std::string(name) + ".received");
  const bool exists = fs::exists(approved_file);
  const std::string approved = exists ? read_text(approved_file) : std::string();
  if (exists && approved == received) {
    fs::remove(received_file);
    SUCCEED("golden file " << name);
    return;
  }
  write_text(received_file, received);
  FAIL_CHECK("golden file " << name << (exists ? " differs at " : " does not exist yet; ")
                            << first_difference(approved, received) << "\n  compare: diff -u "
                            << approved_file.string() << ' ' << received_file.string()
                            << "\n  if the received text is right: ./dev approve");
}

}  // namespace orienta::test

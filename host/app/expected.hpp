// SPDX-License-Identifier: MIT
// Compares a table of results with a CSV file of what it should hold.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "reports/table.hpp"

namespace orienta {

/// One figure that is not as expected.
struct UnexpectedFigure {
  std::uint32_t line = 0;  ///< of the file
  std::string unit;
  std::string node;      ///< the other keys, joined: "channels", "overall-satisfaction client net"
  std::string column;    ///< empty: there is no such row
  std::string expected;  ///< as the file has it
  std::string found;     ///< "-" for nothing
};

struct Compared {
  std::size_t figures = 0;  ///< how many were compared
  std::vector<UnexpectedFigure> differences;
};

/// Each row of the file names a row of the table by `keys` (the first is the unit; a key whose column the
/// file leaves out names any, and then the first row of the table that is scored counts), and its other
/// columns must agree with it: real numbers to four digits after the point, all else to the letter. An empty
/// field is not compared; "-" stands for nothing. Errors of reading: as TableRows.
Result<Compared> compare_with_file(const Table& table, const std::filesystem::path& expected,
                                   std::span<const std::string_view> keys);

}  // namespace orienta

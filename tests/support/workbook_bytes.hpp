// SPDX-License-Identifier: MIT
// Workbooks made by hand, also such as no spreadsheet program would write.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace orienta::test {

struct HandMadeSheet {
  std::string name;
  std::string rows;         ///< the XML within <sheetData>
  std::string rest = {};    ///< the XML behind it
  std::string state = {};   ///< "hidden"
  std::string before = {};  ///< the XML before <sheetData>
};

struct HandMadeBook {
  std::vector<HandMadeSheet> sheets;
  std::vector<std::string> strings = {};  ///< shared; XML within <si>
  std::vector<std::string> formats = {};  ///< style 1, 2, …: their format codes
  bool from_1904 = false;
  std::vector<std::pair<std::string, std::string>> other = {};  ///< parts that replace or join these
};

/// The bytes of the workbook.
std::string workbook_bytes(const HandMadeBook& book);

/// Rows from 1 with inline strings; numbers where the text is one.
std::string rows_of(const std::vector<std::vector<std::string>>& rows);

}  // namespace orienta::test

// SPDX-License-Identifier: MIT
// Report: which charts and tables there are, and writing them into a folder.
#pragma once

#include <string>
#include <vector>

#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"

namespace orienta::gui {

struct ReportItem {
  enum class Kind { kChart, kScores, kGaps, kReadings, kTargets, kEvidence };
  Kind kind = Kind::kChart;
  std::string name;  ///< of the file, without its ending
  std::string title;
  std::string known;      ///< what is known for it: "level 2 of 7", "38 rows", "nothing yet"
  bool is_empty = false;  ///< there is nothing to write
  Figure figure;          ///< of a chart
  std::string about;      ///< of a chart: what stands below its title
};

struct ReportSection {
  std::string title;
  std::vector<ReportItem> items;
};

struct ReportPage {
  std::string title;
  std::string about;  ///< whom charts and tables are of
  std::vector<ReportSection> sections;
  std::string folder;  ///< that is proposed
};

/// Only with a study.
ReportPage report_page(Desk& desk);

/// Writes the items into the folder, which is made where it is missing: charts as <name>.svg and <name>.png,
/// tables as <name>.csv. Files of these names are replaced. A dialog lists what was written; progress and
/// cancel as with any command.
void write_report(Desk& desk, const std::string& folder, std::vector<ReportItem> items);

}  // namespace orienta::gui

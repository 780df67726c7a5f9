// SPDX-License-Identifier: MIT
// How a report looks as HTML. Internal to html.cpp.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "charts/theme.hpp"
#include "reports/document.hpp"

namespace orienta {

/// Gathers what the page's blocks need of its style sheet while they are written: a page whose policy allows
/// one style sheet has no place for styles on elements.
class HtmlStyle {
 public:
  /// A text for fill and stroke that follows the theme.
  std::string colour(charts::Paint paint);
  /// The class of a column that takes so many hundredths of its table.
  std::string width_class(int hundredths);
  /// The class of a table with so many columns.
  std::string columns_class(std::size_t columns);

  /// The whole sheet.
  std::string sheet(const report::Document& document) const;

 private:
  /// In the light and in the dark theme, as 0xRRGGBB.
  using Pair = std::pair<unsigned, unsigned>;
  std::string variables(charts::Theme theme, const report::Brand& brand) const;

  std::map<Pair, std::size_t> colours_;
  std::set<int> widths_;
  std::set<std::size_t> columns_;
};

}  // namespace orienta

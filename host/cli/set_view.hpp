// SPDX-License-Identifier: MIT
// A criteria set to look at: an outline for people, rows for programs; and problems as rows.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.hpp"
#include "criteria/set.hpp"
#include "reports/table.hpp"

namespace orienta::cli {

std::vector<std::string> set_outline(const CriteriaSet& set, const Catalogue& words);

/// dimension,criterion,indicator,weight,level,mandatory,scale,answered_by,ask.
Table set_table(const CriteriaSet& set);

/// severity,file,line,column,code,text.
Table problems_table(const Problems& problems, const Catalogue& words);

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
// The project's history in the words of its users. The log knows ids alone, since names and titles change and
// names of persons can be erased.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.hpp"
#include "store/project.hpp"
#include "viewmodel/study.hpp"

namespace orienta::gui {

/// The action with names, titles and periods in the place of ids that the study knows.
Message named(const Message& action, const Study& study, Lang lang);

/// The line of an entry: what was done, undone or done again. `log` has the entries that undo and redo are
/// of; where it has not, the entry's own words.
std::string log_line(const LogEntry& entry, const std::vector<LogEntry>& log, const Study& study,
                     const Catalogue& words);

}  // namespace orienta::gui

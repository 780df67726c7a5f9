// SPDX-License-Identifier: MIT
// The criteria sets that lie on this computer, read in the background.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "criteria/reader.hpp"
#include "viewmodel/desk.hpp"

namespace orienta::gui {

struct SetOnDisk {
  FoundSet found;
  std::shared_ptr<const CriteriaSet> set;  ///< null when it cannot be read
  Problems remarks;                        ///< of lint, or why it cannot be read
};

/// In the order of the search path.
Known<std::vector<SetOnDisk>> sets_found(Desk& desk);

}  // namespace orienta::gui

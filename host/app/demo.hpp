// SPDX-License-Identifier: MIT
// The demo projects: real data in the sample folders of the sets, imported the way a user would.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/assessment.hpp"

namespace orienta {

struct DemoProject {
  std::filesystem::path file;
  bool made = false;  ///< false: it was there already and was left alone
};

/// Makes those that are not there yet in `folder`, which is made too. The first is housing.orienta.
Result<std::vector<DemoProject>> make_demos(const std::filesystem::path& folder, const Places& places);

}  // namespace orienta

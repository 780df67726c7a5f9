// SPDX-License-Identifier: MIT
// The demo projects: published data from the sample folders of the sets, and one invented network; both
// imported the way a user would.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/assessment.hpp"

namespace orienta {

enum class Demo : std::uint8_t { kHousing, kDepartments, kPublished, kNetwork };
/// "housing", "departments", "published", "agency-sample".
std::string_view name_of(Demo demo);

struct DemoProject {
  Demo demo = Demo::kHousing;
  std::filesystem::path file;
  bool made = false;  ///< false: it was there already and was left alone
};

/// Makes those that are not there yet in `folder`, which is made too; or the one called `only`. In the order
/// of the enum. kUsage when there is none of that name.
Result<std::vector<DemoProject>> make_demos(const std::filesystem::path& folder, const Places& places,
                                            const std::string& only);

}  // namespace orienta

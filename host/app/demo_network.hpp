// SPDX-License-Identifier: MIT
// The invented network of the demo, written through the same use cases as a user's imports.
#pragma once

#include <filesystem>

#include "app/assessment.hpp"

namespace orienta {

/// Makes the project at `file`: a first assessment, closed with its results stored, and a second one, open,
/// carried over and in part looked at again. `file` must not exist. An error leaves what was made so far.
Status make_network_demo(const std::filesystem::path& file, const Places& places);

}  // namespace orienta

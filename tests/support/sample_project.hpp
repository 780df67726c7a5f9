// SPDX-License-Identifier: MIT
// The invented network as a project file, made once by the build (target orienta_sample_project).
#pragma once

#include <filesystem>

namespace orienta::test {

/// A copy in `folder`, to be changed at will.
std::filesystem::path copy_of_sample(const std::filesystem::path& folder);

}  // namespace orienta::test

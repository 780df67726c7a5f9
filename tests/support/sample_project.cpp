// SPDX-License-Identifier: MIT
#include "support/sample_project.hpp"

namespace orienta::test {

std::filesystem::path copy_of_sample(const std::filesystem::path& folder) {
  const std::filesystem::path copy = folder / "agency-sample.orienta";
  std::filesystem::copy_file(std::filesystem::path(ORIENTA_BUILD_DIR) / "sample/agency-sample.orienta", copy);
  return copy;
}

}  // namespace orienta::test

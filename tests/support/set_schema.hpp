// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace orienta::test {

/// What the JSON Schema for editors says against a set file; empty when it is content.
std::string schema_complaints(std::string_view yaml);

/// The same for an overlay.
std::string overlay_complaints(std::string_view yaml);

}  // namespace orienta::test

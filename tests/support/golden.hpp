// SPDX-License-Identifier: MIT
// Golden files: text that a person has read and approved, kept under tests/golden/.
#pragma once

#include <string_view>

namespace orienta::test {

/// Fails the running test case (and goes on) unless `received` equals tests/golden/<name> byte for byte.
/// `name` may have folders ("cli/help.txt"). On a difference the text is kept as
/// <build>/golden/<name>.received, and the failure shows the first line that differs and how to compare;
/// `./dev approve` makes the received texts the new golden files, to be reviewed in the diff.
void check_golden(std::string_view name, std::string_view received);

}  // namespace orienta::test

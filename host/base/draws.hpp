// SPDX-License-Identifier: MIT
// Random numbers from a counter-based generator: a draw is a hash of what it is for. It does not depend on
// what was drawn before, so the order of units and the number of threads change nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace orienta {

/// Uniform in [0, 1), with 53 bits: the top ones of the first eight bytes (the first byte is the lowest) of
/// BLAKE2b-256 over seed, BLAKE2b-256 of `key`, and counter, both numbers as eight bytes, lowest first.
/// `key` is what the draw is for, such as a unit's id; `counter` tells several draws for it apart.
double draw(std::uint64_t seed, std::string_view key, std::uint64_t counter = 0);

}  // namespace orienta

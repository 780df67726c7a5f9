// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace orienta::test {

/// One short file for each refusal of YAML and for each way of bands to go wrong.
inline constexpr std::array<std::string_view, 18> kRefusedYaml{
    "a: 1\na: 2\n",      "a: &x 1\n", "a: *x\n",       "a: !t 1\n",  "<<: {a: 1}\n", "[a]: 1\n",
    "a: 1\n---\nb: 2\n", "",          "a: \xC3\x28\n", "a: \x01\n",  "a: b: c\n",    "a:\n\tb: 1\n",
    "a: [1\n",           "a: 'x\n",   "a: @b\n",       "a: [so?]\n", "a: \"\\q\"\n", "a:\n  - b\n c: d\n"};
inline constexpr std::array<std::string_view, 9> kRefusedBands{
    "{upto: 5.9, value: 1}, {above: 6.1, value: 0}",
    "{below: 8, value: 1}, {above: 8, value: 0}",
    "{upto: 6, value: 1}, {from: 6, value: 0}",
    "{from: 5, value: 1}, {from: 1, value: 0.5}, {below: 3, value: 0}",
    "{upto: 1, value: 1}, {upto: 24, value: 0}",
    "{from: 1, value: 1}, {from: 0, value: 0}",
    "{upto: 1, value: 1}, {below: 24, value: 0.6}, {from: 24, value: 0}",
    "{upto: 1, value: 1}, {upto: 24, value: 0.6}, {upto: 12, value: 0.5}, {above: 24, value: 0}",
    "{upto: 1, value: 1}, {upto: 1.0, value: 0.6}, {above: 1, value: 0}"};

}  // namespace orienta::test

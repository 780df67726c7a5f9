// SPDX-License-Identifier: MIT
// The cast of the invented network: a head office, three regions, twelve branches, sixty people, and how good
// each of them is. Nothing here exists outside this program.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answers/organisation.hpp"

namespace orienta::demo {

/// The two assessments, half a year apart.
enum class Half { kFirst, kSecond };

struct Branch {
  const char* id;
  const char* name;  ///< without "(invented)"
  const char* region;
  double strength;   ///< 0 to about 1, in the first half
  double gain;       ///< on top of it in the second half
  unsigned clients;  ///< who answer the survey in the first half
  bool is_audited;
  bool is_looked_at_again;  ///< in the second half; else its answers are carried over
  bool is_in_scope;
};

/// An employee of a branch.
struct Person {
  std::string id;
  std::string name;  ///< with "(invented)"
  std::string role;  ///< of the set front-staff
  const Branch* branch = nullptr;
  double strength = 0;
  double self_bias = 0;     ///< how much higher than others the person sees himself or herself
  unsigned colleagues = 0;  ///< who answer about the person
  unsigned clients = 0;     ///< who answer about the person
  bool is_visited = false;  ///< by a mystery shopper
};

inline constexpr std::string_view kHeadOffice = "head-office";
inline constexpr double kHeadStrength = 0.93;
inline constexpr double kHeadGain = 0.08;

std::span<const Branch> branches();
std::vector<Person> people();
/// The whole tree, parents first.
std::vector<Unit> units();

/// A number from 0 to 1 that hangs on nothing but its key: the same on every machine, in every order.
double chance(std::string_view key);

}  // namespace orienta::demo

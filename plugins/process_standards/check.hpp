// SPDX-License-Identifier: MIT
#pragma once

#include "orienta/capability.hpp"
#include "orienta/note.hpp"
#include "orienta/set.hpp"

namespace process_standards {

/// The most that a criterion can get, in per cent: the highest of a class, so that a cap says which class is
/// out of reach.
struct Caps {
  double no_evidence = 50;    ///< none of the kinds that carry full marks together
  double some_evidence = 85;  ///< not all of them
  double major = 50;          ///< an open major finding: it blocks the level
  double minor = 85;          ///< an open minor one
};

orienta::sdk::Cuts cuts_of(const orienta::sdk::Set& set);
Caps caps_of(const orienta::sdk::Set& set);

/// Reports what is wrong with the params and criteria of a set.
void check(const orienta::sdk::Set& set, orienta::sdk::Checker& checker);

}  // namespace process_standards

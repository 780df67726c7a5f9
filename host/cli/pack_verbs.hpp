// SPDX-License-Identifier: MIT
// Verbs that put a set into one file and install it from there.
#pragma once

#include "cli/command_line.hpp"
#include "cli/session.hpp"

namespace orienta::cli {

/// `criteria pack` and `criteria install`.
void add_pack_verbs(Verb& criteria, Session& session);

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
// The verbs below `criteria` for those who write sets.
#pragma once

#include "cli/command_line.hpp"
#include "cli/session.hpp"

namespace orienta::cli {

void add_author_verbs(Verb& criteria, Session& session);  ///< test, new

}  // namespace orienta::cli

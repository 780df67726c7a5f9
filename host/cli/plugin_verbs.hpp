// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command_line.hpp"
#include "cli/session.hpp"

namespace orienta::cli {

void add_plugin_verbs(Verb& root, Session& session);  ///< plugins

}  // namespace orienta::cli

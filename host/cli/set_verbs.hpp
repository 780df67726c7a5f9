// SPDX-License-Identifier: MIT
// Verbs around versions of a set: what differs between two, changing an assessment to another, overlays.
#pragma once

#include "cli/command_line.hpp"
#include "cli/session.hpp"

namespace orienta::cli {

/// `criteria diff`.
void add_diff_verb(Verb& criteria, Session& session);

/// `set update`, `set overlay` and `set archive`.
void add_set_version_verbs(Verb& set, Session& session);

}  // namespace orienta::cli

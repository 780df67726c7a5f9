// SPDX-License-Identifier: MIT
// Every verb of the program. A verb parses its words, calls one use case of app/ and prints what comes back.
#pragma once

#include "cli/command_line.hpp"
#include "cli/session.hpp"

namespace orienta::cli {

/// The program with all its verbs. `session` must outlive it.
Verb all_verbs(Session& session);

void add_project_verbs(Verb& root, Session& session);    ///< new, set, assessment
void add_unit_verbs(Verb& root, Session& session);       ///< units, scope
void add_sample_verb(Verb& root, Session& session);      ///< sample
void add_target_verbs(Verb& root, Session& session);     ///< target
void add_import_verbs(Verb& root, Session& session);     ///< import, answer
void add_evidence_verbs(Verb& root, Session& session);   ///< evidence
void add_result_verbs(Verb& root, Session& session);     ///< readings, profile, score, explain, verify
void add_gap_verbs(Verb& root, Session& session);        ///< gaps, what-if, compare
void add_conformity_verb(Verb& root, Session& session);  ///< conformity
void add_history_verbs(Verb& root, Session& session);    ///< undo, redo, log, forget
void add_catalogue_verbs(Verb& root, Session& session);  ///< criteria, plugins
void add_demo_verb(Verb& root, Session& session);        ///< demo
void add_dashboard_verb(Verb& root, Session& session);   ///< dashboard

}  // namespace orienta::cli

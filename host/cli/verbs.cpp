// SPDX-License-Identifier: MIT
#include "cli/verbs.hpp"

namespace orienta::cli {

Verb all_verbs(Session& session) {
  Verb root("orienta", msg("cli.about"));
  root.option("--lang", "en|ru|pl", &session.lang_name, msg("cli.option-lang"), {"en", "ru", "pl"})
      .option("--format", "FORMAT", &session.format, msg("cli.option-format"), {"table", "json", "csv"})
      .option("--criteria", "FOLDER", &session.criteria, msg("cli.option-criteria"))
      .option("--plugins", "FOLDER", &session.plugins, msg("cli.option-plugins"))
      .flag("--in-process", session.in_process, msg("cli.option-in-process"))
      .example("orienta demo")
      .example("orienta new branch.orienta --organisation \"Branch North\" --set client-satisfaction")
      .example("orienta score branch.orienta");
  add_project_verbs(root, session);
  add_unit_verbs(root, session);
  add_sample_verb(root, session);
  add_target_verbs(root, session);
  add_import_verbs(root, session);
  add_evidence_verbs(root, session);
  add_result_verbs(root, session);
  add_gap_verbs(root, session);
  add_conformity_verb(root, session);
  add_history_verbs(root, session);
  add_catalogue_verbs(root, session);
  add_demo_verb(root, session);
  add_dashboard_verb(root, session);
  return root;
}

}  // namespace orienta::cli

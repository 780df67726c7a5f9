// SPDX-License-Identifier: MIT
#include <memory>

#include "base/os.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {

void add_dashboard_verb(Verb& root, Session& session) {
  auto file = std::make_shared<std::string>();
  root.verb("dashboard", msg("cli.about-dashboard"))
      .argument("FILE", file.get(), msg("cli.arg-dashboard-file"), false)
      .example("orienta dashboard")
      .example("orienta dashboard demo/agency-sample.orienta")
      .run([&session, file] {
        std::vector<std::string> words{"--lang", std::string(code_of(session.words().lang()))};
        if (!file->empty()) words.push_back(*file);
        const auto program = os::program_folder() / "orienta-dashboard";
        const Error failed = os::become(program, words);
        if (failed.kind == ErrorKind::kNotFound)
          return session.fail_with(fail(
              ErrorKind::kNotFound, msg("cli.no-dashboard", {{"folder", os::program_folder().string()}})));
        return session.fail_with(failed);
      });
}

}  // namespace orienta::cli

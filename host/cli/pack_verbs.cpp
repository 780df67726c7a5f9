// SPDX-License-Identifier: MIT
#include "cli/pack_verbs.hpp"

#include <algorithm>
#include <memory>

#include "base/os.hpp"
#include "packs/pack.hpp"

namespace orienta::cli {
namespace {

struct PackWords {
  std::string folder, file;
};

int run_pack(Session& session, const PackWords& words) {
  const auto pack = read_pack_folder(words.folder);
  if (!pack) return session.fail_with(pack.error());
  session.report(pack->remarks);
  const auto bytes = pack_bytes(*pack);
  if (!bytes) return session.fail_with(bytes.error());
  const std::string file = words.file.empty() ? pack->set.id.value + ".orienta-pack" : words.file;
  if (const Status written = os::write_file(file, *bytes); !written)
    return session.fail_with(written.error());
  if (session.for_people())
    session.print(msg("cli.pack-written", {{"file", file},
                                           {"set", pack->set.id.value},
                                           {"version", pack->set.version},
                                           {"n", pack->files.size()}}));
  session.next("criteria install " + shell_word(file), msg("cli.next-criteria-install"));
  return kDone;
}

struct InstallWords {
  std::string file;
  bool replace = false;
};

/// A set of the same id that is found before the one that was installed.
void say_if_hidden(Session& session, const Pack& pack, const Installed& installed) {
  const auto sets = find_sets();
  const auto found = std::ranges::find(sets, pack.set.id, &FoundSet::id);
  if (found == sets.end() || found->file.parent_path() == installed.folder) return;
  session.note(msg("cli.pack-hidden", {{"set", pack.set.id.value},
                                       {"first", found->file.string()},
                                       {"file", (installed.folder / "set.yaml").string()}}));
}

int run_install(Session& session, const InstallWords& words) {
  const std::filesystem::path data = os::user_data_folder();
  if (data.empty()) return session.fail_with(fail(ErrorKind::kNotFound, msg("cli.no-data-folder")));
  const auto bytes = os::read_file(words.file, kPackBytes);
  if (!bytes) return session.fail_with(bytes.error());
  const auto pack = open_pack(*bytes, words.file);
  if (!pack) return session.fail_with(pack.error());
  const auto installed = install_pack(*pack, data / "criteria", words.replace);
  if (!installed) return session.fail_with(installed.error());
  session.report(pack->remarks);
  if (session.for_people()) {
    const std::string folder = installed->folder.string();
    if (installed->unchanged)
      session.print(msg("cli.pack-unchanged",
                        {{"set", pack->set.id.value}, {"version", pack->set.version}, {"folder", folder}}));
    else
      session.print(msg("cli.pack-installed",
                        {{"set", pack->set.id.value}, {"version", pack->set.version}, {"folder", folder}}));
  }
  say_if_hidden(session, *pack, *installed);
  session.next("criteria show " + pack->set.id.value, msg("cli.next-criteria-show"));
  return kDone;
}

}  // namespace

void add_pack_verbs(Verb& criteria, Session& session) {
  auto pack = std::make_shared<PackWords>();
  criteria.verb("pack", msg("cli.about-criteria-pack"))
      .argument("DIR", &pack->folder, msg("cli.arg-pack-folder"))
      .option("-o", "FILE", &pack->file, msg("cli.opt-pack-file"))
      .example("orienta criteria pack my-sets/my-set -o my-set.orienta-pack")
      .run([&session, pack] { return run_pack(session, *pack); });
  auto install = std::make_shared<InstallWords>();
  criteria.verb("install", msg("cli.about-criteria-install"))
      .argument("FILE", &install->file, msg("cli.arg-pack"))
      .flag("--replace", install->replace, msg("cli.opt-pack-replace"))
      .example("orienta criteria install my-set.orienta-pack")
      .run([&session, install] { return run_install(session, *install); });
}

}  // namespace orienta::cli

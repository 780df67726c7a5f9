// SPDX-License-Identifier: MIT
#include "cli/set_verbs.hpp"

#include <algorithm>
#include <memory>

#include "app/set_update.hpp"
#include "base/utf8.hpp"
#include "cli/verb_support.hpp"

namespace orienta::cli {
namespace {

// ---- what differs
// ------------------------------------------------------------------------------------------------------

struct DiffWords {
  std::string before, after;
  OnProject on;
};

using Letters = std::vector<std::string_view>;

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = std::max<std::size_t>(utf8_length(text, at), 1);
    letters.push_back(text.substr(at, bytes));
    at += bytes;
  }
  return letters;
}

/// What stands on a line of a text, from shortly before the place where it differs.
std::string cut(const Letters& letters, std::size_t differs) {
  constexpr std::size_t kBefore = 16;
  constexpr std::size_t kMost = 60;
  const std::size_t first = differs > 2 * kBefore ? differs - kBefore : 0;
  const std::size_t last = std::min(letters.size(), first + kMost);
  std::string out = first > 0 ? "…" : "";
  for (std::size_t i = first; i < last; ++i)
    out += letters[i];
  return out + (last < letters.size() ? "…" : "");
}

/// For people long texts are cut to where they differ.
void shorten(Table& table, Lang lang) {
  constexpr std::size_t kBefore = 4;
  constexpr std::size_t kAfter = 5;
  for (auto& row : table.rows) {
    const auto* const before = std::get_if<LocalText>(&row[kBefore]);
    const auto* const after = std::get_if<LocalText>(&row[kAfter]);
    const std::string was = before != nullptr ? before->in(lang) : "";
    const std::string is = after != nullptr ? after->in(lang) : "";
    const Letters old_letters = letters_of(was);
    const Letters new_letters = letters_of(is);
    const auto first = std::ranges::mismatch(old_letters, new_letters).in1;
    const auto differs = static_cast<std::size_t>(first - old_letters.begin());
    if (before != nullptr) row[kBefore] = cut(old_letters, differs);
    if (after != nullptr) row[kAfter] = cut(new_letters, differs);
  }
}

/// How many differences, and how many answers need a decision; for people.
void sum_up(const Session& session, const SetTransition& transition) {
  std::uint64_t stay = 0;
  std::uint64_t archived = 0;
  for (const AnswersFate& fate : transition.answers)
    (fate.stays() ? stay : archived) += fate.answers + fate.figures;
  session.print(msg("cli.fates-stay", {{"n", stay}}));
  session.print(msg("cli.fates-archived", {{"n", archived}}));
  for (const TargetFate& target : transition.targets)
    session.print(target.now.empty()
                      ? msg("cli.target-goes", {{"node", target.node}})
                      : msg("cli.target-follows", {{"node", target.node}, {"now", target.now}}));
  if (transition.findings > 0) session.print(msg("cli.findings-follow", {{"n", transition.findings}}));
}

void print(const Session& session, const SetDiff& differing) {
  Table table = differences_table(differing);
  if (session.for_people()) shorten(table, session.words().lang());
  session.print(table);
}

/// What the new version would mean for a project that has the set.
int run_project_diff(Session& session, const DiffWords& words, const CriteriaSet& before,
                     const CriteriaSet& after) {
  const auto opened = open(words.on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  const auto index = opened->assessment.set_index(before.id.value);
  if (!index) return session.fail_with(index.error());
  PinnedSet pin{after.id, after.version, after.hash, {}};
  const auto transition = plan_transition(opened->project, opened->assessment, *index, before, after, pin);
  if (!transition) return session.fail_with(transition.error());
  session.print(fates_table(*transition));
  if (session.for_people()) sum_up(session, *transition);
  session.next("set update " + shell_word(words.on.file) + " --set " + before.id.value + " --dry-run",
               msg("cli.next-set-update"));
  return kDone;
}

int run_diff(Session& session, const DiffWords& words) {
  const auto before = set_of_name(session.places(), words.before);
  const auto after = set_of_name(session.places(), words.after);
  Problems problems;
  if (!before) problems.append(before.error().problems);
  if (!after) problems.append(after.error().problems);
  if (problems.has_errors()) return session.fail_with({(!before ? before : after).error().kind, problems});
  const bool with_project = !words.on.file.empty();
  if (session.for_people() || !with_project) {
    const SetDiff differing = diff(before->set, after->set);
    if (session.for_people() && differing.differences.empty())
      session.print(msg("cli.diff-none", {{"before", before->set.version}, {"after", after->set.version}}));
    else
      print(session, differing);
  }
  return with_project ? run_project_diff(session, words, before->set, after->set) : kDone;
}

// ---- update and overlay
// ------------------------------------------------------------------------------------------------

struct UpdateWords {
  OnProject on;
  std::string set, from;
  std::vector<std::string> overlays;
  bool remove = false;
  bool dry_run = false;
};

/// Shows what is planned and carries it out unless this is a dry run.
int finish(Session& session, Project& project, const UpdateWords& words, const Result<PlannedSet>& planned,
           const Message& action) {
  if (!planned) return session.fail_with(planned.error());
  session.report(planned->remarks);
  if (planned->is_same) {
    if (session.for_people())
      session.print(msg("cli.set-is-same", {{"set", planned->set.value}, {"version", planned->after}}));
    else
      session.print(fates_table(planned->transition));
    return kDone;
  }
  if (session.for_people() && !planned->transition.diff.differences.empty())
    print(session, planned->transition.diff);
  if (!session.for_people() || !planned->transition.answers.empty())
    session.print(fates_table(planned->transition));
  if (session.for_people()) {
    sum_up(session, planned->transition);
    if (!planned->excluded.empty()) session.print(msg("cli.set-rests", {{"n", planned->excluded.size()}}));
  }
  if (words.dry_run) {
    if (session.for_people()) session.print(msg("cli.nothing-written"));
    return kDone;
  }
  if (const Status done = carry_out(project, *planned, action); !done) return session.fail_with(done.error());
  if (session.for_people())
    session.print(msg("cli.set-updated",
                      {{"set", planned->set.value}, {"before", planned->before}, {"after", planned->after}}));
  session.next("undo " + shell_word(words.on.file), msg("cli.next-undo"));
  return kDone;
}

int run_update(Session& session, const UpdateWords& words) {
  auto opened = open(words.on, words.dry_run ? Project::Access::kRead : Project::Access::kWrite);
  if (!opened) return session.fail_with(opened.error());
  SetUpdateOrder order{words.set, words.from, std::nullopt};
  if (!words.overlays.empty()) order.overlays.emplace(words.overlays.begin(), words.overlays.end());
  const auto planned = plan_set_update(opened->project, opened->assessment, session.places(), order);
  const Message action =
      planned ? msg("store.action-set-update",
                    {{"set", planned->set.value}, {"before", planned->before}, {"after", planned->after}})
              : Message();
  return finish(session, opened->project, words, planned, action);
}

int run_overlay(Session& session, const UpdateWords& words) {
  if (words.remove != words.overlays.empty())
    return session.fail_with(fail(ErrorKind::kUsage, msg("cli.overlay-or-remove")));
  auto opened = open(words.on, words.dry_run ? Project::Access::kRead : Project::Access::kWrite);
  if (!opened) return session.fail_with(opened.error());
  const std::vector<std::filesystem::path> files(words.overlays.begin(), words.overlays.end());
  const auto planned = plan_overlays(opened->project, opened->assessment, words.set, files);
  const Message action = planned ? msg("store.action-set-overlay", {{"set", planned->set.value}}) : Message();
  return finish(session, opened->project, words, planned, action);
}

int run_archive(Session& session, const OnProject& on) {
  const auto opened = open(on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  const auto archive = archived_answers(opened->project, opened->assessment);
  if (!archive) return session.fail_with(archive.error());
  if (session.for_people() && archive->empty())
    session.print(msg("cli.archive-empty"));
  else
    session.print(archive_table(*archive));
  return kDone;
}

Verb& with_common(Verb& verb, UpdateWords& words) {
  return verb.needed_option("--set", "ID", &words.set, msg("cli.arg-set"))
      .option("--assessment", "ID", &words.on.assessment, msg("cli.opt-assessment"))
      .flag("--dry-run", words.dry_run, msg("cli.opt-dry-run"));
}

}  // namespace

void add_diff_verb(Verb& criteria, Session& session) {
  auto words = std::make_shared<DiffWords>();
  criteria.verb("diff", msg("cli.about-criteria-diff"))
      .argument("OLD", &words->before, msg("cli.arg-diff-old"))
      .argument("NEW", &words->after, msg("cli.arg-diff-new"))
      .option("--project", "FILE", &words->on.file, msg("cli.opt-diff-project"))
      .option("--assessment", "ID", &words->on.assessment, msg("cli.opt-assessment"))
      .example("orienta criteria diff old/set.yaml client-satisfaction")
      .example("orienta criteria diff old/set.yaml new/set.yaml --project agency.orienta")
      .run([&session, words] { return run_diff(session, *words); });
}

void add_set_version_verbs(Verb& set, Session& session) {
  auto update = std::make_shared<UpdateWords>();
  with_common(
      set.verb("update", msg("cli.about-set-update")).argument("FILE", &update->on.file, msg("cli.arg-file")),
      *update)
      .option("--from", "SET.yaml", &update->from, msg("cli.opt-set-from"))
      .option("--overlay", "OVERLAY.yaml", &update->overlays, msg("cli.opt-set-overlay"))
      .example("orienta set update agency.orienta --set client-satisfaction --dry-run")
      .run([&session, update] { return run_update(session, *update); });
  auto overlay = std::make_shared<UpdateWords>();
  with_common(set.verb("overlay", msg("cli.about-set-overlay"))
                  .argument("FILE", &overlay->on.file, msg("cli.arg-file"))
                  .argument("OVERLAY.yaml", &overlay->overlays, msg("cli.arg-overlay"), false),
              *overlay)
      .flag("--remove", overlay->remove, msg("cli.opt-overlay-remove"))
      .example("orienta set overlay agency.orienta --set client-satisfaction north.overlay.yaml")
      .example("orienta set overlay agency.orienta --set client-satisfaction --remove")
      .run([&session, overlay] { return run_overlay(session, *overlay); });
  auto archive = std::make_shared<OnProject>();
  set.verb("archive", msg("cli.about-set-archive"))
      .argument("FILE", &archive->file, msg("cli.arg-file"))
      .option("--assessment", "ID", &archive->assessment, msg("cli.opt-assessment"))
      .example("orienta set archive agency.orienta")
      .run([&session, archive] { return run_archive(session, *archive); });
}

}  // namespace orienta::cli

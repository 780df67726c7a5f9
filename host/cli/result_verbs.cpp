// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

#include "app/explain.hpp"
#include "app/pinned_set.hpp"
#include "app/profile.hpp"
#include "app/snapshot.hpp"
#include "cli/score_view.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

struct ResultWords {
  OnProject on;
  Selection selection;
  std::string node;
  bool save = false;
  bool every_node = false;
  std::string worst;
};

void say_where_from(const Session& session, const OpenAssessment& assessment) {
  if (!session.for_people()) return;
  for (const Message& note : overlay_notes(assessment.sets))
    session.print(note);
  if (!assessment.info.note.empty()) session.print(msg("cli.data-note", {{"text", assessment.info.note}}));
}

/// The plugins' words, and what has to be said of plugins under development.
void meet_plugins(Session& session, const std::vector<SetScore>& scores) {
  for (const SetScore& score : scores) {
    if (score.package == nullptr) continue;
    session.add_words_of(*score.package);
    if (score.trust == Trust::kDevelopment)
      session.note(msg("cli.development-plugin", {{"plugin", score.package->manifest.id.value}}));
  }
}

int run_readings(Session& session, const ResultWords& words) {
  const auto opened = open(words.on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  const auto table = readings_table(opened->project, opened->assessment, words.selection);
  if (!table) return session.fail_with(table.error());
  session.print(*table, overlay_notes(opened->assessment.sets));
  say_where_from(session, opened->assessment);
  session.next("score " + shell_word(words.on.file), msg("cli.next-score"));
  return kDone;
}

/// A bar for each row, as long as its figure is of the largest.
void add_bars(Table& table) {
  constexpr std::size_t kFigure = 6;
  constexpr double kLongest = 40;
  double largest = 0;
  for (const auto& row : table.rows)
    if (const double* const figure = std::get_if<double>(&row[kFigure])) largest = std::max(largest, *figure);
  table.columns.push_back({"bar", msg("cli.column-bar")});
  for (auto& row : table.rows) {
    const double* const figure = std::get_if<double>(&row[kFigure]);
    std::string bar;
    const double length = figure != nullptr && largest > 0 ? std::round(kLongest * *figure / largest) : 0;
    for (int i = 0; i < static_cast<int>(length); ++i)
      bar += "▬";
    row.push_back(bar);
  }
}

struct ProfileWords {
  OnProject on;
  ProfileOrder order;
};

int run_profile(Session& session, const ProfileWords& words) {
  const auto opened = open(words.on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  auto table = profile_table(opened->project, opened->assessment, words.order);
  if (!table) return session.fail_with(table.error());
  if (session.for_people()) add_bars(*table);
  session.print(*table, overlay_notes(opened->assessment.sets));
  say_where_from(session, opened->assessment);
  session.next("readings " + shell_word(words.on.file), msg("cli.next-readings"));
  return kDone;
}

int save(Session& session, const ResultWords& words) {
  auto opened = open(words.on, Project::Access::kWrite);
  if (!opened) return session.fail_with(opened.error());
  PluginHost plugins(session.places());
  const auto saved = save_results(opened->project, opened->assessment, plugins);
  if (!saved) return session.fail_with(saved.error());
  if (session.for_people()) session.print(msg("cli.results-saved", {{"snapshot", *saved}}));
  return kDone;
}

/// Leaves the worst units of each set, worst first, with their own results.
void keep_worst(const OpenAssessment& assessment, std::vector<SetScore>& scores, std::size_t most) {
  for (SetScore& score : scores) {
    std::vector<UnitResult> kept;
    for (const std::size_t place : worst_units(assessment, score, most)) {
      kept.push_back(std::move(score.result.units[place]));
      std::erase_if(kept.back().nodes, [](const NodeResult& node) { return node.basis != Basis::kOwn; });
    }
    score.result.units = std::move(kept);
  }
}

/// Where only the dimensions have levels, the weakest of them is what there is to say: these sets are scored
/// with their nodes.
Status score_profiles(const Opened& opened, PluginHost& plugins, const Selection& selection,
                      std::vector<SetScore>& scores) {
  for (SetScore& score : scores) {
    const CriteriaSet& set = opened.assessment.sets[score.set];
    if (!may_be_profile(set, score.result)) continue;
    auto again = score_sets(opened.project, opened.assessment, plugins, {selection.unit, set.id.value},
                            ORIENTA_WANT_NODES);
    if (!again) return failure(again.error());
    score = std::move(again->front());
  }
  return {};
}

int run_score(Session& session, const ResultWords& words) {
  const auto opened = open(words.on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  PluginHost plugins(session.places());
  const bool every_node = words.every_node || !session.for_people() || !words.selection.unit.empty();
  const auto worst = count_option("--worst", words.worst, 0);
  if (!worst) return session.fail_with(worst.error());
  auto scores = score_sets(opened->project, opened->assessment, plugins, words.selection,
                           every_node && *worst == 0 ? ORIENTA_WANT_NODES : ORIENTA_WANT_SUMMARY);
  if (!scores) return session.fail_with(scores.error());
  if (session.for_people() && !every_node)
    if (const Status told = score_profiles(*opened, plugins, words.selection, *scores); !told)
      return session.fail_with(told.error());
  if (*worst > 0) keep_worst(opened->assessment, *scores, *worst);
  meet_plugins(session, *scores);
  if (failures_of(*scores).has_errors()) add_plugin_words(session, plugins, opened->assessment);
  if (session.for_people())
    session.print(score_view(opened->assessment, *scores, *worst > 0 ? Selection() : words.selection,
                             every_node && *worst == 0, session.words()));
  else
    session.print(score_table(opened->assessment, *scores, *worst > 0 ? Selection() : words.selection,
                              every_node && *worst == 0),
                  overlay_notes(opened->assessment.sets));
  say_where_from(session, opened->assessment);
  const Problems failures = failures_of(*scores);
  session.report(failures);
  if (words.save && !failures.has_errors())
    if (const int code = save(session, words); code != kDone) return code;
  const std::string unit = words.selection.unit.empty()
                               ? opened->assessment.organisation.units().back().id.value
                               : words.selection.unit;
  if (!opened->assessment.sets.empty())
    session.next("explain " + shell_word(words.on.file) + " " + opened->assessment.sets.front().id.value +
                     " --unit " + shell_word(unit),
                 msg("cli.next-explain"));
  return failures.has_errors() ? exit_of(*scores) : kDone;
}

int run_explain(Session& session, const ResultWords& words) {
  const auto opened = open(words.on, Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  PluginHost plugins(session.places());
  add_plugin_words(session, plugins, opened->assessment);
  const auto told = explain(opened->project, opened->assessment, plugins, words.node, words.selection);
  if (!told) return session.fail_with(told.error());
  if (session.for_people()) {
    session.print(msg("cli.explain-head", {{"unit", told->unit}, {"set", told->set}}));
    for (const ExplainLine& line : told->lines)
      session.print(explain_line(line, session.words()));
  } else {
    session.print(explain_table(*told, session.words()), overlay_notes(opened->assessment.sets));
  }
  say_where_from(session, opened->assessment);
  session.next("readings " + shell_word(words.on.file) + " --unit " + shell_word(told->unit),
               msg("cli.next-readings"));
  return kDone;
}

/// The stored results of the assessment named, or of all.
Result<std::vector<Verified>> verify_all(Session& session, const Project& project,
                                         const std::string& wanted) {
  const auto all = project.assessments();
  if (!all) return failure(all.error());
  PluginHost plugins(session.places());
  std::vector<Verified> results;
  for (const Assessment& each : *all) {
    if (!wanted.empty() && each.id.value != wanted) continue;
    const auto opened = open_assessment(project, each.id.value);
    if (!opened) return failure(opened.error());
    auto found = verify_results(project, *opened, plugins);
    if (!found) return failure(std::move(found.error()));
    std::ranges::move(*found, std::back_inserter(results));
  }
  return results;
}

int run_verify(Session& session, const ResultWords& words) {
  const auto project = Project::open(words.on.file, Project::Access::kRead);
  if (!project) return session.fail_with(project.error());
  if (const auto named = find_assessment(*project, words.on.assessment); !named)
    return session.fail_with(named.error());
  const auto results = verify_all(session, *project, words.on.assessment);
  if (!results) return session.fail_with(results.error());
  const auto log = project->verify_log();
  if (!log) return session.fail_with(log.error());
  const auto evidence = verify_evidence(*project);
  if (!evidence) return session.fail_with(evidence.error());
  if (!session.for_people() || !results->empty()) session.print(verdict_table(*results));
  bool unexplained = false;
  for (const Verified& each : *results) {
    session.report(each.reasons);
    unexplained = unexplained || each.verdict == Verdict::kUnexplained;
  }
  session.report(*log);
  session.report(*evidence);
  const bool sound = !log->has_errors() && !evidence->has_errors() && !unexplained;
  if (session.for_people()) {
    session.print(log->has_errors() ? msg("cli.log-broken") : msg("cli.log-sound"));
    if (results->empty()) session.print(msg("cli.no-stored-results"));
  }
  session.next("score " + shell_word(words.on.file) + " --save", msg("cli.next-save"));
  return sound ? kDone : kInputHasProblems;
}

Verb& with_project(Verb& verb, ResultWords& words) {
  return verb.argument("FILE", &words.on.file, msg("cli.arg-file"));
}

Verb& with_selection(Verb& verb, ResultWords& words) {
  return verb.option("--unit", "UNIT", &words.selection.unit, msg("cli.opt-only-unit"))
      .option("--set", "ID", &words.selection.set, msg("cli.opt-only-set"))
      .option("--assessment", "ID", &words.on.assessment, msg("cli.opt-assessment"));
}

}  // namespace

void add_result_verbs(Verb& root, Session& session) {
  auto readings = std::make_shared<ResultWords>();
  with_selection(with_project(root.verb("readings", msg("cli.about-readings")), *readings), *readings)
      .example("orienta readings housing.orienta --unit tower --format csv")
      .run([&session, readings] { return run_readings(session, *readings); });

  auto profile = std::make_shared<ProfileWords>();
  root.verb("profile", msg("cli.about-profile"))
      .argument("FILE", &profile->on.file, msg("cli.arg-file"))
      .argument("INDICATOR", &profile->order.indicator, msg("cli.arg-profile-indicator"))
      .option("--segment", "ID", &profile->order.segment, msg("cli.opt-segment"))
      .option("--unit", "UNIT", &profile->order.selection.unit, msg("cli.opt-only-unit"))
      .option("--set", "ID", &profile->order.selection.set, msg("cli.opt-only-set"))
      .option("--assessment", "ID", &profile->on.assessment, msg("cli.opt-assessment"))
      .example("orienta profile agency.orienta inbound-requests --segment hour")
      .run([&session, profile] { return run_profile(session, *profile); });

  auto score = std::make_shared<ResultWords>();
  with_selection(with_project(root.verb("score", msg("cli.about-score")), *score), *score)
      .flag("--nodes", score->every_node, msg("cli.opt-nodes"))
      .flag("--save", score->save, msg("cli.opt-save"))
      .option("--worst", "N", &score->worst, msg("cli.opt-worst"))
      .example("orienta score housing.orienta")
      .example("orienta score housing.orienta --unit tower --format json")
      .example("orienta score agency.orienta --worst 10")
      .run([&session, score] { return run_score(session, *score); });

  auto why = std::make_shared<ResultWords>();
  with_selection(with_project(root.verb("explain", msg("cli.about-explain")), *why)
                     .argument("NODE", &why->node, msg("cli.arg-node")),
                 *why)
      .example("orienta explain housing.orienta client-satisfaction --unit tower")
      .run([&session, why] { return run_explain(session, *why); });

  auto verify = std::make_shared<ResultWords>();
  with_project(root.verb("verify", msg("cli.about-verify")), *verify)
      .option("--assessment", "ID", &verify->on.assessment, msg("cli.opt-assessment"))
      .example("orienta verify housing.orienta")
      .run([&session, verify] { return run_verify(session, *verify); });
}

}  // namespace orienta::cli

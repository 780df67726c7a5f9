// SPDX-License-Identifier: MIT
#include "cli/author_verbs.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>

#include "app/new_set.hpp"
#include "app/set_samples.hpp"

namespace orienta::cli {
namespace {

namespace fs = std::filesystem;

/// The set files that the words name: paths, or ids from the search path; without words all that are found.
Result<std::vector<fs::path>> named_sets(const Places& places, const std::vector<std::string>& words) {
  std::vector<fs::path> files;
  const auto found = find_sets(places.criteria);
  if (words.empty())
    for (const FoundSet& set : found)
      files.push_back(set.file);
  for (const std::string& word : words) {
    std::error_code ignored;
    if (fs::exists(word, ignored)) {
      const auto in = set_files_in(word);
      if (in.empty()) return failure(ErrorKind::kNotFound, msg("cli.nothing-to-lint"), {word});
      std::ranges::copy(in, std::back_inserter(files));
      continue;
    }
    const auto set = std::ranges::find(found, SetId(word), &FoundSet::id);
    if (set == found.end()) return failure(find_set(places, word).error());
    files.push_back(set->file);
  }
  return files;
}

Coded verdict_of(const SampleOutcome& sample) {
  if (sample.problems.has_errors()) return {"failed", msg("cli.sample-failed")};
  if (!sample.compared.differences.empty()) return {"differs", msg("cli.sample-differs")};
  return {"agrees", msg("cli.sample-agrees")};
}

/// set,sample,expected,figures,differences,verdict: one row per file of expected results.
Table outcomes_table(const std::vector<SetOutcome>& outcomes) {
  Table table{"samples",
              {{"set", msg("app.column-set")},
               {"sample", msg("app.column-sample")},
               {"expected", msg("cli.column-file")},
               {"figures", msg("cli.column-figures"), 0},
               {"differences", msg("cli.column-differences"), 0},
               {"verdict", msg("cli.column-verdict")}},
              {}};
  for (const SetOutcome& outcome : outcomes)
    for (const SampleOutcome& sample : outcome.samples)
      table.rows.push_back({outcome.set, sample.sample, sample.expected.filename().string(),
                            static_cast<std::int64_t>(sample.compared.figures),
                            static_cast<std::int64_t>(sample.compared.differences.size()),
                            verdict_of(sample)});
  return table;
}

/// What could not be tried, with the words of the plugins for what they found wrong.
void report_problems(Session& session, const std::vector<SetOutcome>& outcomes) {
  PluginHost plugins(session.places());
  for (const SetOutcome& outcome : outcomes) {
    Problems problems = outcome.problems;
    for (const SampleOutcome& sample : outcome.samples)
      problems.append(sample.problems);
    if (!problems.empty() && !outcome.plugin.empty())
      if (const auto package = plugins.package(outcome.plugin)) session.add_words_of(**package);
    if (!outcome.has_samples && !problems.has_errors())
      problems.add(msg("cli.no-samples", {{"set", outcome.set}}), {outcome.file.string()}, Severity::kNote);
    session.report(problems);
  }
}

int run_test(Session& session, const std::vector<std::string>& words) {
  const auto files = named_sets(session.places(), words);
  if (!files) return session.fail_with(files.error());
  const auto outcomes = try_samples(*files, session.places());
  const Table differences = differences_table(outcomes);
  const auto tried = outcomes_table(outcomes);
  if (session.for_people()) {
    if (!tried.rows.empty()) session.print(tried);
    if (!differences.rows.empty()) session.print(msg("cli.differences"));
  }
  if (!session.for_people() || !differences.rows.empty()) session.print(differences);
  report_problems(session, outcomes);
  const auto bad = std::ranges::count_if(outcomes, [](const SetOutcome& each) { return !each.is_good(); });
  if (session.for_people())
    session.print(msg("cli.test-done", {{"n", outcomes.size()},
                                        {"samples", tried.rows.size()},
                                        {"differences", differences.rows.size()},
                                        {"bad", bad}}));
  return bad > 0 ? kInputHasProblems : kDone;
}

struct NewSetWords {
  std::string id, plugin, folder;
};

int run_new(Session& session, const NewSetWords& words) {
  const auto folder = make_set(words.folder, words.id, words.plugin);
  if (!folder) return session.fail_with(folder.error());
  if (session.for_people()) session.print(msg("cli.set-made", {{"folder", folder->string()}}));
  session.next("criteria test " + shell_word(folder->string()), msg("cli.next-criteria-test"));
  return kDone;
}

}  // namespace

void add_author_verbs(Verb& criteria, Session& session) {
  auto tested = std::make_shared<std::vector<std::string>>();
  criteria.verb("test", msg("cli.about-criteria-test"))
      .argument("SET", tested.get(), msg("cli.arg-criteria-test"), false)
      .example("orienta criteria test")
      .example("orienta criteria test my-sets/my-set")
      .run([&session, tested] { return run_test(session, *tested); });
  auto made = std::make_shared<NewSetWords>();
  made->folder = ".";
  criteria.verb("new", msg("cli.about-criteria-new"))
      .argument("ID", &made->id, msg("cli.arg-criteria-new"))
      .needed_option("--plugin", "ID", &made->plugin, msg("cli.opt-plugin"))
      .option("-o", "FOLDER", &made->folder, msg("cli.opt-new-folder"))
      .example("orienta criteria new my-set --plugin service-levels")
      .run([&session, made] { return run_new(session, *made); });
}

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
#include "app/set_samples.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

#include "app/evidence.hpp"
#include "app/importing.hpp"
#include "app/scoring.hpp"
#include "app/setup.hpp"
#include "base/limits.hpp"
#include "base/os.hpp"
#include "criteria/samples.hpp"

namespace orienta {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kScoreKeys{"unit", "node", "set", "basis"};
constexpr std::array<std::string_view, 6> kReadingKeys{"unit",   "indicator", "set",
                                                       "source", "segment",   "statistic"};

/// What is thrown away need not reach a disk: in memory where the system has such a place, unless $TMPDIR
/// says otherwise.
fs::path scratch_place(std::error_code& code) {
  const fs::path memory = "/dev/shm";
  std::error_code ignored;
  if (!os::environment("TMPDIR") && fs::is_directory(memory, ignored) && os::may_write(memory)) return memory;
  return fs::temp_directory_path(code);
}

/// A folder for a project, gone with this object.
class Scratch {
 public:
  Scratch() {
    std::error_code code;
    const fs::path folder = scratch_place(code) / ("orienta-samples-" + random_id());
    if (!code && fs::create_directory(folder, code))
      fs::permissions(folder, fs::perms::owner_all, fs::perm_options::replace, code);
    folder_ = folder;
    made_ = code ? Status(failure(os::error_from_errno(code.value(), folder))) : Status();
  }
  ~Scratch() {
    std::error_code ignored;
    if (made_) fs::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const Status& made() const { return made_; }
  fs::path operator/(std::string_view name) const { return folder_ / name; }

 private:
  fs::path folder_;
  Status made_;
};

/// What all samples of one set share.
struct Trial {
  fs::path set;
  fs::path samples;  ///< their folder
  const Places& places;
  PluginHost& plugins;
};

Result<NewProject> project_for(const Trial& trial, const SetSample& sample) {
  NewProject wanted;
  wanted.organisation = "Sample";
  wanted.set_files = {trial.set};
  wanted.period = sample.period;
  wanted.as_of = sample.as_of;
  wanted.assessment = "sample";
  if (sample.units.empty()) return wanted;
  auto units = read_units(trial.samples / sample.units);
  if (!units) return failure(std::move(units.error()));
  wanted.units = std::move(*units);
  return wanted;
}

Status import_all(const Trial& trial, const SetSample& sample, const std::string& set, Project& project) {
  for (const std::string& file : sample.evidence)
    if (const auto done = import_evidence(project, trial.samples / file, "", false); !done)
      return failure(done.error());
  const auto assessment = open_assessment(project, "");
  if (!assessment) return failure(assessment.error());
  for (const SampleFile& file : sample.files) {
    ImportOrder order;
    order.data = trial.samples / file.file;
    order.set = set;
    if (!file.map.empty()) order.mapping = trial.samples / file.map;
    if (const auto done = import_data(project, *assessment, order); !done) return failure(done.error());
  }
  return {};
}

Result<Compared> compare_scores(const Trial& trial, const SetSample& sample, const Project& project,
                                const OpenAssessment& assessment) {
  const auto scores = score_sets(project, assessment, trial.plugins, {}, ORIENTA_WANT_NODES);
  if (!scores) return failure(scores.error());
  for (const SetScore& score : *scores)
    if (score.failed) return failure(*score.failed);
  return compare_with_file(score_table(assessment, *scores, {}, true), trial.samples / sample.expect,
                           kScoreKeys);
}

Result<Compared> compare_readings(const Trial& trial, const SetSample& sample, const Project& project,
                                  const OpenAssessment& assessment) {
  const auto readings = readings_table(project, assessment, {});
  if (!readings) return failure(readings.error());
  return compare_with_file(*readings, trial.samples / sample.expect_readings, kReadingKeys);
}

/// The project with everything in it; scored nothing yet.
Result<Project> fill(const Trial& trial, const SetSample& sample, const std::string& set,
                     const fs::path& file) {
  const auto wanted = project_for(trial, sample);
  if (!wanted) return failure(wanted.error());
  if (const auto made = make_project(file, *wanted, trial.places); !made) return failure(made.error());
  auto project = Project::open(file, Project::Access::kWrite);
  if (!project) return project;
  if (Status done = import_all(trial, sample, set, *project); !done) return failure(std::move(done.error()));
  return project;
}

SampleOutcome outcome_of(const SetSample& sample, const fs::path& expected, Result<Compared> compared) {
  SampleOutcome out{sample.id, expected, {}, {}};
  if (compared)
    out.compared = std::move(*compared);
  else
    out.problems = std::move(compared.error().problems);
  return out;
}

void try_sample(const Trial& trial, const SetSample& sample, SetOutcome& out) {
  const Scratch scratch;
  const auto project = scratch.made() ? fill(trial, sample, out.set, scratch / "sample.orienta")
                                      : failure(scratch.made().error());
  const auto assessment =
      project ? open_assessment(*project, "") : Result<OpenAssessment>(failure(project.error()));
  const auto take = [&](const std::string& expected, const auto& compare) {
    if (expected.empty()) return;
    out.samples.push_back(outcome_of(sample, trial.samples / expected,
                                     assessment ? compare(trial, sample, *project, *assessment)
                                                : Result<Compared>(failure(assessment.error()))));
  };
  take(sample.expect, compare_scores);
  take(sample.expect_readings, compare_readings);
}

SetOutcome try_set(const fs::path& file, const Places& places, PluginHost& plugins) {
  SetOutcome out;
  out.file = file;
  out.set = fs::absolute(file).parent_path().filename().string();
  const auto read = read_set_file(file);
  if (!read) {
    out.problems = read.error().problems;
    return out;
  }
  out.set = read->set.id.value;
  out.plugin = read->set.plugin;
  const fs::path list = file.parent_path() / "samples" / "samples.yaml";
  std::error_code ignored;
  out.has_samples = fs::exists(list, ignored);
  if (!out.has_samples) return out;
  const auto text = os::read_file(list, limits::kCriteriaFileBytes);
  const auto samples =
      text ? read_samples(*text, list.string()) : Result<std::vector<SetSample>>(failure(text.error()));
  if (!samples) {
    out.problems = samples.error().problems;
    return out;
  }
  for (const SetSample& sample : *samples)
    try_sample({file, list.parent_path(), places, plugins}, sample, out);
  return out;
}

}  // namespace

bool SetOutcome::is_good() const {
  return !problems.has_errors() && std::ranges::all_of(samples, [](const SampleOutcome& each) {
    return !each.problems.has_errors() && each.compared.differences.empty();
  });
}

std::vector<SetOutcome> try_samples(std::span<const fs::path> sets, const Places& places) {
  std::vector<SetOutcome> outcomes(sets.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    PluginHost plugins(places);
    for (std::size_t i = next++; i < sets.size(); i = next++)
      outcomes[i] = try_set(sets[i], places, plugins);
  };
  {
    std::jthread second;
    if (sets.size() > 1) second = std::jthread(work);
    work();
  }
  return outcomes;
}

Table differences_table(const std::vector<SetOutcome>& outcomes) {
  Table table{"differences",
              {{"set", msg("app.column-set")},
               {"sample", msg("app.column-sample")},
               {"file", msg("app.column-file"), 1, false},
               {"line", msg("app.column-line"), 0, false},
               {"unit", msg("app.column-unit")},
               {"node", msg("app.column-node")},
               {"column", msg("app.column-figure")},
               {"expected", msg("app.column-expected")},
               {"found", msg("app.column-found")}},
              {}};
  for (const SetOutcome& outcome : outcomes)
    for (const SampleOutcome& sample : outcome.samples)
      for (const UnexpectedFigure& each : sample.compared.differences)
        table.rows.push_back({outcome.set, sample.sample, sample.expected.string(),
                              static_cast<std::int64_t>(each.line), each.unit, each.node, each.column,
                              each.expected, each.found});
  return table;
}

}  // namespace orienta

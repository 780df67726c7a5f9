// SPDX-License-Identifier: MIT
// Scores 10,000 units x 300 indicators from stored tallies (want = summary) and says how long it took and how
// much memory the program and its worker had resident at most. The projects are made once, below the build
// folder.
//
//   scale [answers|survey|four-sets] [TIMES]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>

#include "app/scoring.hpp"
#include "checked.hpp"
#include "figure.hpp"
#include "scale_project.hpp"

namespace {

using namespace orienta;
using namespace orienta::bench;

double peak_megabytes(int who) {
  rusage usage{};
  getrusage(who, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1e6 * 1024;
}

/// Of the user's part and the system's.
double processor_seconds(int who) {
  rusage usage{};
  getrusage(who, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/// Scores all sets, rolls up, and ranks the units of each.
void score(const Project& project, const OpenAssessment& assessment, std::size_t& results) {
  const Places places;
  PluginHost plugins(places);
  const auto scores = checked(score_sets(project, assessment, plugins, {}, ORIENTA_WANT_SUMMARY));
  results = 0;
  for (const SetScore& each : scores) {
    if (each.failed) give_up(*each.failed);
    results += worst_units(assessment, each, each.result.units.size()).size();
  }
}

void measure(const std::filesystem::path& file, const char* name, double aim, int times) {
  const Project project = checked(Project::open(file, Project::Access::kRead));
  OpenAssessment assessment;
  const double opened = seconds_of([&] { assessment = checked(open_assessment(project, "")); });
  std::size_t results = 0;
  std::vector<double> seconds;
  const double before = processor_seconds(RUSAGE_SELF);
  for (int i = 0; i < times; ++i)
    seconds.push_back(seconds_of([&] { score(project, assessment, results); }));
  fmt::print("{}: {} units scored; the assessment was opened in {:.3f} s\n", name, results, opened);
  print_figure(fmt::format("{}, least of {}", name, times), spread_of(std::move(seconds)).least, "s", aim);
  print_figure(fmt::format("{}, processor time of the program", name),
               (processor_seconds(RUSAGE_SELF) - before) / times, "s");
  print_figure(fmt::format("{}, processor time of the worker", name),
               processor_seconds(RUSAGE_CHILDREN) / times, "s");
  // Both map the batch, which is counted twice.
  print_figure(fmt::format("{}, program and worker at most", name),
               peak_megabytes(RUSAGE_SELF) + peak_megabytes(RUSAGE_CHILDREN), "MB", 500);
}

/// In a process of its own, so that nothing else counts towards its memory.
template <class Work>
bool apart(Work&& work) {
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    std::exit(EXIT_SUCCESS);
  }
  int status = 0;
  return child > 0 && ::waitpid(child, &status, 0) == child && status == 0;
}

}  // namespace

int main(int count, char** words) {
  const std::string only = count > 1 ? words[1] : "";
  const int times = count > 2 ? std::max(1, std::atoi(words[2])) : 3;
  const std::filesystem::path folder = std::filesystem::path(ORIENTA_BUILD_DIR) / "bench-data";
  bool well = true;
  struct Case {
    ScaleKind kind;
    const char* word;
    const char* name;
    double aim;
  };
  constexpr Case kCases[] = {
      {ScaleKind::kAnswers, "answers", "10,000 units x 300 indicators, answers", 1},
      {ScaleKind::kSurvey, "survey", "10,000 units x 300 indicators, survey", 1},
      {ScaleKind::kFourSets, "four-sets", "10,000 units x 300 indicators x 4 sets, ranked", 2},
  };
  for (const Case& each : kCases) {
    if (!only.empty() && only != each.word) continue;
    const std::filesystem::path file = folder / fmt::format("scale-{}.orienta", each.word);
    well = well && apart([&] { make_scale_project(file, each.kind); }) &&
           apart([&] { measure(file, each.name, each.aim, times); });
  }
  return well ? EXIT_SUCCESS : EXIT_FAILURE;
}

// SPDX-License-Identifier: MIT
// Whole processes, from start to end: what a person at a prompt waits for.
//
//   process [TIMES]
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "figure.hpp"

extern char** environ;

namespace {

using namespace orienta::bench;

double seconds_in(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Runs the program to its end, its output thrown away, and gives the processor time that it (with its
/// worker) took. Anything but success ends the benchmark.
double run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words)
    arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = 0;
  rusage used{};
  const int failed = ::posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed == 0 && ::wait4(child, &status, 0, &used) == child && status == 0)
    return seconds_in(used.ru_utime) + seconds_in(used.ru_stime);
  fmt::print(stderr, "{} did not end well\n", fmt::join(words, " "));
  std::exit(EXIT_FAILURE);
}

void measure(const char* name, int times, double aim, const std::vector<std::string>& words) {
  run(words);
  std::vector<double> wall;
  std::vector<double> processor;
  for (int i = 0; i < times; ++i)
    wall.push_back(1e3 * seconds_of([&] { processor.push_back(1e3 * run(words)); }));
  const Spread spread = spread_of(std::move(wall));
  print_figure(fmt::format("{}, median of {}", name, times), spread.median, "ms", aim);
  print_figure(fmt::format("{}, least of {}", name, times), spread.least, "ms", aim);
  print_figure(fmt::format("{}, processor time, median", name), spread_of(std::move(processor)).median, "ms");
}

}  // namespace

int main(int count, char** words) {
  const int times = count > 1 ? std::max(1, std::atoi(words[1])) : 20;
  const std::filesystem::path build = ORIENTA_BUILD_DIR;
  const std::string orienta = build / "bin" / "orienta";
  const std::filesystem::path folder = build / "bench-data" / "processes";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  run({orienta, "demo", "--out", folder});

  measure("machine: /bin/true", times, 0, {"/bin/true"});
  measure("orienta --version", times, 15, {orienta, "--version"});
  measure("orienta score of the demo", times, 50, {orienta, "score", folder / "housing.orienta"});
  measure("orienta gaps of the sample network", times, 150,
          {orienta, "gaps", folder / "agency-sample.orienta"});
  return EXIT_SUCCESS;
}

// SPDX-License-Identifier: MIT
// Reads a survey of 10 million rows into tallies, as the command line does, and prints how long it took and
// how much memory was resident at most.
//
//   survey [--file FILE] [--rows N] [--threads N] [--times N]
//
// The file is made when it is not there (by default below the build folder; with --rows name a file, too).
// `node tests/bench/duckdb_group.mjs FILE` groups the same file with DuckDB.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

#include "answers/import.hpp"
#include "base/catalogue.hpp"
#include "figure.hpp"
#include "generate_survey.hpp"

namespace {

struct Options {
  std::filesystem::path file;
  std::uint64_t rows = 10'000'000;
  unsigned threads = 0;
  int times = 3;
};

Options read_options(int count, char** words) {
  Options options;
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = words[i];
    const std::string_view value = words[i + 1];
    const auto number = [&](auto& out) { std::from_chars(value.data(), value.data() + value.size(), out); };
    if (name == "--file") options.file = value;
    if (name == "--rows") number(options.rows);
    if (name == "--threads") number(options.threads);
    if (name == "--times") number(options.times);
  }
  if (options.file.empty())
    options.file = std::filesystem::path(ORIENTA_BUILD_DIR) / "bench-data" / "survey.csv";
  return options;
}

}  // namespace

int main(int count, char** words) {
  using namespace orienta;
  const Options options = read_options(count, words);
  bench::SurveyShape shape;
  shape.rows = options.rows;
  if (!std::filesystem::exists(options.file)) {
    std::filesystem::create_directories(options.file.parent_path());
    bench::generate_survey(options.file, shape);
  }

  const Organisation organisation = bench::survey_organisation(shape);
  const CriteriaSet set = bench::survey_set(shape);
  ImportContext context;
  context.organisation = &organisation;
  context.sets = {&set};
  context.threads = options.threads;
  double best = 1e9;
  std::uint64_t responses = 0;
  for (int i = 0; i < options.times; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const auto imported = read_import(options.file, context);
    if (!imported) {
      for (const Problem& problem : imported.error().problems.kept())
        fmt::print(stderr, "{}\n", Catalogue(Lang::kEn).text(problem));
      return EXIT_FAILURE;
    }
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    responses = imported->survey.wave.responses;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("{} rows, {:.1f} million rows/s\n", responses, static_cast<double>(responses) / best / 1e6);
  bench::print_figure(fmt::format("survey of {} million rows into tallies, least of {}",
                                  responses / 1'000'000, options.times),
                      best, "s", 1.1);
  bench::print_figure("survey into tallies, at most", static_cast<double>(usage.ru_maxrss) * 1024 / 1e6, "MB",
                      200);
  return EXIT_SUCCESS;
}

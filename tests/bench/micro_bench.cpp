// SPDX-License-Identifier: MIT
// What is small but felt: worker calls, one answer, reading a set.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>

#include <map>

#include "analysis/batch.hpp"
#include "analysis/rescoring.hpp"
#include "app/demo.hpp"
#include "app/importing.hpp"
#include "app/scoring.hpp"
#include "checked.hpp"
#include "criteria/reader.hpp"
#include "figure.hpp"
#include "generate_set.hpp"

namespace {

using namespace orienta;
using namespace orienta::bench;

const std::filesystem::path& data_folder() {
  static const std::filesystem::path folder =
      std::filesystem::path(ORIENTA_BUILD_DIR) / "bench-data" / "micro";
  return folder;
}

/// The demo project, its plugin's package, and its sheets in memory.
struct Demo {
  Demo() {
    std::filesystem::remove_all(data_folder());
    const auto demos = checked(make_demos(data_folder(), {}, "housing"));
    project.emplace(checked(Project::open(demos.front().file, Project::Access::kWrite)));
    assessment = checked(open_assessment(*project, ""));
    for (Package& found : find_plugins().packages)
      if (found.manifest.id == set().plugin) package = std::move(found);
    checked(stored_sheets(*project, assessment, 0)([&](std::uint32_t unit, TallySheet& sheet) -> Status {
      sheets.emplace(unit, sheet);
      return {};
    }));
  }
  const CriteriaSet& set() const { return assessment.sets.front(); }

  /// Scoring of one unit from the sheets in memory.
  AssessInput input_of(std::uint32_t unit) const {
    AssessInput input = input_for(*project, assessment, 0);
    input.sheets = [this](const std::function<Status(std::uint32_t, TallySheet&)>& take) -> Status {
      for (const auto& [of, sheet] : sheets) {
        TallySheet copy = sheet;
        if (Status taken = take(of, copy); !taken) return taken;
      }
      return {};
    };
    input.wanted.assign(assessment.organisation.units().size(), false);
    input.wanted[unit] = true;
    return input;
  }

  /// A batch of one unit of which nothing is known.
  Batch batch() const {
    Batch batch = checked(Batch::create());
    batch.begin(ORIENTA_WANT_NODES);
    Readings readings;
    read_tallies(set(), TallySheet(assessment.layouts.front()), {}, 0, {}, readings);
    batch.add(UnitKind::kBranch, ORIENTA_NONE, readings, {});
    batch.finish(std::vector<Scenario>(1));
    return batch;
  }

  std::optional<Project> project;
  OpenAssessment assessment;
  Package package;
  std::map<std::uint32_t, TallySheet> sheets;
};

Demo& demo() {
  static Demo made;
  return made;
}

std::string no_label(std::uint32_t) {
  return "unit";
}

void first_worker_call(benchmark::State& state) {
  const Batch batch = demo().batch();
  for (auto turn : state) {
    std::unique_ptr<Runner> runner;
    state.SetIterationTime(seconds_of([&] {
      runner = worker_runner(demo().package);
      checked(runner->check(demo().set()));
      const PreparedSet prepared = checked(runner->prepare(demo().set()));
      benchmark::DoNotOptimize(checked(runner->score(prepared, batch.block(), no_label)));
    }));
  }
}

void warm_worker_call(benchmark::State& state) {
  const Batch batch = demo().batch();
  const auto runner = worker_runner(demo().package);
  const PreparedSet prepared = checked(runner->prepare(demo().set()));
  for (auto turn : state)
    benchmark::DoNotOptimize(checked(runner->score(prepared, batch.block(), no_label)));
}

void edited_answer(benchmark::State& state) {
  const auto runner = worker_runner(demo().package);
  const PreparedSet prepared = checked(runner->prepare(demo().set()));
  const std::uint32_t unit = demo().sheets.rbegin()->first;
  const std::uint32_t slot = *demo().set().indicator("targets-in-pay");
  const AssessInput input = demo().input_of(unit);
  std::size_t turns = 0;
  for (auto turn : state) {
    Cell& cell = demo().sheets.at(unit).cell({slot, 0, Source::kSelf});
    std::fill(cell.points.begin(), cell.points.end(), 0);
    cell.points[++turns % cell.points.size()] = 1;
    benchmark::DoNotOptimize(checked(assess(input, *runner, prepared, ORIENTA_WANT_NODES)));
  }
}

/// Every criterion of a set of 300 raised alone, in each of 30 units, in one batch.
void all_effects(benchmark::State& state) {
  SetShape shape;
  shape.per_criterion = 1;
  static const CriteriaSet set = checked(read_set(generate_set(shape), "generated")).set;
  std::vector<Unit> units(31);
  for (std::size_t i = 0; i < units.size(); ++i) {
    units[i].id = UnitId("u" + std::to_string(i));
    if (i > 0) units[i].parent = units[0].id;
    if (i > 0) units[i].kind = UnitKind::kBranch;
  }
  const Organisation organisation = checked(Organisation::build(units));
  AssessInput input;
  input.set = &set;
  input.organisation = &organisation;
  Rescoring kept(input);
  for (std::uint32_t unit = 1; unit < units.size(); ++unit) {
    Readings readings;
    read_tallies(set, TallySheet(layout_of(set)), {}, 0, {}, readings);
    for (orienta_reading_t& reading : readings.combined) {
      reading.state = ORIENTA_STATE_VALUE;
      reading.value = (unit * 7 + reading.indicator) % 5 / 4.0;
    }
    kept.keep(unit, readings);
  }
  std::vector<Scenario> scenarios(1);
  for (std::size_t i = 0; i < set.criteria.size(); ++i) {
    scenarios.push_back({});
    scenarios.back().ratings.push_back({ORIENTA_NONE, set.node_of_criterion(i), 1});
  }
  const auto runner = worker_runner(demo().package);
  const PreparedSet prepared = checked(runner->prepare(set));
  for (auto turn : state)
    benchmark::DoNotOptimize(checked(kept.score(*runner, prepared, scenarios, ORIENTA_WANT_SUMMARY)));
}

void read_large_set(benchmark::State& state) {
  SetShape shape;
  shape.indicators = 1000;
  const std::string text = generate_set(shape);
  for (auto turn : state)
    benchmark::DoNotOptimize(checked(read_set(text, "generated")));
}

/// All sets that come with the program; `cache` as in read_sets.
void read_shipped_sets(benchmark::State& state, const std::filesystem::path& cache) {
  const auto found = find_sets();
  for (auto turn : state)
    for (const auto& set : read_sets(found, cache))
      benchmark::DoNotOptimize(set.has_value());
}
void read_shipped_sets_anew(benchmark::State& state) {
  read_shipped_sets(state, {});
}
void read_shipped_sets_again(benchmark::State& state) {
  read_shipped_sets(state, data_folder() / "cache");
}

void commit_answer(benchmark::State& state) {
  AnswerOrder order;
  order.unit = demo().assessment.organisation.units().back().id.value;
  order.set = demo().set().id.value;
  order.indicator = "targets-in-pay";
  std::size_t turns = 0;
  for (auto turn : state) {
    order.value = ++turns % 2 == 0 ? "all" : "some";
    benchmark::DoNotOptimize(checked(give_answer(*demo().project, demo().assessment, order)));
  }
}

/// What the disk alone takes for as much as an answer adds to the project's journal.
void append_durably(benchmark::State& state) {
  std::filesystem::create_directories(data_folder());
  const std::filesystem::path place = data_folder() / "plain";
  const int file = ::open(place.c_str(), O_CREAT | O_TRUNC | O_APPEND | O_WRONLY | O_CLOEXEC, 0600);
  const std::string pages(20'480, 'x');
  for (auto turn : state)
    if (::write(file, pages.data(), pages.size()) < 0 || ::fdatasync(file) != 0)
      state.SkipWithError("the disk refuses");
  ::close(file);
}

struct Aim {
  void (*work)(benchmark::State&);
  const char* name;
  const char* unit;
  double per_second;  ///< units in a second
  double aim;
};
constexpr Aim kAims[] = {
    {first_worker_call, "first worker call", "ms", 1e3, 3},
    {warm_worker_call, "warm worker call", "us", 1e6, 50},
    {edited_answer, "one edited answer re-scored, warm", "ms", 1e3, 1},
    {all_effects, "all effects of 300 criteria x 30 units, warm", "ms", 1e3, 100},
    {read_large_set, "1,000 indicators in three languages read and linted", "ms", 1e3, 200},
    {read_shipped_sets_anew, "all shipped sets read and linted", "ms", 1e3, 250},
    {read_shipped_sets_again, "the same, parsed before", "ms", 1e3, 30},
    {append_durably, "machine: 20 KiB appended durably", "ms", 1e3, 0},
    {commit_answer, "one answer committed durably", "ms", 1e3, 2},
};

/// Prints figures: the mean of an iteration, in the least of the repetitions.
class Figures : public benchmark::ConsoleReporter {
 public:
  /// Without colours, which would stand before the figures too.
  Figures() : ConsoleReporter(OO_Tabular) {}
  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const double seconds = run.real_accumulated_time / static_cast<double>(run.iterations);
      const auto [place, fresh] = least_.try_emplace(run.run_name.function_name, seconds);
      if (!fresh) place->second = std::min(place->second, seconds);
    }
  }
  void Finalize() override {
    ConsoleReporter::Finalize();
    for (const Aim& aim : kAims)
      if (const auto found = least_.find(aim.name); found != least_.end())
        print_figure(aim.name, found->second * aim.per_second, aim.unit, aim.aim);
  }

 private:
  std::map<std::string, double> least_;
};

}  // namespace

int main(int count, char** words) {
  benchmark::Initialize(&count, words);
  for (const Aim& aim : kAims) {
    auto* const registered =
        benchmark::RegisterBenchmark(aim.name, aim.work)->Repetitions(5)->Unit(benchmark::kMicrosecond);
    if (aim.work == first_worker_call)
      registered->UseManualTime()->Iterations(20);
    else
      registered->UseRealTime()->MinTime(0.2);
  }
  Figures figures;
  benchmark::RunSpecifiedBenchmarks(&figures);
  return EXIT_SUCCESS;
}

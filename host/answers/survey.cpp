// SPDX-License-Identifier: MIT
#include "answers/survey.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "answers/survey_blocks.hpp"
#include "answers/survey_counter.hpp"
#include "base/limits.hpp"

namespace orienta {
namespace {

/// Taking blocks is one thread's work at a time; beyond this many threads they wait for it.
constexpr unsigned kMostThreads = 8;

/// Puts the reports of blocks back in order and their lines into the file's. Guarded by its owner's lock.
class ReportsInOrder {
 public:
  ReportsInOrder(const SurveyPlan& plan, std::string file, std::uint64_t lines_before)
      : plan_(plan), file_(std::move(file)), lines_(lines_before) {}

  void add(std::uint64_t number, BlockReport report) {
    waiting_.emplace(number, std::move(report));
    while (!waiting_.empty() && waiting_.begin()->first == next_) {
      if (!stopped_) take(waiting_.begin()->second);
      waiting_.erase(waiting_.begin());
      ++next_;
    }
  }

  bool stopped() const { return stopped_; }
  Problems& problems() { return problems_; }

 private:
  void take(const BlockReport& report) {
    for (const RowProblem& problem : report.problems)
      add_problem(problem, plan_, lines_, file_, problems_);
    for (std::uint64_t i = report.problems.size(); i < report.problem_count; ++i)
      problems_.add({}, {});
    lines_ += report.lines;
    stopped_ = report.stopped;
  }

  const SurveyPlan& plan_;
  std::string file_;
  std::uint64_t lines_;
  std::uint64_t next_ = 0;
  bool stopped_ = false;
  std::map<std::uint64_t, BlockReport> waiting_;
  Problems problems_;
};

/// What the threads share.
class SurveyRun {
 public:
  SurveyRun(SurveyBlocks blocks, const SurveyPlan& plan, const ImportContext& context, std::string file,
            std::uint64_t lines)
      : blocks_(std::move(blocks)), context_(context), reports_(plan, std::move(file), lines) {}

  /// Takes and counts blocks until there are no more. `watch` is called between blocks.
  template <class Watch>
  void work(SurveyCounter& counter, const Watch& watch) {
    SurveyBlock block;
    while (take(block)) {
      file_report(block.number, counter.count(block.text()));
      watch(done_.load());
    }
  }

  const Status& status() const { return status_; }
  ReportsInOrder& reports() { return reports_; }
  SurveyBlocks& blocks() { return blocks_; }

 private:
  bool take(SurveyBlock& block) {
    if (over_ || context_.stop.stop_requested()) return false;
    const std::lock_guard lock(take_lock_);
    auto more = blocks_.next(block);
    done_ = blocks_.bytes_read();
    if (!more) {
      status_ = failure(more.error());
      over_ = true;
    }
    return more && *more;
  }

  void file_report(std::uint64_t number, BlockReport report) {
    const std::lock_guard lock(report_lock_);
    reports_.add(number, std::move(report));
    if (reports_.stopped()) over_ = true;
  }

  std::mutex take_lock_;
  SurveyBlocks blocks_;  // with status_ under take_lock_ while threads work
  Status status_;
  std::mutex report_lock_;
  const ImportContext& context_;
  ReportsInOrder reports_;  // under report_lock_ while threads work
  std::atomic<bool> over_ = false;
  std::atomic<std::uint64_t> done_ = 0;
};

unsigned thread_count(const ImportContext& context, std::uint64_t bytes) {
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  const unsigned wanted = context.threads == 0 ? std::min(cores, kMostThreads) : context.threads;
  const std::uint64_t blocks = bytes / std::max<std::size_t>(context.block_bytes, 1) + 1;
  return static_cast<unsigned>(std::min<std::uint64_t>(wanted, blocks));
}

void run_threads(SurveyRun& run, std::vector<SurveyCounter>& counters, const ImportContext& context) {
  const std::uint64_t total = run.blocks().bytes();
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < counters.size(); ++i)
    threads.emplace_back([&run, &counter = counters[i]] { run.work(counter, [](std::uint64_t) {}); });
  run.work(counters.front(), [&](std::uint64_t done) {
    if (context.progress) context.progress(done, total);
  });
}

Result<Period> period_of(const Columns& columns, const ImportContext& context, const std::string& file) {
  const auto constant = columns.mapping.constants.find("period");
  if (constant == columns.mapping.constants.end()) return context.period;
  if (const auto period = parse_period(constant->second)) return *period;
  return failure(ErrorKind::kInput, msg("answers.bad-period", {{"text", constant->second}}), {file, 0, 0});
}

Wave wave_of(SurveyBlocks& blocks, const SurveyPlan& plan, const SurveyCounts& counts, Period period,
             const std::filesystem::path& file) {
  Wave wave;
  wave.set = plan.set->id;
  wave.period = period;
  wave.file_name = file.filename().string();
  wave.file_bytes = blocks.bytes_read();
  wave.file_hash = blocks.finish_hash();
  wave.responses = counts.responses;
  wave.rejected = counts.rejected;
  wave.layout = hash_of(plan.layout->bytes());
  return wave;
}

}  // namespace

Result<Imported> read_survey(const std::filesystem::path& file, const CsvHeader& header,
                             const Columns& columns, const ImportContext& context) {
  const std::string name = file.string();
  const auto plan = plan_survey(columns, context, name);
  if (!plan) return failure(plan.error());
  const auto period = period_of(columns, context, name);
  if (!period) return failure(period.error());
  auto blocks = SurveyBlocks::open(file, header, {plan->unit, plan->respondent}, context.block_bytes);
  if (!blocks) return failure(blocks.error());

  std::vector<SurveyCounter> counters;
  for (unsigned i = 0; i < thread_count(context, blocks->bytes()); ++i)
    counters.emplace_back(*plan);
  SurveyRun run(std::move(*blocks), *plan, context, name, header.lines);
  run_threads(run, counters, context);

  if (context.stop.stop_requested())
    return failure(ErrorKind::kCancelled, msg("answers.cancelled"), {name, 0, 0});
  if (!run.status()) return failure(run.status().error());
  SurveyCounts& counts = counters.front().counts();
  for (std::size_t i = 1; i < counters.size(); ++i)
    counts.add(counters[i].counts());
  Problems& problems = run.reports().problems();
  problems.sort_by_place();
  if (!problems.has_errors() && counts.rows == 0)
    problems.add(msg("answers.file-without-rows"), {name, 0, 0});
  const bool whole_file = run.reports().stopped() || counts.rows == 0;
  if (problems.has_errors() && (whole_file || !context.skip_rejected))
    return failure(ErrorKind::kInput, std::move(problems));

  Imported imported;
  imported.shape = Shape::kSurvey;
  imported.rows = counts.rows;
  imported.rejected = counts.rejected;
  imported.survey = {wave_of(run.blocks(), *plan, counts, *period, file), plan->layout,
                     sheets_of(*plan, counts)};
  imported.reasons = Reasons::of(problems);
  imported.remarks = std::move(problems);
  return imported;
}

}  // namespace orienta

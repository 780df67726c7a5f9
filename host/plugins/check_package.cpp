// SPDX-License-Identifier: MIT
#include "plugins/check_package.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "base/catalogue.hpp"
#include "base/os.hpp"
#include "plugins/exported_symbols.hpp"
#include "plugins/package_bytes.hpp"
#include "plugins/plugin_runner.hpp"
#include "plugins/said.hpp"
#include "plugins/sample_batch.hpp"

namespace orienta {
namespace {

/// Nothing when the rule was kept.
using Why = std::optional<Message>;

std::vector<std::uint32_t> numbers(std::uint32_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0u);
  return numbers;
}

SamplePlan whole_plan() {
  return {numbers(kSampleUnits), numbers(kSampleScenarios), ORIENTA_WANT_TRACE};
}

/// How the contract was broken says more than that it was.
Message why_of(const Error& error) {
  const auto& problems = error.problems.kept();
  const bool has_breach = problems.size() > 1 && problems[1].severity == Severity::kNote;
  return problems[has_breach ? 1 : 0].message;
}

Why why_of(const Status& status) {
  return status ? Why() : why_of(status.error());
}

std::string label(std::uint32_t unit) {
  return std::to_string(unit);
}

/// A worker that has the set prepared.
struct Bench {
  std::unique_ptr<PluginRunner> worker;
  PreparedSet prepared = 0;
};

class Checker {
 public:
  Checker(const std::filesystem::path& folder, const CriteriaSet* set, const RunLimits& limits)
      : folder_(folder), given_(set), limits_(limits) {}

  CheckedPackage run();

 private:
  struct Rule {
    const char* id;
    const char* rests_on;
    Message asks;
    Why (Checker::*try_it)();
  };
  static std::vector<Rule> rules();

  Why manifest();
  Why abi() { return why_of(check_version(*package_)); }
  Why symbols();
  Why loads() { return why_of(plugin_worker(*package_, limits_)->load()); }
  Why check();
  Why prepare();
  Why scores();
  Why determinism();
  Why batches();
  Why scenarios();
  Why words();
  Why time();
  Why stop();

  Result<Bench> bench();
  Result<BatchScores> score(Bench& bench, const SamplePlan& plan);
  /// Scores and compares with what was said before.
  Why compare(Bench& bench, const SamplePlan& plan, Said& said);

  std::filesystem::path folder_;
  const CriteriaSet* given_;
  RunLimits limits_;
  CriteriaSet set_;
  std::optional<Package> package_;
  std::set<std::string> codes_;  ///< of all notes it gave
};

std::vector<Checker::Rule> Checker::rules() {
  return {{"manifest", "", msg("plugins.rule-manifest"), &Checker::manifest},
          {"abi", "manifest", msg("plugins.rule-abi", {{"major", ORIENTA_ABI_MAJOR}}), &Checker::abi},
          {"symbols", "manifest", msg("plugins.rule-symbols", {{"symbol", ORIENTA_ENTRY_SYMBOL}}),
           &Checker::symbols},
          {"loads", "abi", msg("plugins.rule-loads"), &Checker::loads},
          {"check", "loads", msg("plugins.rule-check"), &Checker::check},
          {"prepare", "check", msg("plugins.rule-prepare"), &Checker::prepare},
          {"scores", "prepare", msg("plugins.rule-scores"), &Checker::scores},
          {"determinism", "scores", msg("plugins.rule-determinism"), &Checker::determinism},
          {"batches", "scores", msg("plugins.rule-batches"), &Checker::batches},
          {"scenarios", "scores", msg("plugins.rule-scenarios"), &Checker::scenarios},
          {"words", "scores", msg("plugins.rule-words"), &Checker::words},
          {"time", "scores", msg("plugins.rule-time"), &Checker::time},
          {"stop", "scores", msg("plugins.rule-stop"), &Checker::stop}};
}

CheckedPackage Checker::run() {
  CheckedPackage checked;
  for (const Rule& rule : rules()) {
    const auto rests_on = std::ranges::find(checked.rules, rule.rests_on, &CheckedRule::rule);
    const bool can_be_tried = *rule.rests_on == '\0' || rests_on->verdict == RuleVerdict::kPassed;
    CheckedRule& done = checked.rules.emplace_back();
    done.rule = rule.id;
    done.asks = rule.asks;
    if (!can_be_tried) continue;
    done.why = (this->*rule.try_it)();
    done.verdict = done.why ? RuleVerdict::kFailed : RuleVerdict::kPassed;
  }
  checked.package = package_;
  return checked;
}

Why Checker::manifest() {
  auto package = read_package(folder_, "given");
  if (!package) return why_of(package.error());
  const std::string& schema = package->manifest.params_schema;
  std::error_code ignored;
  if (!schema.empty() && !std::filesystem::is_regular_file(folder_ / schema, ignored))
    return msg("plugins.check-no-schema", {{"name", schema}});
  set_ = given_ != nullptr ? *given_ : sample_set(package->manifest.id);
  package_ = *std::move(package);
  return {};
}

Why Checker::symbols() {
  const auto library = verified_library(*package_);
  if (!library) return why_of(library.error());
  auto shown = exported_symbols(*library);
  if (!shown) return why_of(shown.error());
  if (std::erase(*shown, ORIENTA_ENTRY_SYMBOL) == 0)
    return msg("plugins.entry-missing",
               {{"plugin", package_->manifest.id.value}, {"symbol", ORIENTA_ENTRY_SYMBOL}});
  if (shown->empty()) return {};
  constexpr std::size_t kNamed = 5;
  std::string names;
  for (std::size_t i = 0; i < std::min(shown->size(), kNamed); ++i)
    names += (i > 0 ? ", " : "") + (*shown)[i];
  return msg("plugins.check-symbols", {{"symbols", names + (shown->size() > kNamed ? ", …" : "")}});
}

Why Checker::check() {
  if (set_.plugin != package_->manifest.id)
    return msg("plugins.check-other-plugin", {{"set", set_.id.value}, {"plugin", set_.plugin.value}});
  const auto notes = plugin_worker(*package_, limits_)->check(set_);
  if (!notes) return why_of(notes.error());
  for (const Note& note : *notes)
    codes_.insert(note.code);
  const auto refusal = std::ranges::find(*notes, 0u, &Note::severity);
  if (refusal == notes->end()) return {};
  return given_ == nullptr
             ? msg("plugins.check-sample-refused", {{"code", refusal->code}})
             : msg("plugins.check-set-refused", {{"set", set_.id.value}, {"code", refusal->code}});
}

Result<Bench> Checker::bench() {
  Bench bench{plugin_worker(*package_, limits_), 0};
  const auto prepared = bench.worker->prepare(set_);
  if (!prepared) return failure(prepared.error());
  bench.prepared = *prepared;
  return bench;
}

Why Checker::prepare() {
  auto bench = this->bench();
  if (!bench) return why_of(bench.error());
  Said said;
  // What was freed can be made again, and what was made before does not matter.
  for (int round = 0; round < 3; ++round) {
    if (auto why = compare(*bench, {{0, 5}, {0}, ORIENTA_WANT_NODES}, said)) return why;
    if (const Status released = bench->worker->release(bench->prepared); !released)
      return why_of(released.error());
    const auto prepared = bench->worker->prepare(set_);
    if (!prepared) return why_of(prepared.error());
    bench->prepared = *prepared;
  }
  return {};
}

Result<BatchScores> Checker::score(Bench& bench, const SamplePlan& plan) {
  const auto batch = sample_batch(set_, plan);
  if (!batch) return failure(batch.error());
  auto scores = bench.worker->score(bench.prepared, *batch, label, {});
  if (scores)
    for (const UnitNote& note : scores->notes)
      codes_.insert(note.note.code);
  return scores;
}

Why Checker::compare(Bench& bench, const SamplePlan& plan, Said& said) {
  const auto scores = score(bench, plan);
  return scores ? said.add(plan, *scores, set_) : why_of(scores.error());
}

Why Checker::scores() {
  auto bench = this->bench();
  if (!bench) return why_of(bench.error());
  for (const std::uint32_t want : {ORIENTA_WANT_SUMMARY, ORIENTA_WANT_NODES, ORIENTA_WANT_TRACE}) {
    SamplePlan plan = whole_plan();
    plan.want = want;
    if (const auto scores = score(*bench, plan); !scores) return why_of(scores.error());
  }
  return {};
}

Why Checker::determinism() {
  Said said;
  for (int process = 0; process < 2; ++process) {
    auto bench = this->bench();
    if (!bench) return why_of(bench.error());
    for (int time = 0; time < 2; ++time)
      if (auto why = compare(*bench, whole_plan(), said)) return why;
  }
  return {};
}

Why Checker::batches() {
  auto bench = this->bench();
  if (!bench) return why_of(bench.error());
  Said said;
  std::vector<SamplePlan> plans(4, whole_plan());
  std::ranges::reverse(plans[1].units);
  plans[2].units.insert(plans[2].units.end(), plans[0].units.begin(), plans[0].units.end());
  std::ranges::reverse(plans[3].scenarios.begin() + 1, plans[3].scenarios.end());
  for (const std::uint32_t unit : plans[0].units)
    plans.push_back({{unit}, plans[0].scenarios, ORIENTA_WANT_TRACE});
  for (const SamplePlan& plan : plans)
    if (auto why = compare(*bench, plan, said)) return why;
  return {};
}

Why Checker::scenarios() {
  auto bench = this->bench();
  if (!bench) return why_of(bench.error());
  Said said;
  SamplePlan alone = whole_plan();
  alone.scenarios = {0};
  if (auto why = compare(*bench, alone, said)) return why;
  return compare(*bench, whole_plan(), said);
}

Why Checker::words() {
  std::string missing;
  for (const Lang lang : kLangs) {
    Catalogue words(lang);
    // A catalogue that is not there has no words.
    (void)words.add(os::program_folder() / "../share/orienta/text");
    (void)words.add(folder_ / "text");
    for (const std::string& code : codes_)
      if (!words.has(code))
        missing += (missing.empty() ? "" : ", ") + std::string(code_of(lang)) + ": " + code;
  }
  return missing.empty() ? Why() : msg("plugins.check-no-words", {{"missing", missing}});
}

Why Checker::time() {
  constexpr std::uint32_t kUnits = 1000;
  auto bench = this->bench();
  if (!bench) return why_of(bench.error());
  const auto scores = score(*bench, {numbers(kUnits), numbers(kSampleScenarios), ORIENTA_WANT_NODES});
  return scores ? Why() : why_of(scores.error());
}

Why Checker::stop() {
  for (const std::uint32_t want : {ORIENTA_WANT_NODES, ORIENTA_WANT_TRACE}) {
    auto bench = this->bench();
    if (!bench) return why_of(bench.error());
    const auto batch = sample_batch(set_, {{5, 6}, numbers(kSampleScenarios), want});
    if (!batch) return why_of(batch.error());
    if (auto why = why_of(bench->worker->stops(bench->prepared, *batch, 1))) return why;
    // And it is none the worse for it.
    Said said;
    if (auto why = compare(*bench, whole_plan(), said)) return why;
  }
  return {};
}

}  // namespace

bool CheckedPackage::passed() const {
  return std::ranges::all_of(rules,
                             [](const CheckedRule& rule) { return rule.verdict == RuleVerdict::kPassed; });
}

CheckedPackage check_package(const std::filesystem::path& folder, const CriteriaSet* set,
                             const RunLimits& limits) {
  return Checker(folder, set, limits).run();
}

}  // namespace orienta

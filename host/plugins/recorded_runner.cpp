// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "plugins/failures.hpp"

namespace orienta {
namespace {

/// "plugins.crashed-at-unit" and "plugins.crashed" say the same of the plugin.
std::string without_unit(std::string_view code) {
  constexpr std::string_view kAtUnit = "-at-unit";
  if (code.ends_with(kAtUnit)) code.remove_suffix(kAtUnit.size());
  return std::string(code);
}

Argument argument_of(const Message& message, std::string_view name) {
  const Argument* found = message.find(name);
  return found != nullptr ? *found : Argument("");
}

class RecordedRunner : public Runner {
 public:
  RecordedRunner(std::unique_ptr<Runner> runner, Package package, std::filesystem::path file)
      : runner_(std::move(runner)), package_(std::move(package)), file_(std::move(file)) {
    runner_->log_to([this](std::uint32_t severity, const std::string& line) {
      if (log_) log_(severity, line);
    });
  }
  ~RecordedRunner() override {
    if (has_scored_ && !has_failed_) FailureStore::open(file_).succeeded(package_);
  }
  RecordedRunner(const RecordedRunner&) = delete;
  RecordedRunner& operator=(const RecordedRunner&) = delete;

  Result<std::vector<Note>> check(const CriteriaSet& set) override {
    if (auto may = may_run(set.id.value); !may) return failure(std::move(may.error()));
    return recorded(runner_->check(set));
  }

  Result<PreparedSet> prepare(const CriteriaSet& set) override {
    if (auto may = may_run(set.id.value); !may) return failure(std::move(may.error()));
    auto prepared = recorded(runner_->prepare(set));
    if (prepared) sets_[*prepared] = set.id.value;
    return prepared;
  }

  Result<BatchScores> score(PreparedSet set, const SharedBlock& batch,
                            const std::function<std::string(std::uint32_t)>& label,
                            std::stop_token stop) override {
    if (auto may = may_run(sets_[set]); !may) return failure(std::move(may.error()));
    auto scores = recorded(runner_->score(set, batch, label, std::move(stop)));
    has_scored_ = has_scored_ || scores.has_value();
    return scores;
  }

 private:
  Status may_run(const std::string& set) {
    if (!is_looked_up_ || has_failed_) last_ = last_when_quarantined();
    is_looked_up_ = true;
    if (!last_) return {};
    Error error = fail(ErrorKind::kPlugin,
                       msg("plugins.quarantined", {{"plugin", package_.manifest.id.value}, {"set", set}}));
    error.problems.add(*last_, {}, Severity::kNote);
    return failure(std::move(error));
  }

  std::optional<Message> last_when_quarantined() const {
    const FailureStore store = FailureStore::open(file_);
    return store.is_quarantined(package_) ? std::optional(store.of(package_)->last) : std::nullopt;
  }

  template <class Value>
  Result<Value> recorded(Result<Value> result) {
    if (result) return result;
    if (const auto what = plugin_failure(result.error())) {
      has_failed_ = true;
      FailureStore::open(file_).failed(package_, *what);
    }
    return result;
  }

  std::unique_ptr<Runner> runner_;
  Package package_;
  std::filesystem::path file_;
  std::map<PreparedSet, std::string> sets_;
  std::optional<Message> last_;  ///< while in quarantine: how it failed last
  bool is_looked_up_ = false;
  bool has_scored_ = false;
  bool has_failed_ = false;
};

}  // namespace

std::optional<PluginFailure> plugin_failure(const Error& error) {
  if (error.kind != ErrorKind::kPlugin || error.problems.kept().empty()) return {};
  const Message& message = error.problems.kept().front().message;
  const std::string code = without_unit(message.code);
  const auto argument = [&](const char* name) { return argument_of(message, name); };
  if (code == "plugins.crashed")
    return PluginFailure{msg("plugins.last-crashed", {{"signal", argument("signal")}}), true};
  if (code == "plugins.exited")
    return PluginFailure{msg("plugins.last-exited", {{"exit_code", argument("exit_code")}}), true};
  if (code == "plugins.forbidden") return PluginFailure{msg("plugins.last-forbidden"), true};
  if (code == "plugins.out-of-memory")
    return PluginFailure{msg("plugins.last-out-of-memory", {{"mebibytes", argument("mebibytes")}}), true};
  if (code == "plugins.hung")
    return PluginFailure{msg("plugins.last-hung", {{"milliseconds", argument("milliseconds")}}), true};
  if (code == "plugins.broke-contract") return PluginFailure{error.problems.kept().back().message, true};
  if (code == "plugins.failed")
    return PluginFailure{msg("plugins.last-failed", {{"reason", argument("reason")}}), false};
  if (code == "plugins.killed" || code == "plugins.quarantined") return {};
  return PluginFailure{message, false};  // refused before it ran
}

std::unique_ptr<Runner> recorded_runner(std::unique_ptr<Runner> runner, const Package& package,
                                        std::filesystem::path file) {
  return std::make_unique<RecordedRunner>(std::move(runner), package, std::move(file));
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include <vector>

#include "criteria/lint.hpp"

namespace orienta {
namespace {

/// The improvements that can be begun, one after another; those that remain wait for each other.
std::vector<bool> can_begin(const std::vector<Improvement>& improvements) {
  std::vector<std::size_t> waits(improvements.size());
  std::vector<std::vector<std::size_t>> waiting(improvements.size());
  for (std::size_t i = 0; i < improvements.size(); ++i)
    for (const std::uint32_t need : improvements[i].needs) {
      ++waits[i];
      waiting[need].push_back(i);
    }
  std::vector<bool> begun(improvements.size());
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < improvements.size(); ++i)
    if (waits[i] == 0) ready.push_back(i);
  while (!ready.empty()) {
    const std::size_t done = ready.back();
    ready.pop_back();
    begun[done] = true;
    for (const std::size_t next : waiting[done])
      if (--waits[next] == 0) ready.push_back(next);
  }
  return begun;
}

void lint_joints(const Lint& lint) {
  const CriteriaSet& set = lint.set;
  const Yaml* const list = lint.origin.root == nullptr ? nullptr : lint.origin.root->find("joint");
  for (std::size_t i = 0; i < set.joints.size(); ++i)
    for (const std::uint32_t index : {set.joints[i].first, set.joints[i].second}) {
      const Indicator& indicator = set.indicators[index];
      if (!set.scales[indicator.scale].is_measure()) continue;
      const Mark at = list == nullptr ? Mark{} : mark_in(&list->items[i], "of");
      lint.report.error(
          at, msg("criteria.joint-measure", {{"id", set.joints[i].id}, {"indicator", indicator.id}}));
    }
}

}  // namespace

void lint_plan(const Lint& lint) {
  const CriteriaSet& set = lint.set;
  const std::vector<bool> begun = can_begin(set.improvements);
  for (std::size_t i = 0; i < set.improvements.size(); ++i) {
    const Improvement& improvement = set.improvements[i];
    if (!begun[i])
      lint.report.error(mark_in(lint.origin.improvements, i, "needs"),
                        msg("criteria.needs-circle", {{"id", improvement.id}}));
    if (improvement.raises.empty())
      lint.report.warning(mark_in(lint.origin.improvements, i),
                          msg("criteria.raises-nothing", {{"id", improvement.id}}));
  }
  lint_joints(lint);
  for (std::size_t i = 0; i < set.indicators.size(); ++i)
    for (const Advice& advice : set.indicators[i].advice)
      if (advice.below <= 0)
        lint.report.warning(mark_in(lint.origin.indicators, i, "advice"),
                            msg("criteria.advice-never", {{"id", set.indicators[i].id}}));
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "app/plan.hpp"

namespace orienta {
namespace {

std::vector<Raise> raises_of(const CriteriaSet& set, const Chosen& chosen) {
  std::vector<Raise> raises;
  for (std::size_t i = 0; i < set.improvements.size(); ++i)
    if (i < chosen.size() && chosen[i])
      for (const Improvement::Raise& raise : set.improvements[i].raises)
        raises.push_back({set.node_of_criterion(raise.criterion), raise.to});
  return raises;
}

Chosen only(const CriteriaSet& set, std::size_t improvement) {
  Chosen chosen(set.improvements.size(), false);
  chosen[improvement] = true;
  return with_needs(set, std::move(chosen));
}

}  // namespace

Effort effort_of(const Improvement& improvement) {
  const auto& [least, likely, most] = improvement.effort_days;
  const double deviation = (most - least) / 6;
  return {(least + 4 * likely + most) / 6, deviation * deviation};
}

Chosen with_needs(const CriteriaSet& set, Chosen chosen) {
  chosen.resize(set.improvements.size(), false);
  bool changed = true;
  while (changed) {
    changed = false;
    for (std::size_t i = 0; i < chosen.size(); ++i)
      for (const std::uint32_t need : set.improvements[i].needs)
        if (chosen[i] && !chosen[need]) chosen[need] = changed = true;
  }
  return chosen;
}

Chosen without(const CriteriaSet& set, Chosen chosen, std::uint32_t dropped) {
  chosen.resize(set.improvements.size(), false);
  chosen[dropped] = false;
  bool changed = true;
  while (changed) {
    changed = false;
    for (std::size_t i = 0; i < chosen.size(); ++i)
      for (const std::uint32_t need : set.improvements[i].needs)
        if (chosen[i] && !chosen[need]) {
          chosen[i] = false;
          changed = true;
        }
  }
  return chosen;
}

Effort effort_of(const CriteriaSet& set, const Chosen& chosen) {
  Effort effort;
  for (std::size_t i = 0; i < set.improvements.size(); ++i)
    if (i < chosen.size() && chosen[i]) effort += effort_of(set.improvements[i]);
  return effort;
}

Result<BeforeAfter> project_plan(const Project& project, const OpenAssessment& assessment,
                                 PluginHost& plugins, std::size_t set, std::uint32_t unit, const Plan& plan) {
  const auto ready = plugins.ready(assessment.sets[set]);
  if (!ready) return failure(ready.error());
  std::vector<Raise> raises = raises_of(assessment.sets[set], plan.chosen);
  raises.insert(raises.end(), plan.raises.begin(), plan.raises.end());
  const AssessInput input = input_for(project, assessment, set);
  return improve(input, *ready->runner, ready->set, unit, raises);
}

Result<std::vector<ImprovementEffect>> improvement_effects(const Project& project,
                                                           const OpenAssessment& assessment,
                                                           PluginHost& plugins, std::size_t set,
                                                           std::uint32_t unit) {
  const CriteriaSet& criteria = assessment.sets[set];
  const auto ready = plugins.ready(criteria);
  if (!ready) return failure(ready.error());
  std::vector<std::vector<Raise>> changes;
  for (std::size_t i = 0; i < criteria.improvements.size(); ++i)
    changes.push_back(raises_of(criteria, only(criteria, i)));
  const AssessInput input = input_for(project, assessment, set);
  const auto results = improve_each(input, *ready->runner, ready->set, unit, changes);
  if (!results) return failure(results.error());
  const NodeResult& now = results->front();
  std::vector<ImprovementEffect> effects;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const NodeResult& then = (*results)[i + 1];
    ImprovementEffect effect;
    effect.effort = effort_of(criteria, only(criteria, i));
    effect.level = then.level;
    if (now.index && then.index) effect.index = *then.index - *now.index;
    if (effect.index && effect.effort.days > 0) effect.per_day = *effect.index / effect.effort.days;
    effects.push_back(effect);
  }
  return effects;
}

}  // namespace orienta

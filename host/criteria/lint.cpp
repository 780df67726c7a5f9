// SPDX-License-Identifier: MIT
#include "criteria/lint.hpp"

#include "criteria/reader.hpp"

namespace orienta {

Mark mark_in(const Yaml* place, std::string_view key) {
  if (place == nullptr) return {};
  if (key.empty()) return mark_of(*place);
  const Yaml* const value = place->find(key);
  return mark_of(value == nullptr ? *place : *value);
}

Mark mark_in(const std::vector<const Yaml*>& places, std::size_t index, std::string_view key) {
  return index < places.size() ? mark_in(places[index], key) : Mark{};
}

void lint_set(const CriteriaSet& set, const Origin& origin, Report& report) {
  const Lint lint{set, origin, report};
  lint_scales(lint);
  lint_weights(lint);
  lint_levels(lint);
  lint_links(lint);
  lint_targets(lint);
  lint_plan(lint);
  lint_translations(lint);
}

Problems lint(const CriteriaSet& set, std::string_view name) {
  Report report(name);
  lint_set(set, Origin{}, report);
  return report.take();
}

}  // namespace orienta

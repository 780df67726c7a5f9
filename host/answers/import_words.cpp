// SPDX-License-Identifier: MIT
#include "answers/import_words.hpp"

#include <vector>

#include "answers/point_words.hpp"
#include "base/nearest.hpp"

namespace orienta {
namespace {

using Names = std::vector<std::string_view>;

}  // namespace

Message unknown_unit(const Organisation& organisation, std::string_view unit) {
  Names ids;
  for (const Unit& known : organisation.units())
    ids.push_back(known.id.value);
  if (const auto near = nearest(unit, ids))
    return msg("answers.unknown-unit-near", {{"unit", unit}, {"nearest", *near}});
  return msg("answers.unknown-unit", {{"unit", unit}});
}

Message unknown_indicator(const CriteriaSet& set, std::string_view indicator) {
  Names ids;
  for (const Indicator& known : set.indicators)
    ids.push_back(known.id);
  if (const auto near = nearest(indicator, ids))
    return msg("answers.unknown-indicator-near", {{"indicator", indicator}, {"nearest", *near}});
  return msg("answers.unknown-indicator", {{"indicator", indicator}});
}

Message unknown_evidence(const std::vector<std::string>& known, std::string_view id) {
  const Names ids(known.begin(), known.end());
  if (const auto near = nearest(id, ids))
    return msg("answers.evidence-unknown-near", {{"evidence", id}, {"nearest", *near}});
  return msg("answers.evidence-unknown", {{"evidence", id}});
}

Message unknown_point(const Scale& scale, std::string_view word) {
  return msg("answers.unknown-point", {{"text", word}, {"points", list_points(scale)}});
}

Message unknown_segment_value(const TallyLayout& layout, std::string_view segment, std::string_view value) {
  std::string values;
  for (const auto& known : layout.segments)
    if (known.segment == segment) (values += values.empty() ? "" : ", ") += known.value;
  return msg("answers.unknown-segment-value", {{"segment", segment}, {"text", value}, {"values", values}});
}

Message not_for_kind(const Indicator& indicator, std::string_view unit, const Organisation& organisation) {
  const auto index = organisation.find(UnitId(unit));
  const std::string_view kind = index ? name_of(organisation.units()[*index].kind) : std::string_view{};
  return msg("answers.not-for-kind", {{"indicator", indicator.id}, {"unit", unit}, {"kind", kind}});
}

Message outside(const Scale& scale, std::string_view figure) {
  const Measure* const measure = scale.measure ? &*scale.measure : nullptr;
  const auto text = [](const std::optional<Decimal>& limit) {
    return limit ? limit->to_string() : std::string("…");
  };
  return msg("answers.outside-scale", {{"text", figure},
                                       {"least", text(measure == nullptr ? std::nullopt : measure->least)},
                                       {"most", text(measure == nullptr ? std::nullopt : measure->most)}});
}

std::string list_sources(const Mask<Source>& sources) {
  std::string list;
  for (std::size_t i = 0; i < kSourceCount; ++i)
    if (sources.has(static_cast<Source>(i)))
      (list += list.empty() ? "" : ", ") += name_of(static_cast<Source>(i));
  return list;
}

}  // namespace orienta

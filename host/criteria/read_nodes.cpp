// SPDX-License-Identifier: MIT
#include <utility>

#include "base/limits.hpp"
#include "criteria/reading.hpp"
#include "criteria/vocabulary.hpp"

namespace orienta {
namespace {

/// Ids of dimensions, criteria and indicators are one space, so that a node can be named by its id alone.
void read_node_id(Fields& fields, std::string& into, Reading& reading) {
  if (!fields.id("id", into)) return;
  const Yaml& id = *fields.map().find("id");
  reading.nodes.add(id.text, mark_of(id), 0, &reading.report);
}

void add_tag(Criterion& criterion, std::string_view key, const Yaml& value, Report& report) {
  std::optional<std::string> word = read_word(value, report);
  if (!word) return;
  if (!criterion.tags.emplace(key, std::move(*word)).second)
    report.error(key_mark_of(value), msg("criteria.tag-twice", {{"key", key}}));
}

// `channel` and `step` are so common that they may be written as keys of their own.
void read_tags(Fields& fields, Criterion& criterion, Report& report) {
  for (const std::string_view key : {"channel", "step"})
    if (const Yaml* const value = fields.take(key)) add_tag(criterion, key, *value, report);
  const Yaml* const tags = fields.take("tags");
  if (tags == nullptr) return;
  if (tags->kind != Yaml::Kind::kMap) return report.error(*tags, msg("criteria.expected-map"));
  for (const auto& [key, value] : tags->entries) {
    if (!is_plain_id(key))
      report.error(key_mark_of(value), msg("criteria.bad-id", {{"id", key}}));
    else
      add_tag(criterion, key, value, report);
  }
}

void read_source_weights(Fields& fields, Indicator& indicator, Report& report) {
  const Yaml* const weights = fields.take("source_weights");
  const bool weighted = indicator.combine == Combine::kWeighted;
  if (weights == nullptr) {
    if (weighted) report.error(*fields.map().find("combine"), msg("criteria.source-weights-missing"));
    return;
  }
  if (!weighted) report.error(key_mark_of(*weights), msg("criteria.source-weights-unused"));

  Fields by_source(*weights, report);
  for (std::size_t i = 0; i < kSourceCount; ++i) {
    const auto source = static_cast<Source>(i);
    double weight = 0;
    if (!by_source.number(name_of(source), weight, kWeights)) continue;
    indicator.source_weights.emplace_back(source, weight);
    if (!indicator.answered_by.has(source) && source != Source::kAgreed)
      report.error(key_mark_of(*weights->find(name_of(source))),
                   msg("criteria.source-not-asked", {{"source", name_of(source)}}));
  }
  by_source.done();
}

Advice read_advice(const Yaml& item, Report& report) {
  Advice advice;
  Fields fields(item, report);
  fields.number("below", advice.below, kShares, Need::kRequired);
  fields.local("text", advice.text, Need::kRequired);
  fields.done();
  return advice;
}

}  // namespace

void read_criterion(const Yaml& yaml, std::uint32_t dimension, Reading& reading) {
  Report& report = reading.report;
  Criterion criterion;
  criterion.dimension = dimension;
  Fields fields(yaml, report);
  read_node_id(fields, criterion.id, reading);
  fields.local("title", criterion.title, Need::kRequired);
  fields.local("help", criterion.help);
  fields.number("weight", criterion.weight, kWeights);
  fields.choice("aggregate", criterion.aggregate, vocabulary::kAggregates);
  fields.whole("level", criterion.level, kLevels);
  fields.flag("mandatory", criterion.mandatory);
  fields.mask("applies_to", criterion.applies_to, vocabulary::unit_kinds());
  fields.flag("inherit", criterion.inherit);
  read_tags(fields, criterion, report);
  read_target(fields, criterion.target, TargetOf::kCriterion, report);
  fields.mask("evidence", criterion.evidence, vocabulary::evidence_kinds());
  fields.words("maps_to", criterion.maps_to);
  read_references(fields, criterion.references, report);
  fields.ids("replaces", criterion.replaces);
  const Need need = criterion.tags.contains("derive") ? Need::kOptional : Need::kRequired;
  const std::span<const Yaml> indicators = fields.list("indicators", need);
  fields.done();

  const auto index = static_cast<std::uint32_t>(reading.set.criteria.size());
  if (const Yaml* const id = yaml.find("id")) reading.criteria.add(id->text, mark_of(*id), index, nullptr);
  reading.set.criteria.push_back(std::move(criterion));
  reading.origin.criteria.push_back(&yaml);
  for (const Yaml& item : indicators)
    read_indicator(item, index, reading);
}

void read_dimension(const Yaml& yaml, Reading& reading) {
  Report& report = reading.report;
  Dimension dimension;
  Fields fields(yaml, report);
  read_node_id(fields, dimension.id, reading);
  fields.local("title", dimension.title, Need::kRequired);
  fields.local("help", dimension.help);
  fields.number("weight", dimension.weight, kWeights);
  fields.choice("aggregate", dimension.aggregate, vocabulary::kAggregates);
  Rollup rollup{};
  if (fields.choice("rollup", rollup, vocabulary::kRollups)) dimension.rollup = rollup;
  read_target(fields, dimension.target, TargetOf::kSetOrDimension, report);
  fields.ids("replaces", dimension.replaces);
  const std::span<const Yaml> criteria = fields.list("criteria", Need::kRequired);
  fields.done();

  const auto index = static_cast<std::uint32_t>(reading.set.dimensions.size());
  reading.set.dimensions.push_back(std::move(dimension));
  reading.origin.dimensions.push_back(&yaml);
  for (const Yaml& item : criteria)
    read_criterion(item, index, reading);
}

void read_indicator(const Yaml& yaml, std::uint32_t criterion, Reading& reading) {
  Report& report = reading.report;
  Indicator indicator;
  indicator.criterion = criterion;
  indicator.answered_by.add(Source::kSelf);
  Fields fields(yaml, report);
  read_node_id(fields, indicator.id, reading);
  fields.local("ask", indicator.ask, Need::kRequired);
  fields.local("help", indicator.help);
  if (const Yaml* const scale = fields.take("scale", Need::kRequired))
    indicator.scale = reading.scales.resolve(*scale, "scales", report).value_or(0);
  fields.number("weight", indicator.weight, kWeights);
  fields.mask("answered_by", indicator.answered_by, vocabulary::sources());
  fields.choice("combine", indicator.combine, vocabulary::kCombines);
  read_source_weights(fields, indicator, report);
  fields.choice("occasions", indicator.occasions, vocabulary::kOccasions);
  for (const Yaml& item : fields.list("counts_when"))
    if (std::optional<LocalText> text = read_local(item, report))
      indicator.counts_when.push_back(std::move(*text));
  fields.word("same_as", indicator.same_as);
  fields.word("pairs_with", indicator.pairs_with);
  for (const Yaml& item : fields.list("advice"))
    indicator.advice.push_back(read_advice(item, report));
  read_target(fields, indicator.target, TargetOf::kIndicator, report);
  fields.words("maps_to", indicator.maps_to);
  fields.ids("replaces", indicator.replaces);
  fields.done();

  const auto index = static_cast<std::uint32_t>(reading.set.indicators.size());
  if (const Yaml* const id = yaml.find("id")) reading.indicators.add(id->text, mark_of(*id), index, nullptr);
  reading.set.indicators.push_back(std::move(indicator));
  reading.origin.indicators.push_back(&yaml);
}

void read_dimensions(Fields& root, Reading& reading) {
  for (const Yaml& item : root.list("dimensions", Need::kRequired))
    read_dimension(item, reading);
  const std::size_t count = reading.set.indicators.size();
  if (count > limits::kIndicators)
    reading.report.error(*root.map().find("dimensions"),
                         msg("criteria.too-many-indicators", {{"n", count}, {"most", limits::kIndicators}}));
}

}  // namespace orienta

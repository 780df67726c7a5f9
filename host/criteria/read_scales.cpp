// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "criteria/reading.hpp"
#include "criteria/vocabulary.hpp"

namespace orienta {
namespace {

constexpr Range kFigures{-1e12, 1e12};
constexpr std::array<std::string_view, 2> kBuiltInStatistics{"index", "mean"};

void read_points(Fields& fields, Scale& scale, Report& report) {
  const std::span<const Yaml> items = fields.list("points");
  if (items.size() < 2 || items.size() > limits::kScalePoints) {
    if (const Yaml* const list = fields.map().find("points"); list->kind == Yaml::Kind::kList)
      report.error(*list,
                   msg("criteria.point-count", {{"count", items.size()}, {"most", limits::kScalePoints}}));
    return;
  }
  IdIndex ids;
  for (const Yaml& item : items) {
    Point point;
    Fields entry(item, report);
    if (entry.id("id", point.id)) {
      const Yaml& id = *item.find("id");
      ids.add(id.text, mark_of(id), 0, &report);
    }
    entry.number("value", point.value, kFigures, Need::kRequired);
    entry.local("label", point.label);
    entry.done();
    scale.points.push_back(std::move(point));
  }
}

std::vector<std::uint16_t> read_point_list(const Yaml& list, const Scale& scale, Report& report) {
  std::vector<std::string_view> known;
  for (const Point& point : scale.points)
    known.push_back(point.id);

  std::vector<std::uint16_t> indexes;
  for (const Yaml& item : read_list(list, report)) {
    const auto found = read_choice(item, known, report);
    if (!found) continue;
    const auto index = static_cast<std::uint16_t>(*found);
    if (std::find(indexes.begin(), indexes.end(), index) == indexes.end())
      indexes.push_back(index);
    else
      report.error(item, msg("criteria.repeated-item", {{"text", item.text}}));
  }
  return indexes;
}

void read_net(const Yaml& net, const Scale& scale, Statistic& statistic, Report& report) {
  Fields fields(net, report);
  if (const Yaml* const plus = fields.take("plus", Need::kRequired))
    statistic.plus = read_point_list(*plus, scale, report);
  if (const Yaml* const minus = fields.take("minus", Need::kRequired))
    statistic.minus = read_point_list(*minus, scale, report);
  fields.done();
  for (const std::uint16_t index : statistic.plus)
    if (std::find(statistic.minus.begin(), statistic.minus.end(), index) != statistic.minus.end())
      report.error(net, msg("criteria.plus-and-minus", {{"id", scale.points[index].id}}));
}

Statistic read_statistic(const Yaml& item, const Scale& scale, IdIndex& ids, Report& report) {
  Statistic statistic;
  Fields fields(item, report);
  if (fields.id("id", statistic.id)) {
    const Yaml& id = *item.find("id");
    if (std::find(kBuiltInStatistics.begin(), kBuiltInStatistics.end(), id.text) != kBuiltInStatistics.end())
      report.error(id, msg("criteria.built-in-statistic", {{"id", id.text}}));
    ids.add(id.text, mark_of(id), 0, &report);
  }
  fields.local("title", statistic.title);
  const Yaml* const net = fields.take("net");
  const Yaml* const share = fields.take("share");
  if (fields.is_map() && (net == nullptr) == (share == nullptr))
    report.error(item, msg("criteria.statistic-kind"));
  if (share != nullptr) {
    statistic.kind = Statistic::Kind::kShare;
    statistic.plus = read_point_list(*share, scale, report);
  } else if (net != nullptr) {
    read_net(*net, scale, statistic, report);
  }
  fields.done();
  return statistic;
}

void read_statistics(Fields& fields, Scale& scale, Report& report) {
  IdIndex ids;
  for (const Yaml& item : fields.list("statistics"))
    scale.statistics.push_back(read_statistic(item, scale, ids, report));

  std::vector<std::string_view> known(kBuiltInStatistics.begin(), kBuiltInStatistics.end());
  for (const Statistic& statistic : scale.statistics)
    if (!statistic.id.empty()) known.push_back(statistic.id);
  if (const Yaml* const headline = fields.take("headline"))
    if (const auto index = read_choice(*headline, known, report)) scale.headline = known[*index];
}

Band read_band(const Yaml& item, Report& report) {
  Band band;
  Fields fields(item, report);
  int bounds = 0;
  for (std::size_t edge = 0; edge < vocabulary::kEdges.size(); ++edge) {
    const Yaml* const value = fields.take(vocabulary::kEdges[edge]);
    if (value == nullptr) continue;
    ++bounds;
    band.edge = static_cast<Band::Edge>(edge);
    if (const auto bound = read_decimal(*value, report)) band.bound = *bound;
  }
  if (bounds != 1 && fields.is_map()) report.error(item, msg("criteria.band-bound"));
  fields.number("value", band.value, kShares, Need::kRequired);
  fields.local("label", band.label);
  fields.done();
  return band;
}

Measure::Better natural_direction(const Measure& measure) {
  if (measure.from && measure.to)
    return *measure.to < *measure.from ? Measure::Better::kLower : Measure::Better::kHigher;
  const std::vector<std::size_t> order = bands_by_figure(measure.bands);
  const bool falls = !order.empty() && measure.bands[order.back()].value < measure.bands[order.front()].value;
  return falls ? Measure::Better::kLower : Measure::Better::kHigher;
}

void read_measure(Fields& fields, Measure& measure, Report& report) {
  fields.word("measure", measure.unit);
  int digits = 0;
  fields.whole("digits", digits, {0, 6});
  measure.digits = static_cast<std::uint8_t>(digits);
  fields.choice("combine", measure.combine, vocabulary::kPeriods);
  fields.decimal("least", measure.least);
  fields.decimal("most", measure.most);
  fields.decimal("from", measure.from);
  fields.decimal("to", measure.to);
  std::optional<Decimal> per;
  if (fields.decimal("per", per)) {
    if (per->units > 0)
      measure.per = *per;
    else
      report.error(*fields.map().find("per"), msg("criteria.per-not-positive"));
  }
  for (const Yaml& item : fields.list("bands"))
    measure.bands.push_back(read_band(item, report));

  const bool from = fields.map().find("from") != nullptr;
  const bool to = fields.map().find("to") != nullptr;
  const bool bands = fields.map().find("bands") != nullptr;
  if (from != to || bands == from) report.error(fields.map(), msg("criteria.measure-worth"));
  measure.better = natural_direction(measure);
  fields.choice("better", measure.better, vocabulary::kBetter);
}

Scale read_scale(std::string_view id, const Yaml& yaml, Report& report) {
  Scale scale;
  scale.id = id;
  Fields fields(yaml, report);
  const bool points = yaml.find("points") != nullptr;
  const bool measure = yaml.find("measure") != nullptr;
  if (fields.is_map() && points == measure) report.error(yaml, msg("criteria.scale-kind"));
  if (points) {
    read_points(fields, scale, report);
    fields.take("measure");
  } else if (measure) {
    read_measure(fields, scale.measure.emplace(), report);
    fields.take("points");
  }
  if (!measure) read_statistics(fields, scale, report);
  if (measure) {
    if (const Yaml* const headline = fields.take("headline"))
      if (const auto index = read_choice(*headline, kBuiltInStatistics, report))
        scale.headline = kBuiltInStatistics[*index];
  }
  if (points != measure) fields.done();
  return scale;
}

}  // namespace

// Scales are kept by id, so that their order in the file is of no account.
void read_scales(Fields& root, Reading& reading) {
  const Yaml* const map = root.take("scales", Need::kRequired);
  if (map == nullptr) return;
  if (map->kind != Yaml::Kind::kMap || map->entries.empty())
    return reading.report.error(*map, msg("criteria.expected-scales"));

  std::vector<std::pair<std::string_view, const Yaml*>> entries;
  for (const auto& [id, yaml] : map->entries) {
    if (!is_plain_id(id)) reading.report.error(key_mark_of(yaml), msg("criteria.bad-id", {{"id", id}}));
    entries.emplace_back(id, &yaml);
  }
  std::sort(entries.begin(), entries.end());
  for (const auto& [id, yaml] : entries) {
    // Within a file a key stands once; in an overlay the set may have the id already.
    if (!reading.scales.add(id, key_mark_of(*yaml), static_cast<std::uint32_t>(reading.set.scales.size()),
                            &reading.report))
      continue;
    reading.set.scales.push_back(read_scale(id, *yaml, reading.report));
    reading.origin.scales.push_back(yaml);
  }
}

}  // namespace orienta

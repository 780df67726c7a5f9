// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "criteria/reading.hpp"

namespace orienta {
namespace {

constexpr Range kDays{0, 10'000};

/// Reads an id that must be unique within its list.
void read_own_id(Fields& fields, std::string& into, IdIndex& ids, Report& report) {
  if (!fields.id("id", into)) return;
  const Yaml& id = *fields.map().find("id");
  ids.add(id.text, mark_of(id), 0, &report);
}

void read_effort(Fields& fields, Improvement& improvement, Report& report) {
  const Yaml* const effort = fields.take("effort_days", Need::kRequired);
  if (effort == nullptr) return;
  const std::span<const Yaml> days = read_list(*effort, report);
  if (effort->kind != Yaml::Kind::kList) return;
  bool good = days.size() == improvement.effort_days.size();
  for (std::size_t i = 0; good && i < days.size(); ++i) {
    const auto number = read_number(days[i], kDays, report);
    if (!number) return;
    improvement.effort_days[i] = *number;
  }
  good = good && std::is_sorted(improvement.effort_days.begin(), improvement.effort_days.end());
  if (!good) report.error(*effort, msg("criteria.effort-days"));
}

void read_raises(Fields& fields, Improvement& improvement, Reading& reading) {
  IdIndex raised;
  for (const Yaml& item : fields.list("raises")) {
    Improvement::Raise raise;
    Fields entry(item, reading.report);
    if (const Yaml* const id = entry.take("criterion", Need::kRequired)) {
      raise.criterion = reading.criteria.resolve(*id, "criteria", reading.report).value_or(0);
      raised.add(id->text, mark_of(*id), 0, &reading.report);
    }
    entry.number("to", raise.to, kShares, Need::kRequired);
    entry.done();
    improvement.raises.push_back(raise);
  }
}

void read_requires(const Yaml& map, Role& role, Reading& reading) {
  if (map.kind != Yaml::Kind::kMap) return reading.report.error(map, msg("criteria.expected-map"));
  for (const auto& [id, value] : map.entries) {
    reading.criteria.resolve(id, key_mark_of(value), "criteria", reading.report);
    if (const auto index = read_number(value, kIndexes, reading.report))
      role.requires_index.emplace(id, *index);
  }
}

Joint read_joint(const Yaml& item, IdIndex& ids, Reading& reading) {
  Report& report = reading.report;
  Joint joint;
  Fields fields(item, report);
  read_own_id(fields, joint.id, ids, report);
  if (const Yaml* const of = fields.take("of", Need::kRequired)) {
    const std::span<const Yaml> pair = read_list(*of, report);
    if (pair.size() == 2) {
      joint.first = reading.indicators.resolve(pair[0], "indicators", report).value_or(0);
      joint.second = reading.indicators.resolve(pair[1], "indicators", report).value_or(0);
    }
    const bool two = pair.size() == 2 && pair[0].text != pair[1].text;
    if (!two && of->kind == Yaml::Kind::kList) report.error(*of, msg("criteria.joint-pair"));
  }
  fields.done();
  return joint;
}

std::optional<Param> param_of(const Yaml& value) {
  if (!value.quoted && value.text == "true") return true;
  if (!value.quoted && value.text == "false") return false;
  const bool zero_first = value.text.size() > 1 && value.text[0] == '0' && value.text[1] != '.';
  const auto number = value.quoted || zero_first ? std::nullopt : parse_decimal(value.text);
  if (number) return number->to_double();
  return value.text;
}

void flatten(const std::string& path, const Yaml& value, Reading& reading) {
  const auto under = [&](std::string_view part) {
    return path.empty() ? std::string(part) : path + "." + std::string(part);
  };
  if (value.kind == Yaml::Kind::kText) {
    if (auto param = param_of(value)) reading.set.params.insert_or_assign(path, std::move(*param));
    return;
  }
  for (std::size_t i = 0; i < value.items.size(); ++i)
    flatten(under(std::to_string(i)), value.items[i], reading);
  for (const auto& [key, entry] : value.entries) {
    if (key.find('.') != std::string::npos)
      reading.report.error(key_mark_of(entry), msg("criteria.param-key", {{"key", key}}));
    else
      flatten(under(key), entry, reading);
  }
}

}  // namespace

void read_levels(Fields& root, Reading& reading) {
  std::vector<std::pair<Level, const Yaml*>> levels;
  IdIndex numbers;
  for (const Yaml& item : root.list("levels")) {
    Level level;
    Fields fields(item, reading.report);
    if (fields.whole("level", level.level, kLevels, Need::kRequired)) {
      const Yaml& number = *item.find("level");
      numbers.add(number.text, mark_of(number), 0, &reading.report);
    }
    fields.whole("stage", level.stage, {0, 5}, Need::kRequired);
    fields.local("title", level.title, Need::kRequired);
    fields.local("means", level.means);
    fields.done();
    levels.emplace_back(std::move(level), &item);
  }
  std::stable_sort(levels.begin(), levels.end(),
                   [](const auto& left, const auto& right) { return left.first.level < right.first.level; });
  for (auto& [level, item] : levels) {
    reading.set.levels.push_back(std::move(level));
    reading.origin.levels.push_back(item);
  }
}

void read_holds(Fields& root, Reading& reading) {
  const Yaml* const holds = root.take("holds");
  if (holds == nullptr) return;
  Fields fields(*holds, reading.report);
  fields.number("rating", reading.set.holds.rating, kShares);
  fields.number("mandatory", reading.set.holds.mandatory, kShares);
  fields.number("completeness", reading.set.holds.completeness, kShares);
  fields.done();
}

void read_joints(Fields& root, Reading& reading) {
  IdIndex ids;
  for (const Yaml& item : root.list("joint"))
    reading.set.joints.push_back(read_joint(item, ids, reading));
}

void read_segments(Fields& root, Reading& reading) {
  IdIndex ids;
  for (const Yaml& item : root.list("segments")) {
    Segment segment;
    Fields fields(item, reading.report);
    read_own_id(fields, segment.id, ids, reading.report);
    if (!fields.list("values", Need::kRequired).empty()) fields.words("values", segment.values);
    fields.local("title", segment.title);
    fields.done();
    reading.set.segments.push_back(std::move(segment));
    reading.origin.segments.push_back(&item);
  }
}

void read_roles(Fields& root, Reading& reading) {
  IdIndex ids;
  for (const Yaml& item : root.list("roles")) {
    Role role;
    Fields fields(item, reading.report);
    read_own_id(fields, role.id, ids, reading.report);
    fields.local("title", role.title);
    if (const Yaml* const map = fields.take("requires", Need::kRequired)) read_requires(*map, role, reading);
    fields.done();
    reading.set.roles.push_back(std::move(role));
    reading.origin.roles.push_back(&item);
  }
}

// Ids first: an improvement may need one that stands further down.
void read_improvements(Fields& root, Reading& reading) {
  const std::span<const Yaml> items = root.list("improvements");
  IdIndex ids;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (const Yaml* const id = items[i].find("id"))
      ids.add(id->text, mark_of(*id), static_cast<std::uint32_t>(i), &reading.report);

  for (const Yaml& item : items) {
    Improvement improvement;
    Fields fields(item, reading.report);
    fields.id("id", improvement.id);
    fields.local("title", improvement.title, Need::kRequired);
    read_effort(fields, improvement, reading.report);
    read_raises(fields, improvement, reading);
    for (const Yaml& need : fields.list("needs"))
      if (const auto index = ids.resolve(need, "improvements", reading.report))
        improvement.needs.push_back(*index);
    fields.done();
    reading.set.improvements.push_back(std::move(improvement));
    reading.origin.improvements.push_back(&item);
  }
}

void read_params(Fields& root, Reading& reading) {
  const Yaml* const params = root.take("params");
  if (params == nullptr) return;
  if (params->kind != Yaml::Kind::kMap) return reading.report.error(*params, msg("criteria.expected-map"));
  flatten("", *params, reading);
}

}  // namespace orienta

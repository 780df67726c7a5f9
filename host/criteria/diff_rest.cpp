// SPDX-License-Identifier: MIT
// Scales, segments, roles, improvements and params.
#include <algorithm>

#include "criteria/diff_parts.hpp"
#include "criteria/diff_words.hpp"

namespace orienta {
namespace {

using Kind = SetChangeKind;

bool same_bands(const Measure& before, const Measure& after) {
  return std::ranges::equal(before.bands, after.bands, [](const Band& one, const Band& other) {
    return one.edge == other.edge && one.bound == other.bound && one.value == other.value;
  });
}

/// A bound of the later scale that shuts out what the earlier one took.
bool is_narrower(const Measure& before, const Measure& after) {
  const bool at_least = after.least && (!before.least || *before.least < *after.least);
  const bool at_most = after.most && (!before.most || *before.most > *after.most);
  return at_least || at_most;
}

LocalText labels_of(const Scale& scale) {
  LocalText text;
  for (const Point& point : scale.points)
    for (const Lang lang : kLangs)
      text[lang] +=
          (text[lang].empty() ? "" : "; ") + (point.label.empty() ? point.id : point.label.in(lang));
  return text;
}

/// Parts that are told only as there or not, and whether they are alike.
template <class Part, class Written>
void compare_lists(const Diffing& diffing, SetPart part, const char* field, const std::vector<Part>& before,
                   const std::vector<Part>& after, Written written) {
  for (const Part& now : after) {
    const auto old = std::ranges::find(before, now.id, &Part::id);
    if (old == before.end())
      diffing.out.push_back({Kind::kAdded, part, now.id, "", {}, value_of(written(now))});
    else
      FieldDiff(diffing.out, part, now.id).field(Kind::kRules, field, written(*old), written(now));
  }
  for (const Part& old : before)
    if (std::ranges::find(after, old.id, &Part::id) == after.end())
      diffing.out.push_back({Kind::kRemoved, part, old.id, "", value_of(written(old)), {}});
}

std::string written_role(const Role& role) {
  std::vector<std::string> words;
  for (const auto& [criterion, index] : role.requires_index)
    words.push_back(criterion + ": " + written(index));
  return written(words);
}

std::string written_improvement(const CriteriaSet& set, const Improvement& improvement) {
  std::vector<std::string> words;
  for (const Improvement::Raise& raise : improvement.raises)
    words.push_back(set.criteria[raise.criterion].id + ": " + written(raise.to));
  for (const double days : improvement.effort_days)
    words.push_back(written(days));
  return written(words);
}

void compare_improvements(const Diffing& diffing) {
  const auto& before = diffing.before.improvements;
  const auto& after = diffing.after.improvements;
  for (const Improvement& now : after) {
    const auto old = std::ranges::find(before, now.id, &Improvement::id);
    if (old == before.end())
      diffing.out.push_back({Kind::kAdded, SetPart::kImprovement, now.id, "", {}, value_of(now.title)});
    else
      FieldDiff(diffing.out, SetPart::kImprovement, now.id)
          .field(Kind::kRules, "raises", written_improvement(diffing.before, *old),
                 written_improvement(diffing.after, now));
  }
  for (const Improvement& old : before)
    if (std::ranges::find(after, old.id, &Improvement::id) == after.end())
      diffing.out.push_back({Kind::kRemoved, SetPart::kImprovement, old.id, "", value_of(old.title), {}});
}

void compare_params(const Diffing& diffing) {
  for (const auto& [name, value] : diffing.after.params) {
    const auto old = diffing.before.params.find(name);
    if (old == diffing.before.params.end())
      diffing.out.push_back({Kind::kRules, SetPart::kParam, name, "", {}, value_of(written(value))});
    else if (old->second != value)
      diffing.out.push_back({Kind::kRules, SetPart::kParam, name, "", value_of(written(old->second)),
                             value_of(written(value))});
  }
  for (const auto& [name, value] : diffing.before.params)
    if (!diffing.after.params.contains(name))
      diffing.out.push_back({Kind::kRules, SetPart::kParam, name, "", value_of(written(value)), {}});
}

}  // namespace

bool carries_answers(const Scale& before, const Scale& after) {
  if (before.is_measure() != after.is_measure()) return false;
  if (!before.is_measure())
    return std::ranges::all_of(before.points,
                               [&](const Point& point) { return after.point(point.id).has_value(); });
  const Measure& was = *before.measure;
  const Measure& is = *after.measure;
  return was.unit == is.unit && was.per == is.per && was.digits <= is.digits && !is_narrower(was, is);
}

bool worth_the_same(const Scale& before, const Scale& after) {
  if (before.is_measure() != after.is_measure()) return false;
  if (before.is_measure()) {
    const Measure& was = *before.measure;
    const Measure& is = *after.measure;
    return was.unit == is.unit && was.combine == is.combine && was.better == is.better && was.per == is.per &&
           was.from == is.from && was.to == is.to && same_bands(was, is);
  }
  return std::ranges::equal(before.points, after.points, [](const Point& one, const Point& other) {
    return one.id == other.id && one.value == other.value;
  });
}

void compare_scales(const Diffing& diffing) {
  for (const Scale& now : diffing.after.scales) {
    const auto old = std::ranges::find(diffing.before.scales, now.id, &Scale::id);
    if (old == diffing.before.scales.end()) continue;
    FieldDiff fields(diffing.out, SetPart::kScale, now.id);
    if (!worth_the_same(*old, now) || !carries_answers(*old, now))
      diffing.out.push_back({Kind::kRescaled, SetPart::kScale, now.id,
                             now.is_measure() ? "measure" : "points", value_of(written(*old)),
                             value_of(written(now))});
    else
      fields.field(Kind::kReworded, "label", labels_of(*old), labels_of(now));
  }
}

void compare_the_rest(const Diffing& diffing) {
  compare_lists(diffing, SetPart::kSegment, "values", diffing.before.segments, diffing.after.segments,
                [](const Segment& segment) { return written(segment.values); });
  compare_lists(diffing, SetPart::kRole, "requires", diffing.before.roles, diffing.after.roles, written_role);
  compare_improvements(diffing);
  compare_params(diffing);
}

}  // namespace orienta

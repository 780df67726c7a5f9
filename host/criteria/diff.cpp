// SPDX-License-Identifier: MIT
#include "criteria/diff.hpp"

#include <array>

#include "criteria/diff_parts.hpp"
#include "criteria/diff_words.hpp"

namespace orienta {
namespace {

template <class Part>
std::string ids_of(const std::vector<Part>& parts, const std::vector<std::uint32_t>& wanted) {
  std::vector<std::string> ids;
  for (const std::uint32_t index : wanted)
    ids.push_back(parts[index].id);
  return written(ids);
}

const LocalText& text_of(const Dimension& dimension) {
  return dimension.title;
}
const LocalText& text_of(const Criterion& criterion) {
  return criterion.title;
}
const LocalText& text_of(const Indicator& indicator) {
  return indicator.ask;
}

/// What became of the earlier parts as a whole.
template <class Part>
void tell_lost(SetPart part, const std::vector<Part>& before, const std::vector<Part>& after,
               const Matching& match, std::vector<SetDifference>& out) {
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    const auto& later = match.later[i];
    if (later.empty())
      out.push_back({SetChangeKind::kRemoved, part, before[i].id, "", value_of(text_of(before[i])), {}});
    if (later.size() > 1)
      out.push_back({SetChangeKind::kSplit, part, before[i].id, "", before[i].id, ids_of(after, later)});
  }
}

/// Where the later part comes from.
template <class Part>
void tell_origin(SetPart part, const std::vector<Part>& before, const std::vector<Part>& after,
                 const Matching& match, std::uint32_t index, std::vector<SetDifference>& out) {
  const Part& now = after[index];
  const auto& earlier = match.earlier[index];
  if (earlier.size() > 1) {
    out.push_back({SetChangeKind::kMerged, part, now.id, "", ids_of(before, earlier), now.id});
  } else if (earlier.empty()) {
    out.push_back({SetChangeKind::kAdded, part, now.id, "", {}, value_of(text_of(now))});
  } else if (before[earlier.front()].id != now.id && match.one_for(earlier.front())) {
    out.push_back({SetChangeKind::kRenamed, part, now.id, "id", before[earlier.front()].id, now.id});
  }
}

/// The earlier part that a later one is compared with.
template <class Part>
const Part* counterpart(const std::vector<Part>& before, const Matching& match, std::uint32_t index) {
  for (const std::uint32_t each : match.earlier[index])
    if (match.one_for(each) == index) return &before[each];
  return nullptr;
}

template <class Part, class Compare>
void compare_parts(SetPart part, const std::vector<Part>& before, const std::vector<Part>& after,
                   const Matching& match, std::vector<SetDifference>& out, Compare compare) {
  tell_lost(part, before, after, match, out);
  for (std::uint32_t i = 0; i < after.size(); ++i) {
    tell_origin(part, before, after, match, i, out);
    if (const Part* const old = counterpart(before, match, i)) compare(*old, after[i]);
  }
}

IndicatorFate fate_of(const CriteriaSet& before, const CriteriaSet& after, const Matching& match,
                      std::uint32_t index) {
  IndicatorFate fate;
  const auto& later = match.later[index];
  if (later.empty()) {
    fate.reason = FateReason::kRemoved;
    return fate;
  }
  fate.after = match.one_for(index);
  if (!fate.after) {
    fate.reason = later.size() > 1 ? FateReason::kSplit : FateReason::kMerged;
    return fate;
  }
  const Indicator& old = before.indicators[index];
  const Indicator& now = after.indicators[*fate.after];
  if (!carries_answers(before.scales[old.scale], after.scales[now.scale]))
    fate.reason = FateReason::kRescaled;
  fate.dropped_sources.bits = old.answered_by.bits & ~now.answered_by.bits;
  return fate;
}

std::vector<std::optional<std::uint32_t>> nodes_of(const Diffing& diffing) {
  const CriteriaSet& before = diffing.before;
  const CriteriaSet& after = diffing.after;
  std::vector<std::optional<std::uint32_t>> nodes(before.node_count());
  nodes[0] = 0;
  for (std::uint32_t i = 0; i < before.dimensions.size(); ++i)
    if (const auto now = diffing.dimensions.one_for(i))
      nodes[before.node_of_dimension(i)] = after.node_of_dimension(*now);
  for (std::uint32_t i = 0; i < before.criteria.size(); ++i)
    if (const auto now = diffing.criteria.one_for(i))
      nodes[before.node_of_criterion(i)] = after.node_of_criterion(*now);
  return nodes;
}

}  // namespace

std::string_view name_of(SetPart part) {
  constexpr std::array<std::string_view, 10> kNames{"set",         "level", "dimension", "criterion",
                                                    "indicator",   "scale", "segment",   "role",
                                                    "improvement", "param"};
  return kNames[static_cast<std::size_t>(part)];
}

std::string_view name_of(SetChangeKind kind) {
  constexpr std::array<std::string_view, 12> kNames{"added",  "removed", "renamed",  "split",
                                                    "merged", "moved",   "rescaled", "reworded",
                                                    "weight", "target",  "level",    "rules"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(FateReason reason) {
  constexpr std::array<std::string_view, 6> kNames{"", "removed", "split", "merged", "rescaled", "source"};
  return kNames[static_cast<std::size_t>(reason)];
}

SetDiff diff(const CriteriaSet& before, const CriteriaSet& after) {
  SetDiff result;
  const Diffing diffing{before,
                        after,
                        match(before.dimensions, after.dimensions),
                        match(before.criteria, after.criteria),
                        match(before.indicators, after.indicators),
                        result.differences};
  compare_heads(diffing);
  compare_levels(diffing);
  compare_parts(SetPart::kDimension, before.dimensions, after.dimensions, diffing.dimensions, diffing.out,
                [&](const auto& old, const auto& now) { compare_dimension(diffing, old, now); });
  compare_parts(SetPart::kCriterion, before.criteria, after.criteria, diffing.criteria, diffing.out,
                [&](const auto& old, const auto& now) { compare_criterion(diffing, old, now); });
  compare_parts(SetPart::kIndicator, before.indicators, after.indicators, diffing.indicators, diffing.out,
                [&](const auto& old, const auto& now) { compare_indicator(diffing, old, now); });
  compare_scales(diffing);
  compare_the_rest(diffing);
  for (std::uint32_t i = 0; i < before.indicators.size(); ++i)
    result.fates.push_back(fate_of(before, after, diffing.indicators, i));
  result.nodes = nodes_of(diffing);
  return result;
}

}  // namespace orienta

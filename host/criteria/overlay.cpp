// SPDX-License-Identifier: MIT
#include "criteria/overlay.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "criteria/lint.hpp"
#include "criteria/reading.hpp"
#include "criteria/regroup.hpp"

namespace orienta {
namespace {

constexpr int kFormat = 1;
constexpr const char* kFormatKey = "orienta-overlay";

/// The number of a later format, if the file says so.
std::optional<int> newer_format(const Yaml& root) {
  const Yaml* const format = root.find(kFormatKey);
  if (format == nullptr || format->kind != Yaml::Kind::kText) return std::nullopt;
  const auto number = parse_decimal(format->text);
  if (!number || number->digits != 0 || number->units <= kFormat || number->units > 1'000'000)
    return std::nullopt;
  return static_cast<int>(number->units);
}

Result<Yaml> parse(std::string_view yaml, std::string_view name) {
  Result<Yaml> tree = parse_yaml(yaml, name);
  if (!tree) return tree;
  if (const auto format = newer_format(*tree)) {
    const Mark mark = mark_of(*tree->find(kFormatKey));
    return failure(ErrorKind::kNewer, msg("criteria.newer-format", {{"format", *format}, {"known", kFormat}}),
                   {std::string(name), mark.line, mark.column});
  }
  return tree;
}

struct Head {
  AppliedOverlay overlay;
  std::string of;
};

Head read_head(Fields& root) {
  Head head;
  int format = 0;
  root.whole(kFormatKey, format, {kFormat, kFormat}, Need::kRequired);
  root.id("id", head.overlay.id);
  root.id("of", head.of);
  root.local("title", head.overlay.title, Need::kRequired);
  return head;
}

/// A part of the set that an overlay names.
struct Place {
  enum class Kind : std::uint8_t { kSet, kDimension, kCriterion, kIndicator } kind = Kind::kSet;
  std::uint32_t index = 0;
};

class Applying {
 public:
  Applying(const CriteriaSet& base, std::string_view name)
      : base_(base), set_(base), report_(name), reading_{set_, origin_, report_, {}, {}, {}, {}} {
    origin_.scales.resize(base.scales.size());
    origin_.levels.resize(base.levels.size());
    origin_.dimensions.resize(base.dimensions.size());
    origin_.criteria.resize(base.criteria.size());
    origin_.indicators.resize(base.indicators.size());
    origin_.improvements.resize(base.improvements.size());
    origin_.segments.resize(base.segments.size());
    origin_.roles.resize(base.roles.size());
    index_base();
  }

  Result<ReadSet> apply(const Yaml& yaml, std::string_view text, Exclusions exclusions) {
    origin_.root = &yaml;
    Fields root(yaml, report_);
    const Head head = read_head(root);
    if (!head.of.empty() && head.of != base_.id.value)
      report_.error(*yaml.find("of"),
                    msg("criteria.overlay-of-another", {{"of", head.of}, {"set", base_.id.value}}));
    else
      read_body(root);
    root.done();
    std::optional<Kept> kept = exclude(yaml, exclusions);
    if (!report_.has_errors()) {
      regroup(set_, origin_, kept.value_or(Kept(set_)));
      name_overlay(head.overlay, text);
    }
    return finish();
  }

 private:
  void index_base() {
    reading_.nodes.add(base_.id.value, {}, 0, nullptr);
    places_.emplace(base_.id.value, Place{});
    const auto add = [&](const auto& parts, Place::Kind kind, IdIndex* ids) {
      for (std::uint32_t i = 0; i < parts.size(); ++i) {
        reading_.nodes.add(parts[i].id, {}, 0, nullptr);
        if (ids != nullptr) ids->add(parts[i].id, {}, i, nullptr);
        places_.emplace(parts[i].id, Place{kind, i});
        for (const std::string& earlier : parts[i].replaces)
          renamed_.emplace(earlier, parts[i].id);
      }
    };
    add(base_.dimensions, Place::Kind::kDimension, nullptr);
    add(base_.criteria, Place::Kind::kCriterion, &reading_.criteria);
    add(base_.indicators, Place::Kind::kIndicator, &reading_.indicators);
    for (std::uint32_t i = 0; i < base_.scales.size(); ++i)
      reading_.scales.add(base_.scales[i].id, {}, i, nullptr);
  }

  /// The part of the set with that id, or with the id that took its place.
  std::optional<Place> find(std::string_view id, Mark mark) {
    if (const auto found = places_.find(id); found != places_.end()) return found->second;
    if (renamed_.count(id) == 1) {
      const std::string& now = renamed_.find(id)->second;
      report_.warning(mark, msg("criteria.overlay-renamed", {{"id", id}, {"now", now}}));
      return places_.find(now)->second;
    }
    if (reading_.nodes.find(id))  // one of the overlay's own: it is written where it is added
      report_.error(mark, msg("criteria.unknown-reference", {{"id", id}, {"of", base_.id.value}}));
    else
      reading_.nodes.resolve(id, mark, base_.id.value, report_);
    return std::nullopt;
  }

  /// Calls take(place, value) for each entry of a map by id.
  template <class Take>
  void each_named(Fields& root, std::string_view key, Take&& take) {
    const Yaml* const map = root.take(key);
    if (map == nullptr) return;
    if (map->kind != Yaml::Kind::kMap) return report_.error(*map, msg("criteria.expected-map"));
    for (const auto& [id, value] : map->entries)
      if (const auto place = find(id, key_mark_of(value))) take(*place, value);
  }

  void read_body(Fields& root) {
    each_named(root, "titles", [&](Place place, const Yaml& value) {
      if (auto text = read_local(value, report_)) title_of(place) = std::move(*text);
    });
    each_named(root, "weights", [&](Place place, const Yaml& value) { read_weight(place, value); });
    each_named(root, "targets", [&](Place place, const Yaml& value) { read_target_of(place, value); });
    if (root.map().find("scales") != nullptr) read_scales(root, reading_);
    for (const Yaml& item : root.list("dimensions"))
      orienta::read_dimension(item, reading_);
    each_named(root, "criteria", [&](Place place, const Yaml& value) {
      if (place.kind != Place::Kind::kDimension)
        return report_.error(key_mark_of(value), msg("criteria.overlay-not-dimension"));
      for (const Yaml& item : read_list(value, report_))
        orienta::read_criterion(item, place.index, reading_);
    });
    each_named(root, "indicators", [&](Place place, const Yaml& value) {
      if (place.kind != Place::Kind::kCriterion)
        return report_.error(key_mark_of(value), msg("criteria.overlay-not-criterion"));
      for (const Yaml& item : read_list(value, report_))
        orienta::read_indicator(item, place.index, reading_);
    });
    root.take("exclude");
  }

  LocalText& title_of(Place place) {
    switch (place.kind) {
      case Place::Kind::kDimension:
        return set_.dimensions[place.index].title;
      case Place::Kind::kCriterion:
        return set_.criteria[place.index].title;
      case Place::Kind::kIndicator:
        return set_.indicators[place.index].ask;
      case Place::Kind::kSet:
        break;
    }
    return set_.title;
  }

  void read_weight(Place place, const Yaml& value) {
    if (place.kind == Place::Kind::kSet)
      return report_.error(key_mark_of(value), msg("criteria.overlay-set-weight"));
    const auto weight = read_number(value, kWeights, report_);
    if (!weight) return;
    if (place.kind == Place::Kind::kDimension) set_.dimensions[place.index].weight = *weight;
    if (place.kind == Place::Kind::kCriterion) set_.criteria[place.index].weight = *weight;
    if (place.kind == Place::Kind::kIndicator) set_.indicators[place.index].weight = *weight;
  }

  void read_target_of(Place place, const Yaml& value) {
    const TargetOf of = place.kind == Place::Kind::kIndicator   ? TargetOf::kIndicator
                        : place.kind == Place::Kind::kCriterion ? TargetOf::kCriterion
                                                                : TargetOf::kSetOrDimension;
    Target target;
    orienta::read_target(value, target, of, report_);
    if (place.kind == Place::Kind::kSet) set_.target = target;
    if (place.kind == Place::Kind::kDimension) set_.dimensions[place.index].target = target;
    if (place.kind == Place::Kind::kCriterion) set_.criteria[place.index].target = target;
    if (place.kind == Place::Kind::kIndicator) set_.indicators[place.index].target = target;
  }

  /// Which parts stay; each that would be left without anything below is reported.
  std::optional<Kept> exclude(const Yaml& yaml, Exclusions exclusions) {
    const Yaml* const list = yaml.find("exclude");
    if (list == nullptr) return std::nullopt;
    Kept kept(set_);
    for (const Yaml& item : read_list(*list, report_)) {
      if (!read_id(item, report_)) continue;
      const auto place = find(item.text, mark_of(item));
      if (!place) continue;
      if (place->kind == Place::Kind::kSet)
        report_.error(item, msg("criteria.overlay-empties", {{"id", item.text}}));
      if (place->kind == Place::Kind::kDimension) kept.dimensions[place->index] = false;
      if (place->kind == Place::Kind::kCriterion) kept.criteria[place->index] = false;
      if (place->kind == Place::Kind::kIndicator) kept.indicators[place->index] = false;
    }
    check_emptied(kept, *list);
    if (exclusions == Exclusions::kKept) return std::nullopt;
    return kept;
  }

  void check_emptied(Kept kept, const Yaml& list) {
    kept.drop_below(set_);
    const auto empties = [&](const std::string& id) {
      report_.error(list, msg("criteria.overlay-empties", {{"id", id}}));
    };
    std::vector<bool> has_criteria(set_.dimensions.size(), false);
    std::vector<bool> has_indicators(set_.criteria.size(), false);
    for (std::size_t i = 0; i < set_.indicators.size(); ++i)
      if (kept.indicators[i]) has_indicators[set_.indicators[i].criterion] = true;
    for (std::size_t i = 0; i < set_.criteria.size(); ++i) {
      if (!kept.criteria[i]) continue;
      has_criteria[set_.criteria[i].dimension] = true;
      if (!has_indicators[i] && !set_.criteria[i].tags.contains("derive")) empties(set_.criteria[i].id);
    }
    for (std::size_t i = 0; i < set_.dimensions.size(); ++i)
      if (kept.dimensions[i] && !has_criteria[i]) empties(set_.dimensions[i].id);
    if (std::ranges::none_of(kept.dimensions, [](bool stays) { return stays; })) empties(set_.id.value);
  }

  void name_overlay(AppliedOverlay overlay, std::string_view text) {
    overlay.hash = hash_of(text);
    set_.version += (base_.overlays.empty() ? "+" : ".") + overlay.id;
    set_.hash = hash_of(base_.hash.hex() + " " + overlay.hash.hex());
    set_.overlays.push_back(std::move(overlay));
  }

  /// What the set alone has to say is not said again.
  Result<ReadSet> finish() {
    if (!report_.has_errors()) lint_set(set_, origin_, report_);
    const bool failed = report_.has_errors();
    const Problems all = report_.take();
    if (failed) return failure(ErrorKind::kInput, all);
    const Problems known = lint(base_, "");
    ReadSet read;
    for (const Problem& problem : all.kept()) {
      const bool is_old =
          problem.where.line == 0 &&
          std::ranges::find(known.kept(), problem.message, &Problem::message) != known.kept().end();
      if (!is_old) read.remarks.add(problem.message, problem.where, problem.severity);
    }
    read.set = std::move(set_);
    return read;
  }

  const CriteriaSet& base_;
  CriteriaSet set_;
  Origin origin_;
  Report report_;
  Reading reading_;
  std::map<std::string, Place, std::less<>> places_;
  std::multimap<std::string, std::string, std::less<>> renamed_;
};

}  // namespace

Result<OverlayHead> read_overlay_head(std::string_view yaml, std::string_view name) {
  const Result<Yaml> tree = parse(yaml, name);
  if (!tree) return failure(tree.error());
  Report report(name);
  Fields root(*tree, report);
  Head head = read_head(root);
  if (report.has_errors()) return failure(ErrorKind::kInput, report.take());
  return OverlayHead{std::move(head.overlay.id), SetId(std::move(head.of))};
}

Result<ReadSet> apply_overlay(const CriteriaSet& set, std::string_view yaml, std::string_view name,
                              Exclusions exclusions) {
  const Result<Yaml> tree = parse(yaml, name);
  if (!tree) return failure(tree.error());
  return Applying(set, name).apply(*tree, yaml, exclusions);
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "criteria/diff_parts.hpp"

#include "criteria/diff_words.hpp"

namespace orienta {
namespace {

using Kind = SetChangeKind;

template <class Enum, std::size_t kCount>
std::string word_in(const std::array<std::string_view, kCount>& words, Enum value) {
  return std::string(words[static_cast<std::size_t>(value)]);
}

/// Where a part stands now, seen from the earlier version: the same place is none.
template <class Part>
void compare_place(FieldDiff& fields, const char* name, const std::vector<Part>& before,
                   const std::vector<Part>& after, const Matching& match, std::uint32_t was,
                   std::uint32_t is) {
  if (match.one_for(was) != is) fields.field(Kind::kMoved, name, before[was].id, after[is].id);
}

std::string written(const std::map<std::string, std::string>& tags) {
  std::vector<std::string> words;
  for (const auto& [tag, value] : tags)
    words.push_back(tag + ": " + value);
  return orienta::written(words);
}

std::string written(const std::vector<std::pair<Source, double>>& weights) {
  std::vector<std::string> words;
  for (const auto& [source, weight] : weights)
    words.push_back(std::string(name_of(source)) + ": " + orienta::written(weight));
  return orienta::written(words);
}

void compare_conditions(FieldDiff& fields, const Indicator& before, const Indicator& after) {
  if (before.counts_when == after.counts_when) return;
  const auto all = [](const Indicator& indicator) {
    LocalText text;
    for (const LocalText& condition : indicator.counts_when)
      for (const Lang lang : kLangs)
        text[lang] += (text[lang].empty() ? "" : "; ") + condition.in(lang);
    return text;
  };
  fields.field(Kind::kReworded, "counts_when", all(before), all(after));
}

}  // namespace

void compare_heads(const Diffing& diffing) {
  const CriteriaSet& before = diffing.before;
  const CriteriaSet& after = diffing.after;
  FieldDiff fields(diffing.out, SetPart::kSet, after.id.value);
  fields.field(Kind::kRenamed, "id", before.id.value, after.id.value);
  fields.field(Kind::kReworded, "title", before.title, after.title);
  fields.field(Kind::kRules, "plugin", before.plugin.value, after.plugin.value);
  fields.field(Kind::kRules, "scored_at", written(before.scored_at, kUnitKindCount),
               written(after.scored_at, kUnitKindCount));
  fields.field(Kind::kRules, "rollup", word_in(vocabulary::kRollups, before.rollup),
               word_in(vocabulary::kRollups, after.rollup));
  fields.field(Kind::kRules, "aggregate", word_in(vocabulary::kAggregates, before.aggregate),
               word_in(vocabulary::kAggregates, after.aggregate));
  fields.field(Kind::kRules, "pool", written(before.pooled, kSourceCount),
               written(after.pooled, kSourceCount));
  fields.field(Kind::kRules, "anonymous", written(before.anonymous, kSourceCount),
               written(after.anonymous, kSourceCount));
  fields.field(Kind::kRules, "holds.rating", before.holds.rating, after.holds.rating);
  fields.field(Kind::kRules, "holds.mandatory", before.holds.mandatory, after.holds.mandatory);
  fields.field(Kind::kRules, "holds.completeness", before.holds.completeness, after.holds.completeness);
  fields.target(before.target, after.target);
}

void compare_levels(const Diffing& diffing) {
  const auto& before = diffing.before.levels;
  const auto& after = diffing.after.levels;
  for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
    const std::string id = std::to_string(i + 1);
    if (i >= before.size()) {
      diffing.out.push_back({Kind::kAdded, SetPart::kLevel, id, "", {}, value_of(after[i].title)});
    } else if (i >= after.size()) {
      diffing.out.push_back({Kind::kRemoved, SetPart::kLevel, id, "", value_of(before[i].title), {}});
    } else {
      FieldDiff fields(diffing.out, SetPart::kLevel, id);
      fields.field(Kind::kLevel, "stage", std::to_string(before[i].stage), std::to_string(after[i].stage));
      fields.field(Kind::kReworded, "title", before[i].title, after[i].title);
      fields.field(Kind::kReworded, "means", before[i].means, after[i].means);
    }
  }
}

void compare_dimension(const Diffing& diffing, const Dimension& before, const Dimension& after) {
  FieldDiff fields(diffing.out, SetPart::kDimension, after.id);
  const auto rollup = [](const Dimension& dimension) {
    return dimension.rollup ? word_in(vocabulary::kRollups, *dimension.rollup) : std::string();
  };
  fields.field(Kind::kReworded, "title", before.title, after.title);
  fields.field(Kind::kReworded, "help", before.help, after.help);
  fields.field(Kind::kWeight, "weight", before.weight, after.weight);
  fields.field(Kind::kRules, "aggregate", word_in(vocabulary::kAggregates, before.aggregate),
               word_in(vocabulary::kAggregates, after.aggregate));
  fields.field(Kind::kRules, "rollup", rollup(before), rollup(after));
  fields.target(before.target, after.target);
}

void compare_criterion(const Diffing& diffing, const Criterion& before, const Criterion& after) {
  FieldDiff fields(diffing.out, SetPart::kCriterion, after.id);
  compare_place(fields, "dimension", diffing.before.dimensions, diffing.after.dimensions, diffing.dimensions,
                before.dimension, after.dimension);
  fields.field(Kind::kReworded, "title", before.title, after.title);
  fields.field(Kind::kReworded, "help", before.help, after.help);
  fields.field(Kind::kWeight, "weight", before.weight, after.weight);
  fields.field(Kind::kLevel, "level", before.level > 0 ? std::to_string(before.level) : "",
               after.level > 0 ? std::to_string(after.level) : "");
  fields.flag(Kind::kRules, "mandatory", before.mandatory, after.mandatory);
  fields.flag(Kind::kRules, "inherit", before.inherit, after.inherit);
  fields.field(Kind::kRules, "aggregate", word_in(vocabulary::kAggregates, before.aggregate),
               word_in(vocabulary::kAggregates, after.aggregate));
  fields.field(Kind::kRules, "applies_to", written(before.applies_to, kUnitKindCount),
               written(after.applies_to, kUnitKindCount));
  fields.field(Kind::kRules, "tags", written(before.tags), written(after.tags));
  fields.field(Kind::kRules, "evidence", written(before.evidence, kEvidenceKindCount),
               written(after.evidence, kEvidenceKindCount));
  fields.target(before.target, after.target);
}

void compare_indicator(const Diffing& diffing, const Indicator& before, const Indicator& after) {
  FieldDiff fields(diffing.out, SetPart::kIndicator, after.id);
  compare_place(fields, "criterion", diffing.before.criteria, diffing.after.criteria, diffing.criteria,
                before.criterion, after.criterion);
  const Scale& was = diffing.before.scales[before.scale];
  const Scale& is = diffing.after.scales[after.scale];
  // A scale that changed under its own id is told once, as a scale.
  if (was.id != is.id && !(worth_the_same(was, is) && carries_answers(was, is)))
    fields.field(Kind::kRescaled, "scale", was.id, is.id);
  fields.field(Kind::kReworded, "ask", before.ask, after.ask);
  fields.field(Kind::kReworded, "help", before.help, after.help);
  compare_conditions(fields, before, after);
  fields.field(Kind::kWeight, "weight", before.weight, after.weight);
  fields.field(Kind::kRules, "answered_by", written(before.answered_by, kSourceCount),
               written(after.answered_by, kSourceCount));
  fields.field(Kind::kRules, "combine", word_in(vocabulary::kCombines, before.combine),
               word_in(vocabulary::kCombines, after.combine));
  fields.field(Kind::kRules, "source_weights", written(before.source_weights), written(after.source_weights));
  fields.field(Kind::kRules, "occasions", word_in(vocabulary::kOccasions, before.occasions),
               word_in(vocabulary::kOccasions, after.occasions));
  fields.field(Kind::kRules, "same_as", before.same_as, after.same_as);
  fields.target(before.target, after.target);
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "answers/survey_plan.hpp"

#include <bit>
#include <map>

namespace orienta {
namespace {

/// Makes the plan of one file.
class Planner {
 public:
  Planner(const Columns& columns, const ImportContext& context, std::string_view file)
      : columns_(columns), mapping_(columns.mapping), file_(file) {
    plan_.organisation = context.organisation;
    plan_.set = columns.set;
    plan_.dialect = columns.dialect;
    plan_.wide = columns.wide;
    plan_.layout = layout_of(*columns.set);
  }

  Result<SurveyPlan> make() {
    place_columns();
    fill_units();
    fill_indicators();
    fill_segments();
    read_source();
    for (std::uint32_t i = 0; i < plan_.set->indicators.size(); ++i)
      plan_.slots.push_back(slot_of(i));
    add_pairs();
    if (problems_.has_errors()) return failure(ErrorKind::kInput, std::move(problems_));
    return std::move(plan_);
  }

 private:
  void error(Message message) { problems_.add(std::move(message), {file_, 0, 0}); }

  void place_columns() {
    using Role = SurveyPlan::Role;
    plan_.unit = columns_.find("unit");
    plan_.indicator = columns_.find("indicator");
    plan_.respondent = columns_.find("respondent");
    plan_.value = columns_.find("value");
    plan_.count = columns_.find("count");
    plan_.columns.resize(columns_.columns.size());
    const auto set_role = [&](std::size_t column, Role role) {
      if (column != SurveyPlan::npos) plan_.columns[column].role = role;
    };
    set_role(plan_.unit, Role::kUnit);
    set_role(plan_.indicator, Role::kIndicator);
    set_role(plan_.respondent, Role::kRespondent);
    set_role(plan_.value, Role::kValue);
    set_role(plan_.count, Role::kCount);
    for (std::size_t i = 0; i < columns_.columns.size(); ++i) {
      if (columns_.columns[i].role == Columns::Role::kSegment) {
        plan_.columns[i] = {Role::kSegment, static_cast<std::uint32_t>(plan_.segments.size())};
        plan_.segments.push_back(i);
      } else if (columns_.columns[i].role == Columns::Role::kIndicator) {
        plan_.columns[i] = {Role::kAnswer, columns_.columns[i].index};
        plan_.answers.push_back(i);
      }
    }
  }

  void translate_into(WordTable& table, const std::string& key) {
    const auto words = mapping_.values.find(key);
    if (words == mapping_.values.end()) return;
    for (const auto& [theirs, ours] : words->second) {
      const std::uint32_t number = table.find(ours);
      if (number == WordTable::kNone)
        error(msg("answers.mapping-unknown-word", {{"key", key}, {"word", ours}}));
      else
        table.add(theirs, number);
    }
  }

  std::uint32_t constant(const char* ours, const WordTable& table) {
    const auto word = mapping_.constants.find(ours);
    if (word == mapping_.constants.end()) return WordTable::kNone;
    const std::uint32_t number = table.find(word->second);
    if (number == WordTable::kNone)
      error(msg("answers.mapping-unknown-word", {{"key", ours}, {"word", word->second}}));
    return number;
  }

  void fill_units() {
    const auto& units = plan_.organisation->units();
    for (std::uint32_t i = 0; i < units.size(); ++i)
      plan_.units.add(units[i].id.value, i);
    plan_.constant_unit = constant("unit", plan_.units);
    translate_into(plan_.units, "unit");
  }

  void fill_indicators() {
    for (std::uint32_t i = 0; i < plan_.set->indicators.size(); ++i)
      plan_.indicators.add(plan_.set->indicators[i].id, i);
    plan_.constant_slot = constant("indicator", plan_.indicators);
    translate_into(plan_.indicators, "indicator");
  }

  void fill_segments() {
    for (const std::size_t column : plan_.segments) {
      const std::string& id = columns_.columns[column].name;
      plan_.segment_ids.push_back(id);
      WordTable& table = plan_.segment_words.emplace_back();
      for (std::uint32_t i = 0; i < plan_.layout->segments.size(); ++i)
        if (plan_.layout->segments[i].segment == id) table.add(plan_.layout->segments[i].value, i + 1);
      translate_into(table, id);
    }
  }

  void read_source() {
    const auto word = mapping_.constants.find("source");
    if (word == mapping_.constants.end()) return;
    source_ = source_of(word->second);
    if (!source_) error(msg("answers.mapping-unknown-word", {{"key", "source"}, {"word", word->second}}));
  }

  /// Whose answers these are: what the mapping says, else the clients', else those of the only source that is
  /// asked.
  void choose_source(const Indicator& indicator, SurveyPlan::Slot& slot) const {
    const Mask<Source> asked = indicator.answered_by;
    if (source_) {
      slot.source = source_;
      slot.source_fits = asked.empty() || asked.has(*source_);
    } else if (asked.empty() || asked.has(Source::kClient)) {
      slot.source = Source::kClient;
    } else if (std::has_single_bit(asked.bits)) {
      slot.source = static_cast<Source>(std::countr_zero(asked.bits));
    }
  }

  SurveyPlan::Slot slot_of(std::uint32_t index) {
    const Indicator& indicator = plan_.set->indicators[index];
    const Scale& scale = plan_.set->scales[indicator.scale];
    SurveyPlan::Slot slot;
    slot.kinds = plan_.set->criteria[indicator.criterion].applies_to;
    choose_source(indicator, slot);
    if (scale.is_measure()) {
      slot.measure = &*scale.measure;
      slot.digits = scale.measure->digits;
      if (const auto factor = mapping_.scale_by.find(indicator.id); factor != mapping_.scale_by.end())
        slot.factor = factor->second;
      plan_.widths.push_back(survey_cell::kMeasureWidth);
    } else {
      slot.words = words_of(indicator);
      plan_.widths.push_back(survey_cell::kPoints + static_cast<std::uint32_t>(scale.points.size()));
    }
    return slot;
  }

  /// Indicators on the same scale share their words unless the mapping has some for this one.
  std::uint32_t words_of(const Indicator& indicator) {
    const auto own = mapping_.values.find(indicator.id);
    const bool shared = own == mapping_.values.end();
    if (shared)
      if (const auto made = words_by_scale_.find(indicator.scale); made != words_by_scale_.end())
        return made->second;
    PointWords words(plan_.set->scales[indicator.scale], plan_.dialect.decimal_mark(), true);
    if (const auto all = mapping_.values.find("value"); all != mapping_.values.end())
      for (const auto& [theirs, ours] : all->second)
        words.add(theirs, ours);  // may be a word of another scale
    if (!shared)
      for (const auto& [theirs, ours] : own->second)
        if (!words.add(theirs, ours))
          error(msg("answers.mapping-unknown-word", {{"key", indicator.id}, {"word", ours}}));
    const auto number = static_cast<std::uint32_t>(plan_.point_words.size());
    plan_.point_words.push_back(std::move(words));
    if (shared) words_by_scale_[indicator.scale] = number;
    return number;
  }

  void add_pairs() {
    const auto indicators = static_cast<std::uint32_t>(plan_.set->indicators.size());
    for (std::uint32_t i = 0; i < plan_.set->joints.size(); ++i) {
      const Joint& joint = plan_.set->joints[i];
      plan_.slots[joint.first].pairs.push_back({joint.second, indicators + i, true});
      plan_.slots[joint.second].pairs.push_back({joint.first, indicators + i, false});
      plan_.widths.push_back(static_cast<std::uint32_t>(plan_.layout->slots[indicators + i].points.size()));
    }
  }

  const Columns& columns_;
  const Mapping& mapping_;
  std::string file_;
  SurveyPlan plan_;
  std::optional<Source> source_;
  std::map<std::uint32_t, std::uint32_t> words_by_scale_;
  Problems problems_;
};

}  // namespace

Result<SurveyPlan> plan_survey(const Columns& columns, const ImportContext& context, std::string_view file) {
  return Planner(columns, context, file).make();
}

}  // namespace orienta

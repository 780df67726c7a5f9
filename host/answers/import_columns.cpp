// SPDX-License-Identifier: MIT
#include "answers/import_columns.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/nearest.hpp"

namespace orienta {
namespace {

using Names = std::vector<std::string_view>;

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 14> kAnswerColumns{
    "unit",  "set",   "indicator", "source",  "assessor",   "occasion", "date",
    "state", "value", "reason",    "comment", "confidence", "evidence", "finding"};
constexpr std::array<std::string_view, 7> kSurveyColumns{"unit",  "indicator", "respondent", "value",
                                                         "count", "source",    "period"};
constexpr std::array<std::string_view, 6> kMeasureColumns{"unit",   "set",   "indicator",
                                                          "period", "value", "of"};

std::span<const std::string_view> columns_of(Shape shape) {
  if (shape == Shape::kAnswers) return kAnswerColumns;
  if (shape == Shape::kSurvey) return kSurveyColumns;
  return kMeasureColumns;
}

bool is_ours(std::string_view name) {
  return contains(kAnswerColumns, name) || contains(kSurveyColumns, name) || contains(kMeasureColumns, name);
}

/// Gives every column its role and gathers the problems.
class Binder {
 public:
  Binder(const CsvHeader& header, const ImportContext& context, std::string_view file)
      : header_(header), context_(context), file_(file) {
    bound_.dialect = header.dialect;
    if (context.mapping != nullptr) bound_.mapping = *context.mapping;
  }

  Result<Columns> bind() {
    if (auto set = find_set(); !set) return failure(set.error());
    for (std::size_t i = 0; i < header_.names.size(); ++i)
      bound_.columns.push_back(role_of(i));
    if (auto shape = find_shape(); !shape) return failure(shape.error());
    bound_.wide = bound_.shape != Shape::kAnswers && !bound_.has("indicator");
    check_set();
    check_roles();
    check_required();
    check_mapping();
    problems_.sort_by_place();
    if (problems_.has_errors()) return failure(ErrorKind::kInput, std::move(problems_));
    return std::move(bound_);
  }

 private:
  void error(std::size_t column, Message message) {
    problems_.add(std::move(message), {file_, 1, static_cast<std::uint32_t>(column + 1)});
  }
  void error(Message message) { problems_.add(std::move(message), {file_, 1, 0}); }

  Names set_ids() const {
    Names ids;
    for (const CriteriaSet* const set : context_.sets)
      ids.push_back(set->id.value);
    return ids;
  }

  /// The set of the whole file. Without one, each row must name its own (check_set).
  Status find_set() {
    const std::string& wanted = context_.set.empty() ? bound_.mapping.set : context_.set;
    if (wanted.empty()) {
      const bool rows_say = bound_.mapping.columns.contains("set") || contains_header("set");
      if (!rows_say && context_.sets.size() == 1) bound_.set = context_.sets.front();
      return {};
    }
    for (const CriteriaSet* const set : context_.sets)
      if (set->id.value == wanted) bound_.set = set;
    if (bound_.set != nullptr) return {};
    if (const auto near = nearest(wanted, set_ids()))
      return failure(ErrorKind::kUsage,
                     msg("answers.unknown-set-near", {{"set", wanted}, {"nearest", *near}}), {file_, 0, 0});
    return failure(ErrorKind::kUsage, msg("answers.unknown-set", {{"set", wanted}}), {file_, 0, 0});
  }

  bool contains_header(std::string_view name) const {
    return std::find(header_.names.begin(), header_.names.end(), name) != header_.names.end();
  }

  Columns::Column role_of(std::size_t column) {
    const std::string& name = header_.names[column];
    const Mapping& mapping = bound_.mapping;
    if (std::find(mapping.ignore.begin(), mapping.ignore.end(), name) != mapping.ignore.end()) return {};
    for (const auto& [ours, theirs] : mapping.columns)
      if (theirs == name) return {Columns::Role::kOurs, ours, 0};
    if (mapping.count == name) return {Columns::Role::kOurs, "count", 0};
    if (const auto found = mapping.indicators.find(name); found != mapping.indicators.end())
      return indicator(column, found->second);
    if (const auto found = mapping.segments.find(name); found != mapping.segments.end())
      return segment(column, found->second);
    if (is_ours(name)) return ours(column, name);
    if (const auto index = segment_index(name)) return {Columns::Role::kSegment, name, *index};
    if (bound_.set != nullptr)
      if (const auto index = bound_.set->indicator(name)) return {Columns::Role::kIndicator, name, *index};
    unknown(column, name);
    return {};
  }

  Columns::Column ours(std::size_t column, const std::string& name) {
    const bool taken = bound_.mapping.columns.contains(name) || bound_.mapping.constants.contains(name) ||
                       (name == "count" && !bound_.mapping.count.empty());
    if (taken) error(column, msg("answers.column-also-mapped", {{"column", name}}));
    return {Columns::Role::kOurs, name, 0};
  }

  Columns::Column indicator(std::size_t column, const std::string& id) {
    const auto index = bound_.set == nullptr ? std::nullopt : bound_.set->indicator(id);
    if (index) return {Columns::Role::kIndicator, id, *index};
    Names ids;
    if (bound_.set != nullptr)
      for (const Indicator& known : bound_.set->indicators)
        ids.push_back(known.id);
    if (const auto near = nearest(id, ids))
      error(column, msg("answers.unknown-indicator-near", {{"indicator", id}, {"nearest", *near}}));
    else
      error(column, msg("answers.unknown-indicator", {{"indicator", id}}));
    return {};
  }

  std::optional<std::uint32_t> segment_index(std::string_view id) const {
    if (bound_.set == nullptr) return std::nullopt;
    for (std::uint32_t i = 0; i < bound_.set->segments.size(); ++i)
      if (bound_.set->segments[i].id == id) return i;
    return std::nullopt;
  }

  Columns::Column segment(std::size_t column, const std::string& id) {
    if (const auto index = segment_index(id)) return {Columns::Role::kSegment, id, *index};
    Names ids;
    if (bound_.set != nullptr)
      for (const Segment& known : bound_.set->segments)
        ids.push_back(known.id);
    if (const auto near = nearest(id, ids))
      error(column, msg("answers.unknown-segment-near", {{"segment", id}, {"nearest", *near}}));
    else
      error(column, msg("answers.unknown-segment", {{"segment", id}}));
    return {};
  }

  void unknown(std::size_t column, const std::string& name) {
    Names known;
    for (const Shape shape : {Shape::kAnswers, Shape::kSurvey, Shape::kMeasures})
      for (const std::string_view ours : columns_of(shape))
        known.push_back(ours);
    if (bound_.set != nullptr) {
      for (const Segment& segment : bound_.set->segments)
        known.push_back(segment.id);
      for (const Indicator& indicator : bound_.set->indicators)
        known.push_back(indicator.id);
    }
    if (const auto near = nearest(name, known))
      error(column, msg("answers.unknown-column-near", {{"column", name}, {"nearest", *near}}));
    else
      error(column, msg("answers.unknown-column", {{"column", name}}));
  }

  bool has_indicator_columns() const {
    return std::any_of(bound_.columns.begin(), bound_.columns.end(), [](const Columns::Column& column) {
      return column.role == Columns::Role::kIndicator;
    });
  }

  Status find_shape() {
    if (context_.shape || bound_.mapping.shape) {
      bound_.shape = context_.shape ? *context_.shape : *bound_.mapping.shape;
      return {};
    }
    if (bound_.has("indicator")) {
      const bool survey = bound_.has("respondent") || bound_.has("count");
      bound_.shape = survey ? Shape::kSurvey : bound_.has("period") ? Shape::kMeasures : Shape::kAnswers;
      return {};
    }
    if (has_indicator_columns()) {
      bound_.shape = bound_.has("period") ? Shape::kMeasures : Shape::kSurvey;
      return {};
    }
    error(msg("answers.shape-unclear"));
    problems_.sort_by_place();
    return failure(ErrorKind::kInput, std::move(problems_));
  }

  void check_set() {
    if (bound_.set != nullptr || (bound_.has("set") && bound_.shape != Shape::kSurvey && !bound_.wide))
      return;
    std::string ids;
    for (const std::string_view id : set_ids())
      (ids += ids.empty() ? "" : ", ") += id;
    error(msg("answers.set-unclear", {{"sets", ids}}));
  }

  void check_roles() {
    const std::string_view shape = name_of(bound_.shape);
    for (std::size_t i = 0; i < bound_.columns.size(); ++i) {
      const Columns::Column& column = bound_.columns[i];
      bool fits = true;
      if (column.role == Columns::Role::kOurs)
        fits = contains(columns_of(bound_.shape), column.name) && !only_constant(column.name);
      if (column.role == Columns::Role::kIndicator) fits = bound_.wide;
      if (column.role == Columns::Role::kSegment) fits = bound_.shape != Shape::kAnswers;
      if (bound_.wide && (column.name == "value" || column.name == "of")) fits = false;
      if (!fits)
        error(i, msg("answers.column-not-for-shape", {{"column", header_.names[i]}, {"shape", shape}}));
    }
  }

  /// A survey is one wave of one source: these hold for the whole file.
  bool only_constant(std::string_view ours) const {
    return bound_.shape == Shape::kSurvey && (ours == "source" || ours == "period");
  }

  void check_required() {
    const auto require = [&](const char* ours) {
      // What the mapping names but the file lacks is said by check_mapping.
      if (bound_.has(ours) || bound_.mapping.columns.contains(ours)) return;
      error(msg("answers.column-missing", {{"column", ours}, {"shape", name_of(bound_.shape)}}));
    };
    require("unit");
    if (bound_.wide && !has_indicator_columns()) require("indicator");
    if (bound_.shape == Shape::kAnswers) require("indicator");
    if (bound_.shape == Shape::kMeasures) require("period");
    const bool state_is_enough = bound_.shape == Shape::kAnswers && bound_.has("state");
    if (!bound_.wide && !state_is_enough) require("value");
  }

  void check_mapping() {
    const Mapping& mapping = bound_.mapping;
    const auto in_file = [&](const std::string& theirs) {
      if (!theirs.empty() && !contains_header(theirs))
        error(msg("answers.mapping-column-not-in-file", {{"column", theirs}}));
    };
    for (const auto& [ours, theirs] : mapping.columns)
      in_file(theirs);
    in_file(mapping.count);
    for (const auto& [theirs, indicator] : mapping.indicators)
      in_file(theirs);
    for (const auto& [theirs, segment] : mapping.segments)
      in_file(theirs);
    for (const auto& [key, words] : mapping.values)
      check_key(key);
    for (const auto& [key, factor] : mapping.scale_by)
      check_key(key);
  }

  void check_key(const std::string& key) {
    if (is_ours(key) || segment_index(key)) return;
    const bool known = std::any_of(context_.sets.begin(), context_.sets.end(),
                                   [&](const CriteriaSet* set) { return set->indicator(key).has_value(); });
    if (!known) error(msg("answers.mapping-unknown-key", {{"key", key}}));
  }

  const CsvHeader& header_;
  const ImportContext& context_;
  std::string file_;
  Columns bound_;
  Problems problems_;
};

}  // namespace

std::size_t Columns::find(std::string_view ours) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& column) {
    return column.role == Role::kOurs && column.name == ours;
  });
  return found == columns.end() ? npos : static_cast<std::size_t>(found - columns.begin());
}

bool Columns::has(std::string_view ours) const {
  return find(ours) != npos || mapping.constants.contains(ours);
}

std::string_view Columns::translate(std::string_view key, std::string_view word) const {
  const auto words = mapping.values.find(key);
  if (words == mapping.values.end()) return word;
  const auto found = words->second.find(word);
  return found == words->second.end() ? word : std::string_view(found->second);
}

std::string_view Columns::text(const std::vector<std::string>& fields, std::string_view ours) const {
  if (const std::size_t column = find(ours); column != npos) return translate(ours, fields[column]);
  const auto constant = mapping.constants.find(ours);
  return constant == mapping.constants.end() ? std::string_view{} : std::string_view(constant->second);
}

Result<Columns> bind_columns(const CsvHeader& header, const ImportContext& context, std::string_view file) {
  return Binder(header, context, file).bind();
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <bit>
#include <map>

#include "answers/import_rows.hpp"
#include "answers/import_words.hpp"
#include "answers/point_words.hpp"
#include "base/limits.hpp"

namespace orienta {
namespace {

/// Reads the rows of one file of answers.
class AnswerRows {
 public:
  AnswerRows(const Columns& columns, const ImportContext& context, std::string_view file)
      : rows_(columns, context, file) {}

  Result<Imported> read(const CsvTable& table) {
    imported_.shape = Shape::kAnswers;
    imported_.rows = table.rows.size();
    for (const CsvRecord& row : table.rows) {
      if (rows_.context().stop.stop_requested())
        return failure(ErrorKind::kCancelled, msg("answers.cancelled"));
      rows_.begin(row);
      read_row();
    }
    imported_.rejected = rows_.rejected();
    imported_.reasons = rows_.reasons();
    auto remarks = std::move(rows_).finish();
    if (!remarks) return failure(remarks.error());
    imported_.remarks = std::move(*remarks);
    return std::move(imported_);
  }

 private:
  void read_row() {
    Answer answer;
    const auto unit = rows_.unit();
    set_ = rows_.set();
    const auto index = set_ == nullptr ? std::nullopt : rows_.indicator(*set_);
    bool answered = false;
    if (unit && index) {
      indicator_ = &set_->indicators[*index];
      scale_ = &set_->scales[indicator_->scale];
      rows_.check_kind(*unit, *set_, *indicator_);
      answer.key.unit = rows_.context().organisation->units()[*unit].id;
      answer.key.set = set_->id;
      answer.key.indicator = NodeId(indicator_->id);
      read_key(answer);
      answered = read_state(answer);
      read_rest(answer, answered);
    }
    if (answered && rows_.is_good()) check_twice(answer.key);
    if (!rows_.accept()) return;
    read_finding(answer.key);
    if (answered) imported_.answers.push_back(std::move(answer));
  }

  void read_key(Answer& answer) {
    answer.key.assessor = PersonId(rows_.text("assessor"));
    answer.key.occasion = rows_.text("occasion");
    const std::string_view word = rows_.text("source");
    const Mask<Source> asked = indicator_->answered_by;
    std::optional<Source> source = source_of(word);
    if (!word.empty() && !source)
      return rows_.error("source", msg("answers.unknown-source", {{"text", word}}));
    if (word.empty()) {
      if (asked.empty() || asked.has(Source::kSelf)) source = Source::kSelf;
      if (!source && std::has_single_bit(asked.bits))
        source = static_cast<Source>(std::countr_zero(asked.bits));
      if (!source)
        return rows_.error("source", msg("answers.source-missing",
                                         {{"indicator", indicator_->id}, {"sources", list_sources(asked)}}));
    }
    answer.key.source = *source;
    // What a workshop agreed on stands above all sources and needs no leave.
    if (!asked.empty() && !asked.has(*source) && *source != Source::kAgreed)
      rows_.error("source", msg("answers.source-not-asked", {{"indicator", indicator_->id},
                                                             {"source", name_of(*source)},
                                                             {"sources", list_sources(asked)}}));
  }

  /// True when the row says something: a value, not applicable or don't know.
  bool read_state(Answer& answer) {
    const std::string_view state = rows_.text("state");
    const std::string_view value = rows_.text("value");
    const std::string_view reason = rows_.text("reason");
    if (state == "not_applicable" || state == "dont_know") {
      const bool applies_not = state == "not_applicable";
      answer.state = applies_not ? AnswerState::kNotApplicable : AnswerState::kDontKnow;
      answer.reason = applies_not ? reason : std::string_view{};
      if (applies_not && reason.empty())
        rows_.error("reason", msg("answers.reason-missing", {{"indicator", indicator_->id}}));
      if (!value.empty())
        rows_.error("value", msg("answers.value-beside-state", {{"state", state}, {"text", value}}));
      return true;
    }
    if (!state.empty() && state != "value") {
      rows_.error("state", msg("answers.unknown-state", {{"text", state}}));
      return false;
    }
    if (value.empty()) {
      if (state == "value")
        rows_.error("value", msg("answers.value-missing"));
      else if (!reason.empty())
        rows_.error("state", msg("answers.reason-without-state"));
      return false;
    }
    read_value(answer, value);
    return true;
  }

  void read_value(Answer& answer, std::string_view value) {
    const std::size_t column = rows_.columns().find("value");
    value = rows_.columns().translate(indicator_->id, value);
    if (scale_->is_measure()) {
      answer.figure = rows_.figure(value, *indicator_, *scale_, column);
      if (answer.figure) rows_.check_limits(*scale_, *answer.figure, column);
      return;
    }
    const std::uint32_t point = words_of(*scale_).find(value);
    if (point == PointWords::kNone) return rows_.error("value", unknown_point(*scale_, value));
    answer.point = scale_->points[point].id;
  }

  const PointWords& words_of(const Scale& scale) {
    const auto found = words_.find(&scale);
    if (found != words_.end()) return found->second;
    return words_.emplace(&scale, PointWords(scale, rows_.columns().dialect.decimal_mark(), false))
        .first->second;
  }

  void read_rest(Answer& answer, bool answered) {
    const std::string_view date = rows_.text("date");
    answer.date = parse_date(date);
    if (!date.empty() && !answer.date) rows_.error("date", msg("answers.bad-date", {{"text", date}}));
    const Period& period = rows_.context().period;
    if (answer.date && period.from < period.to && !period.contains(*answer.date))
      rows_.warning("date", msg("answers.date-outside-period", {{"date", answer.date->to_string()}}));
    const std::string_view confidence = rows_.text("confidence");
    answer.confidence = confidence_of(confidence);
    if (!confidence.empty() && !answer.confidence)
      rows_.error("confidence", msg("answers.unknown-confidence", {{"text", confidence}}));
    answer.comment = rows_.text("comment");
    if (answer.comment.size() > limits::kCommentBytes)
      rows_.error("comment", msg("answers.comment-too-long", {{"kibibytes", limits::kCommentBytes >> 10}}));
    read_evidence(answer);
    if (!answered && (!answer.comment.empty() || !answer.evidence.empty()))
      rows_.warning("value", msg("answers.comment-without-answer", {{"indicator", indicator_->id}}));
  }

  /// Ids with spaces, '|' or ';' between them.
  void read_evidence(Answer& answer) {
    std::string_view left = rows_.text("evidence");
    while (!left.empty()) {
      const auto end = std::min(left.find_first_of(" |;"), left.size());
      if (end > 0) {
        answer.evidence.emplace_back(left.substr(0, end));
        check_evidence(answer.evidence.back());
      }
      left.remove_prefix(std::min(end + 1, left.size()));
    }
  }

  void check_evidence(const std::string& id) {
    const auto* const known = rows_.context().evidence;
    if (known == nullptr || std::ranges::binary_search(*known, id)) return;
    rows_.error("evidence", unknown_evidence(*known, id));
  }

  void check_twice(const AnswerKey& key) {
    if (const auto line = seen_.seen(key, rows_.row().line))
      rows_.error("indicator",
                  msg("answers.answer-twice",
                      {{"unit", key.unit.value}, {"indicator", key.indicator.value}, {"first_line", *line}}));
  }

  /// In capitals or not, and not as the beginning of a longer word.
  static bool begins_with_word(std::string_view text, std::string_view word) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
      if (lower(text[i]) != word[i]) return false;
    return text.size() == word.size() || text[word.size()] == ':' || text[word.size()] == ' ';
  }

  void read_finding(const AnswerKey& key) {
    std::string_view fact = rows_.text("finding");
    if (fact.empty()) return;
    Finding finding;
    for (const auto& [word, grade] :
         {std::pair{std::string_view("major"), Finding::Grade::kMajor},
          std::pair{std::string_view("minor"), Finding::Grade::kMinor},
          std::pair{std::string_view("observation"), Finding::Grade::kObservation}}) {
      if (!begins_with_word(fact, word)) continue;
      finding.grade = grade;
      fact.remove_prefix(std::min(fact.find_first_not_of(" :-", word.size()), fact.size()));
      if (fact.empty()) rows_.error("finding", msg("answers.finding-without-fact", {{"grade", word}}));
    }
    finding.unit = key.unit;
    finding.set = key.set;
    finding.node = key.indicator;
    finding.fact = fact;
    imported_.findings.push_back(std::move(finding));
  }

  RowImport rows_;
  Imported imported_;
  const CriteriaSet* set_ = nullptr;
  const Indicator* indicator_ = nullptr;
  const Scale* scale_ = nullptr;
  std::map<const Scale*, PointWords> words_;
  SeenLines<AnswerKey> seen_;
};

}  // namespace

Result<Imported> import_answers(const CsvTable& table, const Columns& columns, const ImportContext& context,
                                std::string_view file) {
  return AnswerRows(columns, context, file).read(table);
}

}  // namespace orienta

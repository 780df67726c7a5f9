// SPDX-License-Identifier: MIT
#include "answers/survey_counter.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/utf8.hpp"

namespace orienta {
namespace {

constexpr std::uint64_t kMostCount = 1'000'000'000;

bool is_ascii(std::string_view text) {
  std::uint64_t bits = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data() + i, 8);
    bits |= eight;
  }
  for (; i < text.size(); ++i)
    bits |= static_cast<unsigned char>(text[i]);
  return (bits & 0x8080808080808080u) == 0;
}

}  // namespace

SurveyCounter::SurveyCounter(const SurveyPlan& plan)
    : plan_(plan),
      counts_(plan),
      fields_(plan.columns.size()),
      row_segments_(plan.segments.size()),
      before_(plan.slots.size()),
      before_segments_(plan.slots.size() * plan.segments.size()) {}

BlockReport SurveyCounter::count(std::span<char> text) {
  report_ = {};
  std::string decoded;
  if (plan_.dialect.encoding != Encoding::kUtf8) {
    decoded = to_utf8({text.data(), text.size()}, plan_.dialect.encoding);
    text = decoded;
  }
  last_unit_ = last_respondent_ = {};
  last_unit_number_ = WordTable::kNone;
  if (!check_text({text.data(), text.size()})) return std::move(report_);

  CsvSplitter splitter(text, plan_.dialect.separator);
  CsvSplitter::Step step = splitter.next(fields_);
  for (; step == CsvSplitter::Step::kRecord; step = splitter.next(fields_)) {
    ++counts_.rows;
    line_ = splitter.line();
    if (splitter.count() == fields_.size()) {
      read_row(fields_);
      continue;
    }
    problem(RowProblem::Kind::kRagged, 0, {}, splitter.count());
    ++counts_.rejected;
    last_respondent_ = {};
  }
  report_.lines = splitter.lines_read();
  last_unit_ = last_respondent_ = {};  // the block's bytes go away
  if (step == CsvSplitter::Step::kEnd) return std::move(report_);
  line_ = splitter.line();
  problem(RowProblem::Kind::kQuote, splitter.column());
  report_.problems.back().step = step;
  report_.stopped = true;
  return std::move(report_);
}

bool SurveyCounter::check_text(std::string_view text) {
  const bool binary = text.find('\0') != std::string_view::npos;
  if (!binary && (is_ascii(text) || is_utf8(text))) return true;
  if (binary) {
    line_ = static_cast<std::uint64_t>(
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find('\0')), '\n')) +
            1;
    problem(RowProblem::Kind::kBinary, 0);
  } else {
    const Error where = not_utf8(text, {});
    line_ = where.problems.kept().front().where.line;
    problem(RowProblem::Kind::kNotUtf8, 0, name_of(guess_code_page(text).likely));
  }
  report_.stopped = true;
  return false;
}

void SurveyCounter::problem(RowProblem::Kind kind, std::size_t column, std::string_view text,
                            std::uint64_t number, std::uint32_t slot) {
  constexpr std::size_t kShown = 80;
  ++report_.problem_count;
  const bool stops = kind >= RowProblem::Kind::kQuote;
  if (report_.problems.size() >= Problems::kKept && !stops) return;
  if (text.size() > kShown) {  // cut between two characters
    std::size_t end = kShown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
      --end;
    text = text.substr(0, end);
  }
  report_.problems.push_back({kind, CsvSplitter::Step::kRecord, slot, static_cast<std::uint32_t>(column),
                              line_, number, std::string(text)});
}

void SurveyCounter::read_row(Fields fields) {
  const std::uint64_t problems_before = report_.problem_count;
  given_.clear();
  const bool unit_known = read_unit(fields);
  begin_group(fields);
  if (!plan_.segments.empty()) read_segments(fields);
  if (plan_.count != SurveyPlan::npos) read_count(fields);
  if (unit_known) {
    if (plan_.wide)
      read_wide_answers(fields);
    else
      read_long_answer(fields);
  }
  if (report_.problem_count == problems_before && check_twice()) return commit();
  ++counts_.rejected;
}

bool SurveyCounter::read_unit(Fields fields) {
  new_group_ = false;
  if (plan_.unit == SurveyPlan::npos) {
    unit_ = plan_.constant_unit;
  } else {
    const std::string_view text = fields[plan_.unit];
    if (text != last_unit_ || last_unit_number_ == WordTable::kNone) {
      new_group_ = true;
      last_unit_ = text;
      last_unit_number_ = plan_.units.find(text);
    }
    unit_ = last_unit_number_;
    if (unit_ == WordTable::kNone) {
      problem(RowProblem::Kind::kUnknownUnit, plan_.unit + 1, text);
      return false;
    }
  }
  const Unit& unit = plan_.organisation->units()[unit_];
  if (!unit.in_scope) problem(RowProblem::Kind::kOutOfScope, plan_.unit + 1, unit.id.value);
  return unit.in_scope;
}

void SurveyCounter::begin_group(Fields fields) {
  const std::string_view respondent =
      plan_.respondent == SurveyPlan::npos ? std::string_view{} : fields[plan_.respondent];
  // A row without a respondent stands alone.
  if (respondent.empty() || respondent != last_respondent_) new_group_ = true;
  last_respondent_ = respondent;
  if (!new_group_) return;
  ++group_;
  group_line_ = line_;
}

void SurveyCounter::read_segments(Fields fields) {
  for (std::size_t i = 0; i < plan_.segments.size(); ++i) {
    const std::string_view text = fields[plan_.segments[i]];
    row_segments_[i] = text.empty() ? 0 : plan_.segment_words[i].find(text);
    if (row_segments_[i] == WordTable::kNone)
      problem(RowProblem::Kind::kUnknownSegment, plan_.segments[i] + 1, text, i);
  }
}

void SurveyCounter::read_count(Fields fields) {
  const std::string_view text = fields[plan_.count];
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), row_count_);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || row_count_ > kMostCount) problem(RowProblem::Kind::kBadCount, plan_.count + 1, text);
}

void SurveyCounter::read_long_answer(Fields fields) {
  std::uint32_t slot = plan_.constant_slot;
  if (plan_.indicator != SurveyPlan::npos) {
    slot = plan_.indicators.find(fields[plan_.indicator]);
    if (slot == WordTable::kNone)
      return problem(RowProblem::Kind::kUnknownIndicator, plan_.indicator + 1, fields[plan_.indicator]);
  }
  read_answer(slot, fields[plan_.value], plan_.value + 1);
}

void SurveyCounter::read_wide_answers(Fields fields) {
  if (!new_group_)
    return problem(RowProblem::Kind::kRespondentTwice, plan_.respondent + 1, last_respondent_, group_line_);
  for (const std::size_t column : plan_.answers)
    read_answer(plan_.columns[column].index, fields[column], column + 1);
}

bool SurveyCounter::check_slot(std::uint32_t slot, std::size_t column) {
  const SurveyPlan::Slot& wanted = plan_.slots[slot];
  const Unit& unit = plan_.organisation->units()[unit_];
  if (!wanted.kinds.empty() && !wanted.kinds.has(unit.kind)) {
    problem(RowProblem::Kind::kNotForKind, column, unit.id.value, 0, slot);
    return false;
  }
  if (wanted.source && wanted.source_fits) return true;
  problem(wanted.source ? RowProblem::Kind::kSourceNotAsked : RowProblem::Kind::kSourceUnclear, column, {}, 0,
          slot);
  return false;
}

void SurveyCounter::read_answer(std::uint32_t slot, std::string_view text, std::size_t column) {
  if (text.empty() || !check_slot(slot, column)) return;
  if (plan_.slots[slot].measure != nullptr) return read_figure(slot, text, column);
  const std::uint32_t point = plan_.point_words[plan_.slots[slot].words].find(text);
  if (point == PointWords::kNone) return problem(RowProblem::Kind::kUnknownPoint, column, text, 0, slot);
  if (point != PointWords::kMissing) given_.push_back({slot, point, 0, static_cast<std::uint32_t>(column)});
}

void SurveyCounter::read_figure(std::uint32_t slot, std::string_view text, std::size_t column) {
  const auto at = static_cast<std::uint32_t>(column);
  if (text == "not_applicable") return given_.push_back({slot, PointWords::kNotApplicable, 0, at});
  if (text == "dont_know") return given_.push_back({slot, PointWords::kDontKnow, 0, at});
  const SurveyPlan::Slot& wanted = plan_.slots[slot];
  const auto figure = parse_decimal(text, plan_.dialect.decimal_mark());
  if (!figure) return problem(RowProblem::Kind::kNotANumber, column, text, 0, slot);
  const bool as_written = wanted.factor == Factor{};
  const auto kept =
      as_written ? figure->with_digits(wanted.digits) : multiply(*figure, wanted.factor, wanted.digits);
  if (!kept)
    return problem(as_written ? RowProblem::Kind::kTooPrecise : RowProblem::Kind::kOutside, column, text, 0,
                   slot);
  const Measure& measure = *wanted.measure;
  if ((measure.least && *kept < *measure.least) || (measure.most && *kept > *measure.most))
    return problem(RowProblem::Kind::kOutside, column, text, 0, slot);
  given_.push_back({slot, 0, kept->units, at});
}

bool SurveyCounter::check_twice() {
  bool fresh = true;
  for (const Given& given : given_) {
    const Before& before = before_[given.slot];
    if (before.group != group_) continue;
    problem(RowProblem::Kind::kAnsweredTwice, given.column, {}, before.line, given.slot);
    fresh = false;
  }
  return fresh;
}

void SurveyCounter::commit() {
  for (const Given& given : given_) {
    counts_.responses += row_count_;
    add_to_cells(given);
    if (!plan_.slots[given.slot].pairs.empty()) add_pairs(given);
    before_[given.slot] = {group_, line_, row_count_, given.point};
  }
}

void SurveyCounter::add_to_cells(const Given& given) {
  const std::uint32_t width = plan_.widths[given.slot];
  std::uint64_t* const cells = counts_.cells(unit_, given.slot);
  const auto add = [&](std::uint32_t segment) {
    std::uint64_t* const cell = cells + static_cast<std::size_t>(segment) * width;
    if (given.point == PointWords::kNotApplicable) {
      cell[survey_cell::kNotApplicable] += row_count_;
    } else if (given.point == PointWords::kDontKnow) {
      cell[survey_cell::kDontKnow] += row_count_;
    } else if (plan_.slots[given.slot].measure != nullptr) {
      const WideInt figure = given.figure;
      cell[survey_cell::kFigures] += row_count_;
      add_wide(cell + survey_cell::kSum, figure * static_cast<WideInt>(row_count_));
      add_wide(cell + survey_cell::kSquares, figure * figure * static_cast<WideInt>(row_count_));
    } else {
      cell[survey_cell::kPoints + given.point] += row_count_;
    }
  };
  add(0);
  for (const std::uint32_t segment : row_segments_)
    if (segment != 0) add(segment);
}

void SurveyCounter::add_pairs(const Given& given) {
  const auto columns = static_cast<std::uint32_t>(row_segments_.size());
  std::copy(row_segments_.begin(), row_segments_.end(),
            before_segments_.begin() + static_cast<std::ptrdiff_t>(given.slot * columns));
  if (given.point >= PointWords::kMissing) return;
  for (const SurveyPlan::Pair& pair : plan_.slots[given.slot].pairs) {
    const Before& before = before_[pair.other];
    if (before.group != group_ || before.point >= PointWords::kMissing) continue;
    const std::uint32_t first = pair.is_first ? given.point : before.point;
    const std::uint32_t second = pair.is_first ? before.point : given.point;
    const std::uint32_t second_slot = pair.is_first ? pair.other : given.slot;
    const std::uint32_t place = first * (plan_.widths[second_slot] - survey_cell::kPoints) + second;
    const std::uint64_t count = std::min(row_count_, before.count);
    std::uint64_t* const cells = counts_.cells(unit_, pair.slot);
    cells[place] += count;
    for (std::uint32_t i = 0; i < columns; ++i) {
      const std::uint32_t segment = row_segments_[i];
      // A pair belongs to a segment when both answers do.
      if (segment != 0 && segment == before_segments_[pair.other * columns + i])
        cells[static_cast<std::size_t>(segment) * plan_.widths[pair.slot] + place] += count;
    }
  }
}

}  // namespace orienta

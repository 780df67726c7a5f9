// SPDX-License-Identifier: MIT
// Takes CSV text apart, record by record, without copying: fields are views into the text, which is changed
// in place where a quoted field has doubled quotes. Internal to answers; inline because the survey reader
// lives on it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/limits.hpp"

namespace orienta {

class CsvSplitter {
 public:
  enum class Step : std::uint8_t {
    kRecord,
    kEnd,
    kUnclosedQuote,  ///< line() and column() are those of the field it opens
    kStrayQuote,     ///< a quote inside a field that is not quoted, or text after the closing one
    kFieldTooLong,
  };

  /// `text` must outlive the splitter and the fields it gives.
  CsvSplitter(std::span<char> text, char separator)
      : at_(text.data()), end_(text.data() + text.size()), separator_(separator) {
    ends_field_[static_cast<unsigned char>(separator)] = true;
    ends_field_[static_cast<unsigned char>('\n')] = true;
    ends_field_[static_cast<unsigned char>('"')] = true;
  }

  /// The next record that is not an empty line. Fields beyond the room in `fields` are counted but not given.
  /// After a step that is neither kRecord nor kEnd the text cannot be read on.
  Step next(std::span<std::string_view> fields) {
    while (at_ < end_ && is_empty_line())
      skip_line();
    if (at_ >= end_) return Step::kEnd;
    line_ = next_line_;
    count_ = 0;
    for (;;) {
      std::string_view field;
      const bool quoted = *at_ == '"';
      const Step step = quoted ? quoted_field(field) : plain_field(field);
      if (step != Step::kRecord) return step;
      const bool last = at_ >= end_ || *at_ == '\n';
      if (last && !quoted && !field.empty() && field.back() == '\r') field.remove_suffix(1);
      if (count_ < fields.size()) fields[count_] = field;
      ++count_;
      if (last) break;
      ++at_;              // the separator
      if (at_ >= end_) {  // a separator ends the text: one more, empty field
        if (count_ < fields.size()) fields[count_] = {};
        ++count_;
        break;
      }
    }
    if (at_ < end_) skip_end_of_line();
    return Step::kRecord;
  }

  std::size_t count() const { return count_; }       ///< fields of the record
  std::uint64_t line() const { return line_; }       ///< where the record begins, from 1
  std::size_t column() const { return count_ + 1; }  ///< the field of a failed step, from 1
  std::uint64_t lines_read() const { return next_line_ - 1; }
  const char* position() const { return at_; }  ///< the next record begins here

 private:
  bool is_empty_line() const { return *at_ == '\n' || (*at_ == '\r' && at_ + 1 < end_ && at_[1] == '\n'); }
  void skip_end_of_line() {
    ++at_;
    ++next_line_;
  }
  void skip_line() {
    if (*at_ == '\r') ++at_;
    skip_end_of_line();
  }

  Step plain_field(std::string_view& field) {
    const char* const begin = at_;
    while (at_ < end_ && !ends_field_[static_cast<unsigned char>(*at_)])
      ++at_;
    if (at_ < end_ && *at_ == '"') return Step::kStrayQuote;
    field = {begin, static_cast<std::size_t>(at_ - begin)};
    return field.size() > limits::kCsvFieldBytes ? Step::kFieldTooLong : Step::kRecord;
  }

  Step quoted_field(std::string_view& field) {
    const std::uint64_t opened = next_line_;
    char* const begin = ++at_;
    char* write = begin;
    for (;;) {
      if (at_ >= end_) {
        line_ = opened;
        return Step::kUnclosedQuote;
      }
      if (*at_ == '"') {
        if (at_ + 1 >= end_ || at_[1] != '"') break;
        ++at_;
      } else if (*at_ == '\n') {
        ++next_line_;
      }
      // Most fields have nothing to close up; a byte that stays where it is need not be written.
      if (write != at_) *write = *at_;
      ++write;
      ++at_;
      if (write - begin > static_cast<std::ptrdiff_t>(limits::kCsvFieldBytes)) {
        line_ = opened;
        return Step::kFieldTooLong;
      }
    }
    ++at_;  // the closing quote
    field = {begin, static_cast<std::size_t>(write - begin)};
    if (at_ + 1 < end_ && *at_ == '\r' && at_[1] == '\n') ++at_;
    if (at_ + 1 == end_ && *at_ == '\r') ++at_;
    return at_ >= end_ || *at_ == separator_ || *at_ == '\n' ? Step::kRecord : Step::kStrayQuote;
  }

  char* at_;
  char* end_;
  char separator_;
  std::array<bool, 256> ends_field_{};
  std::uint64_t line_ = 1;
  std::uint64_t next_line_ = 1;
  std::size_t count_ = 0;
};

}  // namespace orienta

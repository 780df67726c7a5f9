// SPDX-License-Identifier: MIT
// Gathers the problems of one file while it is read. Internal to criteria.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "criteria/yaml.hpp"

namespace orienta {

/// A place in the file, from 1; 0 means the whole file.
struct Mark {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

inline Mark mark_of(const Yaml& value) {
  return {value.line, value.column};
}
inline Mark key_mark_of(const Yaml& value) {
  return {value.key_line, value.key_column};
}

class Report {
 public:
  explicit Report(std::string_view file) : file_(file) {}

  void error(Mark mark, Message message);
  void error(const Yaml& value, Message message) { error(mark_of(value), std::move(message)); }
  void warning(Mark mark, Message message);

  bool has_errors() const { return errors_ > 0; }

  /// Looking for the nearest word costs time, so a file with thousands of mistakes gets only so many hints.
  bool may_hint() { return hints_left_ > 0 && hints_left_-- > 0; }

  /// All problems in the order of their places: the first ones are kept, all are counted.
  Problems take();

 private:
  void add(Mark mark, Message message, Severity severity);

  std::string file_;
  std::vector<Problem> found_;
  Problems beyond_;  ///< counted only, when there are too many to be sorted
  std::size_t errors_ = 0;
  int hints_left_ = 50;
};

}  // namespace orienta

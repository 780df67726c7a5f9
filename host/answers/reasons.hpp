// SPDX-License-Identifier: MIT
// Why rows of a file are left out or are remarkable, for people: what is said of many rows stands there once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/error.hpp"

namespace orienta {

struct Reason {
  Message message;  ///< of the first row
  Severity severity = Severity::kError;
  std::uint64_t rows = 0;
  std::vector<std::uint32_t> lines;  ///< of the first rows, at most Reasons::kLines; empty: of the whole file
  bool is_varied = false;            ///< the other rows have the same kind of problem with other words
};

class Reasons {
 public:
  static constexpr std::size_t kLines = 5;
  /// More messages of one kind than these become one reason.
  static constexpr std::size_t kAlike = 3;

  /// Rows come in their order; two problems of one row that are alike count once.
  void add(const Message& message, std::uint32_t line, Severity severity);
  /// Those that are kept. The reasons of problems that are only counted are not known.
  static Reasons of(const Problems& problems);

  /// In the order in which they were met. Few: at most kAlike of each code.
  const std::vector<Reason>& all() const { return all_; }

 private:
  void fold(std::string_view code, Severity severity);

  std::vector<Reason> all_;
  std::vector<std::uint32_t> last_;  ///< by reason: the line that was counted last
};

}  // namespace orienta

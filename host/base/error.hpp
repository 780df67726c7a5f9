// SPDX-License-Identifier: MIT
// Errors are values: a kind the caller can branch on and one or more problems a person can read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/message.hpp"

namespace orienta {

/// A place in something the user gave us. Lines and columns count from 1; 0 means "the whole".
struct Where {
  std::string file;  ///< as the user named it; empty when the place is not in a file
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool operator==(const Where&) const = default;
};

enum class Severity : std::uint8_t { kError, kWarning, kNote };

struct Problem {
  Message message;
  Where where;
  Severity severity = Severity::kError;
  bool operator==(const Problem&) const = default;
};

/// Problems in the order they were found. All are counted, the first `kKept` are kept to be shown; when there
/// is no more room an error takes the place of the last warning or note.
class Problems {
 public:
  static constexpr std::size_t kKept = 50;

  void add(Message message, Where where = {}, Severity severity = Severity::kError);
  /// Takes over those of `other`, its uncounted ones too.
  void append(const Problems& other);
  /// Sorts the kept ones by file, line and column; equal places keep their order.
  void sort_by_place();

  const std::vector<Problem>& kept() const { return kept_; }
  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }
  bool has_errors() const { return errors_ > 0; }
  bool empty() const { return errors_ + warnings_ + notes_ == 0; }

 private:
  void keep(Problem problem);

  std::vector<Problem> kept_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t notes_ = 0;
};

/// What a caller may want to do differently. The words are in the problems.
enum class ErrorKind : std::uint8_t {
  kInput,      ///< what the user gave does not make sense: correct it and try again
  kUsage,      ///< the command or call itself is wrong
  kNotFound,   ///< a file, unit, set, person … of that name is not there
  kConflict,   ///< it exists already, or something moved on meanwhile
  kBusy,       ///< another program holds the file; trying later helps
  kRefused,    ///< not allowed: a plugin nobody trusted, a closed assessment
  kPlugin,     ///< a plugin crashed, hung, was killed or broke the contract
  kLimit,      ///< larger than a stated limit
  kNewer,      ///< made by a newer version of the program
  kCorrupt,    ///< damaged: not what the program wrote
  kNoSpace,    ///< the disk is full
  kIo,         ///< the operating system could not read or write
  kCancelled,  ///< the user asked to stop
};

struct Error {
  ErrorKind kind = ErrorKind::kInput;
  Problems problems;
};

/// An error with one problem.
Error fail(ErrorKind kind, Message message, Where where = {});

}  // namespace orienta

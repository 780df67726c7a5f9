// SPDX-License-Identifier: MIT
#include "base/error.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace orienta {

void Problems::add(Message message, Where where, Severity severity) {
  switch (severity) {
    case Severity::kError:
      ++errors_;
      break;
    case Severity::kWarning:
      ++warnings_;
      break;
    case Severity::kNote:
      ++notes_;
      break;
  }
  keep({std::move(message), std::move(where), severity});
}

void Problems::append(const Problems& other) {
  errors_ += other.errors_;
  warnings_ += other.warnings_;
  notes_ += other.notes_;
  for (const Problem& problem : other.kept_)
    keep(problem);
}

void Problems::keep(Problem problem) {
  if (kept_.size() >= kKept) {
    if (problem.severity != Severity::kError) return;
    const auto lesser = std::find_if(kept_.rbegin(), kept_.rend(),
                                     [](const Problem& kept) { return kept.severity != Severity::kError; });
    if (lesser == kept_.rend()) return;
    kept_.erase(std::next(lesser).base());
  }
  kept_.push_back(std::move(problem));
}

void Problems::sort_by_place() {
  std::stable_sort(kept_.begin(), kept_.end(), [](const Problem& left, const Problem& right) {
    const auto place = [](const Problem& problem) {
      return std::tie(problem.where.file, problem.where.line, problem.where.column);
    };
    return place(left) < place(right);
  });
}

Error fail(ErrorKind kind, Message message, Where where) {
  Error error{kind, {}};
  error.problems.add(std::move(message), std::move(where));
  return error;
}

}  // namespace orienta

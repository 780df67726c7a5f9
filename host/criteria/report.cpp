// SPDX-License-Identifier: MIT
#include "criteria/report.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace orienta {
namespace {

// Enough that the first fifty by place are almost always among them, and little enough for a hostile file.
constexpr std::size_t kMostSorted = 10'000;

}  // namespace

void Report::error(Mark mark, Message message) {
  ++errors_;
  add(mark, std::move(message), Severity::kError);
}

void Report::warning(Mark mark, Message message) {
  add(mark, std::move(message), Severity::kWarning);
}

void Report::add(Mark mark, Message message, Severity severity) {
  Where where{file_, mark.line, mark.column};
  if (found_.size() < kMostSorted)
    found_.push_back({std::move(message), std::move(where), severity});
  else
    beyond_.add(std::move(message), std::move(where), severity);
}

Problems Report::take() {
  std::stable_sort(found_.begin(), found_.end(), [](const Problem& left, const Problem& right) {
    return std::tie(left.where.line, left.where.column) < std::tie(right.where.line, right.where.column);
  });
  Problems all;
  for (Problem& problem : found_)
    all.add(std::move(problem.message), std::move(problem.where), problem.severity);
  all.append(beyond_);
  all.sort_by_place();
  found_.clear();
  return all;
}

}  // namespace orienta

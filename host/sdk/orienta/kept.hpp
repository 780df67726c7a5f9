// SPDX-License-Identifier: MIT
// What was worked out last, kept with what it was worked out from. The scenarios of a unit differ in a
// criterion or two; the groups that stay as they are need not be aggregated again.
//
// The result is a function of the items and nothing else, and items are the same when all their bits are: so
// it makes no difference whether a result is kept or worked out, and there is nothing to forget between
// scenarios, units or batches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "orienta/ladder.hpp"
#include "orienta/rating.hpp"

namespace orienta::sdk {

namespace detail {

/// To the bit: 0 and -0 differ, a NaN is the same as itself.
inline bool same(double a, double b) {
  return std::memcmp(&a, &b, sizeof a) == 0;
}
inline bool same(const Rating& a, const Rating& b) {
  return a.state == b.state && same(a.value, b.value) && same(a.error, b.error) &&
         same(a.freedom, b.freedom) && same(a.completeness, b.completeness) && a.count == b.count;
}
inline bool same(const Part& a, const Part& b) {
  return same(a.rating, b.rating) && same(a.weight, b.weight);
}
/// Its rung and whether it is mandatory come with the node.
inline bool same(const Step& a, const Step& b) {
  return a.node == b.node && same(a.part, b.part);
}

}  // namespace detail

/// Items in order, and their result: begin(), put() for each, result().
template <class Item, class Result>
class Kept {
 public:
  void begin() { count_ = 0; }

  void put(const Item& item) {
    if (count_ == items_.size()) {
      items_.push_back(item);
      is_known_ = false;
    } else if (!detail::same(items_[count_], item)) {
      items_[count_] = item;
      is_known_ = false;
    }
    ++count_;
  }

  /// `work_out(items)` gives the Result; it is asked only when the items are not those of the last time, and
  /// is the same function every time.
  template <class WorkOut>
  const Result& result(const WorkOut& work_out) {
    if (count_ != items_.size()) {
      items_.resize(count_);
      is_known_ = false;
    }
    if (!is_known_) result_ = work_out(items_);
    is_known_ = true;
    return result_;
  }

  /// As they were put, once result() was called.
  const std::vector<Item>& items() const { return items_; }

 private:
  std::vector<Item> items_;
  std::size_t count_ = 0;
  Result result_;
  bool is_known_ = false;
};

using KeptGroup = Kept<Part, Rating>;
using KeptRung = Kept<Step, Rung>;

}  // namespace orienta::sdk

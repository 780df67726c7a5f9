// SPDX-License-Identifier: MIT
// Views into a block. Offsets are the host's promise and are not checked; strides are honoured, so a plugin
// goes on working with a host whose entries have grown. A view is valid as long as its block.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "orienta/block.h"

namespace orienta::sdk {

/// Entries of a block, by reference. `index < size()` is the caller's duty.
template <class T>
class Range {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    Iterator(const char* at, std::uint32_t stride) : at_(at), stride_(stride) {}
    reference operator*() const { return *reinterpret_cast<const T*>(at_); }
    pointer operator->() const { return reinterpret_cast<const T*>(at_); }
    Iterator& operator++() {
      at_ += stride_;
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      at_ += stride_;
      return before;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const char* at_ = nullptr;
    std::uint32_t stride_ = 0;
  };

  Range() = default;
  Range(const void* block, const orienta_range_t& range)
      : first_(static_cast<const char*>(block) + range.offset), count_(range.count), stride_(range.stride) {}

  std::uint32_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  const T& operator[](std::uint32_t index) const {
    return *reinterpret_cast<const T*>(first_ + std::size_t{index} * stride_);
  }
  Iterator begin() const { return {first_, stride_}; }
  Iterator end() const { return {first_ + std::size_t{count_} * stride_, stride_}; }

  /// `count` entries from `first` on.
  Range part(std::uint32_t first, std::uint32_t count) const {
    Range result = *this;
    result.first_ += std::size_t{first} * stride_;
    result.count_ = count;
    return result;
  }
  /// The neighbours for which `is_before(entry)` is false and `is_after(entry)` is false, in a range sorted
  /// that way.
  template <class IsBefore, class IsAfter>
  Range between(IsBefore is_before, IsAfter is_after) const {
    const std::uint32_t from = first_not(0, is_before);
    const std::uint32_t to = first_not(from, [&](const T& entry) { return !is_after(entry); });
    return part(from, to - from);
  }

 private:
  template <class Predicate>
  std::uint32_t first_not(std::uint32_t low, Predicate predicate) const {
    std::uint32_t high = count_;
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (predicate((*this)[middle])) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  const char* first_ = nullptr;
  std::uint32_t count_ = 0;
  std::uint32_t stride_ = 0;
};

inline std::string_view text_in(const void* block, const orienta_string_t& text) {
  return {static_cast<const char*>(block) + text.offset, text.size};
}

/// For the other direction. The text stays the caller's.
constexpr orienta_text_t text_of(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace orienta::sdk

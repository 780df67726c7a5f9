// SPDX-License-Identifier: MIT
// Known words and their numbers, looked up millions of times: open addressing, one pass over the word.
// Internal to answers.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace orienta {

/// Filled first, then only read; reading is safe from any number of threads.
class WordTable {
 public:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  WordTable() : slots_(8) {}

  /// A word that is there already gets the new number.
  void add(std::string_view word, std::uint32_t number) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[place(word)];
    if (slot.number == kNone) {
      slot = {static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(word.size()), kNone};
      letters_ += word;
      ++count_;
    }
    slot.number = number;
  }

  /// The number, or kNone.
  std::uint32_t find(std::string_view word) const { return slots_[place(word)].number; }

 private:
  struct Slot {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t number = kNone;
  };

  static std::uint64_t load(const char* from, std::size_t size) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, size);
    return bytes;
  }

  // Words come from outside but only known ones are stored, so nobody can make them collide on purpose.
  static std::uint64_t hash(std::string_view word) {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15u;  // 2^64 / golden ratio: spreads neighbouring values
    std::uint64_t h = word.size() * kOdd;
    const char* at = word.data();
    std::size_t left = word.size();
    for (; left > 8; left -= 8, at += 8)
      h = (h ^ load(at, 8)) * kOdd, h ^= h >> 29;
    std::uint64_t rest = 0;
    if (left >= 4)
      rest = load(at, 4) | load(at + left - 4, 4) << 32;
    else if (left > 0)
      rest = load(at, 1) | load(at + left / 2, 1) << 8 | load(at + left - 1, 1) << 16;
    h = (h ^ rest) * kOdd;
    return h ^ h >> 32;
  }

  /// Where the word is or would be.
  std::size_t place(std::string_view word) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash(word) & mask;; i = (i + 1) & mask) {
      const Slot& slot = slots_[i];
      if (slot.number == kNone) return i;
      if (slot.size == word.size() &&
          std::memcmp(letters_.data() + slot.begin, word.data(), word.size()) == 0)
        return i;
    }
  }

  void grow() {
    const std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.size() * 2, {});
    for (const Slot& slot : old)
      if (slot.number != kNone)
        slots_[place(std::string_view(letters_).substr(slot.begin, slot.size))] = slot;
  }

  std::vector<Slot> slots_;
  std::string letters_;
  std::size_t count_ = 0;
};

}  // namespace orienta

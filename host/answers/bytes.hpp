// SPDX-License-Identifier: MIT
// Numbers as bytes, for tallies: 7 bits per byte, lowest first, the high bit says that more follow (LEB128).
// The shortest form is the only one that is read, so that equal numbers have equal bytes. Internal to
// answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "answers/tally.hpp"

namespace orienta {

__extension__ typedef unsigned __int128 WideUnsigned;

/// Signed numbers as unsigned ones, small ones staying small: 0, -1, 1, -2 become 0, 1, 2, 3.
inline WideUnsigned folded(WideInt number) {
  const auto bits = static_cast<WideUnsigned>(number);
  return number < 0 ? ~(bits << 1) : bits << 1;
}
inline WideInt unfolded(WideUnsigned number) {
  const WideUnsigned half = number >> 1;
  return static_cast<WideInt>((number & 1) != 0 ? ~half : half);
}

class ByteWriter {
 public:
  explicit ByteWriter(std::string& out) : out_(&out) {}

  void byte(std::uint8_t value) { out_->push_back(static_cast<char>(value)); }
  void number(std::uint64_t value) { put(value); }
  void wide(WideInt value) { put(folded(value)); }
  void text(std::string_view value) {
    number(value.size());
    out_->append(value);
  }

 private:
  template <class Unsigned>
  void put(Unsigned value) {
    while (value >= 0x80) {
      byte(static_cast<std::uint8_t>(static_cast<std::uint8_t>(value) | 0x80u));
      value >>= 7;
    }
    byte(static_cast<std::uint8_t>(value));
  }

  std::string* out_;
};

/// Each function is false when the bytes end too early or are not what is asked for; the reader is spent
/// then.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes)
      : next_(reinterpret_cast<const std::uint8_t*>(bytes.data())), end_(next_ + bytes.size()) {}

  std::size_t left() const { return static_cast<std::size_t>(end_ - next_); }

  bool byte(std::uint8_t& value) {
    if (next_ == end_) return false;
    value = *next_++;
    return true;
  }
  bool number(std::uint64_t& value) {
    if (next_ != end_ && *next_ < 0x80) {
      value = *next_++;
      return true;
    }
    return take<std::uint64_t, 64>(value);
  }
  bool wide(WideInt& value) {
    WideUnsigned bits = 0;
    if (!take<WideUnsigned, 128>(bits)) return false;
    value = unfolded(bits);
    return true;
  }
  bool text(std::uint64_t size, std::string_view& value) {
    if (size > left()) return false;
    value = {reinterpret_cast<const char*>(next_), static_cast<std::size_t>(size)};
    next_ += size;
    return true;
  }

 private:
  template <class Unsigned, unsigned kBits>
  bool take(Unsigned& value) {
    value = 0;
    for (unsigned shift = 0; next_ != end_ && shift < kBits; shift += 7) {
      const std::uint8_t part = *next_++;
      const Unsigned bits = part & 0x7Fu;
      if (shift + 7 > kBits && bits >> (kBits - shift) != 0) return false;
      value |= bits << shift;
      if (part < 0x80) return part != 0 || shift == 0;
    }
    return false;
  }

  const std::uint8_t* next_;
  const std::uint8_t* end_;
};

}  // namespace orienta

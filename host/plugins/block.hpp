// SPDX-License-Identifier: MIT
// A shared block: memory that a worker process can map read-only, filled by the host. Also used in process,
// so that both runners see the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

#include "base/result.hpp"
#include "orienta/block.h"

namespace orienta {

/// Append-only memory in a memfd. Offsets stay valid when it grows, pointers do not. Move-only; one thread at
/// a time.
class SharedBlock {
 public:
  static Result<SharedBlock> create();
  ~SharedBlock();
  SharedBlock(SharedBlock&& other) noexcept;
  SharedBlock& operator=(SharedBlock&& other) noexcept;

  /// Forgets the content and keeps the memory.
  void clear() { size_ = 0; }

  /// Reserves `bytes` zeroed bytes aligned to 16 and returns their offset. Throws std::bad_alloc when memory
  /// is out.
  std::uint64_t reserve(std::size_t bytes);

  template <class T>
  std::uint64_t put(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    return append(&value, sizeof(T));
  }
  template <class T>
  orienta_range_t put_all(std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    const std::uint64_t offset = append(values.data(), values.size_bytes());
    return {offset, static_cast<std::uint32_t>(values.size()), sizeof(T)};
  }
  orienta_string_t put_text(std::string_view text);

  template <class T>
  T& at(std::uint64_t offset) {
    return *reinterpret_cast<T*>(data() + offset);
  }

  std::byte* data() { return data_; }
  orienta_block_t view() const { return {data_, size_}; }
  std::uint64_t size() const { return size_; }
  int descriptor() const { return descriptor_; }

 private:
  SharedBlock() = default;
  /// Where `bytes` bytes begin that may hold anything; what is left out before them for alignment is zeroed.
  std::uint64_t make_room(std::size_t bytes);
  std::uint64_t append(const void* bytes, std::size_t size);
  void grow(std::uint64_t wanted);

  int descriptor_ = -1;
  std::byte* data_ = nullptr;
  std::uint64_t size_ = 0;
  std::uint64_t capacity_ = 0;
};

}  // namespace orienta

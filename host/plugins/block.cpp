// SPDX-License-Identifier: MIT
#include "plugins/block.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

namespace orienta {
namespace {

constexpr std::uint64_t kFirstCapacity = 64u << 10;
constexpr std::uint64_t kAlignment = 16;

}  // namespace

Result<SharedBlock> SharedBlock::create() {
  SharedBlock block;
  block.descriptor_ = ::memfd_create("orienta-block", MFD_CLOEXEC);
  if (block.descriptor_ < 0)
    return failure(ErrorKind::kIo, msg("plugins.no-shared-memory", {{"errno", errno}}));
  try {
    block.grow(kFirstCapacity);
  } catch (const std::bad_alloc&) {
    return failure(ErrorKind::kIo, msg("plugins.no-shared-memory", {{"errno", errno}}));
  }
  return block;
}

SharedBlock::~SharedBlock() {
  if (data_ != nullptr) ::munmap(data_, capacity_);
  if (descriptor_ >= 0) ::close(descriptor_);
}

SharedBlock::SharedBlock(SharedBlock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)) {}

SharedBlock& SharedBlock::operator=(SharedBlock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(capacity_, other.capacity_);
  return *this;
}

std::uint64_t SharedBlock::reserve(std::size_t bytes) {
  const std::uint64_t offset = make_room(bytes);
  std::memset(data_ + offset, 0, bytes);
  return offset;
}

std::uint64_t SharedBlock::append(const void* bytes, std::size_t size) {
  const std::uint64_t offset = make_room(size);
  if (size > 0) std::memcpy(data_ + offset, bytes, size);
  return offset;
}

std::uint64_t SharedBlock::make_room(std::size_t bytes) {
  const std::uint64_t offset = (size_ + kAlignment - 1) / kAlignment * kAlignment;
  if (bytes > SIZE_MAX / 4 - offset) throw std::bad_alloc();
  if (offset + bytes > capacity_) grow(offset + bytes);
  std::memset(data_ + size_, 0, offset - size_);
  size_ = offset + bytes;
  return offset;
}

orienta_string_t SharedBlock::put_text(std::string_view text) {
  const std::uint64_t offset = append(text.data(), text.size());
  if (offset > UINT32_MAX || text.size() > UINT32_MAX) throw std::bad_alloc();
  return {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(text.size())};
}

void SharedBlock::grow(std::uint64_t wanted) {
  std::uint64_t capacity = std::max(capacity_, kFirstCapacity);
  while (capacity < wanted)
    capacity *= 2;
  if (::ftruncate(descriptor_, static_cast<off_t>(capacity)) != 0) throw std::bad_alloc();
  void* memory = data_ == nullptr
                     ? ::mmap(nullptr, capacity, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, 0)
                     : ::mremap(data_, capacity_, capacity, MREMAP_MAYMOVE);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  data_ = static_cast<std::byte*>(memory);
  capacity_ = capacity;
}

}  // namespace orienta

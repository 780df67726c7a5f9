// SPDX-License-Identifier: MIT
#include "base/mo.hpp"

#include <cstddef>
#include <cstdint>

#include "base/utf8.hpp"

namespace orienta {
namespace {

class MoBytes {
 public:
  explicit MoBytes(std::string_view bytes) : bytes_(bytes), room_(bytes.size()) {}

  std::optional<std::uint32_t> number(std::size_t offset) const {
    if (offset > bytes_.size() || bytes_.size() - offset < 4) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_[offset + (big_endian_ ? i : 3 - i)]);
    return value;
  }

  bool read_magic() {
    constexpr std::uint32_t kMagic = 0x950412de;
    constexpr std::uint32_t kSwappedMagic = 0xde120495;
    const auto magic = number(0);
    big_endian_ = magic == kSwappedMagic;
    return big_endian_ || magic == kMagic;
  }

  /// The string whose length and offset stand at `descriptor`. Together the strings cannot be longer than the
  /// file, so the work is bounded by its size.
  std::optional<std::string_view> string(std::size_t descriptor) {
    const auto size = number(descriptor);
    const auto offset = number(descriptor + 4);
    if (!size || !offset || *offset > bytes_.size() || *size > bytes_.size() - *offset || *size > room_)
      return std::nullopt;
    room_ -= *size;
    const std::string_view text = bytes_.substr(*offset, *size);
    if (!is_utf8(text)) return std::nullopt;
    return text;
  }

 private:
  std::string_view bytes_;
  std::size_t room_;
  bool big_endian_ = false;
};

}  // namespace

std::optional<std::vector<MoEntry>> read_mo(std::string_view bytes) {
  constexpr std::size_t kDescriptorBytes = 8;
  MoBytes file(bytes);
  if (!file.read_magic()) return std::nullopt;
  const auto revision = file.number(4);
  const auto count = file.number(8);
  const auto ids = file.number(12);
  const auto texts = file.number(16);
  if (!revision || !count || !ids || !texts) return std::nullopt;
  if (*revision >> 16 > 1 || *count > bytes.size() / kDescriptorBytes) return std::nullopt;

  std::vector<MoEntry> entries;
  entries.reserve(*count);
  for (std::size_t i = 0; i < *count; ++i) {
    const auto id = file.string(*ids + i * kDescriptorBytes);
    const auto text = file.string(*texts + i * kDescriptorBytes);
    if (!id || !text) return std::nullopt;
    entries.push_back({id->substr(0, id->find('\0')), *text});
  }
  return entries;
}

}  // namespace orienta

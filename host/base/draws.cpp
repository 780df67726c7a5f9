// SPDX-License-Identifier: MIT
#include "base/draws.hpp"

#include <string>

#include "base/hash.hpp"

namespace orienta {
namespace {

std::string lowest_first(std::uint64_t number) {
  std::string bytes;
  for (int i = 0; i < 8; ++i, number >>= 8)
    bytes += static_cast<char>(number & 0xff);
  return bytes;
}

}  // namespace

double draw(std::uint64_t seed, std::string_view key, std::uint64_t counter) {
  Hasher hasher;
  hasher.add(lowest_first(seed));
  hasher.add(hash_of(key).view());
  hasher.add(lowest_first(counter));
  const Hash hash = hasher.finish();
  std::uint64_t bits = 0;
  for (int i = 7; i >= 0; --i)
    bits = bits << 8 | hash.bytes[static_cast<std::size_t>(i)];
  return static_cast<double>(bits >> 11) * 0x1p-53;
}

}  // namespace orienta

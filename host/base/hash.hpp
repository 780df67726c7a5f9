// SPDX-License-Identifier: MIT
// BLAKE2b-256, as `b2sum -l 256` prints it.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace orienta {

struct Hash {
  std::array<std::uint8_t, 32> bytes{};

  std::string hex() const;        ///< 64 lower-case digits
  std::string_view view() const;  ///< the 32 raw bytes, as long as this lives
  auto operator<=>(const Hash&) const = default;
};

std::optional<Hash> parse_hash(std::string_view hex);

Hash hash_of(std::string_view bytes);

/// The 32 raw bytes of SHA-256, only for formats of others that ask for it.
std::string sha256(std::string_view bytes);

/// For data that arrives in pieces. Not copyable; one thread at a time.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(Hasher&&) noexcept;
  Hasher& operator=(Hasher&&) noexcept;

  void add(std::string_view bytes);
  /// The hash of all that was added; the hasher is spent afterwards.
  Hash finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// `size` random bytes from the operating system's generator, for ids and salts.
std::string random_bytes(std::size_t size);
/// A random id of 26 characters a-z and 2-7 (128 bits).
std::string random_id();

}  // namespace orienta

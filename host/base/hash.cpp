// SPDX-License-Identifier: MIT
#include "base/hash.hpp"

#include <sodium.h>

#include <cassert>
#include <cstdlib>
#include <utility>

namespace orienta {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// Picks the fastest implementation for this machine. Fails only where there is no source of random numbers
/// at all.
bool start_sodium() {
  static const bool started = sodium_init() >= 0;
  return started;
}

}  // namespace

std::string Hash::hex() const {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    text += kHexDigits[byte >> 4];
    text += kHexDigits[byte & 0x0F];
  }
  return text;
}

std::string_view Hash::view() const {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<Hash> parse_hash(std::string_view hex) {
  Hash hash;
  if (hex.size() != hash.bytes.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < hash.bytes.size(); ++i) {
    const auto high = kHexDigits.find(hex[2 * i]);
    const auto low = kHexDigits.find(hex[2 * i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    hash.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return hash;
}

Hash hash_of(std::string_view bytes) {
  start_sodium();
  Hash hash;
  crypto_generichash(hash.bytes.data(), hash.bytes.size(), raw(bytes), bytes.size(), nullptr, 0);
  return hash;
}

std::string sha256(std::string_view bytes) {
  start_sodium();
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), raw(bytes), bytes.size());
  return hash;
}

struct Hasher::State {
  crypto_generichash_state blake;
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
  start_sodium();
  crypto_generichash_init(&state_->blake, nullptr, 0, Hash{}.bytes.size());
}
Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::add(std::string_view bytes) {
  assert(state_ && "the hasher is spent");
  crypto_generichash_update(&state_->blake, raw(bytes), bytes.size());
}

Hash Hasher::finish() {
  assert(state_ && "the hasher is spent");
  const auto state = std::exchange(state_, nullptr);
  Hash hash;
  crypto_generichash_final(&state->blake, hash.bytes.data(), hash.bytes.size());
  return hash;
}

std::string random_bytes(std::size_t size) {
  // Going on with predictable ids and salts would be worse than stopping, and no caller could do better.
  if (!start_sodium()) std::abort();
  std::string bytes(size, '\0');
  randombytes_buf(bytes.data(), size);
  return bytes;
}

std::string random_id() {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz234567";
  std::string id;
  std::uint32_t waiting = 0;
  int bits = 0;
  for (const char byte : random_bytes(16)) {
    waiting = (waiting << 8 | static_cast<unsigned char>(byte)) & 0xFFFF;
    for (bits += 8; bits >= 5; bits -= 5)
      id += kLetters[waiting >> (bits - 5) & 31];
  }
  id += kLetters[waiting << (5 - bits) & 31];
  return id;
}

}  // namespace orienta

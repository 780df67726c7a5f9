// SPDX-License-Identifier: MIT
#include "base/hash.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "base/base64.hpp"

using namespace orienta;

TEST_CASE("the hash is what b2sum -l 256 prints", "[base]") {
  CHECK(hash_of("").hex() == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  CHECK(hash_of("abc").hex() == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  // Longer than one block of 128 bytes.
  CHECK(hash_of(std::string(200, 'x')).hex() ==
        "7eb9c902d76f4876a0494066a9773bd4f8c0caf612f4683e352af66bc12af33e");
}

TEST_CASE("data in pieces has the hash of the whole", "[base]") {
  CHECK(rc::check([](const std::string& first, const std::string& second) {
    Hasher hasher;
    hasher.add(first);
    hasher.add("");
    Hasher moved = std::move(hasher);
    moved.add(second);
    RC_ASSERT(moved.finish() == hash_of(first + second));
  }));
}

TEST_CASE("a hash is read back from its digits and from nothing else", "[base]") {
  const Hash hash = hash_of("abc");
  CHECK(parse_hash(hash.hex()) == hash);
  CHECK(hash.view().size() == 32);
  CHECK_FALSE(parse_hash(""));
  CHECK_FALSE(parse_hash(hash.hex().substr(1)));
  CHECK_FALSE(parse_hash(hash.hex() + "0"));
  CHECK_FALSE(parse_hash(std::string(64, 'A')));
  CHECK_FALSE(parse_hash(std::string(64, 'g')));
  CHECK_FALSE(parse_hash(std::string(64, '\0')));
}

TEST_CASE("random ids have 26 letters and do not repeat", "[base]") {
  std::set<std::string> ids;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = random_id();
    CHECK(id.size() == 26);
    CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string::npos);
    ids.insert(id);
  }
  CHECK(ids.size() == 1000);
}

TEST_CASE("every letter occurs in random ids", "[base]") {
  std::set<char> letters;
  for (int i = 0; i < 100; ++i)
    for (const char letter : random_id())
      letters.insert(letter);
  CHECK(letters.size() == 32);
}

TEST_CASE("random bytes are as many as asked for", "[base]") {
  CHECK(random_bytes(0).empty());
  CHECK(random_bytes(33).size() == 33);
  CHECK(random_bytes(32) != random_bytes(32));
}

TEST_CASE("SHA-256 is what sha256sum prints", "[base]") {
  CHECK(base64(sha256("abc")) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
  CHECK(base64(sha256("")) == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST_CASE("base64 is padded to whole groups", "[base]") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64(std::string_view("\xFB\xFF\x00", 3)) == "+/8A");
}

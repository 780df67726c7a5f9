// SPDX-License-Identifier: MIT
// The little of JSON that the codecs share. Inside the module only.
#pragma once

#include <charconv>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/hash.hpp"
#include "base/ids.hpp"
#include "store/database.hpp"

namespace orienta::store {

using Json = nlohmann::json;

/// Text that is not UTF-8 cannot be written: Failed with kInput.
std::string dump(const Json& json);

/// Reads an object's members; a member that is absent has its default. BadRecord when it is not what it
/// should be.
class Members {
 public:
  Members(std::string_view bytes, const char* what);
  Members(const Json& json, const char* what);

  std::string text(const char* name) const;
  std::int64_t number(const char* name, std::int64_t fallback = 0) const;
  std::uint64_t count(const char* name, std::uint64_t fallback = 0) const;
  bool flag(const char* name) const;
  std::optional<double> real(const char* name) const;
  std::optional<Decimal> decimal(const char* name) const;
  std::optional<Hash> hash(const char* name) const;
  std::optional<Date> date(const char* name) const;
  std::vector<std::string> texts(const char* name) const;
  /// The member as an object.
  Members object(const char* name) const;
  /// The member as an array; empty when absent.
  const Json& array(const char* name) const;
  bool has(const char* name) const { return json_.contains(name); }
  /// A word of a closed list, by its look-up function.
  template <class Find>
  auto word(const char* name, Find look_up) const {
    const auto found = look_up(text(name));
    if (!found) bad();
    return *found;
  }
  [[noreturn]] void bad() const { throw BadRecord{what_}; }

  const char* what() const { return what_; }

 private:
  const Json* find(const char* name) const;

  Json json_;
  const char* what_;
};

/// Sets a member unless it is empty.
void put(Json& json, const char* name, std::string_view text);
void put(Json& json, const char* name, const std::optional<Decimal>& value);
void put(Json& json, const char* name, const std::optional<Hash>& value);
void put(Json& json, const char* name, const std::optional<Date>& value);
void put(Json& json, const char* name, const std::vector<std::string>& texts);
void put_flag(Json& json, const char* name, bool flag);
/// The shortest text that reads back as the same number.
void put_real(Json& json, const char* name, double value);

}  // namespace orienta::store

// SPDX-License-Identifier: MIT
#include "store/json.hpp"

#include <fmt/core.h>

namespace orienta::store {

std::string dump(const Json& json) {
  try {
    return json.dump();
  } catch (const Json::exception&) {
    throw Failed{fail(ErrorKind::kInput, msg("store.bad-text"))};
  }
}

Members::Members(std::string_view bytes, const char* what)
    : json_(Json::parse(bytes, nullptr, false)), what_(what) {
  if (!json_.is_object()) bad();
}

Members::Members(const Json& json, const char* what) : json_(json), what_(what) {
  if (!json_.is_object()) bad();
}

const Json* Members::find(const char* name) const {
  const auto found = json_.find(name);
  return found == json_.end() ? nullptr : &*found;
}

std::string Members::text(const char* name) const {
  const Json* member = find(name);
  if (member == nullptr) return {};
  if (!member->is_string()) bad();
  return member->get<std::string>();
}

std::int64_t Members::number(const char* name, std::int64_t fallback) const {
  const Json* member = find(name);
  if (member == nullptr) return fallback;
  if (!member->is_number_integer()) bad();
  return member->get<std::int64_t>();
}

std::uint64_t Members::count(const char* name, std::uint64_t fallback) const {
  const Json* member = find(name);
  if (member == nullptr) return fallback;
  if (!member->is_number_unsigned()) bad();
  return member->get<std::uint64_t>();
}

bool Members::flag(const char* name) const {
  const Json* member = find(name);
  if (member == nullptr) return false;
  if (!member->is_boolean()) bad();
  return member->get<bool>();
}

std::optional<double> Members::real(const char* name) const {
  if (!has(name)) return std::nullopt;
  const std::string written = text(name);
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc() || end != written.data() + written.size()) bad();
  return value;
}

std::optional<Decimal> Members::decimal(const char* name) const {
  if (!has(name)) return std::nullopt;
  const std::optional<Decimal> value = parse_decimal(text(name));
  if (!value) bad();
  return value;
}

std::optional<Hash> Members::hash(const char* name) const {
  if (!has(name)) return std::nullopt;
  const std::optional<Hash> value = parse_hash(text(name));
  if (!value) bad();
  return value;
}

std::optional<Date> Members::date(const char* name) const {
  if (!has(name)) return std::nullopt;
  const std::int64_t days = number(name);
  using Days = std::numeric_limits<std::int32_t>;
  if (days < Days::min() || days > Days::max()) bad();
  return Date{static_cast<std::int32_t>(days)};
}

Members Members::object(const char* name) const {
  const Json* member = find(name);
  if (member == nullptr) bad();
  return Members(*member, what_);
}

const Json& Members::array(const char* name) const {
  static const Json kNone = Json::array();
  const Json* member = find(name);
  if (member == nullptr) return kNone;
  if (!member->is_array()) bad();
  return *member;
}

std::vector<std::string> Members::texts(const char* name) const {
  std::vector<std::string> texts;
  for (const Json& text : array(name)) {
    if (!text.is_string()) bad();
    texts.push_back(text.get<std::string>());
  }
  return texts;
}

void put(Json& json, const char* name, std::string_view text) {
  if (!text.empty()) json[name] = text;
}
void put(Json& json, const char* name, const std::optional<Decimal>& value) {
  if (value) json[name] = value->to_string();
}
void put(Json& json, const char* name, const std::optional<Hash>& value) {
  if (value) json[name] = value->hex();
}
void put(Json& json, const char* name, const std::optional<Date>& value) {
  if (value) json[name] = value->days;
}
void put(Json& json, const char* name, const std::vector<std::string>& texts) {
  if (!texts.empty()) json[name] = texts;
}
void put_flag(Json& json, const char* name, bool flag) {
  if (flag) json[name] = true;
}
void put_real(Json& json, const char* name, double value) {
  json[name] = fmt::format("{}", value);
}

}  // namespace orienta::store

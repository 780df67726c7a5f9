// SPDX-License-Identifier: MIT
#include "criteria/fields.hpp"

#include <algorithm>
#include <utility>

#include "base/nearest.hpp"

namespace orienta {
namespace {

template <class Value>
bool keep(std::optional<Value>&& value, Value& into) {
  if (!value) return false;
  into = std::move(*value);
  return true;
}

}  // namespace

Fields::Fields(const Yaml& map, Report& report) : map_(map), report_(report) {
  if (!is_map()) report_.error(map, msg("criteria.expected-map"));
}

const Yaml* Fields::take(std::string_view key, Need need) {
  asked_.push_back(key);
  const Yaml* const value = map_.find(key);
  if (value == nullptr && need == Need::kRequired && is_map())
    report_.error(map_, msg("criteria.missing-key", {{"key", key}}));
  return value;
}

bool Fields::id(std::string_view key, std::string& into, Need need) {
  const Yaml* const value = take(key, need);
  return value != nullptr && keep(read_id(*value, report_), into);
}

bool Fields::word(std::string_view key, std::string& into, Need need) {
  const Yaml* const value = take(key, need);
  return value != nullptr && keep(read_word(*value, report_), into);
}

bool Fields::local(std::string_view key, LocalText& into, Need need) {
  const Yaml* const value = take(key, need);
  return value != nullptr && keep(read_local(*value, report_), into);
}

bool Fields::flag(std::string_view key, bool& into) {
  const Yaml* const value = take(key);
  return value != nullptr && keep(read_flag(*value, report_), into);
}

bool Fields::number(std::string_view key, double& into, Range range, Need need) {
  const Yaml* const value = take(key, need);
  return value != nullptr && keep(read_number(*value, range, report_), into);
}

bool Fields::whole(std::string_view key, int& into, Range range, Need need) {
  const Yaml* const value = take(key, need);
  return value != nullptr && keep(read_whole(*value, range, report_), into);
}

bool Fields::decimal(std::string_view key, std::optional<Decimal>& into) {
  const Yaml* const value = take(key);
  if (value == nullptr) return false;
  into = read_decimal(*value, report_);
  return into.has_value();
}

bool Fields::words(std::string_view key, std::vector<std::string>& into) {
  const Yaml* const value = take(key);
  if (value == nullptr) return false;
  into = read_words(*value, report_);
  return true;
}

bool Fields::ids(std::string_view key, std::vector<std::string>& into) {
  const Yaml* const value = take(key);
  if (value == nullptr) return false;
  into = read_ids(*value, report_);
  return true;
}

std::span<const Yaml> Fields::list(std::string_view key, Need need) {
  const Yaml* const value = take(key, need);
  if (value == nullptr) return {};
  const std::span<const Yaml> items = read_list(*value, report_);
  if (items.empty() && value->kind == Yaml::Kind::kList && need == Need::kRequired)
    report_.error(*value, msg("criteria.empty-list", {{"key", key}}));
  return items;
}

void Fields::done() {
  for (const auto& [key, value] : map_.entries) {
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    const auto near = report_.may_hint() ? nearest(key, asked_) : std::nullopt;
    if (near)
      report_.error(key_mark_of(value), msg("criteria.unknown-key-near", {{"key", key}, {"nearest", *near}}));
    else
      report_.error(key_mark_of(value),
                    msg("criteria.unknown-key", {{"key", key}, {"known", joined(asked_)}}));
  }
}

std::optional<std::uint32_t> Fields::read_bits(const Yaml& value, std::span<const std::string_view> names,
                                               bool may_be_empty) {
  std::uint32_t bits = 0;
  const std::span<const Yaml> items = read_list(value, report_);
  if (value.kind == Yaml::Kind::kList && items.empty() && !may_be_empty) {
    report_.error(value, msg("criteria.empty-choice", {{"known", joined(names)}}));
    return std::nullopt;
  }
  for (const Yaml& item : items) {
    const auto index = read_choice(item, names, report_);
    if (!index) continue;
    const std::uint32_t bit = 1u << *index;
    if ((bits & bit) != 0) report_.error(item, msg("criteria.repeated-item", {{"text", item.text}}));
    bits |= bit;
  }
  return bits;
}

}  // namespace orienta

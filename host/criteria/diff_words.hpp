// SPDX-License-Identifier: MIT
// Parts of a set as a file writes them, and the difference of two fields. Internal to criteria; see diff.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "criteria/diff.hpp"
#include "criteria/vocabulary.hpp"

namespace orienta {

std::string written(double number);
std::string written(bool flag);
std::string written(const Target& target);
std::string written(const Scale& scale);
std::string written(const Param& param);
std::string written(const std::vector<std::string>& words);
std::string written(const LocalText& text);

template <class Enum>
std::string written(Mask<Enum> mask, std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i)
    if (mask.has(static_cast<Enum>(i))) names.emplace_back(name_of(static_cast<Enum>(i)));
  return written(names);
}

inline SetValue value_of(const std::string& text) {
  return text.empty() ? SetValue() : SetValue(text);
}
inline SetValue value_of(const LocalText& text) {
  return text.empty() ? SetValue() : SetValue(text);
}
inline SetValue value_of(double number) {
  return number;
}

/// Compares the fields of one part and keeps those that differ.
class FieldDiff {
 public:
  FieldDiff(std::vector<SetDifference>& out, SetPart part, std::string id)
      : out_(out), part_(part), id_(std::move(id)) {}

  template <class Value>
  void field(SetChangeKind kind, const char* name, const Value& before, const Value& after) {
    if (!(before == after)) out_.push_back({kind, part_, id_, name, value_of(before), value_of(after)});
  }
  /// Of texts, the languages in which they differ.
  void field(SetChangeKind kind, const char* name, LocalText before, LocalText after) {
    if (before == after) return;
    for (const Lang lang : kLangs)
      if (before[lang] == after[lang]) before[lang] = after[lang] = "";
    out_.push_back({kind, part_, id_, name, value_of(before), value_of(after)});
  }
  void flag(SetChangeKind kind, const char* name, bool before, bool after) {
    field(kind, name, written(before), written(after));
  }
  void target(const Target& before, const Target& after) {
    field(SetChangeKind::kTarget, "target", written(before), written(after));
  }

 private:
  std::vector<SetDifference>& out_;
  SetPart part_;
  std::string id_;
};

}  // namespace orienta

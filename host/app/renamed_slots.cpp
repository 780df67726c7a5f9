// SPDX-License-Identifier: MIT
#include "app/renamed_slots.hpp"

#include <algorithm>

namespace orienta {
namespace {

constexpr std::string_view kJoint = "joint:";

}  // namespace

TallySheet under_layout(const TallySheet& sheet, const std::shared_ptr<const TallyLayout>& layout) {
  TallySheet out(layout);
  for (const auto& [key, cell] : sheet.cells())
    out.cell(key) = cell;
  return out;
}

std::string SlotNames::name(const std::string& slot) const {
  if (slot.starts_with(kJoint)) return joint_name(slot, slot.substr(kJoint.size()));
  const auto index = before_.indicator(slot);
  if (!index) return slot;
  const IndicatorFate& fate = diff_.fates[*index];
  return fate.stays() ? after_.indicators[*fate.after].id : slot + kept_as_;
}

std::string SlotNames::joint_name(const std::string& slot, const std::string& id) const {
  const auto before = std::ranges::find(before_.joints, id, &Joint::id);
  if (before == before_.joints.end()) return slot;
  const auto after = std::ranges::find(after_.joints, id, &Joint::id);
  const auto goes_on = [&](std::uint32_t was, std::uint32_t is) {
    return diff_.fates[was].stays() && diff_.fates[was].after == is;
  };
  const bool same = after != after_.joints.end() && goes_on(before->first, after->first) &&
                    goes_on(before->second, after->second);
  return same ? slot : slot + kept_as_;
}

std::shared_ptr<const TallyLayout> SlotNames::rename(const TallyLayout& layout) const {
  TallyLayout out = layout;
  bool differs = false;
  for (TallyLayout::Slot& slot : out.slots) {
    const std::string now = name(slot.id);
    differs = differs || now != slot.id;
    slot.id = now;
  }
  return differs ? std::make_shared<const TallyLayout>(std::move(out)) : nullptr;
}

}  // namespace orienta

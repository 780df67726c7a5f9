// SPDX-License-Identifier: MIT
#include "viewmodel/lookups.hpp"

namespace orienta::gui {

Known<std::vector<SetGaps>> gaps_for(Desk& desk) {
  const std::string unit = desk.study()->units()[desk.unit()].id.value;
  return desk.known<std::vector<SetGaps>>("gaps " + unit, [unit](Office& office) {
    return gaps_of(office.project(), office.assessment(), office.plugins(), {unit, ""}, kMostGaps);
  });
}

std::optional<AssessmentId> assessment_before(const Study& study) {
  for (std::size_t i = 1; i < study.all.size(); ++i)
    if (study.all[i].id == study.assessment->record.id) return study.all[i - 1].id;
  return std::nullopt;
}

Known<Comparison> change_since(Desk& desk) {
  const auto before = assessment_before(*desk.study());
  if (!before) return {nullptr, nullptr, true};
  const CompareOrder order{before->value, desk.study()->assessment->record.id.value,
                           desk.study()->units()[desk.unit()].id.value, "", ""};
  return desk.known<Comparison>(
      "change " + order.first + " " + order.second + " " + order.unit,
      [order](Office& office) { return compare(office.project(), office.plugins(), order); });
}

}  // namespace orienta::gui

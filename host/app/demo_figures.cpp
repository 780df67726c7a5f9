// SPDX-License-Identifier: MIT
// The invented network's figures of operations, and its targets.
#include <array>

#include "app/demo_files.hpp"
#include "app/demo_rows.hpp"

namespace orienta::demo {
namespace {

/// A figure runs from `worst` to `best` with the quality of the unit.
struct Figure {
  const char* set;
  const char* indicator;
  double worst, best;
  std::uint8_t digits;
  unsigned of;  ///< 0: the figure itself; else a share in per cent of about that many
  bool at_head_office;
};
constexpr Figure kFigures[] = {
    {"service-standards", "phone-answer-seconds", 75, 12, 0, 0, true},
    {"service-standards", "chat-reply-minutes", 12, 0.5, 1, 0, true},
    {"service-standards", "site-reply-hours", 30, 0.5, 1, 0, true},
    {"service-standards", "complaint-close-hours", 90, 14, 1, 0, false},
    {"service-standards", "csi-after-deal", 3.3, 4.7, 2, 0, false},
    {"service-standards", "base-freshness", 55, 97, 0, 480, false},
    {"service-standards", "buyer-churn", 5.5, 0.5, 0, 900, false},
    {"service-standards", "standards-kept", 62, 98, 0, 160, false},
    {"client-satisfaction", "complaint-hours", 90, 14, 1, 0, false},
    {"client-satisfaction", "negative-contacted", 40, 98, 0, 40, false},
};

const CriteriaSet& set_of(const Sets& sets, const Figure& figure) {
  return figure.set == sets.standards->id.value ? *sets.standards : *sets.clients;
}

void add_month(Rows& rows, const Figure& what, const std::string& unit, const std::string& month,
               double good) {
  const double value = what.worst + (what.best - what.worst) * std::clamp(good, 0.0, 1.0);
  const std::string key = unit + '/' + what.indicator + '/' + month;
  if (what.of == 0) {
    rows.add({unit, what.set, what.indicator, month, figure(value, what.digits), ""});
    return;
  }
  const double of = std::round(what.of * (0.8 + 0.4 * chance(key)));
  rows.add({unit, what.set, what.indicator, month, figure(of * value / 100, 0), figure(of, 0)});
}

void add_unit(Rows& rows, const Sets& sets, Half half, const std::string& unit, double strength,
              bool is_head_office) {
  constexpr std::array kFirst{"2026-03", "2026-04", "2026-05"};
  constexpr std::array kSecond{"2026-07", "2026-08", "2026-09"};
  for (const Figure& what : kFigures) {
    if (what.at_head_office != is_head_office) continue;
    const CriteriaSet& set = set_of(sets, what);
    const Criterion& criterion = set.criteria[set.indicators[*set.indicator(what.indicator)].criterion];
    for (const char* month : half == Half::kFirst ? kFirst : kSecond) {
      const double luck = 0.06 * (chance(unit + '/' + what.indicator + '/' + month) - 0.5);
      add_month(rows, what, unit, month, quality(unit, strength, criterion) + luck);
    }
  }
}

}  // namespace

File measures_file(const Sets& sets, Half half) {
  Rows rows("unit,set,indicator,period,value,of");
  const bool again = half == Half::kSecond;
  add_unit(rows, sets, half, std::string(kHeadOffice), kHeadStrength + (again ? kHeadGain : 0), true);
  for (const Branch& branch : branches())
    if (branch.is_in_scope)
      add_unit(rows, sets, half, branch.id, branch.strength + (again ? branch.gain : 0), false);
  return {"measures.csv", rows.take()};
}

File targets_file() {
  Rows rows("node,set,unit,role,kind,level,index,value");
  rows.add({"levels-of-service", "", "riverside", "", "", "5", "", ""});
  rows.add({"levels-of-service", "", "mill", "", "", "2", "", ""});
  rows.add({"levels-of-service", "", "airport", "", "", "2", "", ""});
  rows.add({"front-staff", "", "", "team-leader", "", "3", "", ""});
  rows.add({"base-freshness", "service-standards", "riverside", "", "", "", "", "95"});
  rows.add({"voice", "client-satisfaction", "", "", "branch", "", "75", ""});
  return {"targets.csv", rows.take()};
}

}  // namespace orienta::demo

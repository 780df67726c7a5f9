// SPDX-License-Identifier: MIT
// What is said of the invented network's employees, and by its clients.
#include <map>

#include "app/demo_files.hpp"
#include "app/demo_rows.hpp"

namespace orienta::demo {
namespace {

constexpr std::string_view kAnswers =
    "unit,set,indicator,source,assessor,occasion,date,state,value,reason,comment,confidence,evidence,finding";

/// What is essential comes easier than what only a part of the staff does.
double quality_of(const Person& person, const Criterion& criterion, Half half) {
  const double gain = half == Half::kFirst ? 0 : 0.5 * person.branch->gain;
  return quality(person.id, person.strength + gain, criterion) + 0.16 - 0.11 * criterion.level;
}

class People {
 public:
  People(const Sets& sets, Half half) : set_(*sets.people), half_(half) {}

  std::string text() {
    for (const Person& person : people())
      if (is_looked_at(*person.branch, half_))
        for (const Indicator& indicator : set_.indicators)
          if (asked_of(person, indicator)) views_of(person, indicator);
    return rows_.take();
  }

 private:
  /// Only what the role requires.
  bool asked_of(const Person& person, const Indicator& indicator) const {
    const auto role = std::ranges::find(set_.roles, person.role, &Role::id);
    return role != set_.roles.end() && role->requires_index.contains(set_.criteria[indicator.criterion].id);
  }

  void views_of(const Person& person, const Indicator& indicator) {
    const double good = quality_of(person, set_.criteria[indicator.criterion], half_);
    view(person, indicator, "self", "", "", good + person.self_bias);
    view(person, indicator, "manager", "manager", manager_of(person), good);
    for (unsigned i = 1; i <= person.colleagues; ++i)
      view(person, indicator, "peer", "round", "Colleague " + std::to_string(i) + " (invented)", good + 0.05);
    if (person.is_visited)
      view(person, indicator, "mystery_shopper", "visit", "Mystery Shopper (invented)", good - 0.05);
    if (person.branch->is_audited && person.role == "agent")
      view(person, indicator, "auditor", "shift", "Auditor Two (invented)", good - 0.03);
  }

  static std::string manager_of(const Person& person) {
    if (person.role == "team-leader") return "Regional manager (invented)";
    return "Team leader of " + std::string(person.branch->name) + " (invented)";
  }

  void view(const Person& person, const Indicator& indicator, std::string_view source,
            std::string_view occasion, const std::string& assessor, double good) {
    if (!indicator.answered_by.has(*source_of(source))) return;
    const std::string key = person.id + '/' + indicator.id + '/' + std::string(source) + '/' + assessor;
    const double luck = chance("state/" + key);
    if (luck < 0.02) return;
    const bool knows = luck < 0.98;
    const double seen = good + 0.16 * (chance(key) - 0.5);
    rows_.add({person.id, set_.id.value, indicator.id, source, assessor, occasion,
               half_ == Half::kFirst ? "2026-05-20" : "2026-10-13", knows ? "value" : "dont_know",
               knows ? answer_for(set_.scales[indicator.scale], seen) : "", "", "", "", "", ""});
  }

  const CriteriaSet& set_;
  Half half_;
  Rows rows_{kAnswers};
};

/// `n` clients answer, spread around what the unit is like.
template <class QualityOf>
void add_clients(Rows& rows, const CriteriaSet& set, const std::string& unit, unsigned n,
                 QualityOf quality_of) {
  for (const Indicator& indicator : set.indicators) {
    if (!indicator.answered_by.has(Source::kClient)) continue;
    const Scale& scale = set.scales[indicator.scale];
    const double good = quality_of(set.criteria[indicator.criterion]);
    std::map<std::string, unsigned> counts;
    for (unsigned i = 0; i < n; ++i) {
      const double share = (i + 0.5) / n;
      ++counts[answer_for(scale, 0.5 * good + 0.3 + 0.9 * (share - 0.5))];
    }
    for (const auto& [point, count] : counts)
      rows.add({unit, indicator.id, point, std::to_string(count)});
  }
}

constexpr std::string_view kSurvey = "unit,indicator,value,count";

}  // namespace

File people_file(const Sets& sets, Half half) {
  return {"people.csv", People(sets, half).text()};
}

File branch_clients_file(const Sets& sets, Half half) {
  Rows rows(kSurvey);
  for (const Branch& branch : branches()) {
    if (!branch.is_in_scope) continue;
    const bool again = half == Half::kSecond;
    const double strength = branch.strength + (again ? branch.gain : 0);
    add_clients(rows, *sets.clients, branch.id, branch.clients + (again ? branch.clients / 10 : 0),
                [&](const Criterion& criterion) { return quality(branch.id, strength, criterion); });
  }
  return {"clients-of-branches.csv", rows.take(), sets.clients->id.value};
}

File staff_clients_file(const Sets& sets, Half half) {
  Rows rows(kSurvey);
  for (const Person& person : people())
    if (person.branch->is_in_scope && person.role != "team-leader")
      add_clients(rows, *sets.people, person.id, person.clients,
                  [&](const Criterion& criterion) { return quality_of(person, criterion, half); });
  return {"clients-of-employees.csv", rows.take(), sets.people->id.value};
}

}  // namespace orienta::demo

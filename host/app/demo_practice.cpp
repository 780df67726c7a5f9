// SPDX-License-Identifier: MIT
// What the branches and the head office of the invented network say of themselves, with evidence, and what
// auditors saw.
#include <array>

#include "app/demo_files.hpp"
#include "app/demo_rows.hpp"

namespace orienta::demo {
namespace {

constexpr std::string_view kAnswers =
    "unit,set,indicator,source,assessor,occasion,date,state,value,reason,comment,confidence,evidence,finding";

/// Who answers: the head office for what is the same everywhere, a branch for its own practice.
struct Who {
  std::string id, name, assessor;
  UnitKind kind;
  double strength;
  bool is_audited;
};

struct Exception {
  const char* unit;
  const char* indicator;
  const char* reason;
};
constexpr Exception kNotApplicable[] = {
    {"station", "seller-after-deal", "The branch lets flats and sells none (invented)"},
    {"university", "liquid-first", "The branch has no listings for sale (invented)"},
    {"hillside", "skills-room", "Agents of this branch train at the region (invented)"},
};

struct Found {
  const char* unit;
  const char* indicator;
  const char* fact;
};
constexpr Found kFindings[] = {
    {"mill", "complaint-recorded",
     "major: Nine of twenty complaints seen in the post are in no register (invented)"},
    {"airport", "first-hours", "major: Half of the new buyers got no offer on the first day (invented)"},
    {"garden", "seller-standard", "minor: Two agents use the standard of the year before (invented)"},
    {"market", "deviations-closed", "minor: Three deviations have no date (invented)"},
    {"harbour", "client-first", "The branch keeps Saturday hours that clients asked for (invented)"},
};

std::vector<Who> who_answers(Half half) {
  const bool again = half == Half::kSecond;
  std::vector<Who> out;
  out.push_back({std::string(kHeadOffice), "Head office", "Iris Vance (invented)", UnitKind::kOrganisation,
                 kHeadStrength + (again ? kHeadGain : 0), true});
  const std::vector<Person> staff = people();
  for (const Branch& branch : branches()) {
    if (!is_looked_at(branch, half)) continue;
    const auto leader = std::ranges::find_if(
        staff, [&](const Person& each) { return each.branch == &branch && each.role == "team-leader"; });
    out.push_back({branch.id, branch.name, leader->name, UnitKind::kBranch,
                   branch.strength + (again ? branch.gain : 0), branch.is_audited});
  }
  return out;
}

/// Whether this unit is the one to answer: inherited criteria are the head office's.
bool answers(const Who& who, const Criterion& criterion, const Indicator& indicator) {
  if (!indicator.answered_by.has(Source::kSelf)) return false;
  return criterion.inherit == (who.kind == UnitKind::kOrganisation);
}

std::string evidence_id(EvidenceKind kind, const Who& who, const Criterion& criterion) {
  return std::string(name_of(kind)) + '-' + who.id + '-' + criterion.id;
}

/// Stronger units have more to show. In the second half there is at least what there was in the first.
bool has_evidence(EvidenceKind kind, const Who& who, const Criterion& criterion) {
  return criterion.evidence.has(kind) &&
         chance("evidence/" + evidence_id(kind, who, criterion)) < 1.35 * who.strength - 0.2;
}

template <class Take>
void each_evidence(const Who& who, const Criterion& criterion, Take take) {
  for (std::size_t i = 0; i < kEvidenceKindCount; ++i)
    if (const auto kind = static_cast<EvidenceKind>(i); has_evidence(kind, who, criterion)) take(kind);
}

/// What they have to show, by what they are asked for: only the standards ask it piece by piece.
std::string evidence_of(const Sets& sets, const CriteriaSet& set, const Who& who,
                        const Criterion& criterion) {
  std::string out;
  if (&set != sets.standards) return out;
  each_evidence(who, criterion, [&](EvidenceKind kind) {
    out += (out.empty() ? "" : "|") + evidence_id(kind, who, criterion);
  });
  return out;
}

class Practice {
 public:
  Practice(const Sets& sets, Half half) : sets_(sets), half_(half) {}

  std::string text() {
    for (const Who& who : who_answers(half_))
      for (const CriteriaSet* set : {sets_.ladder, sets_.standards, sets_.clients})
        for (const Indicator& indicator : set->indicators)
          if (answers(who, set->criteria[indicator.criterion], indicator)) answer(who, *set, indicator);
    return rows_.take();
  }

 private:
  void answer(const Who& who, const CriteriaSet& set, const Indicator& indicator) {
    const Criterion& criterion = set.criteria[indicator.criterion];
    const std::string key = who.id + '/' + set.id.value + '/' + indicator.id;
    const double good = quality(who.id, who.strength, criterion) + 0.12 * (chance(key) - 0.5);
    const double luck = chance("state/" + key);
    const char* const date = half_ == Half::kFirst ? "2026-05-12" : "2026-10-06";
    const auto exception = std::ranges::find_if(kNotApplicable, [&](const Exception& each) {
      return who.id == each.unit && indicator.id == each.indicator;
    });
    if (exception != std::end(kNotApplicable)) {
      rows_.add({who.id, set.id.value, indicator.id, "self", who.assessor, "self-audit", date,
                 "not_applicable", "", exception->reason, "", "sure", "", ""});
      return;
    }
    // Of a branch's questions one in fifty is left open at first, and for one in twenty nobody knows.
    const bool is_sure = half_ == Half::kSecond || who.kind == UnitKind::kOrganisation;
    if (!is_sure && luck < 0.02) return;
    const bool knows = is_sure || luck < 0.95;
    const std::string proof = evidence_of(sets_, set, who, criterion);
    rows_.add({who.id, set.id.value, indicator.id, "self", who.assessor, "self-audit", date,
               knows ? "value" : "dont_know",
               knows ? answer_for(set.scales[indicator.scale], good + 0.03) : "", "", "",
               luck < 0.6 ? "sure" : "likely", knows ? proof : "", ""});
    if (who.is_audited) audit(who, set, indicator, good, proof);
  }

  /// Auditors look at every third question, and at those where they found something.
  void audit(const Who& who, const CriteriaSet& set, const Indicator& indicator, double good,
             const std::string& proof) {
    const auto found = std::ranges::find_if(kFindings, [&](const Found& each) {
      return half_ == Half::kFirst && &set == sets_.standards && who.id == each.unit &&
             indicator.id == each.indicator;
    });
    const bool is_found = found != std::end(kFindings);
    if (!is_found && chance("audit/" + who.id + '/' + indicator.id) > 0.33) return;
    if (!indicator.answered_by.has(Source::kAuditor)) return;
    rows_.add({who.id, set.id.value, indicator.id, "auditor", "Auditor One (invented)", "audit",
               half_ == Half::kFirst ? "2026-06-02" : "2026-10-20", "value",
               answer_for(set.scales[indicator.scale], good - 0.03), "", "", "sure", proof,
               is_found ? found->fact : ""});
  }

  const Sets& sets_;
  Half half_;
  Rows rows_{kAnswers};
};

const char* word_for(EvidenceKind kind) {
  constexpr std::array kWords{"document", "record", "interview", "observation"};
  return kWords[static_cast<std::size_t>(kind)];
}

}  // namespace

bool is_looked_at(const Branch& branch, Half half) {
  return branch.is_in_scope && (half == Half::kFirst || branch.is_looked_at_again);
}

double quality(const std::string& unit, double strength, const Criterion& criterion) {
  const double hard = 0.2 * chance("hard/" + criterion.id) + 0.04 * criterion.level;
  return strength + 0.17 - hard + 0.16 * (chance(unit + '/' + criterion.id) - 0.5);
}

File evidence_file(const Sets& sets, Half half) {
  Rows rows("id,kind,title,place,date,expires");
  for (const Who& who : who_answers(half))
    for (const Criterion& criterion : sets.standards->criteria)
      if (criterion.inherit == (who.kind == UnitKind::kOrganisation))
        each_evidence(who, criterion, [&](EvidenceKind kind) {
          // The policy was in force for a year: it has to be renewed.
          const bool expires = criterion.id == "policy-hierarchy" && kind == EvidenceKind::kDocument;
          rows.add({evidence_id(kind, who, criterion), name_of(kind),
                    criterion.title.in(Lang::kEn) + ": " + word_for(kind) + ", " + who.name + " (invented)",
                    "", half == Half::kFirst ? "2026-04-15" : "2026-09-15", expires ? "2027-03-31" : ""});
        });
  return {"evidence.csv", rows.take()};
}

File practice_file(const Sets& sets, Half half) {
  return {"practice.csv", Practice(sets, half).text()};
}

}  // namespace orienta::demo

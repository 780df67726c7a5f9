// SPDX-License-Identifier: MIT
#include "app/shared_surveys.hpp"

#include <algorithm>
#include <set>

#include "answers/tallying.hpp"
#include "app/renamed_slots.hpp"

namespace orienta {
namespace {

using Slots = std::set<std::uint32_t>;

/// Which of this set's questions are counted already, by the file that said it.
using Counted = std::map<Hash, Slots>;

/// A wave of another set as this set reads it: its shared questions have the names they have here. The rest
/// has names that no set can give, and so stays out of merging.
std::shared_ptr<const TallyLayout> renamed(const TallyLayout& layout, std::span<const Home> theirs,
                                           const TallyLayout& own, std::span<const Home> ours,
                                           const Slots& counted) {
  TallyLayout out = layout;
  for (std::uint32_t slot = 0; slot < out.slots.size(); ++slot) {
    const auto home = slot < theirs.size() ? std::ranges::find(ours, theirs[slot]) : ours.end();
    const auto here = static_cast<std::uint32_t>(home - ours.begin());
    const bool is_wanted = home != ours.end() && !counted.contains(here);
    out.slots[slot].id = is_wanted ? own.slots[here].id : "other:" + out.slots[slot].id;
  }
  return std::make_shared<const TallyLayout>(std::move(out));
}

void add_slots(const TallySheet& sheet, Slots& slots) {
  for (const auto& [key, cell] : sheet.cells())
    if (!cell.is_zero()) slots.insert(key.slot);
}

bool shares(std::span<const Home> ours, std::span<const Home> theirs) {
  return std::ranges::any_of(theirs,
                             [&](const Home& home) { return std::ranges::find(ours, home) != ours.end(); });
}

class SharedSurveys {
 public:
  SharedSurveys(const Project& project, const OpenAssessment& assessment, std::size_t set,
                const std::optional<UnitId>& only)
      : project_(project), assessment_(assessment), set_(set), only_(only), ours_(homes(set)) {}

  Result<std::map<std::uint32_t, TallySheet>> read() {
    const auto waves = project_.waves(assessment_.record.id);
    if (!waves) return failure(waves.error());
    if (Status known = count_own(*waves); !known) return failure(std::move(known.error()));
    for (std::size_t other = 0; other < assessment_.sets.size(); ++other) {
      const std::vector<Home> theirs = homes(other);
      if (other == set_ || !shares(ours_, theirs)) continue;
      for (const Wave& wave : *waves)
        if (wave.set == assessment_.sets[other].id)
          if (Status added = add(wave, other, theirs); !added) return failure(std::move(added.error()));
    }
    return std::move(shared_);
  }

 private:
  std::vector<Home> homes(std::size_t set) const {
    return homes_of(assessment_.sets[set], std::span<const CriteriaSet>(assessment_.sets));
  }

  /// What files that were imported for another set as well say in this one.
  Status count_own(const std::vector<Wave>& waves) {
    for (const Wave& wave : waves) {
      const bool is_own = wave.set == assessment_.sets[set_].id;
      const bool is_twice = std::ranges::count(waves, wave.file_hash, &Wave::file_hash) > 1;
      if (!is_own || !is_twice) continue;
      Slots& slots = counted_[wave.file_hash];
      const auto take = [&](const UnitId&, TallySheet& sheet) -> Status {
        return add_slots(sheet, slots), Status();
      };
      const Status read =
          project_.each_wave_sheet(assessment_.record.id, wave, assessment_.layouts[set_], take);
      if (!read) return read;
    }
    return {};
  }

  Status add(const Wave& wave, std::size_t other, std::span<const Home> theirs) {
    Slots& counted = counted_[wave.file_hash];
    const auto layout =
        renamed(*assessment_.layouts[other], theirs, *assessment_.layouts[set_], ours_, counted);
    Slots added;
    const auto take = [&](const UnitId& id, TallySheet& sheet) -> Status {
      const auto unit = assessment_.organisation.find(id);
      if (!unit) return {};
      TallySheet part(assessment_.layouts[set_]);
      if (const auto merged = part.merge(under_layout(sheet, layout)); !merged)
        return failure(merged.error());
      add_slots(part, added);
      const auto merged = shared_.try_emplace(*unit, assessment_.layouts[set_]).first->second.merge(part);
      return merged ? Status() : failure(merged.error());
    };
    const Status read =
        project_.each_wave_sheet(assessment_.record.id, wave, assessment_.layouts[other], take, only_);
    counted.merge(added);
    return read;
  }

  const Project& project_;
  const OpenAssessment& assessment_;
  std::size_t set_;
  std::optional<UnitId> only_;
  std::vector<Home> ours_;
  Counted counted_;
  std::map<std::uint32_t, TallySheet> shared_;
};

}  // namespace

Result<std::map<std::uint32_t, TallySheet>> shared_surveys(const Project& project,
                                                           const OpenAssessment& assessment, std::size_t set,
                                                           const std::optional<UnitId>& only) {
  if (assessment.sets.size() < 2) return std::map<std::uint32_t, TallySheet>();
  return SharedSurveys(project, assessment, set, only).read();
}

}  // namespace orienta

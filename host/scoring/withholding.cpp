// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <tuple>

#include "scoring/cell_reading.hpp"
#include "scoring/pooling.hpp"

namespace orienta {
namespace {

using Group = Withholding::Group;
using Groups = std::vector<std::vector<Group>>;

/// One addend of a sum that is shown, or would be.
struct Member {
  std::uint32_t unit = 0;
  std::size_t group = 0;
  std::uint64_t size = 0;
  bool hidden = false;
};

/// The addends of a parent's sum, counted along while they are hidden: many children are hidden for the same
/// key, and looking at all of them each time would take for ever.
struct Family {
  std::size_t members = 0;
  std::size_t hidden = 0;
  std::uint64_t shown_size = 0;
  std::uint64_t hidden_size = 0;
};

/// A sum to look at: of a parent's children (by unit and key), or of a unit's segment values.
struct Task {
  enum class Kind : std::uint8_t { kFamily, kSegments };
  Kind kind = Kind::kFamily;
  std::uint32_t unit = 0;
  CellKey key;
};

class Hiding {
 public:
  Hiding(const CriteriaSet& set, const Organisation& organisation, std::uint64_t minimum,
         const Groups& groups)
      : set_(set),
        organisation_(organisation),
        minimum_(minimum),
        groups_(groups),
        hidden_(groups.size()),
        families_(groups.size()) {
    for (const Segment& segment : set.segments)
      segment_of_.insert(segment_of_.end(), segment.values.size(),
                         static_cast<std::size_t>(&segment - set.segments.data()));
  }

  std::vector<std::vector<CellKey>> run() {
    for (std::uint32_t unit = 0; unit < groups_.size(); ++unit)
      hidden_[unit].assign(groups_[unit].size(), false);
    for (std::uint32_t unit = 0; unit < groups_.size(); ++unit) {
      hide_small(unit);
      look_at_segments(unit);
      if (!organisation_.children(unit).empty()) look_at_family(unit);
    }
    while (!tasks_.empty()) {
      const Task task = tasks_.back();
      tasks_.pop_back();
      task.kind == Task::Kind::kFamily ? settle_family(task.unit, task.key)
                                       : settle_segments(task.unit, task.key);
    }
    return keys();
  }

 private:
  std::optional<std::size_t> find(std::uint32_t unit, const CellKey& key) const {
    const auto& groups = groups_[unit];
    const auto found =
        std::lower_bound(groups.begin(), groups.end(), key,
                         [](const Group& group, const CellKey& wanted) { return group.key < wanted; });
    if (found == groups.end() || found->key != key) return std::nullopt;
    return static_cast<std::size_t>(found - groups.begin());
  }

  void hide_small(std::uint32_t unit) {
    for (std::size_t i = 0; i < groups_[unit].size(); ++i)
      if (groups_[unit][i].size < minimum_) hide(unit, i);
  }

  void look_at_segments(std::uint32_t unit) {
    for (const Group& group : groups_[unit])
      if (group.key.segment > 0) tasks_.push_back({Task::Kind::kSegments, unit, group.key});
  }

  // Parents come before their children, so no addend is hidden yet. Only what was answered for the parent
  // itself has to be looked for: hidden children come as tasks of their own.
  void look_at_family(std::uint32_t unit) {
    const auto& sums = groups_[unit];
    auto& families = families_[unit];
    families.resize(sums.size());
    for (const std::uint32_t child : parts_of(unit)) {
      std::size_t at = 0;
      for (const Group& group : groups_[child]) {
        while (at < sums.size() && sums[at].key < group.key)
          ++at;
        if (at == sums.size()) break;
        if (sums[at].key != group.key) continue;
        ++families[at].members;
        families[at].shown_size += group.size;
      }
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
      const std::uint64_t rest = unseen_of(sums[i].size, families[i]);
      if (rest > 0 && rest < minimum_) tasks_.push_back({Task::Kind::kFamily, unit, sums[i].key});
    }
  }

  static std::uint64_t unseen_of(std::uint64_t sum, const Family& family) {
    return sum - std::min(sum, family.shown_size);
  }

  void count_as_hidden(std::uint32_t parent, const Group& group) {
    const auto sum = find(parent, group.key);
    if (!sum) return;
    Family& family = families_[parent][*sum];
    ++family.hidden;
    family.shown_size -= group.size;
    family.hidden_size += group.size;
  }

  void hide(std::uint32_t unit, std::size_t index) {
    if (hidden_[unit][index]) return;
    hidden_[unit][index] = true;
    const CellKey key = groups_[unit][index].key;
    if (const auto parent = family_of(unit)) {
      count_as_hidden(*parent, groups_[unit][index]);
      tasks_.push_back({Task::Kind::kFamily, *parent, key});
    }
    tasks_.push_back({Task::Kind::kFamily, unit, key});
    if (key.segment > 0) hide_breakdown(unit, key);
    if (key.segment == 0) hide_segments(unit, index);
    if (key.slot < set_.indicators.size()) hide_pairs(unit, key);
  }

  /// A breakdown is shown whole or not at all, and in all of a parent's units or in none: parts of it could
  /// be worked out from the rest, from a unit that has answers for one value only, and from what the parent
  /// shows.
  void hide_breakdown(std::uint32_t unit, const CellKey& key) {
    const auto parent = set_.pooled.has(key.source) ? family_of(unit) : std::nullopt;
    if (!parent) return hide_breakdown_of(unit, key);
    const auto breakdown = segment_of_[key.segment - 1u];
    if (!broken_down_.emplace(*parent, key.slot, key.source, breakdown).second)
      return hide_breakdown_of(unit, key);
    for (const std::uint32_t sibling : parts_of(*parent))
      hide_breakdown_of(sibling, key);
  }

  void hide_breakdown_of(std::uint32_t unit, const CellKey& key) {
    const auto& groups = groups_[unit];
    const CellKey first{key.slot, 0, key.source};
    for (auto i =
             std::lower_bound(groups.begin(), groups.end(), first,
                              [](const Group&group, const CellKey&wanted) { return group.key < wanted; });
         i != groups.end() && i->key.slot == key.slot; ++i) {
      if (i->key.source != key.source || i->key.segment == 0) continue;
      if (segment_of_[i->key.segment - 1u] == segment_of_[key.segment - 1u])
        hide(unit, static_cast<std::size_t>(i - groups.begin()));
    }
  }

  void hide_segments(std::uint32_t unit, std::size_t whole) {
    const auto& groups = groups_[unit];
    const CellKey key = groups[whole].key;
    for (std::size_t i = whole + 1; i < groups.size() && groups[i].key.slot == key.slot; ++i)
      if (groups[i].key.source == key.source) hide(unit, i);
  }

  /// A pair holds the answers to both of its indicators.
  void hide_pairs(std::uint32_t unit, const CellKey& key) {
    for (std::size_t i = 0; i < set_.joints.size(); ++i) {
      if (set_.joints[i].first != key.slot && set_.joints[i].second != key.slot) continue;
      const CellKey pair{static_cast<std::uint32_t>(set_.indicators.size() + i), key.segment, key.source};
      if (const auto index = find(unit, pair)) hide(unit, *index);
    }
  }

  /// Whose sum the unit is an addend of. Units out of scope have no cells of their own and are seen through.
  std::optional<std::uint32_t> family_of(std::uint32_t unit) const {
    auto parent = organisation_.parent(unit);
    while (parent && !organisation_.units()[*parent].in_scope)
      parent = organisation_.parent(*parent);
    return parent;
  }

  std::vector<std::uint32_t> parts_of(std::uint32_t unit) const {
    std::vector<std::uint32_t> parts;
    std::vector<std::uint32_t> through{unit};
    while (!through.empty()) {
      const std::uint32_t at = through.back();
      through.pop_back();
      for (const std::uint32_t child : organisation_.children(at))
        (organisation_.units()[child].in_scope ? parts : through).push_back(child);
    }
    return parts;
  }

  void settle_family(std::uint32_t unit, const CellKey& key) {
    const auto sum = find(unit, key);
    if (!sum || !set_.pooled.has(key.source) || families_[unit].empty()) return;
    const Family& family = families_[unit][*sum];
    const std::uint64_t unseen = unseen_of(groups_[unit][*sum].size, family);
    if (family.hidden == family.members ||
        is_enough(unseen, family.hidden, family.hidden_size, hidden_[unit][*sum]))
      return;
    std::vector<Member> members;
    for (const std::uint32_t child : parts_of(unit))
      if (const auto index = find(child, key))
        members.push_back({child, *index, groups_[child][*index].size, hidden_[child][*index]});
    settle(groups_[unit][*sum].size, hidden_[unit][*sum], members);
  }

  void settle_segments(std::uint32_t unit, const CellKey& key) {
    const auto whole = find(unit, {key.slot, 0, key.source});
    if (!whole) return;
    std::vector<Member> members;
    const auto& groups = groups_[unit];
    for (std::size_t i = *whole + 1; i < groups.size() && groups[i].key.slot == key.slot; ++i) {
      const Group& group = groups[i];
      if (group.key.source != key.source || group.key.segment == 0) continue;
      if (segment_of_[group.key.segment - 1u] != segment_of_[key.segment - 1u]) continue;
      members.push_back({unit, i, group.size, hidden_[unit][i]});
    }
    settle(groups_[unit][*whole].size, hidden_[unit][*whole], members);
  }

  /// Whether what is not shown of a sum cannot be had by subtraction, or does not matter.
  bool is_enough(std::uint64_t unseen, std::size_t hidden, std::uint64_t of_hidden, bool sum_hidden) const {
    const bool alone = hidden == 1 && of_hidden >= unseen && !sum_hidden;
    const bool nothing_unseen = unseen == 0 && !sum_hidden;
    return nothing_unseen || (unseen >= minimum_ && !alone);
  }

  /// Hides the smallest members until what is not shown of the sum is enough to be let out by subtraction.
  void settle(std::uint64_t sum, bool sum_hidden, std::vector<Member>& members) {
    std::uint64_t unseen = sum;
    std::size_t hidden = 0;
    for (const Member& member : members) {
      if (!member.hidden) unseen -= std::min(unseen, member.size);
      if (member.hidden) ++hidden;
    }
    std::uint64_t of_hidden = 0;
    for (const Member& member : members)
      if (member.hidden) of_hidden += member.size;
    std::stable_sort(members.begin(), members.end(),
                     [](const Member& left, const Member& right) { return left.size < right.size; });
    for (const Member& member : members) {
      if (is_enough(unseen, hidden, of_hidden, sum_hidden)) return;
      if (member.hidden) continue;
      hide(member.unit, member.group);
      unseen += member.size;
      of_hidden += member.size;
      ++hidden;
    }
  }

  std::vector<std::vector<CellKey>> keys() const {
    std::vector<std::vector<CellKey>> all(groups_.size());
    for (std::size_t unit = 0; unit < groups_.size(); ++unit)
      for (std::size_t i = 0; i < groups_[unit].size(); ++i)
        if (hidden_[unit][i]) all[unit].push_back(groups_[unit][i].key);
    return all;
  }

  const CriteriaSet& set_;
  const Organisation& organisation_;
  std::uint64_t minimum_;
  const Groups& groups_;
  std::vector<std::vector<bool>> hidden_;
  std::vector<std::vector<Family>> families_;  ///< of units with children, by group
  std::vector<std::size_t> segment_of_;        ///< by segment number - 1
  /// Parents whose units hide a breakdown already: parent, slot, source, segment.
  std::set<std::tuple<std::uint32_t, std::uint32_t, Source, std::size_t>> broken_down_;
  std::vector<Task> tasks_;
};

}  // namespace

Withholding::Withholding(const CriteriaSet& set, const Organisation& organisation, std::uint64_t minimum)
    : set_(&set), organisation_(&organisation), minimum_(minimum), groups_(organisation.units().size()) {}

void Withholding::add(std::uint32_t unit, const TallySheet& completed) {
  if (set_->anonymous.empty() || minimum_ < 2 || !organisation_->units()[unit].in_scope) return;
  groups_[unit].reserve(completed.cells().size());
  for (const auto& [key, cell] : completed.cells()) {
    if (!set_->anonymous.has(key.source)) continue;
    if (const std::uint64_t size = group_size(cell); size > 0) groups_[unit].push_back({key, size});
  }
}

std::vector<std::vector<CellKey>> Withholding::finish() const {
  return Hiding(*set_, *organisation_, minimum_, groups_).run();
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "app/unit_edit.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "app/wording.hpp"

namespace orienta {
namespace {

using Indexes = std::vector<std::size_t>;

/// The units with the order of siblings apart from them, so that it can be changed.
class Tree {
 public:
  explicit Tree(const std::vector<Unit>& units) : units_(units) {
    for (std::size_t i = 0; i < units_.size(); ++i)
      index_.emplace(units_[i].id, i);
    for (std::size_t i = 0; i < units_.size(); ++i)
      siblings(units_[i].parent).push_back(i);
  }

  Result<std::size_t> find(const UnitId& id) const {
    if (const auto found = index_.find(id); found != index_.end()) return found->second;
    std::vector<std::string> known;
    for (const Unit& unit : units_)
      known.push_back(unit.id.value);
    return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-unit"), id.value, known));
  }
  bool has(const UnitId& id) const { return index_.contains(id); }
  Unit& unit(std::size_t index) { return units_[index]; }
  /// Those below a unit that is there, else the roots.
  Indexes& siblings(const UnitId& parent) { return children_[has(parent) ? parent : UnitId()]; }

  /// Depth first. Units of a circle are not reached by that and come last, for the check that follows to
  /// find.
  std::vector<Unit> units() {
    std::vector<Unit> out;
    std::vector<bool> taken(units_.size(), false);
    Indexes waiting(children_[UnitId()].rbegin(), children_[UnitId()].rend());
    while (!waiting.empty()) {
      const std::size_t at = waiting.back();
      waiting.pop_back();
      taken[at] = true;
      out.push_back(units_[at]);
      const Indexes& below = children_[units_[at].id];
      waiting.insert(waiting.end(), below.rbegin(), below.rend());
    }
    for (std::size_t i = 0; i < units_.size(); ++i)
      if (!taken[i]) out.push_back(units_[i]);
    return out;
  }

 private:
  std::vector<Unit> units_;
  std::unordered_map<UnitId, std::size_t> index_;
  std::unordered_map<UnitId, Indexes> children_;
};

/// "North Branch" becomes "north-branch"; letters that ids cannot have are left out.
std::string slug_of(const std::string& name) {
  std::string slug;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      slug += upper ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
    if (slug.size() == 40) break;
  }
  while (!slug.empty() && slug.back() == '-')
    slug.pop_back();
  return slug.size() < 2 ? "unit" : slug;
}

UnitId free_id(const Tree& tree, const std::string& name) {
  const std::string slug = slug_of(name);
  UnitId id(slug);
  for (int number = 2; tree.has(id); ++number)
    id = UnitId(slug + "-" + std::to_string(number));
  return id;
}

}  // namespace

Result<std::vector<Unit>> with_unit_changed(std::vector<Unit> units, const Unit& changed) {
  const auto found = std::ranges::find(units, changed.id, &Unit::id);
  if (found == units.end()) return failure(Tree(units).find(changed.id).error());
  *found = changed;
  return units;
}

Result<std::vector<Unit>> with_unit_added(const std::vector<Unit>& units, Unit added) {
  Tree tree(units);
  if (!added.parent.empty())
    if (const auto parent = tree.find(added.parent); !parent) return failure(parent.error());
  if (added.id.empty()) added.id = free_id(tree, added.name);
  std::vector<Unit> with = units;
  with.push_back(std::move(added));
  return Tree(with).units();
}

Result<std::vector<Unit>> with_unit_removed(const std::vector<Unit>& units, const UnitId& id) {
  Tree tree(units);
  if (const auto found = tree.find(id); !found) return failure(found.error());
  std::unordered_set<UnitId> gone{id};
  std::vector<Unit> left;
  for (Unit& unit : tree.units())  // parents come first
    if (gone.contains(unit.id) || gone.contains(unit.parent))
      gone.insert(unit.id);
    else
      left.push_back(std::move(unit));
  if (left.empty()) return failure(ErrorKind::kRefused, msg("app.last-unit"));
  return left;
}

Result<std::vector<Unit>> with_unit_moved(const std::vector<Unit>& units, const UnitId& id,
                                          const UnitId& parent) {
  Tree tree(units);
  const auto moved = tree.find(id);
  if (!moved) return failure(moved.error());
  if (!parent.empty()) {
    const auto to = tree.find(parent);
    if (!to) return failure(to.error());
    // Longer than there are units is a circle that was there before; replace_units() reports that one.
    UnitId above = parent;
    for (std::size_t step = 0; step < units.size() && tree.has(above); ++step) {
      if (above == id)
        return failure(ErrorKind::kInput,
                       msg("app.unit-below-itself", {{"unit", id.value}, {"parent", parent.value}}));
      above = tree.unit(*tree.find(above)).parent;
    }
  }
  Indexes& from = tree.siblings(tree.unit(*moved).parent);
  std::erase(from, *moved);
  tree.unit(*moved).parent = parent;
  tree.siblings(parent).push_back(*moved);
  return tree.units();
}

Result<std::vector<Unit>> with_unit_shifted(const std::vector<Unit>& units, const UnitId& id, Shift shift) {
  Tree tree(units);
  const auto shifted = tree.find(id);
  if (!shifted) return failure(shifted.error());
  Indexes& siblings = tree.siblings(tree.unit(*shifted).parent);
  const auto at = std::ranges::find(siblings, *shifted);
  if (shift == Shift::kUp && at != siblings.begin()) std::iter_swap(at, at - 1);
  if (shift == Shift::kDown && at + 1 != siblings.end()) std::iter_swap(at, at + 1);
  return tree.units();
}

}  // namespace orienta

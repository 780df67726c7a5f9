// SPDX-License-Identifier: MIT
#include "analysis/unit_reader.hpp"

#include <algorithm>

namespace orienta {
namespace {

bool inherits(const CriteriaSet& set) {
  return std::ranges::any_of(set.criteria, [](const Criterion& criterion) { return criterion.inherit; });
}

bool can_be_withheld(const CriteriaSet& set) {
  return std::ranges::any_of(set.indicators, [&](const Indicator& indicator) {
    return (indicator.answered_by.bits & set.anonymous.bits) != 0;
  });
}

}  // namespace

UnitReader::UnitReader(const AssessInput& input)
    : input_(&input),
      needs_all_(!input.set->pooled.empty() || inherits(*input.set) || can_be_withheld(*input.set)),
      pool_(*input.set, *input.organisation),
      withholding_(*input.set, *input.organisation, input.minimum_group) {}

Result<UnitReader> UnitReader::prepare(const AssessInput& input) {
  UnitReader reader(input);
  if (reader.needs_all_) {
    if (Status looked = reader.look_at_all(); !looked) return failure(std::move(looked.error()));
    if (Status completed = reader.complete_parents(); !completed)
      return failure(std::move(completed.error()));
    reader.hand_down();
    reader.withheld_ = reader.withholding_.finish();
  }
  return reader;
}

Status UnitReader::look_at_all() {
  return input_->sheets([&](std::uint32_t unit, TallySheet& sheet) -> Status {
    if (Status added = pool_.add(unit, sheet); !added) return added;
    if (is_parent(unit))
      own_parents_.emplace(unit, sheet);
    else
      withholding_.add(unit, sheet);
    return {};
  });
}

Status UnitReader::complete_parents() {
  for (std::uint32_t unit = 0; unit < input_->organisation->units().size(); ++unit) {
    if (!is_parent(unit)) continue;
    const auto own = own_parents_.find(unit);
    TallySheet sheet = own != own_parents_.end() ? own->second : TallySheet(input_->layout);
    if (Status completed = pool_.complete(unit, sheet); !completed) return completed;
    withholding_.add(unit, sheet);
    parents_.emplace(unit, std::move(sheet));
  }
  return {};
}

// Parents come before their children, so what a grandparent hands down is known when a parent's turn comes.
void UnitReader::hand_down() {
  if (!inherits(*input_->set)) return;
  const TallySheet nothing(input_->layout);
  for (std::uint32_t unit = 0; unit < input_->organisation->units().size(); ++unit) {
    if (!is_parent(unit)) continue;
    const auto own = own_parents_.find(unit);
    const auto parent = input_->organisation->parent(unit);
    const auto above = parent ? handed_down_.find(*parent) : handed_down_.end();
    handed_down_.emplace(unit, inheritable(*input_->set, own != own_parents_.end() ? own->second : nothing,
                                           above != handed_down_.end() ? &above->second : nullptr));
  }
}

Status UnitReader::read(std::uint32_t unit, const TallySheet& sheet,
                        const std::function<Status(const Read&)>& take) {
  const Unit& record = input_->organisation->units()[unit];
  ReadingContext context;
  context.kind = record.kind;
  context.in_scope = record.in_scope;
  context.population = record.population;
  context.minimum_group = input_->minimum_group;
  if (unit < input_->findings.size()) context.findings = input_->findings[unit];
  if (const auto parent = input_->organisation->parent(unit))
    if (const auto down = handed_down_.find(*parent); down != handed_down_.end())
      context.inherited = &down->second;
  const std::span<const CellKey> withheld = withheld_.empty() ? std::span<const CellKey>() : withheld_[unit];
  read_tallies(*input_->set, sheet, context, 0, withheld, readings_);
  return take({unit, sheet, withheld, readings_});
}

Status UnitReader::each(const std::function<Status(const Read&)>& take) {
  std::vector<bool> seen(input_->organisation->units().size());
  const Status handed = input_->sheets([&](std::uint32_t unit, TallySheet& sheet) -> Status {
    if (!wanted(unit) || (needs_all_ && is_parent(unit))) return {};
    seen[unit] = true;
    return read(unit, sheet, take);
  });
  if (!handed) return handed;
  const TallySheet nothing(input_->layout);
  for (std::uint32_t unit = 0; unit < seen.size(); ++unit) {
    if (seen[unit] || !wanted(unit)) continue;
    const auto parent = parents_.find(unit);
    if (Status done = read(unit, parent != parents_.end() ? parent->second : nothing, take); !done)
      return done;
  }
  return {};
}

Status UnitReader::read_again(std::uint32_t unit, TallySheet own,
                              const std::function<Status(const Read&)>& take) {
  if (!needs_all_ || !is_parent(unit)) return read(unit, own, take);
  if (Status completed = pool_.complete(unit, own); !completed) return completed;
  return read(unit, own, take);
}

bool concerns_others(const AssessInput& input, std::uint32_t unit, std::uint32_t indicator, Source source) {
  const CriteriaSet& set = *input.set;
  if (set.pooled.has(source) && input.organisation->parent(unit)) return true;
  if (set.anonymous.has(source)) return true;
  if (!set.criteria[set.indicators[indicator].criterion].inherit) return false;
  const std::vector<bool> scored = scored_units(set, *input.organisation);
  return std::ranges::any_of(input.organisation->children(unit),
                             [&](std::uint32_t child) { return scored[child]; });
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "scoring/pooling.hpp"

namespace orienta {

UpwardPool::UpwardPool(const CriteriaSet& set, const Organisation& organisation)
    : set_(&set), organisation_(&organisation), from_children_(organisation.units().size()) {}

Status UpwardPool::add(std::uint32_t unit, const TallySheet& own) {
  const auto parent = organisation_->parent(unit);
  if (!parent || set_->pooled.empty() || !organisation_->units()[unit].in_scope) return {};
  std::unique_ptr<TallySheet>& sum = from_children_[*parent];
  if (!sum) sum = std::make_unique<TallySheet>(own.shared_layout());
  const MergeFilter pooled{set_->pooled, false};
  if (auto merged = sum->merge(own, pooled); !merged) return failure(std::move(merged.error()));
  return {};
}

Status UpwardPool::complete(std::uint32_t unit, TallySheet& own) const {
  std::vector<std::uint32_t> below{unit};
  while (!below.empty()) {
    const std::uint32_t at = below.back();
    below.pop_back();
    if (from_children_[at]) {
      if (auto merged = own.merge(*from_children_[at]); !merged) return failure(std::move(merged.error()));
    }
    for (const std::uint32_t child : organisation_->children(at))
      if (!organisation_->children(child).empty()) below.push_back(child);
  }
  return {};
}

}  // namespace orienta

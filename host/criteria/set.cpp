// SPDX-License-Identifier: MIT
#include "criteria/set.hpp"

#include <algorithm>
#include <numeric>

namespace orienta {
namespace {

template <class IdOf>
void sort_by_id(std::vector<std::uint32_t>& order, std::size_t count, IdOf id_of) {
  order.resize(count);
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t left, std::uint32_t right) { return id_of(left) < id_of(right); });
}

template <class IdOf>
std::optional<std::uint32_t> find_by_id(const std::vector<std::uint32_t>& order, std::size_t count,
                                        IdOf id_of, std::string_view id) {
  if (order.size() != count) {
    for (std::uint32_t i = 0; i < count; ++i)
      if (id_of(i) == id) return i;
    return std::nullopt;
  }
  const auto found =
      std::lower_bound(order.begin(), order.end(), id,
                       [&](std::uint32_t index, std::string_view wanted) { return id_of(index) < wanted; });
  if (found == order.end() || id_of(*found) != id) return std::nullopt;
  return *found;
}

}  // namespace

void CriteriaSet::build_index() {
  sort_by_id(nodes_by_id, node_count(), [this](std::uint32_t i) -> const std::string& { return node_id(i); });
  sort_by_id(indicators_by_id, indicators.size(),
             [this](std::uint32_t i) -> const std::string& { return indicators[i].id; });
}

std::uint32_t CriteriaSet::node_count() const {
  return static_cast<std::uint32_t>(1 + dimensions.size() + criteria.size());
}

std::uint32_t CriteriaSet::node_of_dimension(std::size_t index) const {
  return static_cast<std::uint32_t>(1 + index);
}

std::uint32_t CriteriaSet::node_of_criterion(std::size_t index) const {
  return static_cast<std::uint32_t>(1 + dimensions.size() + index);
}

const std::string& CriteriaSet::node_id(std::uint32_t node) const {
  if (node == 0) return id.value;
  if (node <= dimensions.size()) return dimensions[node - 1].id;
  return criteria[node - 1 - dimensions.size()].id;
}

const LocalText& CriteriaSet::node_title(std::uint32_t node) const {
  if (node == 0) return title;
  if (node <= dimensions.size()) return dimensions[node - 1].title;
  return criteria[node - 1 - dimensions.size()].title;
}

std::optional<std::uint32_t> CriteriaSet::node(std::string_view wanted) const {
  const auto id_of = [this](std::uint32_t i) -> const std::string& { return node_id(i); };
  return find_by_id(nodes_by_id, node_count(), id_of, wanted);
}

std::optional<std::uint32_t> CriteriaSet::indicator(std::string_view wanted) const {
  const auto id_of = [this](std::uint32_t i) -> const std::string& { return indicators[i].id; };
  return find_by_id(indicators_by_id, indicators.size(), id_of, wanted);
}

}  // namespace orienta

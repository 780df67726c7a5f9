// SPDX-License-Identifier: MIT
#include "criteria/id_index.hpp"

#include <algorithm>
#include <vector>

#include "base/nearest.hpp"
#include "criteria/values.hpp"

namespace orienta {

bool IdIndex::add(std::string_view id, Mark mark, std::uint32_t index, Report* report) {
  const auto [entry, is_new] = entries_.try_emplace(id, Entry{index, mark});
  if (!is_new && report != nullptr) {
    const Mark first = entry->second.mark;
    if (first.line == 0) return report->error(mark, msg("criteria.overlay-id-taken", {{"id", id}})), false;
    report->error(mark, msg("criteria.duplicate-id",
                            {{"id", id}, {"first_line", first.line}, {"first_column", first.column}}));
  }
  return is_new;
}

std::optional<std::uint32_t> IdIndex::find(std::string_view id) const {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return std::nullopt;
  return found->second.index;
}

std::optional<std::uint32_t> IdIndex::resolve(const Yaml& reference, std::string_view of,
                                              Report& report) const {
  if (!read_word(reference, report)) return std::nullopt;
  return resolve(reference.text, mark_of(reference), of, report);
}

std::optional<std::uint32_t> IdIndex::resolve(std::string_view id, Mark mark, std::string_view of,
                                              Report& report) const {
  if (const auto index = find(id)) return index;
  std::optional<std::string_view> near;
  if (report.may_hint()) {
    std::vector<std::string_view> known;
    known.reserve(entries_.size());
    for (const auto& [name, entry] : entries_)
      known.push_back(name);
    std::sort(known.begin(), known.end());
    near = nearest(id, known);
  }
  if (near)
    report.error(mark, msg("criteria.unknown-reference-near", {{"id", id}, {"of", of}, {"nearest", *near}}));
  else
    report.error(mark, msg("criteria.unknown-reference", {{"id", id}, {"of", of}}));
  return std::nullopt;
}

}  // namespace orienta

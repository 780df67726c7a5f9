// SPDX-License-Identifier: MIT
#include "app/pinned_set.hpp"

namespace orienta {

Result<CriteriaSet> pinned_set(const Project& project, const PinnedSet& pinned, Exclusions exclusions) {
  const auto text = project.set_text(pinned.hash);
  if (!text) return failure(text.error());
  auto read = read_set(*text, pinned.id.value);
  for (const Hash& overlay : pinned.overlays) {
    if (!read) break;
    const auto over = project.set_text(overlay);
    if (!over) return failure(over.error());
    read = apply_overlay(read->set, *over, overlay.hex().substr(0, 12), exclusions);
  }
  if (!read) return failure(std::move(read.error()));
  return std::move(read->set);
}

std::vector<Message> overlay_notes(const std::vector<CriteriaSet>& sets) {
  std::vector<Message> notes;
  for (const CriteriaSet& set : sets)
    for (const AppliedOverlay& overlay : set.overlays)
      notes.push_back(msg("app.overlay-applied", {{"set", set.id.value},
                                                  {"version", set.version},
                                                  {"overlay", overlay.id},
                                                  {"title", overlay.title},
                                                  {"hash", overlay.hash.hex().substr(0, 12)}}));
  return notes;
}

}  // namespace orienta

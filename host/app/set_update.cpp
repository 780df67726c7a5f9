// SPDX-License-Identifier: MIT
#include "app/set_update.hpp"

#include <algorithm>

#include "app/pinned_set.hpp"
#include "app/wording.hpp"
#include "base/limits.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

namespace fs = std::filesystem;

/// An overlay as text, with the name that it has in problems.
struct OverlayText {
  std::string text;
  std::string name;
};

/// A set with overlays over it: as it counts, and with what they exclude.
struct Effective {
  CriteriaSet counts;
  CriteriaSet whole;
  PinnedSet pin;
  Problems remarks;
};

Result<std::vector<OverlayText>> read_overlays(const std::vector<fs::path>& files) {
  std::vector<OverlayText> overlays;
  Problems problems;
  for (const fs::path& file : files) {
    auto text = os::read_file(file, limits::kCriteriaFileBytes);
    if (text)
      overlays.push_back({std::move(*text), file.string()});
    else
      problems.append(text.error().problems);
  }
  if (problems.has_errors()) return failure(ErrorKind::kInput, std::move(problems));
  return overlays;
}

Result<std::vector<OverlayText>> kept_overlays(const Project& project, const PinnedSet& pinned,
                                               const CriteriaSet& set) {
  std::vector<OverlayText> overlays;
  for (const Hash& hash : pinned.overlays) {
    auto text = project.set_text(hash);
    if (!text) return failure(std::move(text.error()));
    const auto applied = std::ranges::find(set.overlays, hash, &AppliedOverlay::hash);
    overlays.push_back(
        {std::move(*text), applied != set.overlays.end() ? applied->id : hash.hex().substr(0, 12)});
  }
  return overlays;
}

Result<Effective> effective(const CriteriaSet& base, const std::vector<OverlayText>& overlays) {
  Effective out{base, base, {base.id, base.version, base.hash, {}}, {}};
  for (const OverlayText& overlay : overlays) {
    auto counts = apply_overlay(out.counts, overlay.text, overlay.name);
    if (!counts) return failure(std::move(counts.error()));
    auto whole = apply_overlay(out.whole, overlay.text, overlay.name, Exclusions::kKept);
    if (!whole) return failure(std::move(whole.error()));
    out.remarks.append(counts->remarks);
    out.counts = std::move(counts->set);
    out.whole = std::move(whole->set);
    out.pin.overlays.push_back(hash_of(overlay.text));
  }
  return out;
}

/// The set that is pinned, without overlays.
Result<CriteriaSet> bare_set(const Project& project, PinnedSet pinned) {
  pinned.overlays.clear();
  return pinned_set(project, pinned);
}

std::vector<std::string> resting(const Effective& effective) {
  std::vector<std::string> ids;
  for (const Indicator& indicator : effective.whole.indicators)
    if (!effective.counts.indicator(indicator.id)) ids.push_back(indicator.id);
  return ids;
}

Result<PlannedSet> plan(const Project& project, const OpenAssessment& assessment, std::size_t index,
                        const CriteriaSet& base, const std::vector<OverlayText>& overlays, Problems remarks) {
  auto next = effective(base, overlays);
  if (!next) return failure(std::move(next.error()));
  const PinnedSet& pinned = assessment.record.sets[index];
  const auto before = pinned_set(project, pinned, Exclusions::kKept);
  if (!before) return failure(before.error());
  auto transition = plan_transition(project, assessment, index, *before, next->whole, next->pin);
  if (!transition) return failure(std::move(transition.error()));
  PlannedSet planned{pinned.id,
                     assessment.sets[index].version,
                     next->counts.version,
                     std::move(*transition),
                     resting(*next),
                     {},
                     std::move(remarks),
                     pinned == next->pin};
  planned.remarks.append(next->remarks);
  planned.texts.emplace_back(base.hash, base.text);
  for (const OverlayText& overlay : overlays)
    planned.texts.emplace_back(hash_of(overlay.text), overlay.text);
  return planned;
}

/// What the overlays that were kept have against the new version, with the way out.
Error no_longer_fits(Error error, const SetId& set, const std::string& version) {
  Error out = fail(ErrorKind::kConflict,
                   msg("app.overlay-no-longer-fits", {{"set", set.value}, {"version", version}}));
  out.problems.append(error.problems);
  return out;
}

}  // namespace

Result<ReadSet> set_of_name(const Places& places, const std::string& name) {
  std::error_code ignored;
  if (fs::is_directory(name, ignored) && fs::is_regular_file(fs::path(name) / "set.yaml", ignored))
    return read_set_file(fs::path(name) / "set.yaml");
  if (!is_plain_id(name) || fs::is_regular_file(name, ignored)) return read_set_file(name);
  return find_set(places, name);
}

Result<PlannedSet> plan_set_update(const Project& project, const OpenAssessment& assessment,
                                   const Places& places, const SetUpdateOrder& order) {
  if (Status open = must_be_open(assessment.record); !open) return failure(std::move(open.error()));
  const auto index = assessment.set_index(order.set);
  if (!index) return failure(index.error());
  const SetId& id = assessment.sets[*index].id;
  const auto next = set_of_name(places, order.from.empty() ? id.value : order.from);
  if (!next) return failure(next.error());
  if (next->set.id != id)
    return failure(ErrorKind::kInput,
                   msg("app.set-is-another", {{"set", id.value}, {"other", next->set.id.value}}),
                   {order.from});
  const auto overlays = order.overlays
                            ? read_overlays(*order.overlays)
                            : kept_overlays(project, assessment.record.sets[*index], assessment.sets[*index]);
  if (!overlays) return failure(overlays.error());
  auto planned = plan(project, assessment, *index, next->set, *overlays, next->remarks);
  if (!planned && !order.overlays && !overlays->empty() && planned.error().kind == ErrorKind::kInput)
    return failure(no_longer_fits(std::move(planned.error()), id, next->set.version));
  return planned;
}

Result<PlannedSet> plan_overlays(const Project& project, const OpenAssessment& assessment,
                                 const std::string& set, const std::vector<fs::path>& overlays) {
  if (Status open = must_be_open(assessment.record); !open) return failure(std::move(open.error()));
  const auto index = assessment.set_index(set);
  if (!index) return failure(index.error());
  const auto base = bare_set(project, assessment.record.sets[*index]);
  if (!base) return failure(base.error());
  const auto texts = read_overlays(overlays);
  if (!texts) return failure(texts.error());
  return plan(project, assessment, *index, *base, *texts, {});
}

Status carry_out(Project& project, const PlannedSet& planned, Message action) {
  if (planned.is_same) return {};
  auto change = project.begin(std::move(action));
  if (!change) return failure(std::move(change.error()));
  for (const auto& [hash, text] : planned.texts)
    if (Status put = change->put_set(hash, text); !put) return put;
  if (Status done = carry_out(project, planned.transition, *change); !done) return done;
  const auto committed = change->commit();
  return committed ? Status() : failure(committed.error());
}

}  // namespace orienta

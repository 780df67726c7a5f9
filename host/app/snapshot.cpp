// SPDX-License-Identifier: MIT
#include "app/snapshot.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "app/pinned_set.hpp"
#include "base/limits.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

using Json = nlohmann::ordered_json;

/// Names the program that computed: the hash of its file.
std::string host_build() {
  constexpr std::size_t kProgramBytes = 512u << 20;
  const auto bytes = os::read_file(os::program_file(), kProgramBytes);
  return bytes ? hash_of(*bytes).hex() : std::string();
}

/// The sheets as they are stored, by unit id.
Result<std::map<std::string, std::string>> sheets_of(const Project& project, const OpenAssessment& assessment,
                                                     std::size_t set) {
  std::map<std::string, std::string> sheets;
  const Status done =
      stored_sheets(project, assessment, set)([&](std::uint32_t unit, TallySheet& sheet) -> Status {
        sheets.emplace(assessment.organisation.units()[unit].id.value, sheet.bytes());
        return {};
      });
  return done ? Result<std::map<std::string, std::string>>(std::move(sheets)) : failure(done.error());
}

Json findings_json(const std::vector<std::vector<FindingCounts>>& counts) {
  Json out = Json::array();
  for (std::size_t unit = 0; unit < counts.size(); ++unit)
    for (const FindingCounts& each : counts[unit])
      out.push_back({unit, each.indicator, each.major, each.minor});
  return out;
}

Json results_json(const OpenAssessment& assessment, const SetScore& score) {
  return Json::parse(to_json(score_table(assessment, {score}, {}, true))).at("score");
}

Result<Json> set_json(const Project& project, const OpenAssessment& assessment, const SetScore& score,
                      SnapshotDraft& draft) {
  const CriteriaSet& set = assessment.sets[score.set];
  const auto sheets = sheets_of(project, assessment, score.set);
  if (!sheets) return failure(sheets.error());
  Json tallies = Json::object();
  for (const auto& [unit, bytes] : *sheets) {
    tallies[unit] = hash_of(bytes).hex();
    draft.payloads.push_back(bytes);
  }
  const std::string layout = assessment.layouts[score.set]->bytes();
  draft.payloads.push_back(layout);
  const PinnedSet& pinned = assessment.record.sets[score.set];
  Json entry{{"set", set.id.value},
             {"hash", pinned.hash.hex()},
             {"plugin", set.plugin.value},
             {"plugin_version", score.package->manifest.version},
             {"plugin_hash", score.package->hash.hex()},
             {"layout", hash_of(layout).hex()},
             {"tallies", std::move(tallies)},
             {"findings", findings_json(assessment.finding_counts[score.set])},
             {"score", results_json(assessment, score)}};
  for (const Hash& overlay : pinned.overlays)
    entry["overlays"].push_back(overlay.hex());
  return entry;
}

// ---- recomputing
// ------------------------------------------------------------------------------------------------------

/// The assessment as the snapshot knew it, with the sheets it scored.
struct Recalled {
  OpenAssessment assessment;
  std::vector<std::pair<std::uint32_t, std::string>> sheets;
};

Result<std::string> stored(const Project& project, const Json& hash) {
  const auto parsed = parse_hash(hash.get<std::string>());
  if (!parsed) return failure(ErrorKind::kCorrupt, msg("app.snapshot-damaged"));
  return project.payload(*parsed);
}

Result<Recalled> recall(const Project& project, const Json& body, const Json& entry) {
  Recalled out;
  const auto record_hash = parse_hash(body.at("record").get<std::string>());
  const auto set_hash = parse_hash(entry.at("hash").get<std::string>());
  if (!record_hash || !set_hash) return failure(ErrorKind::kCorrupt, msg("app.snapshot-damaged"));
  auto record = project.assessment_of(*record_hash);
  if (!record) return failure(std::move(record.error()));
  PinnedSet pinned{SetId(entry.at("set").get<std::string>()), {}, *set_hash, {}};
  for (const Json& each : entry.value("overlays", Json::array())) {
    const auto overlay = parse_hash(each.get<std::string>());
    if (!overlay) return failure(ErrorKind::kCorrupt, msg("app.snapshot-damaged"));
    pinned.overlays.push_back(*overlay);
  }
  auto set = pinned_set(project, pinned);
  if (!set) return failure(std::move(set.error()));
  const auto layout_bytes = stored(project, entry.at("layout"));
  if (!layout_bytes) return failure(layout_bytes.error());
  auto layout = TallyLayout::parse(*layout_bytes);
  if (!layout) return failure(std::move(layout.error()));

  out.assessment.record = std::move(*record);
  auto organisation = Organisation::build(out.assessment.record.units);
  if (!organisation) return failure(std::move(organisation.error()));
  out.assessment.organisation = std::move(*organisation);
  out.assessment.info.minimum_group = body.at("minimum_group").get<std::uint64_t>();
  out.assessment.sets.push_back(std::move(*set));
  out.assessment.layouts.push_back(std::make_shared<const TallyLayout>(std::move(*layout)));
  auto& counts = out.assessment.finding_counts.emplace_back(out.assessment.organisation.units().size());
  for (const Json& each : entry.at("findings"))
    counts.at(each.at(0).get<std::size_t>()).push_back({each.at(1), each.at(2), each.at(3)});
  for (const auto& [unit, hash] : entry.at("tallies").items()) {
    auto bytes = stored(project, hash);
    if (!bytes) return failure(std::move(bytes.error()));
    const auto index = out.assessment.organisation.find(UnitId(unit));
    if (index) out.sheets.emplace_back(*index, std::move(*bytes));
  }
  return out;
}

Result<SetScore> score_again(const Recalled& recalled, PluginHost& plugins) {
  const CriteriaSet& set = recalled.assessment.sets.front();
  const auto ready = plugins.ready(set);
  if (!ready) return failure(ready.error());
  AssessInput input;
  input.set = &set;
  input.organisation = &recalled.assessment.organisation;
  input.layout = recalled.assessment.layouts.front();
  input.minimum_group = recalled.assessment.info.minimum_group;
  input.findings = recalled.assessment.finding_counts.front();
  input.targets = recalled.assessment.record.targets;
  if (recalled.assessment.record.sample) input.sample = &*recalled.assessment.record.sample;
  input.sheets = [&](const std::function<Status(std::uint32_t, TallySheet&)>& take) -> Status {
    for (const auto& [unit, bytes] : recalled.sheets) {
      auto sheet = TallySheet::parse(bytes, recalled.assessment.layouts.front());
      if (!sheet) return failure(std::move(sheet.error()));
      if (Status taken = take(unit, *sheet); !taken) return taken;
    }
    return {};
  };
  auto result = assess(input, *ready->runner, ready->set, ORIENTA_WANT_NODES);
  if (!result) return failure(std::move(result.error()));
  SetScore score;
  score.result = std::move(*result);
  score.package = ready->package;
  return score;
}

/// 0 identical, 1 equal to 1e-12 with the same words and levels, 2 different.
int distance(const Json& before, const Json& now) {
  if (before == now) return 0;
  if (before.is_number_float() && now.is_number()) {
    constexpr double kTolerance = 1e-12;
    const double a = before.get<double>();
    const double b = now.get<double>();
    return std::abs(a - b) <= kTolerance * std::max({1.0, std::abs(a), std::abs(b)}) ? 1 : 2;
  }
  if (before.is_structured() && before.type() == now.type() && before.size() == now.size()) {
    int most = 0;
    for (auto a = before.begin(), b = now.begin(); a != before.end(); ++a, ++b)
      most = std::max(most, distance(*a, *b));
    return most;
  }
  return 2;
}

Verdict verdict_of(const Json& entry, const SetScore& again, const Json& now) {
  const int apart = distance(entry.at("score"), now);
  if (apart == 0) return Verdict::kIdentical;
  if (apart == 1) return Verdict::kEqual;
  const bool same_plugin = entry.at("plugin_hash") == again.package->hash.hex();
  return same_plugin ? Verdict::kUnexplained : Verdict::kPluginDiffers;
}

bool has_moved_on(const Project& project, const OpenAssessment& current, const Json& body,
                  const Json& entry) {
  const auto hash = parse_hash(body.at("record").get<std::string>());
  const auto before =
      hash ? project.assessment_of(*hash) : failure(ErrorKind::kCorrupt, msg("app.snapshot-damaged"));
  if (!before) return true;
  Assessment now = current.record;
  now.closed = before->closed;  // closing changes nothing that was scored
  if (now != *before) return true;
  const auto set = current.set_index(entry.at("set").get<std::string>());
  if (!set) return true;
  const auto sheets = sheets_of(project, current, *set);
  if (!sheets || sheets->size() != entry.at("tallies").size()) return true;
  return !std::ranges::all_of(*sheets, [&](const auto& sheet) {
    return entry.at("tallies").value(sheet.first, "") == hash_of(sheet.second).hex();
  });
}

Verified verify_entry(const Project& project, const OpenAssessment& current, PluginHost& plugins,
                      const Snapshot& snapshot, const Json& body, const Json& entry) {
  Verified out{snapshot.id,
               snapshot.assessment,
               SetId(entry.at("set").get<std::string>()),
               Verdict::kCannotRecompute,
               false,
               {}};
  out.moved_on = has_moved_on(project, current, body, entry);
  const auto recalled = recall(project, body, entry);
  const auto again = recalled ? score_again(*recalled, plugins) : Result<SetScore>(failure(recalled.error()));
  if (!again) {
    out.reasons = again.error().problems;
    return out;
  }
  for (const AppliedOverlay& overlay : recalled->assessment.sets.front().overlays)
    out.overlays.push_back(overlay.id);
  out.verdict = verdict_of(entry, *again, results_json(recalled->assessment, *again));
  if (out.verdict == Verdict::kUnexplained)
    out.reasons.add(msg("app.result-unexplained", {{"set", out.set.value}, {"snapshot", snapshot.id}}));
  return out;
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kIdentical:
      return "identical";
    case Verdict::kEqual:
      return "equal";
    case Verdict::kPluginDiffers:
      return "plugin_differs";
    case Verdict::kUnexplained:
      return "unexplained";
    case Verdict::kCannotRecompute:
      break;
  }
  return "cannot_recompute";
}

Result<SnapshotDraft> take_snapshot(const Project& project, const OpenAssessment& assessment,
                                    PluginHost& plugins) {
  const auto scores = score_sets(project, assessment, plugins, {}, ORIENTA_WANT_NODES);
  if (!scores) return failure(scores.error());
  if (Problems failures = failures_of(*scores); failures.has_errors())
    return failure(ErrorKind::kPlugin, std::move(failures));
  const auto record = project.assessment_hash(assessment.record.id);
  if (!record) return failure(record.error());
  SnapshotDraft draft{assessment.record.id, {}, {}};
  Json body = {{"orienta", 1},
               {"assessment", assessment.record.id.value},
               {"record", record->hex()},
               {"minimum_group", assessment.info.minimum_group},
               {"host", host_build()},
               {"sets", Json::array()}};
  for (const SetScore& score : *scores) {
    auto entry = set_json(project, assessment, score, draft);
    if (!entry) return failure(std::move(entry.error()));
    body["sets"].push_back(std::move(*entry));
  }
  draft.body = body.dump();
  return draft;
}

Status put_snapshot(Change& change, const SnapshotDraft& draft) {
  for (const std::string& payload : draft.payloads)
    if (const auto put = change.put_payload(payload); !put) return failure(put.error());
  return change.put_snapshot({hash_of(draft.body).hex().substr(0, 16), draft.assessment, draft.body});
}

Result<std::string> save_results(Project& project, const OpenAssessment& assessment, PluginHost& plugins) {
  if (Status open = must_be_open(assessment.record); !open) return failure(std::move(open.error()));
  const auto draft = take_snapshot(project, assessment, plugins);
  if (!draft) return failure(draft.error());
  auto change = project.begin(msg("store.action-save-results", {{"assessment", assessment.record.id.value}}));
  if (!change) return failure(std::move(change.error()));
  if (Status put = put_snapshot(*change, *draft); !put) return failure(std::move(put.error()));
  const auto done = change->commit();
  if (!done) return failure(done.error());
  return hash_of(draft->body).hex().substr(0, 16);
}

Result<std::vector<Verified>> verify_results(const Project& project, const OpenAssessment& assessment,
                                             PluginHost& plugins) {
  const auto snapshots = project.snapshots(assessment.record.id);
  if (!snapshots) return failure(snapshots.error());
  std::vector<Verified> out;
  for (const Snapshot& snapshot : *snapshots) {
    try {
      const Json body = Json::parse(snapshot.body);
      for (const Json& entry : body.at("sets"))
        out.push_back(verify_entry(project, assessment, plugins, snapshot, body, entry));
    } catch (const std::exception&) {
      Verified damaged{snapshot.id, snapshot.assessment, SetId(), Verdict::kCannotRecompute, false, {}};
      damaged.reasons.add(msg("app.snapshot-damaged"), {project.file().string()});
      out.push_back(std::move(damaged));
    }
  }
  return out;
}

Result<Problems> verify_evidence(const Project& project) {
  const auto all = project.evidence();
  if (!all) return failure(all.error());
  Problems problems;
  for (const Evidence& evidence : *all) {
    if (!evidence.hash) continue;
    std::filesystem::path place = evidence.place;
    if (place.is_relative()) place = project.file().parent_path() / place;
    const auto bytes = os::read_file(place, limits::kAnswersFileBytes);
    if (!bytes)
      problems.add(msg("app.evidence-gone", {{"evidence", evidence.id}}), {place.string()});
    else if (hash_of(*bytes) != *evidence.hash)
      problems.add(msg("app.evidence-changed", {{"evidence", evidence.id}}), {place.string()});
  }
  return problems;
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "store/writer.hpp"

#include <algorithm>

#include "answers/archive.hpp"
#include "store/codec.hpp"
#include "store/contents.hpp"
#include "store/keys.hpp"

namespace orienta::store {

Writer::Writer(Database& database, std::string replica)
    : database_(database), replica_(std::move(replica)), entry_(next_entry(database)) {}

void Writer::set(const std::string& key, std::string_view body) {
  set(key, keep_payload(database_, body));
}

void Writer::set(const std::string& key, std::optional<std::int64_t> payload) {
  const std::optional<std::int64_t> old = payload_of(database_, key);
  if (old == payload) return;
  if (payload)
    database_.query("INSERT INTO cell VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET payload=excluded.payload")
        .bind(key)
        .bind(*payload)
        .run();
  else
    database_.query("DELETE FROM cell WHERE key=?").bind(key).run();
  // A cell that changes twice keeps what was there before the entry.
  database_
      .query("INSERT INTO change VALUES (?, ?, ?, ?) ON CONFLICT (entry, key) DO UPDATE SET new=excluded.new")
      .bind(entry_)
      .bind(key)
      .bind(old)
      .bind(payload)
      .run();
  spoil(key, !old);
}

std::optional<std::int64_t> Writer::before(const std::string& key) {
  Query changed = database_.query("SELECT old FROM change WHERE entry=? AND key=?");
  return changed.bind(entry_).bind(key).step() ? changed.optional_number(0) : payload_of(database_, key);
}

void Writer::spoil(const std::string& key, bool is_new) {
  const std::vector<std::string_view> parts = keys::split(key);
  const std::string_view kind = parts[0];
  if ((kind == keys::kAnswer || kind == keys::kMeasure) && parts.size() > 3) {
    spoil_unit(std::string(parts[1]), std::string(parts[2]), std::string(parts[3]));
  } else if (kind == keys::kEvidence && parts.size() == 2) {
    evidence_.emplace(parts[1]);
  } else if (kind == keys::kAssessment || kind == keys::kUnits || kind == keys::kTargets) {
    const std::string assessment(parts.at(1));
    records_.insert(assessment);
    pinned_.erase(assessment);
    // Targets are not tallied, and there is nothing yet to tally in a new assessment.
    if (kind != keys::kTargets && !is_new) reshaped_.insert(assessment);
  }
}

void Writer::spoil_unit(const std::string& assessment, const std::string& unit, const std::string& set) {
  // An answer may serve the same question of another set.
  for (const std::string& pinned : pinned_sets(assessment))
    make_stale({assessment, pinned, unit});
  // What is in the archive is never tallied.
  if (!is_archive(set)) make_stale({assessment, set, unit});
}

const std::vector<std::string>& Writer::pinned_sets(const std::string& assessment) {
  const auto [found, is_new] = pinned_.try_emplace(assessment);
  if (!is_new) return found->second;
  if (const auto head =
          content_of(database_, std::string(keys::kAssessment) + keys::kSeparator + assessment)) {
    for (const PinnedSet& set : decode_head(head->body).assessment.sets)
      found->second.push_back(set.id.value);
  }
  return found->second;
}

void Writer::spoil_assessment(const std::string& assessment) {
  std::vector<Place> places;
  Query sheets = database_.query("SELECT set_id, unit FROM sheet WHERE assessment=?");
  sheets.bind(assessment);
  while (sheets.step())
    places.emplace_back(assessment, sheets.text(0), sheets.text(1));
  for (const auto& [same, set, unit] : places)
    spoil_unit(assessment, unit, set);
}

void Writer::spoil_the_rest() {
  for (const std::string& assessment : reshaped_)
    spoil_assessment(assessment);
  reshaped_.clear();
  spoil_answers_with_evidence();
}

void Writer::spoil_answers_with_evidence() {
  if (evidence_.empty()) return;
  const keys::Range range = keys::below({keys::kAnswer});
  Query answers = database_.query(
      "SELECT c.key, p.body FROM cell c JOIN payload p ON p.id=c.payload "
      "WHERE c.key>=? AND c.key<? AND instr(p.body, '\"evidence\"')");
  answers.bind(range.first).bind(range.last);
  while (answers.step()) {
    const std::vector<std::string> named = decode_answer(answers.view(1)).answer.evidence;
    const bool is_meant =
        std::any_of(named.begin(), named.end(), [&](const auto& id) { return evidence_.contains(id); });
    if (is_meant) spoil(answers.text(0), false);
  }
  evidence_.clear();
}

void Writer::make_stale(const Place& place) {
  if (!stale_.insert(place).second) return;
  touched_.insert(place);
  const auto& [assessment, set, unit] = place;
  database_
      .query(
          "INSERT INTO sheet VALUES (?, ?, ?, NULL, NULL) ON CONFLICT (assessment, set_id, unit) "
          "DO UPDATE SET layout=NULL, body=NULL")
      .bind(assessment)
      .bind(set)
      .bind(unit)
      .run();
}

void Writer::keep_sheet(const Place& place, const Hash& layout, std::string_view bytes) {
  const auto& [assessment, set, unit] = place;
  database_
      .query(
          "INSERT INTO sheet VALUES (?, ?, ?, ?, ?) ON CONFLICT (assessment, set_id, unit) "
          "DO UPDATE SET layout=excluded.layout, body=excluded.body")
      .bind(assessment)
      .bind(set)
      .bind(unit)
      .bind(layout)
      .bind_bytes(bytes)
      .run();
  stale_.erase(place);
}

const std::set<Place>& Writer::touched() {
  spoil_the_rest();
  return touched_;
}

std::size_t Writer::cells() {
  Query query = database_.query("SELECT count(*) FROM change WHERE entry=? AND old IS NOT new");
  query.bind(entry_).step();
  return static_cast<std::size_t>(query.number(0));
}

LogEntry Writer::finish(const Message& action, LogEntry::Kind kind, std::uint64_t of) {
  spoil_the_rest();
  for (const std::string& assessment : records_)
    keep_payload(database_, assessment_record(database_, assessment));
  database_.query("DELETE FROM change WHERE entry=? AND old IS new").bind(entry_).run();
  const std::size_t changed = cells();
  return shown(append(database_, entry_, replica_, action, kind, of), changed);
}

}  // namespace orienta::store

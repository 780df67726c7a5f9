// SPDX-License-Identifier: MIT
// What a project holds, read back from its cells.
#include <algorithm>

#include "store/codec.hpp"
#include "store/contents.hpp"
#include "store/keys.hpp"
#include "store/project_impl.hpp"

namespace orienta {
namespace {

using store::Database;
using store::Query;
namespace keys = store::keys;

using Parts = std::vector<std::string_view>;

/// Calls take(parts of the key, body) for each cell of the range, by key.
template <class Take>
void each_cell(Database& database, const keys::Range& range, Take&& take) {
  Query cells = database.query(
      "SELECT c.key, p.body FROM cell c JOIN payload p ON p.id=c.payload WHERE c.key>=? AND c.key<? ORDER BY "
      "c.key");
  cells.bind(range.first).bind(range.last);
  while (cells.step()) {
    const std::string key = cells.text(0);
    const Parts parts = keys::split(key);
    if (cells.is_null(1)) throw store::BadRecord{std::string(parts[0])};
    take(parts, cells.view(1));
  }
}

template <class Record, class Decode>
Result<std::vector<Record>> records(Database& database, const keys::Range& range, Decode&& decode) {
  std::vector<Record> found;
  each_cell(database, range,
            [&](const Parts& parts, std::string_view body) { found.push_back(decode(parts, body)); });
  return found;
}

/// Puts the parts together. Parts that are not there are empty.
Assessment assemble(Database& database, const std::string& id, Assessment head,
                    const std::optional<std::string>& units, const std::optional<std::string>& targets) {
  head.id = AssessmentId(id);
  if (units) {
    store::StoredUnits stored = store::decode_units(*units);
    head.units = std::move(stored.units);
    for (std::size_t i = 0; i < head.units.size(); ++i)
      if (!stored.persons[i].empty()) head.units[i].name = store::name_of_person(database, stored.persons[i]);
  }
  if (targets) head.targets = store::decode_targets(*targets);
  return head;
}

std::optional<std::string> part(Database& database, std::string_view kind, const std::string& id) {
  std::optional<store::Content> content =
      store::content_of(database, std::string(kind) + keys::kSeparator + id);
  if (!content) return std::nullopt;
  return std::move(content->body);
}

std::optional<std::string> part(Database& database, const std::optional<Hash>& hash) {
  return hash ? store::body_of(database, *hash) : std::nullopt;
}

}  // namespace

Answer store::read_answer(Database& database, const AnswerKey& key, std::string_view body) {
  StoredAnswer stored = decode_answer(body);
  stored.answer.key = key;
  if (stored.note) {
    if (const std::optional<std::string> note = body_of(database, *stored.note)) {
      Note texts = decode_note(*note);
      stored.answer.comment = std::move(texts.comment);
      stored.answer.reason = std::move(texts.reason);
    }
  }
  return std::move(stored.answer);
}

Result<ProjectInfo> Project::info() const {
  return impl_->run([](Database& database) -> Result<ProjectInfo> {
    const auto stored = store::content_of(database, std::string(keys::kInfo));
    if (!stored) throw store::BadRecord{std::string(keys::kInfo)};
    return store::decode_info(stored->body);
  });
}

Result<std::vector<Assessment>> Project::assessments() const {
  return impl_->run([](Database& database) -> Result<std::vector<Assessment>> {
    std::vector<std::pair<std::string, store::AssessmentHead>> heads;
    each_cell(database, keys::below({keys::kAssessment}), [&](const Parts& parts, std::string_view body) {
      heads.emplace_back(parts.at(1), store::decode_head(body));
    });
    std::stable_sort(heads.begin(), heads.end(),
                     [](const auto& a, const auto& b) { return a.second.made < b.second.made; });
    std::vector<Assessment> found;
    for (auto& [id, head] : heads)
      found.push_back(assemble(database, id, std::move(head.assessment), part(database, keys::kUnits, id),
                               part(database, keys::kTargets, id)));
    return found;
  });
}

Result<Hash> Project::assessment_hash(const AssessmentId& assessment) const {
  return impl_->run([&](Database& database) -> Result<Hash> {
    if (!part(database, keys::kAssessment, assessment.value))
      return failure(ErrorKind::kNotFound,
                     msg("store.unknown-assessment", {{"assessment", assessment.value}}),
                     store::in_file(impl_->file));
    return hash_of(store::assessment_record(database, assessment.value));
  });
}

Result<Assessment> Project::assessment_of(const Hash& hash) const {
  const Result<std::string> bytes = payload(hash);
  if (!bytes) return failure(bytes.error());
  return impl_->run([&](Database& database) -> Result<Assessment> {
    const store::AssessmentRecord record = store::decode_record(*bytes);
    const std::optional<std::string> head = part(database, record.head);
    if (!head) throw store::BadRecord{"assessment"};
    return assemble(database, record.id, store::decode_head(*head).assessment, part(database, record.units),
                    part(database, record.targets));
  });
}

Result<std::string> Project::set_text(const Hash& hash) const {
  return payload(hash);
}

Result<std::string> Project::payload(const Hash& hash) const {
  return impl_->run([&](Database& database) -> Result<std::string> {
    if (std::optional<std::string> body = store::body_of(database, hash)) return *std::move(body);
    return failure(ErrorKind::kNotFound, msg("store.unknown-content", {{"hash", hash.hex()}}),
                   store::in_file(impl_->file));
  });
}

Result<std::vector<Answer>> Project::answers(const AssessmentId& assessment,
                                             const std::optional<UnitId>& unit,
                                             const std::optional<SetId>& set) const {
  return impl_->run([&](Database& database) -> Result<std::vector<Answer>> {
    keys::Range range = keys::below({keys::kAnswer, assessment.value});
    if (unit) range = keys::below({keys::kAnswer, assessment.value, unit->value});
    if (unit && set) range = keys::below({keys::kAnswer, assessment.value, unit->value, set->value});
    std::vector<Answer> found;
    each_cell(database, range, [&](const Parts& parts, std::string_view body) {
      AnswerKey key = keys::answer_key(parts);
      if (!set || key.set == *set) found.push_back(store::read_answer(database, key, body));
    });
    return found;
  });
}

Result<std::optional<Answer>> Project::answer(const AssessmentId& assessment, const AnswerKey& key) const {
  return impl_->run([&](Database& database) -> Result<std::optional<Answer>> {
    const Result<std::string> cell = keys::of(assessment, key);
    if (!cell) return failure(cell.error());
    const std::optional<store::Content> stored = store::content_of(database, *cell);
    if (!stored) return std::optional<Answer>();
    return std::optional<Answer>(store::read_answer(database, key, stored->body));
  });
}

Result<std::vector<MeasureFigure>> Project::measures(const AssessmentId& assessment,
                                                     const std::optional<UnitId>& unit) const {
  return impl_->run([&](Database& database) {
    const keys::Range range = unit ? keys::below({keys::kMeasure, assessment.value, unit->value})
                                   : keys::below({keys::kMeasure, assessment.value});
    return records<MeasureFigure>(database, range, store::decode_measure);
  });
}

Result<std::vector<Wave>> Project::waves(const AssessmentId& assessment) const {
  return impl_->run([&](Database& database) {
    return records<Wave>(database, keys::below({keys::kWave, assessment.value}),
                         [](const Parts&, std::string_view body) { return store::decode_wave(body); });
  });
}

Result<std::vector<Evidence>> Project::evidence() const {
  return impl_->run([](Database& database) {
    return records<Evidence>(
        database, keys::below({keys::kEvidence}),
        [](const Parts&, std::string_view body) { return store::decode_evidence(body); });
  });
}

Result<std::vector<Finding>> Project::findings(const AssessmentId& assessment) const {
  return impl_->run([&](Database& database) {
    return records<Finding>(database, keys::below({keys::kFinding, assessment.value}),
                            [](const Parts&, std::string_view body) { return store::decode_finding(body); });
  });
}

Result<std::vector<Person>> Project::persons() const {
  return impl_->run([](Database& database) -> Result<std::vector<Person>> {
    std::vector<Person> found;
    Query persons = database.query("SELECT key, name FROM person ORDER BY key");
    while (persons.step())
      found.push_back({PersonId(persons.view(0)), persons.text(1)});
    return found;
  });
}

Result<std::vector<Snapshot>> Project::snapshots(const AssessmentId& assessment) const {
  return impl_->run([&](Database& database) {
    return records<Snapshot>(database, keys::below({keys::kSnapshot, assessment.value}),
                             [&](const Parts& parts, std::string_view body) {
                               return Snapshot{std::string(parts.at(2)), assessment, std::string(body)};
                             });
  });
}

}  // namespace orienta

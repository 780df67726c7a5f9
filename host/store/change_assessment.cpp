// SPDX-License-Identifier: MIT
// Assessments, answers and persons: where names and personal text take another way than the rest.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/hash.hpp"
#include "store/codec.hpp"
#include "store/contents.hpp"
#include "store/keys.hpp"
#include "store/project_impl.hpp"

namespace orienta {
namespace store {
namespace {

constexpr std::size_t kSaltBytes = 16;

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

/// The order number of a new assessment.
std::uint64_t next_made(Database& database) {
  std::uint64_t last = 0;
  const keys::Range range = keys::below({keys::kAssessment});
  Query heads =
      database.query("SELECT p.body FROM cell c JOIN payload p ON p.id=c.payload WHERE c.key>=? AND c.key<?");
  heads.bind(range.first).bind(range.last);
  while (heads.step())
    last = std::max(last, decode_head(heads.view(0)).made);
  return last + 1;
}

/// The keys of the employees' names. A name that was erased stays that person's.
std::vector<std::string> persons_of(Database& database, const std::vector<Unit>& units,
                                    const std::string& key) {
  std::unordered_map<std::string, std::string> erased;
  if (const std::optional<Content> before = content_of(database, key)) {
    const StoredUnits stored = decode_units(before->body);
    for (std::size_t i = 0; i < stored.units.size(); ++i) {
      const std::string& person = stored.persons[i];
      if (!person.empty() && name_of_person(database, person).empty())
        erased[stored.units[i].id.value] = person;
    }
  }
  std::vector<std::string> persons(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind != UnitKind::kEmployee) continue;
    if (!units[i].name.empty())
      persons[i] = person_of(database, units[i].name);
    else if (const auto found = erased.find(units[i].id.value); found != erased.end())
      persons[i] = found->second;
  }
  return persons;
}

std::optional<Hash> note_in(Database& database, std::optional<std::int64_t> payload) {
  const std::optional<std::string> body = payload ? body_of(database, *payload) : std::nullopt;
  return body ? decode_answer(*body).note : std::nullopt;
}

/// Whether a note says the same. One that was erased says nothing.
bool says(Database& database, const Hash& note, const Answer& answer) {
  const std::optional<std::string> body = body_of(database, note);
  const Note known = body ? decode_note(*body) : Note{};
  return known.comment == answer.comment && known.reason == answer.reason;
}

/// The note for an answer's texts: the one that is or was there when it says the same, else a new one.
std::optional<Hash> note_for(Writer& writer, const Answer& answer, const std::string& key) {
  Database& database = writer.database();
  for (const std::optional<std::int64_t> payload : {writer.before(key), payload_of(database, key)}) {
    const std::optional<Hash> note = note_in(database, payload);
    if (note && says(database, *note, answer)) return note;
  }
  Note note{answer.comment, answer.reason, {}};
  if (note.empty()) return std::nullopt;
  note.salt = hexadecimal(random_bytes(kSaltBytes));
  const std::string bytes = encode(note);
  keep_payload(database, bytes);
  return hash_of(bytes);
}

}  // namespace

std::string person_of(Database& database, const std::string& name) {
  if (name.empty()) return {};
  Query known = database.query("SELECT key FROM person WHERE name=?");
  if (known.bind(name).step()) return known.text(0);
  std::string key = random_id();
  database.query("INSERT INTO person VALUES (?, ?)").bind(key).bind(name).run();
  return key;
}

std::string name_of_person(Database& database, const std::string& key) {
  Query known = database.query("SELECT name FROM person WHERE key=?");
  return known.bind(key).step() ? known.text(0) : std::string();
}

}  // namespace store

using store::Writer;

Status Change::put_assessment(const Assessment& assessment) {
  return impl_->run([&](Writer& writer) -> Status {
    store::Database& database = writer.database();
    const auto head_key = store::keys::join({store::keys::kAssessment, assessment.id.value});
    if (!head_key) return failure(head_key.error());
    const std::string units_key =
        std::string(store::keys::kUnits) + store::keys::kSeparator + assessment.id.value;
    const std::string targets_key =
        std::string(store::keys::kTargets) + store::keys::kSeparator + assessment.id.value;

    const std::optional<store::Content> before = store::content_of(database, *head_key);
    const std::uint64_t made = before ? store::decode_head(before->body).made : store::next_made(database);
    const bool was_closed = before && store::decode_head(before->body).assessment.closed;
    const std::array<std::pair<std::string, std::string>, 3> cells = {{
        {*head_key, store::encode(store::AssessmentHead{assessment, made})},
        {units_key,
         store::encode(assessment.units, store::persons_of(database, assessment.units, units_key))},
        {targets_key, store::encode(assessment.targets)},
    }};
    for (const auto& [key, body] : cells) {
      if (!was_closed) {
        writer.set(key, body);
      } else if (const auto now = store::content_of(database, key); !now || now->body != body) {
        return failure(ErrorKind::kRefused,
                       msg("store.assessment-closed", {{"assessment", assessment.id.value}}),
                       store::in_file(impl_->file));
      }
    }
    impl_->open_assessments.erase(assessment.id);
    return {};
  });
}

Status Change::put_answer(const AssessmentId& assessment, const Answer& answer) {
  return impl_->run([&](Writer& writer) -> Status {
    if (Status open = impl_->check_open(assessment); !open) return open;
    const Result<std::string> key = store::keys::of(assessment, answer.key);
    if (!key) return failure(key.error());
    const std::optional<Hash> note = store::note_for(writer, answer, *key);
    writer.set(*key, store::encode(store::StoredAnswer{answer, note}));
    return {};
  });
}

Status Change::erase_answer(const AssessmentId& assessment, const AnswerKey& key) {
  return impl_->run([&](Writer& writer) -> Status {
    if (Status open = impl_->check_open(assessment); !open) return open;
    const Result<std::string> cell = store::keys::of(assessment, key);
    if (!cell) return failure(cell.error());
    writer.set(*cell, std::nullopt);
    return {};
  });
}

Result<PersonId> Project::person(Change& within, std::string_view name) {
  return within.impl_->run([&](Writer& writer) -> Result<PersonId> {
    return PersonId(store::person_of(writer.database(), std::string(name)));
  });
}

}  // namespace orienta

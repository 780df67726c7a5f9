// SPDX-License-Identifier: MIT
#include "store/contents.hpp"

#include "store/codec.hpp"
#include "store/keys.hpp"

namespace orienta::store {

std::int64_t keep_payload(Database& database, std::string_view bytes) {
  const Hash hash = hash_of(bytes);
  Query known = database.query("SELECT id, body IS NULL FROM payload WHERE hash=?");
  if (known.bind(hash).step()) {
    const std::int64_t id = known.number(0);
    if (known.number(1) != 0)
      database.query("UPDATE payload SET body=? WHERE id=?").bind_bytes(bytes).bind(id).run();
    return id;
  }
  database.query("INSERT INTO payload (hash, body) VALUES (?, ?)").bind(hash).bind_bytes(bytes).run();
  return database.last_row();
}

std::optional<Content> content_of(Database& database, const std::string& key) {
  Query query =
      database.query("SELECT p.id, p.body FROM cell c JOIN payload p ON p.id=c.payload WHERE c.key=?");
  if (!query.bind(key).step()) return std::nullopt;
  if (query.is_null(1)) throw BadRecord{key.substr(0, key.find('\x1f'))};
  return Content{query.number(0), query.text(1)};
}

std::optional<std::int64_t> payload_of(Database& database, const std::string& key) {
  Query query = database.query("SELECT payload FROM cell WHERE key=?");
  if (!query.bind(key).step()) return std::nullopt;
  return query.number(0);
}

std::optional<std::string> body_of(Database& database, std::int64_t payload) {
  Query query = database.query("SELECT body FROM payload WHERE id=? AND body IS NOT NULL");
  if (!query.bind(payload).step()) return std::nullopt;
  return query.text(0);
}

std::optional<std::string> body_of(Database& database, const Hash& hash) {
  Query query = database.query("SELECT body FROM payload WHERE hash=? AND body IS NOT NULL");
  if (!query.bind(hash).step()) return std::nullopt;
  return query.text(0);
}

namespace {

std::optional<Hash> hash_at(Database& database, std::string_view kind, const std::string& assessment) {
  Query query = database.query("SELECT p.hash FROM cell c JOIN payload p ON p.id=c.payload WHERE c.key=?");
  if (!query.bind(std::string(kind) + keys::kSeparator + assessment).step()) return std::nullopt;
  return query.hash(0);
}

}  // namespace

std::string assessment_record(Database& database, const std::string& assessment) {
  return encode(AssessmentRecord{assessment, hash_at(database, keys::kAssessment, assessment),
                                 hash_at(database, keys::kUnits, assessment),
                                 hash_at(database, keys::kTargets, assessment)});
}

}  // namespace orienta::store

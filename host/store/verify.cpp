// SPDX-License-Identifier: MIT
// Whether a project still says what was once written: every chain, every content, and what was derived from
// them.
#include <map>
#include <string>
#include <unordered_map>

#include "answers/archive.hpp"
#include "store/codec.hpp"
#include "store/contents.hpp"
#include "store/keys.hpp"
#include "store/project_impl.hpp"

namespace orienta {
namespace {

using store::Database;
using store::Query;
namespace keys = store::keys;

class Verifier {
 public:
  explicit Verifier(Database& database) : database_(database) {}

  Problems run() {
    check_pages();
    check_chains();
    check_contents();
    check_notes();
    check_projection();
    check_sheets();
    return std::move(problems_);
  }

 private:
  void add(Message message) { problems_.add(std::move(message), store::in_file(database_.file())); }

  void check_pages() {
    Query check = database_.query("PRAGMA integrity_check(10)");
    while (check.step())
      if (check.view(0) != "ok") add(msg("store.damaged", {{"check", check.text(0)}}));
    Query references = database_.query("PRAGMA foreign_key_check");
    while (references.step())
      add(msg("store.damaged", {{"check", references.text(0) + " -> " + references.text(2)}}));
  }

  void check_chains() {
    struct End {
      std::uint64_t sequence = 0;
      Hash hash;
    };
    std::map<std::string, End> ends;
    Query rows = database_.query(
        "SELECT id, replica, sequence, at, action, kind, of, previous, hash FROM log ORDER BY replica, "
        "sequence");
    while (rows.step()) {
      const store::ChainEntry entry = store::read_entry(rows);
      End& end = ends[entry.replica];
      if (entry.sequence != end.sequence + 1 || entry.previous != end.hash)
        add(msg("store.chain-broken", {{"entry", entry.sequence}, {"replica", entry.replica}}));
      if (store::entry_hash(database_, entry) != entry.hash)
        add(msg("store.entry-changed",
                {{"entry", entry.sequence}, {"replica", entry.replica}, {"at", entry.at}}));
      end = {entry.sequence, entry.hash};
    }
  }

  void check_contents() {
    Query rows = database_.query("SELECT hash, body FROM payload WHERE body IS NOT NULL");
    while (rows.step())
      if (hash_of(rows.view(1)) != rows.hash(0))
        add(msg("store.content-changed", {{"hash", rows.hash(0).hex()}}));
    // Only notes are ever erased, and no cell is a note.
    Query erased = database_.query(
        "SELECT DISTINCT p.hash FROM change c CROSS JOIN payload p ON p.id IN (c.old, c.new) WHERE p.body IS "
        "NULL");
    while (erased.step())
      add(msg("store.content-missing", {{"hash", erased.hash(0).hex()}}));
  }

  void check_notes() {
    const keys::Range range = keys::below({keys::kAnswer});
    Query answers = database_.query(
        "SELECT c.key, p.body FROM cell c JOIN payload p ON p.id=c.payload WHERE c.key>=? AND c.key<?");
    answers.bind(range.first).bind(range.last);
    while (answers.step()) {
      if (answers.is_null(1)) continue;  // found above
      const std::optional<Hash> note = store::decode_answer(answers.view(1)).note;
      if (!note) continue;
      Query known = database_.query("SELECT 1 FROM payload WHERE hash=?");
      if (!known.bind(*note).step()) add(msg("store.content-missing", {{"hash", note->hex()}}));
    }
  }

  /// Plays the log again: each entry must find what it says was there, and the end must be what the cells
  /// say.
  void check_projection() {
    std::unordered_map<std::string, std::int64_t> state;
    Query changes = database_.query("SELECT key, old, new FROM change ORDER BY entry, key");
    while (changes.step()) {
      const std::string key = changes.text(0);
      const auto at = state.find(key);
      constexpr std::int64_t kNothing = 0;  // rows count from 1
      const std::int64_t before = at == state.end() ? kNothing : at->second;
      if (before != changes.optional_number(1).value_or(kNothing))
        add(msg("store.history-differs", {{"cell", keys::shown(key)}}));
      if (const auto now = changes.optional_number(2))
        state[key] = *now;
      else
        state.erase(key);
    }
    Query cells = database_.query("SELECT key, payload FROM cell");
    while (cells.step()) {
      const auto found = state.find(cells.text(0));
      const bool same = found != state.end() && found->second == cells.number(1);
      if (!same) add(msg("store.cell-differs", {{"cell", keys::shown(cells.view(0))}}));
      if (found != state.end()) state.erase(found);
    }
    for (const auto& [key, payload] : state)
      add(msg("store.cell-differs", {{"cell", keys::shown(key)}}));
  }

  /// Each unit with answers or measures has a sheet, or the mark that it waits for one.
  void check_sheets() {
    store::Place last;
    for (const std::string_view kind : {keys::kAnswer, keys::kMeasure}) {
      const keys::Range range = keys::below({kind});
      Query cells = database_.query("SELECT key FROM cell WHERE key>=? AND key<? ORDER BY key");
      cells.bind(range.first).bind(range.last);
      while (cells.step()) {
        const std::vector<std::string_view> parts = keys::split(cells.view(0));
        if (parts.size() < 4) throw store::BadRecord{std::string(kind)};
        const store::Place place{std::string(parts[1]), std::string(parts[3]), std::string(parts[2])};
        if (place == last) continue;
        last = place;
        // What is in the archive is never tallied.
        if (!is_archive(parts[3])) check_sheet(place);
      }
    }
  }

  void check_sheet(const store::Place& place) {
    const auto& [assessment, set, unit] = place;
    Query sheet = database_.query("SELECT 1 FROM sheet WHERE assessment=? AND set_id=? AND unit=?");
    if (!sheet.bind(assessment).bind(set).bind(unit).step())
      add(msg("store.sheet-missing", {{"assessment", assessment}, {"set", set}, {"unit", unit}}));
  }

  Database& database_;
  Problems problems_;
};

}  // namespace

Result<Problems> Project::verify_log() const {
  return impl_->run([](Database& database) -> Result<Problems> { return Verifier(database).run(); });
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
// Truncated, altered and tampered files: never a crash, and nothing wrong is taken for right.
#include <rapidcheck.h>
#include <sqlite3.h>

#include <filesystem>

#include "store/projects.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

/// A file with some of everything; its bytes.
std::string sample_bytes() {
  const TempFolder folder;
  Project project = new_project(folder / "a.orienta");
  const auto layout = sample_layout(10);
  Wave wave{"w1", kSet, *parse_period("2026-09"), "a.csv", hash_of("a"), 100,
            50,   0,    hash_of(layout->bytes())};
  Change change = ok(project.begin(msg("store.action-import-survey", {{"file", "a.csv"}, {"n", 50}})));
  ok(change.put_wave(kAssessment, wave, *layout));
  for (int unit = 0; unit < 20; ++unit)
    ok(change.put_wave_sheet(kAssessment, "w1", UnitId("u" + std::to_string(unit)), sample_sheet(layout, 1)));
  ok(change.put_evidence({"e1", EvidenceKind::kRecord, "T", "p", {}, {}, {}}));
  for (int i = 0; i < 30; ++i) {
    Answer said = sample_answer("q" + std::to_string(i));
    said.comment = "words";
    ok(change.put_answer(kAssessment, said));
  }
  ok(change.commit());
  ok(project.undo());
  ok(project.redo());
  ok(project.close());
  return read_text(folder / "a.orienta");
}

/// Reads all there is. Damage shows as errors, never as a crash; no error has no words.
void read_everything(const std::filesystem::path& file, Project::Access access) {
  auto project = Project::open(file, access);
  if (!project) {
    RC_ASSERT(project.error().problems.has_errors());
    return;
  }
  const auto layout = sample_layout(10);
  (void)project->info();
  (void)project->assessments();
  (void)project->answers(kAssessment);
  (void)project->evidence();
  (void)project->persons();
  (void)project->log();
  (void)project->each_sheet(kAssessment, kSet, layout,
                            [](const UnitId&, TallySheet&, bool) -> Status { return {}; });
  (void)project->verify_log();
  if (access == Project::Access::kWrite) (void)project->undo();
  (void)project->close();
}

void tamper(const std::filesystem::path& file, const std::string& statement) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
  CHECK(sqlite3_exec(database, statement.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  CHECK(sqlite3_changes(database) > 0);
  sqlite3_close(database);
}

}  // namespace

TEST_CASE("a project that was cut off says so", "[store][fault]") {
  const std::string whole = sample_bytes();
  const TempFolder folder;
  for (std::size_t size = 1; size < whole.size(); size += size < 200 ? 7 : 1531) {
    INFO("bytes " << size);
    const auto file = folder.write("a.orienta", whole.substr(0, size));
    const auto opened = Project::open(file, Project::Access::kRead);
    CHECK_FALSE(opened.has_value());
    if (!opened && size >= 16) CHECK(error_of(opened) == "store.truncated");
  }
}

TEST_CASE("altered bytes never crash a reader or writer", "[store][fault]") {
  const std::string whole = sample_bytes();
  CHECK(rc::check([&] {
    std::string bytes = whole;
    const int flips = *rc::gen::inRange(1, 20);
    for (int i = 0; i < flips; ++i)
      bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    const TempFolder folder;
    const auto file = folder.write("a.orienta", bytes);
    read_everything(file, *rc::gen::element(Project::Access::kRead, Project::Access::kWrite));
  }));
}

TEST_CASE("tampering with any part is found and named", "[store]") {
  const std::string whole = sample_bytes();
  const TempFolder folder;
  const std::pair<std::string, std::string> cases[] = {
      {"UPDATE log SET at='2020-01-01T00:00:00Z' WHERE id=2", "store.entry-changed"},
      {"UPDATE log SET action=replace(action, 'new', 'old') WHERE id=2", "store.entry-changed"},
      {"DELETE FROM change WHERE entry=3 AND key LIKE 'evidence%'; DELETE FROM cell WHERE key LIKE "
       "'evidence%'",
       "store.entry-changed"},
      {"UPDATE log SET hash=zeroblob(32) WHERE id=2", "store.entry-changed"},
      {"UPDATE log SET previous=zeroblob(32) WHERE id=3", "store.chain-broken"},
      {"UPDATE payload SET body=CAST(replace(body, '\"point\"', '\"paint\"') AS BLOB) WHERE instr(body, "
       "'\"point\"')",
       "store.content-changed"},
      {"UPDATE payload SET body=NULL WHERE instr(body, '\"point\"')", "store.content-missing"},
      {"UPDATE cell SET payload=1 WHERE key LIKE 'evidence%'", "store.cell-differs"},
      {"DELETE FROM cell WHERE key LIKE 'evidence%'", "store.cell-differs"},
      {"INSERT INTO cell VALUES ('evidence' || char(31) || 'e9', 1)", "store.cell-differs"},
      {"DELETE FROM sheet WHERE unit='north'", "store.sheet-missing"},
      {"UPDATE person SET name='Somebody Else'", ""},
  };
  for (const auto& [statement, code] : cases) {
    INFO(statement);
    const auto file = folder.write("a.orienta", whole);
    tamper(file, statement);
    const Project project = ok(Project::open(file, Project::Access::kRead));
    const std::string found = codes(ok(project.verify_log()));
    CHECK((code.empty() ? found.empty() : found.find(code) != std::string::npos));
  }
}

// SPDX-License-Identifier: MIT
#include "plugins/result_sink.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "plugins/building.hpp"
#include "plugins/worker/emitter.hpp"

namespace orienta::test {
namespace {

using wire::RecordKind;

/// What a plugin says through an emitter, and what the sink makes of it. The set has nodes 0 to 3 and 3
/// levels.
struct Conversation {
  explicit Conversation(std::uint32_t want = ORIENTA_WANT_TRACE, std::uint32_t units = 1,
                        std::uint32_t scenarios = 1)
      : block(SharedBlock::create().value()),
        emitter([this](const std::vector<std::byte>& records) { return sink->take(records); }) {
    write_set(small_set(), block);
    sink.emplace(shape_of(block.view()), PluginId("mine"), RunLimits{}, nullptr);
    orienta_batch_t batch{};
    batch.want = want;
    batch.units.count = units;
    batch.scenarios.count = scenarios;
    sink->expect(batch);
    emitter.begin(4);
  }

  std::vector<orienta_score_t> good() const {
    std::vector<orienta_score_t> scores(4);
    for (std::uint32_t i = 0; i < 4; ++i) {
      scores[i].node = i;
      scores[i].value = 0.5;
      scores[i].level = 1;
    }
    return scores;
  }
  void say(const std::vector<orienta_score_t>& scores, std::uint32_t unit = 0, std::uint32_t scenario = 0) {
    emitter.scores(unit, scenario, scores.data(), static_cast<std::uint32_t>(scores.size()),
                   sizeof(orienta_score_t));
  }
  std::string breach() {
    emitter.flush();
    sink->complete();
    return sink->breach() ? sink->breach()->code : "";
  }

  SharedBlock block;
  std::optional<ResultSink> sink;
  worker::Emitter emitter;
};

/// The breach when one thing about the scores is changed.
template <class Change>
std::string breach_of(Change change) {
  Conversation talk;
  auto scores = talk.good();
  change(scores);
  talk.say(scores);
  talk.emitter.unit_done(0);
  return talk.breach();
}

orienta_text_t text(std::string_view words) {
  return {words.data(), words.size()};
}

/// The breach of saying a note.
std::string breach_of(const orienta_note_t& note, std::uint32_t want = ORIENTA_WANT_TRACE) {
  Conversation talk(want);
  talk.say(talk.good());
  talk.emitter.note(RecordKind::kRemark, 0, &note);
  talk.emitter.unit_done(0);
  return talk.breach();
}
std::string breach_of(const orienta_arg_t& argument) {
  return breach_of({0, 0, text("mine.note"), &argument, 1, sizeof argument});
}

}  // namespace

TEST_CASE("good scores are taken as they are") {
  CHECK(breach_of([](auto&) {}).empty());
  CHECK(breach_of([](auto& scores) { std::swap(scores[0], scores[3]); }).empty());
}

TEST_CASE("figures that are not finite or out of range break the contract") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  CHECK(breach_of([&](auto& s) { s[1].value = nan; }) == "plugins.breach-not-finite");
  CHECK(breach_of([&](auto& s) { s[1].error = infinite; }) == "plugins.breach-not-finite");
  CHECK(breach_of([&](auto& s) { s[1].freedom = nan; }) == "plugins.breach-not-finite");
  CHECK(breach_of([&](auto& s) { s[1].completeness = nan; }) == "plugins.breach-not-finite");
  CHECK(breach_of([&](auto& s) { s[1].progress = -infinite; }) == "plugins.breach-not-finite");
  CHECK(breach_of([](auto& s) { s[1].value = 1.0000001; }) == "plugins.breach-range");
  CHECK(breach_of([](auto& s) { s[1].value = -1e-300; }) == "plugins.breach-range");
  CHECK(breach_of([](auto& s) { s[1].error = -1; }) == "plugins.breach-range");
  CHECK(breach_of([](auto& s) { s[1].completeness = 2; }) == "plugins.breach-range");
  CHECK(breach_of([](auto& s) { s[1].progress = 2; }) == "plugins.breach-range");
  CHECK(breach_of([](auto& s) { s[1].level = 4; }) == "plugins.breach-range");
  CHECK(breach_of([](auto& s) { s[1].level = -2; }) == "plugins.breach-range");
  CHECK(breach_of([](auto& s) { s[1].state = 4; }) == "plugins.breach-range");
  CHECK(breach_of([](auto& s) { s[1].state = ORIENTA_SCORE_OPEN; }) == "plugins.breach-range");
}

TEST_CASE("unknown repeated and missing nodes break the contract") {
  CHECK(breach_of([](auto& s) { s[3].node = 4; }) == "plugins.breach-node");
  CHECK(breach_of([](auto& s) { s[3].node = 2; }) == "plugins.breach-node-twice");
  CHECK(breach_of([](auto& s) { s.pop_back(); }) == "plugins.breach-node-count");
  CHECK(breach_of([](auto& s) { s.push_back(s[0]); }) == "plugins.breach-too-much");
}

TEST_CASE("each unit in each scenario is said once") {
  Conversation twice(ORIENTA_WANT_NODES, 1, 2);
  twice.say(twice.good(), 0, 0);
  twice.say(twice.good(), 0, 0);
  CHECK(twice.breach() == "plugins.breach-scenario-twice");
  Conversation missing(ORIENTA_WANT_NODES, 1, 2);
  missing.say(missing.good(), 0, 1);
  missing.emitter.unit_done(0);
  CHECK(missing.breach() == "plugins.breach-scenario-missing");
  Conversation other(ORIENTA_WANT_NODES, 2, 1);
  other.say(other.good(), 1, 0);
  CHECK(other.breach() == "plugins.breach-unit");
  Conversation unknown(ORIENTA_WANT_NODES, 2, 1);
  unknown.say(unknown.good(), 0, 1);
  CHECK(unknown.breach() == "plugins.breach-scenario");
}

TEST_CASE("a summary is the score of the set alone") {
  Conversation all(ORIENTA_WANT_SUMMARY);
  all.say(all.good());
  CHECK(all.breach() == "plugins.breach-node-count");
  Conversation wrong(ORIENTA_WANT_SUMMARY);
  wrong.say({wrong.good()[1]});
  CHECK(wrong.breach() == "plugins.breach-node");
}

TEST_CASE("notes are taken only when they are sound") {
  CHECK(breach_of(orienta_note_t{3, 0, text("trace.capped"), nullptr, 0, 0}).empty());
  CHECK(breach_of({0, 0, text("mine.note"), nullptr, 0, 0}, ORIENTA_WANT_NODES) ==
        "plugins.breach-note-unasked");
  CHECK(breach_of(orienta_note_t{4, 0, text("mine.note"), nullptr, 0, 0}) == "plugins.breach-node");
  CHECK(breach_of(orienta_note_t{0, 1, text("mine.note"), nullptr, 0, 0}) == "plugins.breach-note-severity");
  for (const char* code :
       {"", "note", "mine", "mine.", "yours.note", "minenote", "mine.Note", "mine.a b", "trace."})
    CHECK(breach_of(orienta_note_t{0, 0, text(code), nullptr, 0, 0}) == "plugins.breach-note-code");
  CHECK(breach_of(orienta_note_t{0, 0, text("mine.\xff"), nullptr, 0, 0}) == "plugins.breach-note-text");
  CHECK(breach_of(orienta_note_t{0, 0, text("mine.note"), nullptr, 1, 48}) == "plugins.breach-too-much");
  CHECK(breach_of(orienta_note_t{0, 0, {nullptr, 1}, nullptr, 0, 0}) == "plugins.breach-too-much");
}

TEST_CASE("arguments of notes fit their kinds") {
  const std::string bad = "plugins.breach-note-argument";
  CHECK(breach_of(orienta_arg_t{text("a"), ORIENTA_ARG_NODE, 3, 0, {}}).empty());
  CHECK(breach_of(orienta_arg_t{text("a"), ORIENTA_ARG_NODE, 4, 0, {}}) == bad);
  CHECK(breach_of(orienta_arg_t{text("a"), ORIENTA_ARG_INDICATOR, 4, 0, {}}) == bad);
  CHECK(breach_of(orienta_arg_t{text("a"), ORIENTA_ARG_AGGREGATE, 3, 0, {}}) == bad);
  CHECK(breach_of(orienta_arg_t{text("a"), ORIENTA_ARG_SHARE, 0, 1.5, {}}) == bad);
  CHECK(breach_of(orienta_arg_t{text("a"), ORIENTA_ARG_INDEX, 0, 101, {}}) == bad);
  CHECK(breach_of(orienta_arg_t{text("a"), ORIENTA_ARG_COUNT, 0, 1.5, {}}) == bad);
  CHECK(breach_of(orienta_arg_t{text("a"), ORIENTA_ARG_LEVEL, 0, 4, {}}) == bad);
  CHECK(breach_of(orienta_arg_t{text("a"), 9, 0, 0, {}}) == bad);
  CHECK(breach_of(orienta_arg_t{text(""), ORIENTA_ARG_NUMBER, 0, 0, {}}) == bad);
  CHECK(breach_of(orienta_arg_t{
            text("a"), ORIENTA_ARG_NUMBER, 0, std::numeric_limits<double>::quiet_NaN(), {}}) == bad);
  CHECK(breach_of(orienta_arg_t{text("a"), ORIENTA_ARG_TEXT, 0, 0, text("\xc3\x28")}) ==
        "plugins.breach-note-text");
}

TEST_CASE("a flood of notes is stopped") {
  Conversation talk;
  const orienta_note_t note{0, 0, text("mine.note"), nullptr, 0, 0};
  int said = 0;
  while (talk.emitter.note(RecordKind::kTrace, 0, &note))
    ++said;
  CHECK(talk.breach() == "plugins.breach-too-many-notes");
  CHECK(said < 30'000);
}

TEST_CASE("records that are random bytes never do harm") {
  CHECK(rc::check([](const std::vector<std::uint8_t>& bytes) {
    Conversation talk;
    const auto kind = *rc::gen::inRange<std::uint32_t>(0, 9);
    std::vector<std::byte> records(sizeof kind + bytes.size());
    std::memcpy(records.data(), &kind, sizeof kind);
    for (std::size_t i = 0; i < bytes.size(); ++i)
      records[sizeof kind + i] = std::byte{bytes[i]};
    talk.sink->take(records);
    talk.sink->complete();
    RC_ASSERT(talk.sink->breach());
  }));
}

}  // namespace orienta::test

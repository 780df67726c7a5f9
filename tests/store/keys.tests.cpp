// SPDX-License-Identifier: MIT
// Records as bytes, and back.
#include "store/keys.hpp"

#include <rapidcheck.h>

#include "store/codec.hpp"
#include "store/database.hpp"
#include "store/projects.hpp"

using namespace orienta;
using namespace orienta::test;
namespace keys = orienta::store::keys;

namespace {

rc::Gen<std::string> gen_text() {
  return rc::gen::container<std::string>(rc::gen::inRange(' ', '~'));
}

rc::Gen<Decimal> gen_decimal() {
  return rc::gen::construct<Decimal>(
      rc::gen::inRange<std::int64_t>(-Decimal::kMaxUnits + 1, Decimal::kMaxUnits),
      rc::gen::inRange<std::uint8_t>(0, 10));
}

std::optional<Date> gen_day() {
  if (*rc::gen::arbitrary<bool>()) return std::nullopt;
  return Date{*rc::gen::arbitrary<std::int32_t>()};
}

}  // namespace

TEST_CASE("a key is split into the parts it was joined of, and stands between the ends of its range",
          "[store]") {
  CHECK(rc::check([] {
    const std::string first = *gen_text();
    const std::string second = *gen_text();
    const std::string key = *keys::join({"answer", first, second});
    RC_ASSERT(keys::split(key) == (std::vector<std::string_view>{"answer", first, second}));
    const keys::Range range = keys::below({"answer", first});
    RC_ASSERT(range.first <= key);
    RC_ASSERT(key < range.last);
    const std::string longer = *keys::join({"answer", first + "x", second});
    RC_ASSERT((longer < range.first || longer >= range.last));
  }));
}

TEST_CASE("answers survive being stored, whatever is in them", "[store]") {
  CHECK(rc::check([] {
    store::StoredAnswer stored;
    stored.answer.state = static_cast<AnswerState>(*rc::gen::inRange(0, 3));
    stored.answer.date = gen_day();
    stored.answer.point = *gen_text();
    if (*rc::gen::arbitrary<bool>()) stored.answer.figure = *gen_decimal();
    if (*rc::gen::arbitrary<bool>())
      stored.answer.confidence = static_cast<Confidence>(*rc::gen::inRange(0, 3));
    stored.answer.evidence = *rc::gen::container<std::vector<std::string>>(gen_text());
    stored.answer.carried_over = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) stored.note = hash_of("note");
    const store::StoredAnswer read = store::decode_answer(store::encode(stored));
    RC_ASSERT(read.answer == stored.answer);
    RC_ASSERT(read.note == stored.note);
    RC_ASSERT(store::encode(read) == store::encode(stored));
  }));
}

TEST_CASE("units and targets keep their real numbers to the last bit", "[store]") {
  CHECK(rc::check([] {
    Assessment assessment = sample_assessment();
    const double real = *rc::gen::arbitrary<double>();
    assessment.units[0].weight = real;
    assessment.units[0].population = *rc::gen::arbitrary<std::uint64_t>();
    assessment.targets[0].target.index = -real / 3;
    const auto units = store::decode_units(store::encode(assessment.units, {"", "", "person"}));
    RC_ASSERT(units.units[0] == assessment.units[0]);
    RC_ASSERT(units.persons == (std::vector<std::string>{"", "", "person"}));
    RC_ASSERT(units.units[2].name.empty());
    RC_ASSERT(store::decode_targets(store::encode(assessment.targets)) == assessment.targets);
  }));
}

TEST_CASE("actions of the log keep arguments of every type", "[store]") {
  LocalText text;
  text[Lang::kRu] = "слово";
  const Message action = msg("store.action-info", {{"b", "text"},
                                                   {"a", -5},
                                                   {"real", 0.1},
                                                   {"own", text},
                                                   {"word", word(msg("store.missing"))},
                                                   {"e", ""}});
  CHECK(store::decode_action(store::encode(action)) == action);
}

TEST_CASE("bytes that are no record are refused, not believed", "[store]") {
  for (const char* bytes :
       {"", "{", "[]", "null", "{\"state\":1}", "{\"state\":\"value\",\"date\":\"today\"}",
        "{\"state\":\"value\",\"date\":99999999999}", "{\"state\":\"value\",\"figure\":\"nan\"}",
        "{\"state\":\"value\",\"evidence\":[1]}", "{\"state\":\"value\",\"note\":\"ab\"}"}) {
    INFO(bytes);
    CHECK_THROWS_AS(store::decode_answer(bytes), store::BadRecord);
  }
  for (const char* bytes :
       {"{\"units\":[1]}", "{\"units\":{}}", "{\"units\":[{\"id\":\"a\",\"kind\":\"planet\"}]}",
        "{\"units\":[{\"id\":\"a\",\"kind\":\"branch\",\"weight\":\"1x\"}]}",
        "{\"units\":[{\"id\":\"a\",\"kind\":\"branch\",\"population\":-1}]}"}) {
    INFO(bytes);
    CHECK_THROWS_AS(store::decode_units(bytes), store::BadRecord);
  }
}

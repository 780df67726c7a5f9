// SPDX-License-Identifier: MIT
#include "orienta/plugin.hpp"

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>
#include <string>

#include "support/block_builder.hpp"

using namespace orienta::sdk;
using namespace orienta::test;

namespace {

/// Throws where a param says so; else gives every node 0.5 and says one thing of each kind.
class Moody {
 public:
  explicit Moody(const Set& set) : set_(set), where_(set.word("throws", "")) {
    if (where_ == "prepare") throw std::runtime_error("not today");
  }
  static void check(const Set& set, Checker& checker) {
    if (set.word("throws", "") == "check") throw 42;
    for (std::uint32_t node = 0; node < set.nodes().size(); ++node)
      checker.warning(node, "moody.warning");
    checker.error(ORIENTA_NONE, "moody.error",
                  {arg::text("word", "x"), arg::count("n", 3), arg::indicator("i", 7)});
  }
  void score(const Unit& unit, Output& out) const {
    if (where_ == "score" && unit.kind() == ORIENTA_UNIT_TEAM) throw std::runtime_error("no teams");
    for (std::uint32_t node = 0; node < set_.nodes().size(); ++node)
      out.put(node, certain(0.5));
    out.put_level(0, 1, 0.25);
    out.trace(0, "moody.reason", {arg::index("index", 0.5)});
    out.remark(0, "moody.remark", {arg::share("share", 0.5), arg::node("node", 1)});
  }

 private:
  Set set_;
  std::string where_;
};

constexpr orienta_entry_t kMoody = detail::entry<Moody>("moody", "1.2.3");

Block set_that_throws(const std::string& where) {
  SetSpec spec;
  spec.dimensions = {{"d", 1, 0, {{"c", 1, 0, 0, false, 0, {}, {{"i"}}}}}};
  spec.params = {{"throws", ORIENTA_PARAM_TEXT, 0, where}};
  return build_set(spec);
}

UnitSpec unit(std::uint32_t kind = ORIENTA_UNIT_BRANCH) {
  UnitSpec spec;
  spec.kind = kind;
  spec.combined = {reading(0, 0.5)};
  return spec;
}

}  // namespace

TEST_CASE("an entry says its size, version and name first", "[sdk]") {
  CHECK(kMoody.size == sizeof(orienta_entry_t));
  CHECK(orienta_version_is_compatible(kMoody.abi) != 0);
  CHECK(std::string(kMoody.id.data, kMoody.id.size) == "moody");
  CHECK(std::string(kMoody.version.data, kMoody.version.size) == "1.2.3");
}

TEST_CASE("no exception crosses and its text reaches the host", "[sdk]") {
  Prepared failed(kMoody, set_that_throws("prepare"));
  CHECK(failed.status() == ORIENTA_FAILED);
  CHECK(failed.failure() == "not today");

  const Said checked = check(kMoody, set_that_throws("check"));
  CHECK(checked.status == ORIENTA_FAILED);
  CHECK(checked.failure == "threw something that is not a std::exception");

  Prepared prepared(kMoody, set_that_throws("score"));
  REQUIRE(prepared.status() == ORIENTA_OK);
  const Said scored =
      prepared.score(build_batch({ORIENTA_WANT_NODES, {unit(), unit(ORIENTA_UNIT_TEAM)}, {{}}}));
  CHECK(scored.status == ORIENTA_FAILED);
  CHECK(scored.failure == "no teams");
  CHECK(prepared.score(build_batch({ORIENTA_WANT_NODES, {unit()}, {{}}})).status == ORIENTA_OK);
}

TEST_CASE("check hands over every problem until it is asked to stop", "[sdk]") {
  const Said all = check(kMoody, set_that_throws(""));
  CHECK(all.status == ORIENTA_OK);
  REQUIRE(all.notes.size() == 4);
  CHECK(all.notes[0].severity == 1);
  CHECK(all.notes[3].severity == 0);
  CHECK(all.notes[3].node == ORIENTA_NONE);
  CHECK(all.notes[3].texts.at("word") == "x");
  CHECK(all.notes[3].numbers.at("n") == 3);
  CHECK(all.notes[3].indexes.at("i") == 7);

  const Said stopped = check(kMoody, set_that_throws(""), 2);
  CHECK(stopped.status == ORIENTA_STOPPED);
  CHECK(stopped.notes.size() == 2);
}

TEST_CASE("what is wanted is what is handed over", "[sdk]") {
  Prepared prepared(kMoody, set_that_throws(""));
  const Said summary = prepared.score(build_batch({ORIENTA_WANT_SUMMARY, {unit()}, {{}, {}}}));
  CHECK(summary.scores.at({0, 1}).size() == 1);
  CHECK(summary.notes.empty());
  const Said nodes = prepared.score(build_batch({ORIENTA_WANT_NODES, {unit()}, {{}, {}}}));
  CHECK(nodes.scores.at({0, 1}).size() == 3);
  CHECK(nodes.scores.at({0, 0})[0].level == 1);
  CHECK(nodes.scores.at({0, 0})[0].progress == 0.25);
  CHECK(nodes.scores.at({0, 0})[1].level == ORIENTA_NO_LEVEL);
  CHECK(nodes.notes.empty());
  const Said trace = prepared.score(build_batch({ORIENTA_WANT_TRACE, {unit()}, {{}, {}}}));
  CHECK(trace.scores.size() == 2);
  REQUIRE(trace.notes.size() == 2);  // scenario 0 only
  CHECK(trace.note("moody.reason")->numbers.at("index") == 50);
  CHECK(trace.note("moody.remark")->is_remark);
  CHECK(trace.note("moody.remark")->indexes.at("node") == 1);
}

TEST_CASE("scoring stops at the call where the sink asks for it", "[sdk]") {
  Prepared prepared(kMoody, set_that_throws(""));
  const Block batch = build_batch({ORIENTA_WANT_TRACE, {unit(), unit(), unit()}, {{}}});
  for (std::uint32_t call = 1; call <= 9; ++call) {
    const Said said = prepared.score(batch, call);
    CHECK(said.status == ORIENTA_STOPPED);
    CHECK(said.calls == call);
  }
  CHECK(prepared.score(batch, 10).status == ORIENTA_OK);
}

TEST_CASE("a request beyond the batch is refused", "[sdk]") {
  Prepared prepared(kMoody, set_that_throws(""));
  const Block batch = build_batch({ORIENTA_WANT_NODES, {unit(), unit()}, {{}}});
  CHECK(prepared.score(batch, 1, 2, 0, 1).status == ORIENTA_FAILED);
  CHECK(prepared.score(batch, 0, 1, 1, 1).status == ORIENTA_FAILED);
  CHECK(prepared.score(batch, 0xFFFFFFFFu, 2, 0, 1).status == ORIENTA_FAILED);
  CHECK(prepared.score(batch, 2, 0, 0, 1).status == ORIENTA_OK);
}

// SPDX-License-Identifier: MIT
#include "base/error.hpp"

#include <catch2/catch_test_macros.hpp>

#include "base/result.hpp"

using namespace orienta;

namespace {

// Codes of these tests are in no catalogue, so they are not made by msg().
Message coded(std::string code) {
  return {std::move(code), {}};
}

}  // namespace

TEST_CASE("an argument is found by its name", "[base]") {
  const Message message{"test.code", {{"key", "weight"}, {"line", 12}}};
  REQUIRE(message.find("line"));
  CHECK(*message.find("line") == Argument(12));
  CHECK(message.find("lin") == nullptr);
  CHECK(message.find("") == nullptr);
}

TEST_CASE("all problems are counted and the first fifty are kept", "[base]") {
  Problems problems;
  CHECK(problems.empty());
  for (std::uint32_t line = 1; line <= 70; ++line)
    problems.add(coded("test.error"), {"a.yaml", line});
  CHECK(problems.errors() == 70);
  CHECK(problems.kept().size() == Problems::kKept);
  CHECK(problems.kept().back().where.line == 50);
}

TEST_CASE("an error is never pushed out by warnings", "[base]") {
  Problems problems;
  for (std::uint32_t line = 1; line <= 60; ++line)
    problems.add(coded("test.warning"), {"a", line}, Severity::kWarning);
  problems.add(coded("test.error"), {"a", 61});
  CHECK(problems.kept().size() == Problems::kKept);
  CHECK(problems.kept().back().severity == Severity::kError);
  CHECK(problems.kept()[48].where.line == 49);
  CHECK(problems.warnings() == 60);
}

TEST_CASE("warnings and notes are not errors", "[base]") {
  Problems problems;
  problems.add(coded("test.note"), {}, Severity::kNote);
  CHECK_FALSE(problems.empty());
  problems.add(coded("test.warning"), {}, Severity::kWarning);
  CHECK_FALSE(problems.has_errors());
  CHECK(problems.warnings() == 1);
}

TEST_CASE("joined problems keep the counts of both", "[base]") {
  Problems first;
  Problems second;
  first.add(coded("test.first"));
  for (int i = 0; i < 80; ++i)
    second.add(coded("test.second"));
  first.append(second);
  CHECK(first.errors() == 81);
  CHECK(first.kept().size() == Problems::kKept);
  CHECK(first.kept().front().message.code == "test.first");
}

TEST_CASE("problems are sorted by place and stay in order where it is the same", "[base]") {
  Problems problems;
  problems.add(coded("test.d"), {"b", 1, 1});
  problems.add(coded("test.c"), {"a", 10, 1});
  problems.add(coded("test.a"), {"a", 2, 5});
  problems.add(coded("test.b"), {"a", 2, 5});
  problems.sort_by_place();
  std::string order;
  for (const Problem& problem : problems.kept())
    order += problem.message.code.back();
  CHECK(order == "abcd");
}

TEST_CASE("a failure carries its kind and its problem through a result", "[base]") {
  const Result<int> result = failure(ErrorKind::kBusy, coded("test.busy"), {"a.orienta"});
  REQUIRE_FALSE(result);
  CHECK(result.error().kind == ErrorKind::kBusy);
  CHECK(result.error().problems.errors() == 1);
  CHECK(result.error().problems.kept().front().where.file == "a.orienta");
}

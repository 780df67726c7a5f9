// SPDX-License-Identifier: MIT
#include "criteria/samples.hpp"

#include <catch2/catch_test_macros.hpp>

#include "criteria/small_set.hpp"

using namespace orienta;
using namespace orienta::test;

namespace {

Said said_of(std::string_view samples) {
  const auto read = read_samples("orienta-samples: 1\nsamples:\n" + std::string(samples), "samples.yaml");
  return read ? Said() : said(read.error().problems);
}

}  // namespace

TEST_CASE("a list of samples says what is imported and what is expected", "[criteria]") {
  const auto read = read_samples(R"(orienta-samples: 1
samples:
  - id: invented
    invented: true
    units: units.csv
    period: 2026-H2
    evidence: [evidence.csv]
    files: [answers.csv, {file: below/survey.csv, map: survey.map.yaml}]
    expect: scores.csv
  - {id: published, period: 1972, as_of: 1972-06-30, files: [a.csv], expect_readings: readings.csv}
)",
                                 "samples.yaml");
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  const SetSample& first = read->front();
  CHECK(first.invented);
  CHECK(first.as_of.to_string() == "2026-12-31");
  CHECK(first.evidence == std::vector<std::string>{"evidence.csv"});
  REQUIRE(first.files.size() == 2);
  CHECK(first.files[1].file == "below/survey.csv");
  CHECK(first.files[1].map == "survey.map.yaml");
  CHECK(first.expect_readings.empty());
  CHECK_FALSE(read->back().invented);
  CHECK(read->back().as_of.to_string() == "1972-06-30");
}

TEST_CASE("a list of samples is read as strictly as a set", "[criteria]") {
  CHECK(said_of("  - {id: a, period: 2026, files: [a.csv], expect: e.csv, expct: e.csv}\n") ==
        Said{"3:58 unknown-key-near"});
  CHECK(said_of("  - {id: a, period: 2026, files: [a.csv]}\n") == Said{"3:5 sample-expects-nothing"});
  CHECK(said_of("  - {id: a, period: soon, files: [a.csv], expect: e.csv}\n") == Said{"3:21 bad-period"});
  CHECK(said_of("  - {id: a, files: [], expect: e.csv}\n") == Said{"3:5 missing-key", "3:20 empty-list"});
  CHECK(said_of("  - {id: a, period: 2026, files: [a.csv], expect: e.csv}\n"
                "  - {id: a, period: 2026, files: [a.csv], expect: e.csv}\n") == Said{"4:10 duplicate-id"});
}

TEST_CASE("a sample reaches for nothing outside its folder", "[criteria]") {
  for (const char* const path : {"../a.csv", "/etc/passwd", "a/../../b.csv", "a\\b.csv", ".."}) {
    INFO(path);
    const std::string file(path);
    CHECK(said_of("  - {id: a, period: 2026, files: ['" + file + "'], expect: e.csv}\n") ==
          Said{"3:35 sample-path"});
    CHECK(said_of("  - {id: a, period: 2026, files: [a.csv], expect: '" + file + "'}\n") ==
          Said{"3:51 sample-path"});
  }
}

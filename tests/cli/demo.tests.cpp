// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "support/golden.hpp"
#include "workspace.hpp"

using namespace orienta::test;
using Catch::Matchers::WithinAbs;

TEST_CASE("the demo prints levels, indexes, completeness and reasons as approved", "[cli]") {
  const Workspace workspace;
  for (const std::string lang : {"en", "ru", "pl"})
    check_golden(
        "cli/demo." + lang + ".txt",
        workspace.anonymous(workspace.out({"demo", "--out", workspace.path("demo"), "--lang", lang})));
}

TEST_CASE("a demo that is not known is a usage error that names what there is", "[cli]") {
  const Workspace workspace;
  const auto run = workspace.run({"demo", "--only", "house"});
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("housing") != std::string::npos);
}

TEST_CASE("a second demo leaves the projects as they are", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo();
  const std::string before = read_text(file);
  workspace.demo();
  CHECK(read_text(file) == before);
}

TEST_CASE("the satisfaction of residents comes out as published", "[cli]") {
  // Madsen 1976, data set `housing` of the R package MASS; net from p + d - (p - d)^2.
  struct Published {
    const char* unit;
    int n;
    double index, net, low, high;
  };
  constexpr Published kPublished[] = {{"copenhagen", 1681, 53.0042, 6.0083, 1.9210, 10.0957},
                                      {"tower", 400, 62.6250, 25.2500, 17.1466, 33.3534},
                                      {"apartment", 765, 52.0261, 4.0523, -2.0739, 10.1784}};
  const Workspace workspace;
  const std::string csv = workspace.out({"readings", workspace.demo(), "--format", "csv"});
  for (const Published& each : kPublished) {
    INFO(each.unit);
    const auto number = [&](const std::string& statistic, const std::string& column) {
      return std::stod(csv_field(csv,
                                 {{"unit", each.unit},
                                  {"indicator", "overall-satisfaction"},
                                  {"source", "client"},
                                  {"segment", ""},
                                  {"statistic", statistic}},
                                 column));
    };
    CHECK(number("index", "n") == each.n);
    CHECK_THAT(number("index", "value"), WithinAbs(each.index, 0.00005));
    CHECK_THAT(number("net", "value"), WithinAbs(each.net, 0.00005));
    CHECK_THAT(number("net", "low"), WithinAbs(each.low, 0.00005));
    CHECK_THAT(number("net", "high"), WithinAbs(each.high, 0.00005));
  }
}

TEST_CASE("segments of a unit add up to the unit", "[cli]") {
  const Workspace workspace;
  const std::string csv = workspace.out({"readings", workspace.demo(), "--unit", "tower", "--format", "csv"});
  const auto n = [&](const std::string& segment) {
    return std::stoi(
        csv_field(csv, {{"source", "client"}, {"segment", segment}, {"statistic", "index"}}, "n"));
  };
  CHECK(n("") == 400);
  CHECK(n("influence=low") + n("influence=medium") + n("influence=high") == 400);
  CHECK(n("contact=low") + n("contact=high") == 400);
}

TEST_CASE("thirty departments come in as wide measures", "[cli]") {
  const Workspace workspace;
  const std::string csv = workspace.out({"readings", workspace.demo("departments"), "--format", "csv"});
  CHECK(csv_field(csv, {{"unit", "d05"}, {"indicator", "complaints"}, {"source", "system"}}, "value") ==
        "78");
  CHECK(csv_field(csv, {{"unit", "d30"}, {"indicator", "rating"}, {"source", "system"}}, "value") == "82");
}

TEST_CASE("what is published gives two figures, no level and completeness near none", "[cli]") {
  const Workspace workspace;
  const std::string file = workspace.demo("published");
  const std::string readings = workspace.out({"readings", file, "--format", "csv"});
  std::size_t known = 0;
  for (const auto& row : csv_rows(readings))
    known +=
        row.at(2) == "buyer-churn" && row.at(3) == "system" && row.at(5) == "mean" && row.at(13) == "value"
            ? 1u
            : 0u;
  CHECK(known == 2);
  const std::string scores = workspace.out({"score", file, "--format", "csv"});
  for (const std::string unit : {"head-office", "branches-and-franchisees"}) {
    INFO(unit);
    const auto field = [&](const std::string& column) {
      return csv_field(scores, {{"unit", unit}, {"node", "service-standards"}}, column);
    };
    CHECK(field("state") == "incomplete");
    CHECK(field("level") == "0");
    CHECK(std::stod(field("completeness")) < 0.05);
    CHECK(std::stod(field("index_high")) - std::stod(field("index_low")) > 90);
  }
}

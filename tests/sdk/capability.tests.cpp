// SPDX-License-Identifier: MIT
#include "orienta/capability.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <vector>

using namespace orienta::sdk;

namespace {

char letter(double percent) {
  return "NPLF"[static_cast<int>(achieved(percent / 100, {}))];
}

/// A value within the class.
double value_of(char letter) {
  return std::map<char, double>{{'N', 0.1}, {'P', 0.4}, {'L', 0.7}, {'F', 0.95}}.at(letter);
}

/// "F LF NN": the attributes of levels 1, 2, 3.
std::int32_t level_of(const std::string& profile) {
  std::vector<Attribute> attributes;
  std::int32_t level = 1;
  for (const char c : profile) {
    if (c == ' ')
      ++level;
    else
      attributes.push_back({certain(value_of(c)), level, 0});
  }
  return capability(attributes.data(), attributes.size(), level, {}).level;
}

}  // namespace

// Source: ISO/IEC 33020, 5.3.
TEST_CASE("the upper bound of a class belongs to it", "[sdk]") {
  std::string letters;
  for (const double percent : {0.0, 15.0, 15.01, 32.5, 32.51, 50.0, 50.01, 67.5, 67.51, 85.0, 85.01, 100.0})
    letters += letter(percent);
  CHECK(letters == "NNPPPPLLLLFF");
}

// Source: ISO/IEC 33020, 5.5; the first two are rows of published COBIT 2019 assessments (APO01, DSS02).
TEST_CASE("a level needs its own attributes largely and all lower ones fully achieved", "[sdk]") {
  CHECK(level_of("F LF NN") == 2);
  CHECK(level_of("F FF LP") == 2);
  CHECK(level_of("L FF") == 1);
  CHECK(level_of("F LL FF") == 2);
  CHECK(level_of("P FF") == 0);
  CHECK(level_of("F FF LL") == 3);
}

TEST_CASE("an attribute that is not applicable is as if it were not there", "[sdk]") {
  const Attribute none{without_value(State::kNotApplicable), 1, 0};
  const Attribute second{certain(0.9), 2, 1};
  const Attribute both[] = {none, second};
  CHECK(capability(both, 2, 2, {}).level == 2);
  CHECK(capability(&none, 1, 2, {}).level == ORIENTA_NO_LEVEL);
}

TEST_CASE("an open attribute is not shown to be achieved", "[sdk]") {
  const Attribute open{without_value(State::kOpen), 1, 7};
  const Capability reached = capability(&open, 1, 1, {});
  CHECK(reached.level == 0);
  CHECK(reached.next == 1);
  CHECK(reached.node == 7);
  CHECK(reached.progress == 0);
}

TEST_CASE("a better attribute never lowers the level", "[sdk]") {
  CHECK(rc::check([] {
    std::vector<Attribute> attributes;
    for (int i = *rc::gen::inRange(1, 8); i > 0; --i)
      attributes.push_back({certain(*rc::gen::inRange(0, 21) / 20.0), *rc::gen::inRange(1, 4), 0});
    const auto level = [&] { return capability(attributes.data(), attributes.size(), 3, {}).level; };
    const std::int32_t before = level();
    auto& raised = attributes[*rc::gen::inRange<std::size_t>(0, attributes.size())].rating;
    raised.value = std::min(1.0, raised.value + *rc::gen::inRange(0, 21) / 20.0);
    RC_ASSERT(level() >= before);
  }));
}

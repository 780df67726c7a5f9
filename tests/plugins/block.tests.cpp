// SPDX-License-Identifier: MIT
#include "plugins/block.hpp"

#include <sys/mman.h>

#include <catch2/catch_test_macros.hpp>

#include "plugins/building.hpp"
#include "plugins/runner.hpp"

namespace orienta::test {
namespace {

std::string text(const SharedBlock& block, orienta_string_t string) {
  return {static_cast<const char*>(block.view().data) + string.offset, string.size};
}

template <class T>
const T& entry(const SharedBlock& block, orienta_range_t range, std::uint32_t index) {
  return *reinterpret_cast<const T*>(static_cast<const char*>(block.view().data) + range.offset +
                                     std::size_t{index} * range.stride);
}

}  // namespace

TEST_CASE("a block keeps its content when it grows") {
  auto block = SharedBlock::create();
  REQUIRE(block);
  const auto first = block->put(std::uint64_t{42});
  const auto text_at = block->put_text("orienta");
  block->reserve(10u << 20);
  CHECK(block->at<std::uint64_t>(first) == 42);
  CHECK(text(*block, text_at) == "orienta");
}

TEST_CASE("what is reserved is aligned and zeroed also after clear") {
  auto block = SharedBlock::create();
  REQUIRE(block);
  block->put_text("a text that is longer than sixteen bytes");
  block->clear();
  CHECK(block->size() == 0);
  block->put(char{1});
  const auto offset = block->reserve(32);
  CHECK(offset % 16 == 0);
  for (std::size_t i = 1; i < block->size(); ++i)
    CHECK(block->data()[i] == std::byte{0});
}

TEST_CASE("a set becomes a block with all its parts") {
  CriteriaSet set = small_set(2, 3);
  set.holds = {0.9, 0.6, 0.7};
  set.criteria[1].tags = {{"channel", "phone"}, {"step", "2"}};
  set.criteria[1].weight = 3;
  set.criteria[1].mandatory = true;
  set.params = {{"a.0", std::string("x")}, {"b", 2.5}, {"c", true}};
  Role role;
  role.id = "seller";
  role.requires_index = {{"c1", 80}, {"c0", 60}};
  set.roles = {role};
  auto block = SharedBlock::create();
  REQUIRE(block);
  write_set(set, *block);

  const auto& head = block->at<orienta_set_t>(0);
  CHECK(text(*block, head.id) == "test-set");
  CHECK(head.hold_rating == 0.9);
  CHECK(head.hold_mandatory == 0.6);
  CHECK(head.hold_completeness == 0.7);
  REQUIRE(head.nodes.count == 4);
  const auto& root = entry<orienta_node_t>(*block, head.nodes, 0);
  CHECK((root.parent == ORIENTA_NONE && root.first_child == 1 && root.child_count == 1));
  const auto& dimension = entry<orienta_node_t>(*block, head.nodes, 1);
  CHECK((dimension.parent == 0 && dimension.first_child == 2 && dimension.child_count == 2));
  const auto& criterion = entry<orienta_node_t>(*block, head.nodes, 3);
  CHECK(text(*block, criterion.id) == "c1");
  CHECK((criterion.parent == 1 && criterion.first_child == 2 && criterion.child_count == 2));
  CHECK((criterion.weight == 3 && criterion.mandatory == 1 && criterion.level == 1));
  REQUIRE(criterion.tag_count == 2);
  const auto& tag = entry<orienta_tag_t>(*block, head.tags, criterion.first_tag);
  CHECK((text(*block, tag.key) == "channel" && text(*block, tag.value) == "phone"));

  REQUIRE(head.indicators.count == 4);
  const auto& indicator = entry<orienta_indicator_t>(*block, head.indicators, 3);
  CHECK((text(*block, indicator.id) == "c1-b" && indicator.criterion == 3));
  CHECK(text(*block, indicator.statistic) == "index");
  CHECK(entry<orienta_level_t>(*block, head.levels, 2).level == 3);
  REQUIRE(head.params.count == 3);
  CHECK(text(*block, entry<orienta_param_t>(*block, head.params, 0).text) == "x");
  CHECK(entry<orienta_param_t>(*block, head.params, 1).number == 2.5);
  CHECK(entry<orienta_param_t>(*block, head.params, 2).kind == ORIENTA_PARAM_BOOL);
  CHECK(text(*block, entry<orienta_string_t>(*block, head.roles, 0)) == "seller");
  REQUIRE(head.requirements.count == 2);
  const auto& requirement = entry<orienta_requirement_t>(*block, head.requirements, 0);
  CHECK((requirement.criterion == 2 && requirement.index == 60));
}

}  // namespace orienta::test

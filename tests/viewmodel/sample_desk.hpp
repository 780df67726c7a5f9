// SPDX-License-Identifier: MIT
// A desk with the invented network on it, which it may change.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/sample_project.hpp"
#include "support/temp_folder.hpp"
#include "viewmodel/desk.hpp"

namespace orienta::gui {

struct SampleDesk {
  test::TempFolder folder;
  std::filesystem::path file = test::copy_of_sample(folder.path());
  Desk desk{{}, {}, Lang::kEn, {}};

  SampleDesk() {
    desk.open(file);
    desk.finish();
    REQUIRE(desk.study() != nullptr);
  }
  ~SampleDesk() { desk.finish(); }

  void choose_set(const std::string& id) {
    const auto set = desk.study()->assessment->set_index(id);
    REQUIRE(set);
    desk.choose_set(*set);
  }
  /// The first unit of a kind that the chosen set scores, with a result of its own.
  void choose_scored_unit() {
    const Study& study = *desk.study();
    for (std::uint32_t unit = 0; unit < study.units().size(); ++unit) {
      const NodeResult* own = study.result(desk.set(), unit, 0, Basis::kOwn);
      const NodeResult* rolled = study.result(desk.set(), unit, 0, Basis::kRolled);
      if (own == nullptr || !own->index || (rolled != nullptr && rolled->index)) continue;
      desk.choose_unit(unit);
      return;
    }
    FAIL("no unit has a result of its own");
  }
  /// The page once all it asks for is there.
  template <class Make>
  auto settled(Make make) {
    (void)make();
    desk.finish();
    desk.take_news();
    return make();
  }
};

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
// A page of the dashboard. It draws what its view model says and passes on what the user does.
#pragma once

#include <memory>

#include "view/ui.hpp"

namespace orienta::gui {

class PageView {
 public:
  virtual ~PageView() = default;
  /// Draws into the current window; called once a frame while the page is shown. Pages other than Start are
  /// shown only with a study.
  virtual void draw(Ui& ui) = 0;
};

/// The view of a page: pages.cpp lists them all.
std::unique_ptr<PageView> view_of(Page page);

std::unique_ptr<PageView> start_view();
std::unique_ptr<PageView> overview_view();
std::unique_ptr<PageView> assess_view();
std::unique_ptr<PageView> collect_view();
std::unique_ptr<PageView> organisation_view();
std::unique_ptr<PageView> criteria_view();
std::unique_ptr<PageView> plugins_view();
std::unique_ptr<PageView> feedback_view();
std::unique_ptr<PageView> report_view();
std::unique_ptr<PageView> results_view();
std::unique_ptr<PageView> plan_view();
std::unique_ptr<PageView> compare_view();

}  // namespace orienta::gui

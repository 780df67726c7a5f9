// SPDX-License-Identifier: MIT
#include "view/page_view.hpp"

namespace orienta::gui {

std::unique_ptr<PageView> view_of(Page page) {
  switch (page) {
    case Page::kStart:
      return start_view();
    case Page::kOverview:
      return overview_view();
    case Page::kOrganisation:
      return organisation_view();
    case Page::kCriteria:
      return criteria_view();
    case Page::kPlugins:
      return plugins_view();
    case Page::kFeedback:
      return feedback_view();
    case Page::kReport:
      return report_view();
    case Page::kResults:
      return results_view();
    case Page::kPlan:
      return plan_view();
    case Page::kCompare:
      return compare_view();
    case Page::kCollect:
      return collect_view();
    case Page::kAssess:
      return assess_view();
    default:
      return nullptr;
  }
}

}  // namespace orienta::gui

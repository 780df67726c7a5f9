// SPDX-License-Identifier: MIT
#include "viewmodel/feedback.hpp"

#include <algorithm>

#include "view/page_view.hpp"
#include "view/tabs.hpp"

namespace orienta::gui {
namespace {

constexpr float kQuestionRows = 250;
constexpr float kMostRows = 300;
constexpr float kLeastChart = 220;
constexpr float kMostChart = 900;
/// Of a chart's card beyond the chart: title, gaps, padding.
constexpr float kAroundChart = 72;

class FeedbackView : public PageView {
 public:
  void draw(Ui& ui) override {
    const FeedbackPage& page =
        page_.get(ui.desk().stamp() + revision_, [&] { return feedback_page(ui.desk(), question_); });
    ui.label(page.unit, TextSize::kTitle, Ink::kText, ui.width_left());
    ui.space(kSmallGap);
    draw_tabs(ui, page.tabs);
    ui.space(kGap);
    if (!page.says.empty()) {
      ui.empty(page.says);
      return;
    }
    people(ui, page.people);
    questions(ui, page);
    pair(ui, page.distribution, page.trend);
    pair(ui, page.bands, page.profile);
    pair(ui, page.index_trend, std::nullopt);
    if (!page.csi.rows.empty())
      table(ui, "feedback.csi", ui.say(msg("viewmodel.feedback-csi-title")), page.csi);
  }

 private:
  void questions(Ui& ui, const FeedbackPage& page) {
    ui.card("feedback.questions-card", {}, [&] {
      ui.label(ui.say(msg("viewmodel.feedback-what-was-said")), TextSize::kSection);
      const float rows = kRowHeight * static_cast<float>(page.questions.rows.size() + 1);
      if (const auto row =
              ui.grid("feedback.questions", page.questions, rows > kQuestionRows ? kQuestionRows : 0, row_)) {
        row_ = row;
        question_ = page.indicators[*row];
        revision_ += kRevision;
      }
      if (!page.chosen.empty()) {
        ui.space(4);
        ui.label(ui.say(msg("viewmodel.feedback-below", {{"question", page.chosen}})), TextSize::kCaption,
                 Ink::kMuted, ui.width_left());
      }
    });
    ui.space(kGap);
  }

  static void people(Ui& ui, const PeoplePart& people) {
    if (people.profile) {
      pair(ui, people.profile, std::nullopt);
      if (!people.sources.rows.empty())
        table(ui, "feedback.sources", ui.say(msg("viewmodel.feedback-by-source")), people.sources);
    }
    if (people.roll_up.rows.empty()) return;
    table(ui, "feedback.roll-up", ui.say(msg("viewmodel.feedback-roll-up")), people.roll_up, people.note);
  }

  static void table(Ui& ui, const std::string& name, const std::string& title, const Grid& grid,
                    const std::string& note = "") {
    ui.card(name + "-card", {}, [&] {
      ui.label(title, TextSize::kSection);
      const float rows = kRowHeight * static_cast<float>(grid.rows.size() + 1);
      ui.grid(name, grid, rows > kMostRows ? kMostRows : 0);
      if (!note.empty()) ui.label(note, TextSize::kCaption, Ink::kMuted, ui.width_left());
    });
    ui.space(kGap);
  }

  /// Two charts side by side, or one across.
  static void pair(Ui& ui, const std::optional<Figure>& left, const std::optional<Figure>& right) {
    const Figure* const first = left ? &*left : right ? &*right : nullptr;
    if (first == nullptr) return;
    const bool both = left && right;
    const float width = both ? (ui.width_left() - kGap) / 2 : ui.width_left();
    const float wanted = std::max(first->height, both ? right->height : 0);
    const float height = std::clamp(wanted, kLeastChart, kMostChart);
    ui.card("feedback." + first->name + "-card", {width, height + kAroundChart},
            [&] { ui.figure(*first, ui.width_left(), height); });
    if (both) {
      ui.beside(kGap);
      ui.card("feedback." + right->name + "-card", {width, height + kAroundChart},
              [&] { ui.figure(*right, ui.width_left(), height); });
    }
    ui.space(kGap);
  }

  /// Added to the stamp by each choice here, far beyond any number of changes.
  static constexpr std::uint64_t kRevision = std::uint64_t{1} << 40;

  Cached<FeedbackPage> page_;
  std::optional<std::uint32_t> question_;
  std::optional<std::size_t> row_;
  std::uint64_t revision_ = 0;
};

}  // namespace

std::unique_ptr<PageView> feedback_view() {
  return std::make_unique<FeedbackView>();
}

}  // namespace orienta::gui

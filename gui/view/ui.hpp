// SPDX-License-Identifier: MIT
// The widgets of the dashboard: every view is made of these and of nothing else, so that all look and behave
// alike. Lengths are logical pixels (look: a grid of 4, gaps of 8, 16, 24). Widgets have a name, unique in
// the frame ("assess.next"), by which a test finds them.
#pragma once

#include <imgui.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "charts/scene.hpp"
#include "charts/theme.hpp"
#include "paint/fonts.hpp"
#include "view/recorder.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/figure.hpp"
#include "viewmodel/grid.hpp"

namespace orienta::gui {

using charts::Ink;
using charts::TextSize;

inline constexpr float kGap = 16;      ///< between cards
inline constexpr float kSmallGap = 8;  ///< between what belongs together
inline constexpr float kCardPadding = 16;
inline constexpr float kRowHeight = 30;  ///< of a table

class Ui {
 public:
  Ui(Desk& desk, const Fonts& fonts, Recorder& recorder)
      : desk_(&desk), fonts_(&fonts), recorder_(&recorder) {}

  // ---- the frame
  /// Sets ImGui's style by the theme and the scale; call before ImGui::NewFrame().
  void begin_frame();
  /// True when what was drawn has to be drawn once more (a height became known only now).
  bool wants_frame() const { return wants_frame_; }
  /// In this frame cards turned out higher or lower than they were drawn: it has to be laid out again.
  bool has_resized() const { return has_resized_; }
  void use(const Fonts& fonts) { fonts_ = &fonts; }

  // ---- what views need
  Desk& desk() { return *desk_; }
  std::string say(const Message& message) const { return desk_->text(message); }
  float px(float logical) const { return logical * fonts_->scale(); }
  ImU32 colour(Ink ink) const;
  ImU32 colour(charts::Paint paint) const;
  const Fonts& fonts() const { return *fonts_; }
  Recorder& recorder() { return *recorder_; }
  /// The width that is left in the current card or page, in logical pixels.
  float width_left() const;
  float height_left() const;
  void space(float height);
  /// The next widget stands to the right of the last one.
  void beside(float gap = kSmallGap);

  // ---- text
  /// One line. With `most` > 0 (logical pixels) it is shortened, and shown whole in a tip.
  void label(std::string_view text, TextSize size = TextSize::kBody, Ink ink = Ink::kText, float most = 0);
  void strong(std::string_view text, Ink ink = Ink::kText);
  /// Several lines, at most 72 characters wide and never wider than what is left.
  void paragraph(std::string_view text, TextSize size = TextSize::kBody, Ink ink = Ink::kText);
  /// The tip of the last widget, shown while the mouse is over it.
  void tip(std::string_view text);

  // ---- things to click; true when it was clicked
  enum class Kind : std::uint8_t { kPrimary, kPlain, kQuiet };
  bool button(const std::string& name, std::string_view text, Kind kind = Kind::kPlain, bool enabled = true,
              float width = 0);
  bool link(const std::string& name, std::string_view text, Ink ink = Ink::kAccent);
  /// One of several: tabs, filters, languages.
  bool choice(const std::string& name, std::string_view text, bool is_chosen);
  /// An answer to choose, as wide as what is left: its key in front, its text over several lines.
  bool option(const std::string& name, std::string_view key, std::string_view text, bool is_chosen,
              bool enabled);
  /// A small triangle that folds and unfolds what stands below; 18 wide.
  bool toggle(const std::string& name, bool is_open);
  bool checkbox(const std::string& name, std::string_view text, bool& value);
  /// A line of a list, as wide as there is room.
  bool row(const std::string& name, std::string_view text, bool is_chosen);
  /// Opens a list of texts; the index that was chosen now.
  std::optional<std::size_t> picker(const std::string& name, const std::vector<std::string>& texts,
                                    std::size_t chosen, float width);
  /// True when it was changed; `hint` is shown while it is empty.
  bool input(const std::string& name, std::string& text, std::string_view hint, float width);
  bool input_lines(const std::string& name, std::string& text, std::string_view hint, float width,
                   float height);
  /// True once, when the last input was left or Enter was pressed in it, after its text was changed.
  bool is_entered() const;
  /// The page has arrows, Enter and letters for itself in the next frame: they do not move between widgets.
  void take_keys() { has_taken_keys_ = true; }
  /// Puts the keyboard into the next input.
  void focus_next();
  /// The last widget gets the keyboard.
  void focus_last();
  /// Tab goes from widget to widget as they are drawn. Call once a frame, before the first one.
  void walk_by_tab();
  /// True while the keyboard belongs to an input: single letters are no commands then.
  bool is_typing() const;

  // ---- cards, tables, charts
  struct Card {
    float width = 0;   ///< 0: what is left
    float height = 0;  ///< 0: as high as its content
    bool is_chosen = false;
    bool is_clickable = false;
  };
  /// A bordered surface with the content that `body` draws. True when it is clickable and was clicked outside
  /// of its widgets.
  bool card(const std::string& name, const Card& card, const std::function<void()>& body);
  /// The height that the card had with its content, in logical pixels; 0: not drawn yet. For rows of equal
  /// height.
  float natural_height(const std::string& name) const;

  /// Draws a widget into a cell of the chosen row, `width` wide; false: the cell's text is shown.
  using CellEditor = std::function<bool(std::size_t column, float width)>;
  /// The index of the row that was clicked. `height` 0: as high as its rows. With many rows only those that
  /// can be seen are drawn. With an editor the chosen row is changed in its place.
  std::optional<std::size_t> grid(const std::string& name, const Grid& grid, float height = 0,
                                  std::optional<std::size_t> chosen = {}, const CellEditor& editor = {});
  /// A chart with its title, a switch to the table behind it, and saving. The index of the area that was
  /// clicked.
  std::optional<std::size_t> figure(const Figure& figure, float width, float height);
  /// A scene alone.
  std::optional<std::size_t> scene(const std::string& name, const charts::Scene& scene);

  /// Text that says why there is nothing here and what to do.
  void empty(std::string_view text);

 private:
  struct Shown {
    std::uint64_t stamp = 0;
    charts::Size size;
    charts::Scene scene;
    bool as_table = false;
  };
  void record(const std::string& name, std::string_view text, bool enabled = true);
  bool is_entered_by_key() const;
  bool edited(std::size_t column, float indent, const CellEditor& editor);
  void note_if_cut(std::string_view text, float have);

  Desk* desk_;
  const Fonts* fonts_;
  Recorder* recorder_;
  bool wants_frame_ = false;
  bool has_resized_ = false;
  bool has_taken_keys_ = false;
  bool gives_keys_back_ = false;
  std::vector<std::string> order_;   ///< of widgets, in this frame
  std::vector<std::string> before_;  ///< the same, in the last one
  std::string focused_;
  std::string wants_focus_;
  std::map<std::string, float> heights_;
  std::map<std::string, std::size_t> chosen_rows_;
  std::map<std::string, Shown> figures_;
};

}  // namespace orienta::gui

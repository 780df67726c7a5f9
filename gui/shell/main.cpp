// SPDX-License-Identifier: MIT
// orienta-dashboard [FILE]: the desktop program. Opens the window, runs its loop, ends it.
#include <imgui.h>

#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/user_lang.hpp"
#include "shell/display.hpp"
#include "shell/font_files.hpp"
#include "view/window.hpp"

namespace {

using namespace orienta;
using namespace orienta::gui;

/// How often another program's changes are looked for while the window is in use.
constexpr double kLookOutside = 2;
/// Half the time in which a text cursor blinks.
constexpr double kCursorBlinks = 0.4;
using Clock = std::chrono::steady_clock;

struct Options {
  std::optional<std::filesystem::path> file;
  std::optional<Lang> lang;
  bool help = false;
  bool version = false;
  std::string wrong;  ///< an option that there is not
};

Options options_of(int count, char** words) {
  Options options;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h") {
      options.help = true;
    } else if (word == "--version") {
      options.version = true;
    } else if (word == "--lang" && i + 1 < count && lang_of(words[i + 1])) {
      options.lang = lang_of(words[++i]);
    } else if (word.starts_with("-") || options.file) {
      options.wrong = word;
    } else {
      options.file = word;
    }
  }
  return options;
}

void print_error(const Desk& desk, const Error& error) {
  for (const Problem& problem : error.problems.kept())
    std::fputs((desk.words().text(problem) + "\n").c_str(), stderr);
}

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// One frame from the state as it is.
void draw(Display& display, Ui& ui, Window& window) {
  display.begin_frame();
  ui.begin_frame();
  ImGui::NewFrame();
  window.draw(ui);
  // What would jump in the next frame is laid out once more before anybody sees it.
  if (ui.has_resized()) {
    ImGui::EndFrame();
    ui.begin_frame();
    ImGui::NewFrame();
    window.draw(ui);
  }
  ImGui::Render();
  display.end_frame(ui.colour(Ink::kBackground));
}

int run(Desk& desk, const Options& options) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  auto display = Display::open({});
  if (!display) {
    print_error(desk, display.error());
    return 1;
  }
  const FoundFonts found = find_fonts();
  const auto wanted_scale = [&] { return display->scale() * static_cast<float>(desk.zoom()) / 100; };
  float scale = wanted_scale();
  Fonts fonts = Fonts::load(found.files, scale);
  Recorder recorder;
  Ui ui(desk, fonts, recorder);
  Window window;
  if (!fonts.is_complete())
    std::fputs((desk.text(msg("viewmodel.no-font")) + "\n").c_str(), stderr);
  else if (!found.is_first_choice)
    std::fputs((desk.text(msg("viewmodel.other-font", {{"family", found.family}})) + "\n").c_str(), stderr);
  if (options.file) desk.open(*options.file);

  // Nothing moves by itself: without input and news no frame is drawn.
  int frames_to_draw = 3;
  auto looked = Clock::now();
  while (!display->wants_close()) {
    const double patience = frames_to_draw > 0             ? 0
                            : ImGui::GetIO().WantTextInput ? kCursorBlinks
                            : display->is_focused()        ? kLookOutside
                                                           : -1;
    const auto waits = Clock::now();
    display->wait(patience);
    const bool is_timeout = patience > 0 && seconds_since(waits) >= patience;
    if (desk.take_news() || display->had_input() || (!is_timeout && frames_to_draw <= 0)) frames_to_draw = 3;
    if (is_timeout && ImGui::GetIO().WantTextInput) frames_to_draw = 1;
    if (seconds_since(looked) >= kLookOutside) {
      desk.look_outside();
      looked = Clock::now();
    }
    for (const std::filesystem::path& file : display->take_dropped())
      desk.drop(file);
    if (wanted_scale() != scale) {
      scale = wanted_scale();
      fonts = Fonts::load(found.files, scale);
      Display::renew_fonts();
    }
    if (frames_to_draw <= 0) continue;
    draw(*display, ui, window);
    frames_to_draw = ui.wants_frame() ? 2 : frames_to_draw - 1;
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const Options options = options_of(count, words);
  Desk desk({}, settings_file(), options.lang.value_or(user_lang()), &Display::wake);
  if (options.version) {
    std::puts("orienta-dashboard " ORIENTA_VERSION);
    return 0;
  }
  if (!options.wrong.empty())
    std::fputs((desk.text(msg("viewmodel.bad-option", {{"word", options.wrong}})) + "\n").c_str(), stderr);
  if (options.help || !options.wrong.empty()) {
    std::fputs((desk.text(msg("viewmodel.usage")) + "\n").c_str(), options.help ? stdout : stderr);
    return options.help ? 0 : 2;
  }
  return run(desk, options);
}

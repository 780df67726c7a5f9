// SPDX-License-Identifier: MIT
// orienta-screenshots FOLDER [PROJECT] [--page NAME] [--unit ID] [--set ID] [--theme light|dark] [--lang
// en|ru|pl]
// [--size WxH] [--why]: photographs pages of the dashboard in a real window. What is not given is taken in
// all its values (themes, languages, pages; size 1280x800). Fails when a picture is blank or a text does not
// fit.
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb_image_write.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/os.hpp"
#include "shell/display.hpp"
#include "shell/font_files.hpp"
#include "view/window.hpp"

namespace {

using namespace orienta;
using namespace orienta::gui;

struct Wanted {
  std::filesystem::path folder;
  std::filesystem::path project = std::filesystem::path(ORIENTA_BUILD_DIR) / "sample/agency-sample.orienta";
  std::vector<RailItem> pages;
  std::vector<charts::Theme> themes{charts::Theme::kLight, charts::Theme::kDark};
  std::vector<Lang> langs{Lang::kEn, Lang::kRu, Lang::kPl};
  std::string page;
  std::string unit;
  std::string set;
  int width = 1280;
  int height = 800;
  bool why = false;
};

Wanted wanted_of(const std::vector<std::string>& words) {
  Wanted wanted;
  std::vector<std::string> plain;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto value = [&] { return i + 1 < words.size() ? words[++i] : std::string(); };
    if (words[i] == "--page")
      wanted.page = value();
    else if (words[i] == "--unit")
      wanted.unit = value();
    else if (words[i] == "--set")
      wanted.set = value();
    else if (words[i] == "--theme")
      wanted.themes = {value() == "dark" ? charts::Theme::kDark : charts::Theme::kLight};
    else if (words[i] == "--lang")
      wanted.langs = {lang_of(value()).value_or(Lang::kEn)};
    else if (words[i] == "--size")
      std::sscanf(value().c_str(), "%dx%d", &wanted.width, &wanted.height);
    else if (words[i] == "--why")
      wanted.why = true;
    else
      plain.push_back(words[i]);
  }
  if (!plain.empty()) wanted.folder = plain[0];
  if (plain.size() > 1) wanted.project = plain[1];
  return wanted;
}

class Camera {
 public:
  Camera(Display& display, Desk& desk, const Fonts& fonts)
      : display_(display), desk_(desk), ui_(desk, fonts, recorder_) {
    recorder_.turn_on();
  }

  /// Draws until nothing changes any more.
  void settle() {
    for (int i = 0; i < 30; ++i) {
      const auto stamp = desk_.stamp();
      display_.wait(0);
      desk_.take_news();
      display_.begin_frame();
      ui_.begin_frame();
      ImGui::NewFrame();
      window_.draw(ui_);
      ImGui::Render();
      display_.end_frame(ui_.colour(Ink::kBackground), &picture_);
      if (desk_.is_busy()) desk_.finish();
      if (i > 2 && desk_.stamp() == stamp && !ui_.wants_frame()) return;
    }
  }

  /// The problems of the picture, one a line.
  std::string take(const std::filesystem::path& file) {
    settle();
    const std::vector<unsigned char>& pixels = picture_.pixels;
    std::string png;
    stbi_write_png_to_func(
        [](void* to, void* bytes, int count) {
          static_cast<std::string*>(to)->append(static_cast<const char*>(bytes),
                                                static_cast<std::size_t>(count));
        },
        &png, picture_.width, picture_.height, 4, pixels.data(), picture_.width * 4);
    std::string problems;
    if (!os::write_file(file, png)) problems += file.string() + ": could not be written\n";
    std::set<std::uint32_t> colours;
    for (std::size_t i = 0; i + 3 < pixels.size(); i += 4)
      colours.insert(std::uint32_t{pixels[i]} << 16 | std::uint32_t{pixels[i + 1]} << 8 | pixels[i + 2]);
    if (colours.size() < 20) problems += file.string() + ": blank\n";
    for (const std::string& text : recorder_.cut())
      problems += file.string() + ": cut off: " + text + "\n";
    return problems;
  }

 private:
  Display& display_;
  Desk& desk_;
  Recorder recorder_;
  Ui ui_;
  Window window_;
  Display::Picture picture_;
};

int photograph(const Wanted& wanted) {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  Desk desk({}, {}, Lang::kEn, {});
  auto display = Display::open({wanted.width, wanted.height, "Orienta"});
  if (!display) {
    for (const Problem& problem : display.error().problems.kept())
      std::fputs((desk.words().text(problem) + "\n").c_str(), stderr);
    return 1;
  }
  const Fonts fonts = Fonts::load(find_fonts().files, display->scale());
  Camera camera(*display, desk, fonts);
  std::string problems;
  const auto series = [&](const std::string& page) {
    for (const charts::Theme theme : wanted.themes)
      for (const Lang lang : wanted.langs) {
        desk.choose_theme(theme);
        desk.choose_lang(lang);
        const std::string name = page + "-" + (theme == charts::Theme::kDark ? "dark" : "light") + "-" +
                                 std::string(code_of(lang)) + ".png";
        problems += camera.take(wanted.folder / name);
      }
  };
  if (wanted.page.empty() || wanted.page == "start") series("start");
  desk.open(wanted.project);
  desk.finish();
  if (desk.study() == nullptr) {
    std::fputs("the project could not be opened\n", stderr);
    return 1;
  }
  if (!wanted.unit.empty())
    if (const auto unit = desk.study()->assessment->unit_index(wanted.unit)) desk.choose_unit(*unit);
  if (!wanted.set.empty())
    if (const auto set = desk.study()->assessment->set_index(wanted.set)) desk.choose_set(*set);
  if (wanted.why) desk.ask_why({desk.set(), 0, desk.study()->units()[desk.unit()].id});
  FramePage frame = frame_page(desk);
  frame.rail.insert(frame.rail.end(), frame.gear.begin(), frame.gear.end());
  for (const RailItem& item : frame.rail) {
    const std::string page = item.name.substr(item.name.find('.') + 1);
    if (!wanted.page.empty() && wanted.page != page) continue;
    desk.go(item.page);
    series(page);
  }
  desk.finish();
  std::fputs(problems.c_str(), stderr);
  return problems.empty() ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  const Wanted wanted = wanted_of({words + 1, words + count});
  if (wanted.folder.empty() || wanted.folder == "--help") {
    std::puts(
        "usage: orienta-screenshots FOLDER [PROJECT] [--page NAME] [--unit ID] [--set ID] [--theme "
        "light|dark]\n"
        "       [--lang en|ru|pl] [--size WxH] [--why]");
    return 2;
  }
  std::filesystem::create_directories(wanted.folder);
  return photograph(wanted);
}

// SPDX-License-Identifier: MIT
#include "view/robot.hpp"

#include <catch2/catch_test_macros.hpp>

#include "shell/font_files.hpp"
#include "support/sample_project.hpp"

namespace orienta::gui {
namespace {

/// More frames than a page ever needs to come to rest.
constexpr int kMostFrames = 20;

Fonts loaded_fonts() {
  Fonts fonts = Fonts::load(find_fonts().files, 1);
  compat::build_fonts_without_renderer();
  return fonts;
}

}  // namespace

Robot::Context::Context(ImVec2 screen) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = screen;
  io.DeltaTime = 1.0F / 60;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  compat::map_keys_without_window();
}

Robot::Context::~Context() {
  ImGui::DestroyContext();
}

Robot::Robot(ImVec2 screen)
    : context_(screen), fonts_(loaded_fonts()), desk_({}, {}, Lang::kEn, {}), ui_(desk_, fonts_, recorder_) {
  recorder_.turn_on();
  compat::put_mouse({-1000, -1000});
  settle();
}

Robot::~Robot() {
  desk_.finish();
}

void Robot::open_network() {
  open(test::copy_of_sample(folder_.path()));
}

void Robot::open(const std::filesystem::path& file) {
  file_ = file;
  desk_.open(file);
  settle();
}

void Robot::frame() {
  desk_.take_news();
  ui_.begin_frame();
  ImGui::NewFrame();
  window_.draw(ui_);
  ImGui::Render();
}

void Robot::settle() {
  for (int i = 0; i < kMostFrames; ++i) {
    const std::uint64_t stamp = desk_.stamp();
    frame();
    if (desk_.is_busy()) desk_.finish();
    if (desk_.stamp() == stamp && !ui_.wants_frame() && i > 1) return;
  }
}

const Spot& Robot::spot(const std::string& name) const {
  const auto found = recorder_.spots().find(name);
  INFO("widget: " << name);
  REQUIRE(found != recorder_.spots().end());
  return found->second;
}

bool Robot::sees(const std::string& name) const {
  return recorder_.spots().contains(name);
}

std::string Robot::text_of(const std::string& name) const {
  return spot(name).text;
}

bool Robot::is_enabled(const std::string& name) const {
  return spot(name).enabled;
}

void Robot::click(const std::string& name) {
  const Spot at = spot(name);
  const ImVec2 middle{(at.from.x + at.to.x) / 2, (at.from.y + at.to.y) / 2};
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  INFO("widget: " << name);
  REQUIRE((middle.x >= 0 && middle.y >= 0 && middle.x < screen.x && middle.y < screen.y));
  compat::put_mouse(middle);
  frame();
  compat::put_button(true);
  frame();
  compat::put_button(false);
  frame();
  settle();
}

void Robot::type(const std::string& text) {
  ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
  frame();
  settle();
}

void Robot::press(compat::Key key, bool control, bool shift) {
  compat::put_control(control);
  compat::put_shift(shift);
  compat::put_key(key, true);
  frame();
  compat::put_key(key, false);
  compat::put_control(false);
  compat::put_shift(false);
  frame();
  settle();
}

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
#include "shell/display.hpp"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <utility>

namespace orienta::gui {
namespace {

/// What GLFW said last; it reports through a plain function.
std::pair<int, std::string>& last_error() {
  static std::pair<int, std::string> error;
  return error;
}

Error no_window() {
  const auto& [code, reason] = last_error();
  if (code == GLFW_PLATFORM_ERROR)
    return fail(ErrorKind::kIo, msg("viewmodel.no-display", {{"reason", reason}}));
  if (code == GLFW_VERSION_UNAVAILABLE || code == GLFW_API_UNAVAILABLE)
    return fail(ErrorKind::kIo, msg("viewmodel.no-opengl", {{"reason", reason}}));
  return fail(ErrorKind::kIo, msg("viewmodel.no-window", {{"reason", reason}}));
}

Display::Picture read_picture(int width, int height) {
  const auto row = static_cast<std::size_t>(width) * 4;
  const auto rows = static_cast<std::size_t>(height);
  std::vector<unsigned char> upside_down(row * rows);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
  Display::Picture picture{width, height, std::vector<unsigned char>(upside_down.size())};
  for (std::size_t y = 0; y < rows; ++y)
    std::copy_n(upside_down.data() + (rows - 1 - y) * row, row, picture.pixels.data() + y * row);
  return picture;
}

}  // namespace

struct Display::Impl {
  GLFWwindow* window = nullptr;
  std::vector<std::filesystem::path> dropped;
  bool has_backends = false;
  bool had_input = false;

  /// A key or a letter as it came. ImGui 1.86 looks at keys once a frame: of two that come between two frames
  /// it would not know the first, and a short tap it would not see at all. So a frame gets at most one new
  /// key.
  struct Typed {
    int key = 0;
    int scancode = 0;
    int action = 0;
    int mods = 0;
    unsigned letter = 0;  ///< not 0: a letter
  };
  std::deque<Typed> typed;

  void give_typed() {
    while (!typed.empty()) {
      const Typed next = typed.front();
      typed.pop_front();
      if (next.letter != 0) {
        ImGui_ImplGlfw_CharCallback(window, next.letter);
        continue;
      }
      ImGui_ImplGlfw_KeyCallback(window, next.key, next.scancode, next.action, next.mods);
      const bool is_modifier = next.key >= GLFW_KEY_LEFT_SHIFT && next.key <= GLFW_KEY_RIGHT_SUPER;
      if (next.action != GLFW_RELEASE && !is_modifier) return;
    }
  }

  ~Impl() {
    if (has_backends) {
      ImGui_ImplOpenGL3_Shutdown();
      ImGui_ImplGlfw_Shutdown();
    }
    if (window != nullptr) glfwDestroyWindow(window);
    glfwTerminate();
  }
};

namespace {

Display::Impl& of(GLFWwindow* window) {
  return *static_cast<Display::Impl*>(glfwGetWindowUserPointer(window));
}

}  // namespace

bool Display::had_input() {
  return std::exchange(impl_->had_input, false) || !impl_->typed.empty();
}

Display::Display(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Display::~Display() = default;
Display::Display(Display&&) noexcept = default;

Result<Display> Display::open(const Wish& wish) {
  glfwSetErrorCallback([](int code, const char* reason) { last_error() = {code, reason}; });
  if (glfwInit() == GLFW_FALSE) return failure(no_window());
  auto impl = std::make_unique<Impl>();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "orienta");
  impl->window = glfwCreateWindow(wish.width, wish.height, wish.title.c_str(), nullptr, nullptr);
  if (impl->window == nullptr) return failure(no_window());
  glfwSetWindowSizeLimits(impl->window, 960, 600, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwSetWindowUserPointer(impl->window, impl.get());
  glfwSetDropCallback(impl->window, [](GLFWwindow* window, int count, const char** files) {
    of(window).had_input = true;
    for (int i = 0; i < count; ++i)
      of(window).dropped.emplace_back(files[i]);
  });
  // ImGui's own callbacks call these as well.
  glfwSetMouseButtonCallback(impl->window,
                             [](GLFWwindow* window, int, int, int) { of(window).had_input = true; });
  glfwSetScrollCallback(impl->window,
                        [](GLFWwindow* window, double, double) { of(window).had_input = true; });
  glfwSetCursorPosCallback(impl->window,
                           [](GLFWwindow* window, double, double) { of(window).had_input = true; });
  glfwMakeContextCurrent(impl->window);
  glfwSwapInterval(1);
  if (!ImGui_ImplGlfw_InitForOpenGL(impl->window, true) || !ImGui_ImplOpenGL3_Init("#version 330 core"))
    return failure(no_window());
  impl->has_backends = true;
  glfwSetKeyCallback(impl->window, [](GLFWwindow* window, int key, int scancode, int action, int mods) {
    of(window).typed.push_back({key, scancode, action, mods, 0});
    of(window).had_input = true;
  });
  glfwSetCharCallback(impl->window, [](GLFWwindow* window, unsigned letter) {
    of(window).typed.push_back({0, 0, 0, 0, letter});
    of(window).had_input = true;
  });
  return Display(std::move(impl));
}

bool Display::wants_close() const {
  return glfwWindowShouldClose(impl_->window) == GLFW_TRUE;
}

float Display::scale() const {
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(impl_->window, &x, &y);
  return x > 0 ? x : 1;
}

std::vector<std::filesystem::path> Display::take_dropped() {
  return std::exchange(impl_->dropped, {});
}

bool Display::is_focused() const {
  return glfwGetWindowAttrib(impl_->window, GLFW_FOCUSED) == GLFW_TRUE;
}

void Display::wait(double seconds) const {
  if (seconds < 0)
    glfwWaitEvents();
  else if (seconds > 0)
    glfwWaitEventsTimeout(seconds);
  else
    glfwPollEvents();
}

void Display::wake() {
  glfwPostEmptyEvent();
}

void Display::begin_frame() {
  impl_->give_typed();
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
}

void Display::end_frame(std::uint32_t background, Picture* picture) {
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(impl_->window, &width, &height);
  const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(background);
  glViewport(0, 0, width, height);
  glClearColor(colour.x, colour.y, colour.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  // After the swap nobody knows what the buffers hold.
  if (picture != nullptr) *picture = read_picture(width, height);
  glfwSwapBuffers(impl_->window);
}

void Display::renew_fonts() {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
#include "shell/display.hpp"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cstdint>
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
  struct Release {
    int key;
    int scancode;
    int mods;
  };
  std::vector<Release> late;  ///< keys that were let go of before a frame saw them pressed
  bool has_fresh = false;     ///< a key was pressed since the last frame

  /// ImGui 1.86 looks at keys once a frame: a short tap on a busy machine would be lost.
  void on_key(int key, int scancode, int action, int mods) {
    if (action == GLFW_PRESS) has_fresh = true;
    if (action == GLFW_RELEASE && has_fresh)
      late.push_back({key, scancode, mods});
    else
      ImGui_ImplGlfw_KeyCallback(window, key, scancode, action, mods);
  }
  void after_frame() {
    for (const Release& each : late)
      ImGui_ImplGlfw_KeyCallback(window, each.key, each.scancode, GLFW_RELEASE, each.mods);
    late.clear();
    has_fresh = false;
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
    auto& dropped = static_cast<Impl*>(glfwGetWindowUserPointer(window))->dropped;
    for (int i = 0; i < count; ++i)
      dropped.emplace_back(files[i]);
  });
  glfwMakeContextCurrent(impl->window);
  glfwSwapInterval(1);
  if (!ImGui_ImplGlfw_InitForOpenGL(impl->window, true) || !ImGui_ImplOpenGL3_Init("#version 330 core"))
    return failure(no_window());
  impl->has_backends = true;
  glfwSetKeyCallback(impl->window, [](GLFWwindow* window, int key, int scancode, int action, int mods) {
    static_cast<Impl*>(glfwGetWindowUserPointer(window))->on_key(key, scancode, action, mods);
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
  impl_->after_frame();
}

void Display::forget_fonts() {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
}

}  // namespace orienta::gui

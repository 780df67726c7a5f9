// SPDX-License-Identifier: MIT
// The dashboard: from its start to its first frame, processor time of a frame, and how soon an answer shows.
// Needs a display (`./dev bench` gives it one of its own); the drawing itself is the graphics driver's and is
// not counted where it says "our".
#include <time.h>

#include <filesystem>
#include <thread>

#include "bench/figure.hpp"
#include "shell/display.hpp"
#include "shell/font_files.hpp"
#include "view/window.hpp"

namespace {

using namespace orienta;
using namespace orienta::gui;
using namespace orienta::bench;

double processor_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

struct Stage {
  Display display;
  Desk desk;
  Fonts fonts;
  Recorder recorder;
  Ui ui;
  Window window;

  explicit Stage(Display opened)
      : display(std::move(opened)),
        desk({}, {}, Lang::kEn, &Display::wake),
        fonts(Fonts::load(find_fonts().files, display.scale())),
        ui(desk, fonts, recorder) {}

  /// One frame; the processor time that our side of it took, in milliseconds.
  template <class Extra>
  double frame(const Extra& extra) {
    display.wait(0);
    desk.take_news();
    display.begin_frame();
    const double before = processor_seconds();
    ui.begin_frame();
    ImGui::NewFrame();
    window.draw(ui);
    extra();
    ImGui::Render();
    const double after = processor_seconds();
    display.end_frame(ui.colour(Ink::kBackground));
    return 1e3 * (after - before);
  }
  double frame() {
    return frame([] {});
  }
  void settle() {
    desk.finish();
    for (int i = 0; i < 10; ++i) {
      frame();
      desk.finish();
    }
  }
};

double median_frame(Stage& stage, const std::function<void()>& extra) {
  std::vector<double> times;
  for (int i = 0; i < 60; ++i)
    times.push_back(stage.frame(extra));
  return spread_of(std::move(times)).median;
}

Grid table_of(std::size_t rows) {
  Grid grid;
  for (const char* title : {"Unit", "Level", "Index", "Completeness", "Gap", "State"})
    grid.columns.push_back({title, false, 1});
  for (std::size_t i = 0; i < rows; ++i)
    grid.rows.push_back(
        {"row." + std::to_string(i),
         {{"Branch number " + std::to_string(i)}, {"2 of 7"}, {"46.3"}, {"91 %"}, {"-12.4"}, {"scored"}},
         0});
  return grid;
}

/// In a window of its own above the page, so that page and table are both drawn.
double frame_with_table(Stage& stage, std::size_t rows) {
  const Grid grid = table_of(rows);
  return median_frame(stage, [&] {
    ImGui::SetNextWindowSize({900, 700});
    ImGui::Begin("table");
    stage.ui.grid("bench", grid, 600);
    ImGui::End();
  });
}

/// Frames from the answer's key to the frame that shows its level; 60 frames a second.
int frames_to_level(Stage& stage, int turn) {
  const Study& study = *stage.desk.study();
  const std::size_t set = *study.assessment->set_index("service-standards");
  const CriteriaSet& criteria = study.assessment->sets[set];
  AnswerOrder order;
  order.unit = "mill";
  order.set = criteria.id.value;
  order.indicator = criteria.indicators[0].id;
  order.source = "self";
  const auto& points = criteria.scales[criteria.indicators[0].scale].points;
  order.value = points[static_cast<std::size_t>(turn) % 2 == 0 ? 0 : points.size() - 1].id;
  const auto before = stage.desk.study_shared();
  stage.desk.answer(order);
  for (int frames = 1; frames < 600; ++frames) {
    const auto begin = std::chrono::steady_clock::now();
    stage.frame();
    if (stage.desk.study_shared() != before) return frames;
    std::this_thread::sleep_until(begin + std::chrono::microseconds(16'667));
  }
  return 600;
}

int measure(const std::filesystem::path& project, std::chrono::steady_clock::time_point started) {
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  auto display = Display::open({});
  if (!display) {
    fmt::print(stderr, "the dashboard is left out: there is no display with OpenGL 3.3\n");
    return 0;
  }
  Stage stage(std::move(*display));
  stage.desk.open(project);
  stage.frame();
  const auto first = std::chrono::steady_clock::now();
  while (stage.desk.study() == nullptr)
    stage.frame();
  stage.frame();
  const auto shown = std::chrono::steady_clock::now();
  const auto since = [&](auto end) {
    return std::chrono::duration<double, std::milli>(end - started).count();
  };
  print_figure("dashboard: first frame after start", since(first), "ms", 400);
  print_figure("dashboard: overview of the sample network after start", since(shown), "ms", 400);

  stage.settle();
  print_figure("dashboard: our processor time per frame, overview", median_frame(stage, [] {}), "ms", 2);
  print_figure("dashboard: our processor time per frame, table of 1,000 rows", frame_with_table(stage, 1'000),
               "ms", 2);
  print_figure("dashboard: our processor time per frame, table of 10,000 rows",
               frame_with_table(stage, 10'000), "ms", 2);
  std::vector<double> frames;
  for (int turn = 0; turn < 11; ++turn) {
    frames.push_back(frames_to_level(stage, turn));
    stage.settle();
  }
  print_figure("dashboard: frames from an answer to its level, median of 11",
               spread_of(std::move(frames)).median, "", 2);
  stage.desk.finish();
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const auto started = std::chrono::steady_clock::now();
  if (count < 2) {
    fmt::print(stderr, "usage: dashboard PROJECT\n");
    return 2;
  }
  return measure(words[1], started);
}

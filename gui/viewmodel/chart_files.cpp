// SPDX-License-Identifier: MIT
#include "viewmodel/chart_files.hpp"

#include "base/os.hpp"
#include "charts/title.hpp"
#include "reports/picture.hpp"
#include "reports/svg.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

/// In logical pixels.
constexpr float kWidth = 800;
constexpr float kHeight = 500;

}  // namespace

std::string about_chart(const Study& study, std::size_t set, std::uint32_t unit, Lang lang) {
  return name_of(study.units()[unit]) + " · " + title_of(study.assessment->sets[set], 0, lang) + " · " +
         period_text(study.assessment->record.period);
}

Status write_chart(const Figure& figure, const std::string& about, charts::Theme theme,
                   const std::filesystem::path& stem) {
  const charts::TextWidth width = picture_text_width();
  const charts::Scene scene = charts::titled(
      figure.make({kWidth, figure.height > 0 ? figure.height : kHeight}, width), figure.title, about, width);
  const auto picture = to_png(scene, theme);
  if (!picture) return failure(picture.error());
  if (Status kept = os::write_file(stem.string() + ".svg", to_svg(scene, theme)); !kept) return kept;
  return os::write_file(stem.string() + ".png", *picture);
}

}  // namespace orienta::gui

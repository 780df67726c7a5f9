// SPDX-License-Identifier: MIT
#include "paint/fonts.hpp"

#include <cfloat>
#include <system_error>

#include "paint/imgui_compat.hpp"

namespace orienta::gui {
namespace {

using charts::TextSize;
constexpr std::array kSizes{TextSize::kCaption, TextSize::kBody, TextSize::kSection, TextSize::kTitle,
                            TextSize::kFigure};

/// Latin with Polish, Cyrillic, punctuation, arrows and the few signs that the product uses. Of the largest
/// size only what figures need.
constexpr std::array<ImWchar, 21> kRanges{0x0020, 0x00FF, 0x0100, 0x017F, 0x0400, 0x045F, 0x0490,
                                          0x0491, 0x2010, 0x2027, 0x2030, 0x203A, 0x20AC, 0x20BD,
                                          0x2190, 0x2193, 0x2212, 0x2212, 0x2260, 0x2265, 0};
constexpr std::array<ImWchar, 9> kFigureRanges{0x0020, 0x007E, 0x00A0, 0x00FF, 0x0400,
                                               0x045F, 0x2013, 0x2026, 0};

ImFont* add(const std::filesystem::path& file, float size, const ImWchar* ranges) {
  ImGuiIO& io = ImGui::GetIO();
  ImFontConfig config;
  config.OversampleH = 2;
  config.OversampleV = 1;
  config.PixelSnapH = false;
  std::error_code failed;
  if (std::filesystem::is_regular_file(file, failed))
    if (ImFont* font = io.Fonts->AddFontFromFileTTF(file.string().c_str(), size, &config, ranges))
      return font;
  return nullptr;
}

}  // namespace

Fonts Fonts::load(const FontFiles& files, float scale) {
  Fonts fonts;
  fonts.scale_ = scale;
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  const auto get = [&](const std::filesystem::path& file, TextSize size) {
    const float height = charts::pixels(size) * scale;
    if (ImFont* font = add(file, height, size == TextSize::kFigure ? kFigureRanges.data() : kRanges.data()))
      return font;
    fonts.is_complete_ = false;
    ImFontConfig config;
    config.SizePixels = height;
    return io.Fonts->AddFontDefault(&config);
  };
  // The first font is ImGui's default one.
  fonts.fonts_[1] = get(files.regular, TextSize::kBody);
  for (const TextSize size : kSizes)
    if (size != TextSize::kBody)
      fonts.fonts_[static_cast<std::size_t>(size)] =
          get(size == TextSize::kCaption ? files.regular : files.strong, size);
  fonts.strong_body_ = get(files.strong, TextSize::kBody);
  return fonts;
}

float Fonts::height(TextSize size) const {
  return compat::size_of(font(size));
}

float Fonts::width(std::string_view text, TextSize size) const {
  ImFont* const face = font(size);
  return face->CalcTextSizeA(compat::size_of(face), FLT_MAX, 0, text.data(), text.data() + text.size()).x /
         scale_;
}

charts::TextWidth Fonts::text_width() const {
  return [this](std::string_view text, TextSize size) { return width(text, size); };
}

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
#include "shell/font_files.hpp"

#include <fontconfig/fontconfig.h>

#include <array>
#include <memory>

namespace orienta::gui {
namespace {

constexpr std::array kFamilies{"Inter", "Noto Sans", "DejaVu Sans"};

struct Match {
  std::filesystem::path file;
  std::string family;
};

Match match(const char* family, int weight) {
  const std::unique_ptr<FcPattern, void (*)(FcPattern*)> wanted(FcPatternCreate(), FcPatternDestroy);
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
  FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddString(wanted.get(), FC_LANG, reinterpret_cast<const FcChar8*>("ru"));
  FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
  // A file with all weights in one gives only its thinnest here.
  FcPatternAddBool(wanted.get(), FC_VARIABLE, FcFalse);
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  const std::unique_ptr<FcPattern, void (*)(FcPattern*)> found(FcFontMatch(nullptr, wanted.get(), &result),
                                                               FcPatternDestroy);
  Match match;
  FcChar8* text = nullptr;
  if (found && FcPatternGetString(found.get(), FC_FILE, 0, &text) == FcResultMatch)
    match.file = reinterpret_cast<const char*>(text);
  if (found && FcPatternGetString(found.get(), FC_FAMILY, 0, &text) == FcResultMatch)
    match.family = reinterpret_cast<const char*>(text);
  return match;
}

}  // namespace

FoundFonts find_fonts() {
  for (const char* family : kFamilies) {
    const Match regular = match(family, FC_WEIGHT_REGULAR);
    if (regular.family != family) continue;
    const Match strong = match(family, FC_WEIGHT_DEMIBOLD);
    return {{regular.file, strong.family == family ? strong.file : regular.file},
            family,
            family == std::string_view(kFamilies.front())};
  }
  const Match any = match("sans-serif", FC_WEIGHT_REGULAR);
  return {{any.file, any.file}, any.family, false};
}

}  // namespace orienta::gui

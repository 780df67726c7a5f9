// SPDX-License-Identifier: MIT
#include "reports/html_style.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.hpp"
#include "reports/brand.hpp"
#include "reports/html_sheet.hpp"

namespace orienta {
namespace {

using charts::Colour;
using charts::Ink;
using charts::Theme;

unsigned number_of(Colour colour) {
  return static_cast<unsigned>(colour.r) << 16U | static_cast<unsigned>(colour.g) << 8U | colour.b;
}

void append_hex(std::string& out, unsigned value, int digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int i = digits - 1; i >= 0; --i)
    out += kDigits[value >> (4U * static_cast<unsigned>(i)) & 15U];
}

std::string colour_variable(std::string_view name, unsigned value) {
  std::string out = " --" + std::string(name) + ": #";
  append_hex(out, value, 6);
  return out + ";";
}

/// A CSS string. All that is not a letter, a digit or beyond ASCII is written by its number, so nothing ends
/// the string or the sheet.
std::string css_string(std::string_view text) {
  std::string out = "\"";
  const std::string shown = printable(text);
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t length = utf8_length(shown, at);
    const char c = shown[at];
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (length > 1 || is_plain) {
      out += std::string_view(shown).substr(at, length);
    } else {
      out += '\\';
      append_hex(out, length == 0 ? 0xFFFDU : static_cast<unsigned char>(c), length == 0 ? 4 : 2);
      out += ' ';
    }
    at += std::max<std::size_t>(length, 1);
  }
  return out + "\"";
}

/// What stands in the margins of every sheet of paper but the first.
std::string paper(const report::Document& document) {
  constexpr std::size_t kMostTitle = 120;
  const std::string title = document.title.size() <= kMostTitle ? document.title : std::string();
  const std::string quiet = "font-size: 8pt; color: #63646b; ";
  return "@page { size: A4; margin: 18mm 18mm 20mm;\n  @bottom-left { " + quiet +
         "content: " + css_string(title) + "; }\n  @bottom-right { " + quiet +
         "content: counter(page) \" / \" counter(pages); } }\n"
         "@page :first { @bottom-left { content: none; } @bottom-right { content: none; } }\n";
}

}  // namespace

std::string HtmlStyle::colour(charts::Paint paint) {
  const Pair pair{number_of(charts::colour_of(paint, Theme::kLight)),
                  number_of(charts::colour_of(paint, Theme::kDark))};
  const auto [place, fresh] = colours_.try_emplace(pair, colours_.size());
  return "var(--c" + std::to_string(place->second) + ")";
}

std::string HtmlStyle::width_class(int hundredths) {
  widths_.insert(hundredths);
  return "w" + std::to_string(hundredths);
}

std::string HtmlStyle::columns_class(std::size_t columns) {
  columns_.insert(columns);
  return "columns-" + std::to_string(columns);
}

std::string HtmlStyle::variables(Theme theme, const report::Brand& brand) const {
  constexpr std::array<std::pair<std::string_view, Ink>, 5> kNames{{{"ground", Ink::kBackground},
                                                                    {"surface", Ink::kSurface},
                                                                    {"border", Ink::kBorder},
                                                                    {"text", Ink::kText},
                                                                    {"muted", Ink::kMuted}}};
  std::string out = ":root {";
  for (const auto& [name, ink] : kNames)
    out += colour_variable(name, number_of(charts::colour_of({ink}, theme)));
  const Colour accent = report::colour_from(brand.accent).value_or(charts::colour_of({Ink::kAccent}, theme));
  out += colour_variable("accent", number_of(report::readable(accent, theme)));
  for (const auto& [pair, index] : colours_)
    out += colour_variable("c" + std::to_string(index), theme == Theme::kLight ? pair.first : pair.second);
  return out + " }";
}

std::string HtmlStyle::sheet(const report::Document& document) const {
  std::string out = "\n" + variables(Theme::kLight, document.brand) +
                    "\n@media screen and (prefers-color-scheme: dark) { " +
                    variables(Theme::kDark, document.brand) + " }" + std::string(kHtmlSheet);
  for (const int width : widths_)
    out += ".w" + std::to_string(width) + " { width: " + std::to_string(width) + "%; }\n";
  // Narrower than this, a table is scrolled rather than its words broken.
  for (const std::size_t columns : columns_)
    out += "@media screen { .columns-" + std::to_string(columns) +
           " { min-width: " + std::to_string(std::min<std::size_t>(columns * 6, 96)) + "rem; } }\n";
  return out + paper(document);
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "reports/html_blocks.hpp"

#include <algorithm>
#include <cmath>

#include "reports/markup.hpp"
#include "reports/svg.hpp"

namespace orienta {
namespace {

using namespace report;

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
}

/// The columns' widths in hundredths of the table; empty when the shares say nothing.
std::vector<int> hundredths_of(const std::vector<Grid::Column>& columns) {
  const auto share_of = [](const Grid::Column& column) {
    return std::isfinite(column.share) && column.share > 0 ? column.share : 0.0;
  };
  double whole = 0;
  for (const Grid::Column& column : columns)
    whole += share_of(column);
  std::vector<int> out;
  if (whole > 0 && std::isfinite(whole))
    for (const Grid::Column& column : columns)
      out.push_back(std::max(1, static_cast<int>(std::lround(share_of(column) / whole * 100))));
  return out;
}

}  // namespace

std::string heading_anchor(const std::string& chapter, std::size_t block) {
  return chapter + "_" + std::to_string(block);
}

void append_text(std::string& out, std::string_view text) {
  out += has_right_to_left(text) ? " dir=\"auto\">" : ">";
  append_markup(out, text);
}

void HtmlBlocks::heading(std::string_view tag, const std::string& anchor, std::string_view text) {
  out_ += "<" + std::string(tag) + " id=\"" + anchor + "\"";
  append_text(out_, text);
  out_ += "</" + std::string(tag) + ">\n";
}

void HtmlBlocks::element(std::string_view tag, std::string_view kind, std::string_view text) {
  if (text.empty()) return;
  out_ += '<';
  out_ += tag;
  if (!kind.empty()) {
    out_ += " class=\"";
    out_ += kind;
    out_ += '"';
  }
  append_text(out_, text);
  out_ += "</";
  out_ += tag;
  out_ += ">\n";
}

void HtmlBlocks::chapter(const Chapter& chapter, const std::string& anchor) {
  const std::string title = anchor + "_title";
  out_ += "<section class=\"chapter" + std::string(chapter.begins_page ? " new-page" : "") + "\" id=\"" +
          anchor + "\" aria-labelledby=\"" + title + "\">\n";
  heading("h2", title, chapter.title);
  level_ = 1;
  for (std::size_t i = 0; i < chapter.blocks.size(); ++i)
    std::visit([&](const auto& block) { write(block, heading_anchor(anchor, i)); }, chapter.blocks[i]);
  out_ += "</section>\n";
}

void HtmlBlocks::write(const Heading& heading, const std::string& anchor) {
  // No level is skipped, or readers of the screen would look for what is not there.
  level_ = std::clamp(heading.level, 2, std::min(level_ + 1, 3));
  this->heading(level_ == 2 ? "h3" : "h4", anchor, heading.text);
}

void HtmlBlocks::write(const Paragraph& paragraph, const std::string&) {
  switch (paragraph.tone) {
    case Paragraph::Tone::kNormal:
      return element("p", "", paragraph.text);
    case Paragraph::Tone::kQuiet:
      return element("p", "quiet", paragraph.text);
    case Paragraph::Tone::kStrong:
      return element("p", "strong", paragraph.text);
    case Paragraph::Tone::kQuote:
      if (paragraph.text.empty()) return;
      out_ += "<blockquote>\n";
      element("p", "", paragraph.text);
      out_ += "</blockquote>\n";
  }
}

void HtmlBlocks::write(const Bullets& bullets, const std::string&) {
  if (bullets.items.empty()) return;
  const std::string_view tag = bullets.is_numbered ? "ol" : "ul";
  out_ += "<" + std::string(tag) + ">\n";
  for (const std::string& item : bullets.items)
    element("li", "", item);
  out_ += "</" + std::string(tag) + ">\n";
}

void HtmlBlocks::write(const Cards& cards, const std::string&) {
  if (cards.cards.empty()) return;
  // Lists without marks are none to some readers of the screen, unless they say so.
  out_ += "<ul class=\"cards\" role=\"list\">\n";
  for (const Card& one : cards.cards)
    card(one);
  out_ += "</ul>\n";
}

void HtmlBlocks::card(const Card& card) {
  constexpr std::size_t kMostLarge = 7;
  out_ += "<li>\n";
  element("p", "card-title", card.title);
  element("p", characters_in(card.figure) > kMostLarge ? "figure long" : "figure", card.figure);
  element("p", "says", card.says);
  for (const std::string& line : card.lines)
    element("p", "line", line);
  out_ += "</li>\n";
}

void HtmlBlocks::write(const Grid& grid, const std::string&) {
  if (grid.columns.empty()) return;
  out_ += "<div class=\"scroll\">\n";
  if (grid.rows.empty()) {
    element("p", "empty-title", grid.title);
    element("p", "empty", grid.empty);
    out_ += "</div>\n";
    return;
  }
  out_ += "<table class=\"" + style_.columns_class(grid.columns.size()) + "\">\n";
  element("caption", "", grid.title);
  heads(grid);
  out_ += "<tbody>\n";
  for (const auto& cells : grid.rows)
    row(grid, cells);
  out_ += "</tbody>\n</table>\n</div>\n";
}

void HtmlBlocks::heads(const Grid& grid) {
  out_ += "<colgroup>";
  for (const int width : hundredths_of(grid.columns))
    out_ += "<col class=\"" + style_.width_class(width) + "\">";
  out_ += "</colgroup>\n<thead>\n<tr>";
  for (const Grid::Column& column : grid.columns) {
    // An empty head would be read as a head of nothing.
    const bool is_empty = column.title.empty();
    out_ += is_empty ? "<td" : "<th scope=\"col\"";
    if (column.is_number) out_ += " class=\"number\"";
    append_text(out_, column.title);
    out_ += is_empty ? "</td>" : "</th>";
  }
  out_ += "</tr>\n</thead>\n";
}

void HtmlBlocks::row(const Grid& grid, const std::vector<std::string>& cells) {
  out_ += "<tr>";
  for (std::size_t i = 0; i < grid.columns.size(); ++i) {
    const std::string_view text = i < cells.size() ? std::string_view(cells[i]) : std::string_view();
    const bool names_row = i == 0 && !grid.columns[i].is_number && !text.empty();
    out_ += names_row ? "<th scope=\"row\"" : grid.columns[i].is_number ? "<td class=\"number\"" : "<td";
    append_text(out_, text);
    out_ += names_row ? "</th>" : "</td>";
  }
  out_ += "</tr>\n";
}

void HtmlBlocks::write(const Chart& chart, const std::string& anchor) {
  constexpr float kMostOnPhone = 520;
  const std::string& title = chart.title.empty() ? chart.scene.title : chart.title;
  const std::string& alt = chart.alt.empty() ? chart.scene.description : chart.alt;
  out_ += chart.scene.size.width > kMostOnPhone ? "<figure class=\"chart wide\">\n"
                                                : "<figure class=\"chart\">\n";
  element("figcaption", "", title);
  out_ +=
      to_svg(chart.scene, {anchor, title, alt, [this](charts::Paint paint) { return style_.colour(paint); }});
  out_ += "</figure>\n";
}

}  // namespace orienta

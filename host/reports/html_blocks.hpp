// SPDX-License-Identifier: MIT
// The blocks of a document as HTML. Internal to html.cpp.
#pragma once

#include <string>

#include "reports/document.hpp"
#include "reports/html_style.hpp"

namespace orienta {

/// The anchor of a heading: the chapter's with the number of the block. No chapter has "_" in its own.
std::string heading_anchor(const std::string& chapter, std::size_t block);

/// The text as the content of an element that was opened up to its ">", with its direction where it needs
/// one.
void append_text(std::string& out, std::string_view text);

/// Writes chapters one after another. The page's title is <h1>, a chapter's <h2>, its headings below.
class HtmlBlocks {
 public:
  HtmlBlocks(std::string& out, HtmlStyle& style) : out_(out), style_(style) {}

  /// `anchor` is fit for an attribute and unique in the page.
  void chapter(const report::Chapter& chapter, const std::string& anchor);

 private:
  void write(const report::Heading& heading, const std::string& anchor);
  void write(const report::Paragraph& paragraph, const std::string& anchor);
  void write(const report::Bullets& bullets, const std::string& anchor);
  void write(const report::Cards& cards, const std::string& anchor);
  void write(const report::Grid& grid, const std::string& anchor);
  void write(const report::Chart& chart, const std::string& anchor);

  void card(const report::Card& card);
  void heads(const report::Grid& grid);
  void row(const report::Grid& grid, const std::vector<std::string>& cells);
  /// <tag class="kind">text</tag>, or nothing for no text.
  void element(std::string_view tag, std::string_view kind, std::string_view text);
  void heading(std::string_view tag, const std::string& anchor, std::string_view text);

  std::string& out_;
  HtmlStyle& style_;
  int level_ = 1;  ///< of the last heading
};

}  // namespace orienta

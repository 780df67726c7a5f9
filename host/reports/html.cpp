// SPDX-License-Identifier: MIT
#include "reports/html.hpp"

#include <set>

#include "base/base64.hpp"
#include "base/hash.hpp"
#include "reports/brand.hpp"
#include "reports/html_blocks.hpp"
#include "reports/html_script.hpp"
#include "reports/markup.hpp"

namespace orienta {
namespace {

using namespace report;

/// Unlike any anchor of a chapter.
constexpr std::string_view kMain = "main_";

/// The chapters' ids as anchors: [a-z0-9-], each once, whatever was asked for.
std::vector<std::string> anchors_of(const std::vector<Chapter>& chapters) {
  std::vector<std::string> out;
  std::set<std::string> taken;
  for (const Chapter& chapter : chapters) {
    std::string anchor;
    for (const char c : chapter.id)
      anchor += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
    if (anchor.empty()) anchor = "chapter";
    std::string unique = anchor;
    for (int i = 2; !taken.insert(unique).second; ++i)
      unique = anchor + "-" + std::to_string(i);
    out.push_back(unique);
  }
  return out;
}

std::string element(std::string_view tag, std::string_view attributes, std::string_view text) {
  if (text.empty()) return "";
  std::string out = "<" + std::string(tag) + std::string(attributes);
  append_text(out, text);
  return out + "</" + std::string(tag) + ">\n";
}

/// The owner's sign; beside it the name is read, so the picture needs no words.
std::string brand_of(const Brand& brand) {
  std::string inner;
  if (const auto size = png_size(brand.logo))
    inner = "<img alt=\"\" width=\"" + std::to_string(size->width) + "\" height=\"" +
            std::to_string(size->height) + "\" src=\"data:image/png;base64," + base64(brand.logo) + "\">";
  if (!brand.author.empty()) inner += "<span>" + markup(brand.author) + "</span>";
  return inner.empty() ? "" : "<div class=\"brand\">" + inner + "</div>\n";
}

std::string cover_of(const Document& document) {
  return "<header class=\"cover\">\n" + brand_of(document.brand) + element("h1", "", document.title) +
         element("p", " class=\"subtitle\"", document.subtitle) +
         element("p", " class=\"date\"", document.date) + element("p", " class=\"note\"", document.note) +
         "</header>\n";
}

std::string link(const std::string& anchor, std::string_view text) {
  std::string out = "<a href=\"#" + anchor + "\"";
  append_text(out, text);
  return out + "</a>";
}

/// The sections of a chapter, unless there is only one or they are too many to be an overview.
std::string sections_of(const Chapter& chapter, const std::string& anchor) {
  constexpr std::size_t kMost = 12;
  std::string out;
  std::size_t count = 0;
  for (std::size_t i = 0; i < chapter.blocks.size(); ++i) {
    const Heading* heading = std::get_if<Heading>(&chapter.blocks[i]);
    if (heading == nullptr || heading->level > 2) continue;
    ++count;
    out += "<li>" + link(heading_anchor(anchor, i), heading->text) + "</li>\n";
  }
  return count < 2 || count > kMost ? "" : "\n<ol>\n" + out + "</ol>\n";
}

std::string contents_of(const Document& document, const std::vector<std::string>& anchors) {
  if (document.chapters.empty() || document.words.contents.empty()) return "";
  std::string out = "<nav class=\"contents\" aria-labelledby=\"contents_\">\n<h2 id=\"contents_\">" +
                    markup(document.words.contents) + "</h2>\n<ol>\n";
  for (std::size_t i = 0; i < anchors.size(); ++i)
    out += "<li>" + link(anchors[i], document.chapters[i].title) +
           sections_of(document.chapters[i], anchors[i]) + "</li>\n";
  return out + "</ol>\n</nav>\n";
}

std::string end_of(const Document& document) {
  std::string line;
  for (const std::string& part : {document.title, document.date, document.brand.author})
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  return line.empty() ? "" : "<footer class=\"end\">" + element("p", "", line) + "</footer>\n";
}

std::string hash_source(std::string_view text) {
  return "'sha256-" + base64(sha256(text)) + "'";
}

std::string head_of(const Document& document, const std::string& sheet) {
  std::string title = document.title;
  if (!title.empty() && !document.subtitle.empty()) title += " – ";
  title += document.subtitle;
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(code_of(document.lang)) +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src " +
                    hash_source(kHtmlScript) + "; style-src " + hash_source(sheet) +
                    "; img-src data:; base-uri 'none'; form-action 'none'\">\n"
                    "<meta name=\"referrer\" content=\"no-referrer\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                    "<meta name=\"color-scheme\" content=\"light dark\">\n"
                    "<meta name=\"generator\" content=\"Orienta\">\n";
  if (!document.brand.author.empty())
    out += "<meta name=\"author\" content=\"" + markup(document.brand.author) + "\">\n";
  return out + "<title>" + markup(title.empty() ? "Orienta" : title) + "</title>\n<style>" + sheet +
         "</style>\n</head>\n";
}

std::string body_of(const Document& document, HtmlStyle& style) {
  const std::vector<std::string> anchors = anchors_of(document.chapters);
  std::string out = "<body>\n";
  if (!document.words.skip.empty())
    out += "<a class=\"skip\" href=\"#" + std::string(kMain) + "\">" + markup(document.words.skip) + "</a>\n";
  const std::string contents = contents_of(document, anchors);
  out += cover_of(document) + (contents.empty() ? "<div class=\"page plain\">\n" : "<div class=\"page\">\n") +
         contents + "<main id=\"" + std::string(kMain) + "\" tabindex=\"-1\">\n";
  HtmlBlocks blocks(out, style);
  for (std::size_t i = 0; i < anchors.size(); ++i)
    blocks.chapter(document.chapters[i], anchors[i]);
  return out + "</main>\n</div>\n" + end_of(document) + "<script>" + std::string(kHtmlScript) +
         "</script>\n</body>\n</html>\n";
}

}  // namespace

std::string to_html(const Document& document) {
  HtmlStyle style;
  const std::string body = body_of(document, style);
  return head_of(document, style.sheet(document)) + body;
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "reports/html.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>

#include "base/base64.hpp"
#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "reports/document_samples.hpp"
#include "support/golden.hpp"

using namespace orienta;
using namespace orienta::report;

namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++count;
  return count;
}

std::string between(const std::string& text, std::string_view from, std::string_view to) {
  const std::size_t begin = text.find(from) + from.size();
  return text.substr(begin, text.find(to, begin) - begin);
}

/// A page of one block.
std::string page_of(Block block) {
  Document document;
  document.chapters = {{"one", "One", {std::move(block)}, false}};
  return to_html(document);
}

/// All values of the attribute, in order.
std::vector<std::string> values_of(const std::string& html, std::string_view attribute) {
  std::vector<std::string> out;
  const std::string open = " " + std::string(attribute) + "=\"";
  for (std::size_t at = html.find(open); at != std::string::npos; at = html.find(open, at + 1))
    out.push_back(between(html.substr(at, 400), open, "\""));
  return out;
}

}  // namespace

TEST_CASE("a small report as HTML is what a person has read", "[reports]") {
  test::check_golden("reports/small.html", to_html(samples::small_document()));
}

TEST_CASE("nothing that a person typed becomes markup of a report", "[reports]") {
  const std::string html = to_html(samples::hostile_document());
  CHECK(is_utf8(html));
  CHECK(count_of(html, "<script") == 1);
  CHECK(count_of(html, "<style") == 1);
  CHECK_FALSE(has(html, "<img"));
  CHECK_FALSE(has(html, "<!-- "));
  CHECK_FALSE(has(html, "onmouseover=\""));
  CHECK_FALSE(has(html, "url(http"));
  CHECK(std::none_of(html.begin(), html.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }));
  CHECK_FALSE(has(html, "\xE2\x80\xAE"));
  CHECK(has(html, "שלום مرحبا 👩‍👩‍👧"));
  CHECK(has(html, "\nsecond line"));
}

TEST_CASE("whatever is typed in a report leaves its tags as they are", "[reports]") {
  const std::string plain = page_of(Paragraph{"x", Paragraph::Tone::kNormal});
  CHECK(rc::check([&](const std::string& text) {
    const std::string html = page_of(Paragraph{text + "x", Paragraph::Tone::kNormal});
    RC_ASSERT(is_utf8(html));
    RC_ASSERT(count_of(html, "<") == count_of(plain, "<"));
    RC_ASSERT(count_of(html, "\"") == count_of(plain, "\"") + 2 * count_of(html, "dir=\"auto\""));
  }));
}

TEST_CASE("a report allows its own style and script by their hashes and nothing else", "[reports]") {
  const std::string html = to_html(samples::full_document());
  const std::string policy = between(html, "Content-Security-Policy\" content=\"", "\"");
  const auto source = [](const std::string& text) { return "'sha256-" + base64(sha256(text)) + "'"; };
  CHECK(policy == "default-src 'none'; script-src " + source(between(html, "<script>", "</script>")) +
                      "; style-src " + source(between(html, "<style>", "</style>")) +
                      "; img-src data:; base-uri 'none'; form-action 'none'");
  CHECK_FALSE(has(html, " style=\""));
  CHECK_FALSE(has(html, " onclick"));
  // The name of the SVG language is the only address there is; "http-equiv" is none.
  CHECK(count_of(html, "http") == count_of(html, "xmlns=\"http://www.w3.org/2000/svg\"") + 1);
}

TEST_CASE("ids stand once and every link of a report leads somewhere", "[reports]") {
  Document document = samples::small_document();
  document.chapters.push_back(document.chapters[0]);
  document.chapters.push_back({"", "", {}, false});
  const std::string html = to_html(document);
  const std::vector<std::string> list = values_of(html, "id");
  const std::set<std::string> ids(list.begin(), list.end());
  CHECK(ids.size() == list.size());
  CHECK(ids.contains("summary"));
  CHECK(ids.contains("summary-2"));
  for (const std::string& address : values_of(html, "href"))
    CHECK(ids.contains(address.substr(1)));
}

TEST_CASE("headings of a report go down one level at a time", "[reports]") {
  Document document;
  document.chapters = {
      {"one", "One", {Heading{3, "a"}, Heading{3, "b"}, Heading{2, "c"}, Heading{9, "d"}}, false}};
  const std::string html = to_html(document);
  CHECK(has(html, ">a</h3>"));
  CHECK(has(html, ">b</h4>"));
  CHECK(has(html, ">c</h3>"));
  CHECK(has(html, ">d</h4>"));
}

TEST_CASE("rows of a report are as wide as its columns", "[reports]") {
  const std::string html = page_of(Grid{"", {{"Name"}, {"Figure", true}}, {{"a"}, {"b", "1", "2"}}, ""});
  CHECK(has(html, "<tr><th scope=\"row\">a</th><td class=\"number\"></td></tr>"));
  CHECK(has(html, "<tr><th scope=\"row\">b</th><td class=\"number\">1</td></tr>"));
}

TEST_CASE("a comment in Hebrew runs from the right", "[reports]") {
  CHECK(has(page_of(Paragraph{"שלום", Paragraph::Tone::kNormal}), "<p dir=\"auto\">שלום</p>"));
  CHECK(has(page_of(Paragraph{"plain", Paragraph::Tone::kNormal}), "<p>plain</p>"));
}

TEST_CASE("a chart in a report follows both themes", "[reports]") {
  const std::string html = to_html(samples::small_document());
  const std::string fill = between(html, "rx=\"2\" fill=\"var(--", ")");
  CHECK(has(between(html, ":root {", "}"), "--" + fill + ": #2f5da8;"));
  CHECK(has(between(html, "(prefers-color-scheme: dark) { :root {", "}"), "--" + fill + ": #7fa7e8;"));
}

TEST_CASE("the same document gives the same report", "[reports]") {
  CHECK(to_html(samples::full_document()) == to_html(samples::full_document()));
}

TEST_CASE("a report without words of its own has neither contents nor a link past them", "[reports]") {
  Document document = samples::small_document();
  document.words = {};
  const std::string html = to_html(document);
  CHECK_FALSE(has(html, "<nav"));
  CHECK_FALSE(has(html, "class=\"skip\""));
}

TEST_CASE("a logo is taken only as a whole PNG", "[reports]") {
  Document document = samples::small_document();
  document.brand.logo = samples::small_png();
  CHECK(has(to_html(document),
            "<img alt=\"\" width=\"2\" height=\"1\" src=\"data:image/png;base64,iVBORw0KGgo"));
  document.brand.logo += "<script>";
  CHECK_FALSE(has(to_html(document), "<img"));
}

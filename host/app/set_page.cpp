// SPDX-License-Identifier: MIT
#include "app/set_page.hpp"

#include "app/set_page_style.hpp"
#include "app/wording.hpp"

namespace orienta {
namespace {

/// Writes the page piece by piece.
class Page {
 public:
  Page(const CriteriaSet& set, const Catalogue& words) : set_(set), words_(words), lang_(words.lang()) {}

  std::string write() {
    head();
    levels();
    parts();
    for (std::size_t d = 0; d < set_.dimensions.size(); ++d)
      dimension(d);
    improvements();
    references();
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  std::string say(const Message& message) const { return escaped_html(words_.text(message)); }
  std::string say(const LocalText& text) const { return escaped_html(text.in(lang_)); }

  void element(const std::string& tag, const std::string& kind, const std::string& inner) {
    if (inner.empty()) return;
    out_ += "<" + tag + (kind.empty() ? "" : " class=\"" + kind + "\"") + ">" + inner + "</" + tag + ">\n";
  }

  void head() {
    out_ = "<!DOCTYPE html>\n<html lang=\"" + std::string(code_of(lang_)) +
           "\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
           say(set_.title) + "</title>\n<style>\n" + std::string(kSetPageStyle) +
           "</style>\n</head>\n<body>\n<main>\n";
    element("h1", "", say(set_.title));
    element("p", "quiet", escaped_html(set_.id.value + " " + set_.version));
    element("p", "", say(set_.description));
    element("p", "", say(msg("app.page-size", {{"n", set_.indicators.size()}, {"minutes", set_.minutes}})));
    out_ += "<div class=\"lines\">\n";
    for (const Message& field : {msg("app.column-unit"), msg("app.page-who"), msg("app.column-date")})
      element("div", "line", say(field));
    out_ += "</div>\n";
  }

  void levels() {
    if (set_.levels.empty()) return;
    element("h2", "", say(msg("app.page-levels")));
    out_ += "<table>\n";
    for (const Level& level : set_.levels)
      out_ += "<tr><td class=\"number\">" + std::to_string(level.level) + "</td><td><b>" + say(level.title) +
              "</b></td><td>" + say(level.means) + "</td></tr>\n";
    out_ += "</table>\n";
  }

  /// What there is below, to go there; not on paper.
  void parts() {
    out_ += "<ul class=\"parts\">\n";
    for (const Dimension& dimension : set_.dimensions)
      element("li", "", "<a href=\"#" + escaped_html(dimension.id) + "\">" + say(dimension.title) + "</a>");
    out_ += "</ul>\n";
  }

  void dimension(std::size_t index) {
    const Dimension& dimension = set_.dimensions[index];
    out_ += "<h2 id=\"" + escaped_html(dimension.id) + "\">" + say(dimension.title) + "</h2>\n";
    element("p", "", say(dimension.help));
    for (std::size_t c = 0; c < set_.criteria.size(); ++c)
      if (set_.criteria[c].dimension == index) criterion(c);
  }

  void criterion(std::size_t index) {
    const Criterion& criterion = set_.criteria[index];
    out_ += "<section>\n";
    element("h3", "", say(criterion.title));
    element("p", "quiet", facts_of(criterion));
    element("p", "", say(criterion.help));
    for (const Indicator& indicator : set_.indicators)
      if (indicator.criterion == index) question(indicator);
    out_ += "</section>\n";
  }

  /// "Level 2 · mandatory · evidence: document, record · ISO 9001:2015 7.2".
  std::string facts_of(const Criterion& criterion) const {
    std::string facts;
    const auto add = [&](const std::string& fact) { facts += (facts.empty() ? "" : " · ") + fact; };
    if (criterion.level > 0) add(say(msg("app.page-rung", {{"level", criterion.level}})));
    if (criterion.mandatory) add(say(msg("app.page-mandatory")));
    std::string kinds;
    for (std::size_t i = 0; i < kEvidenceKindCount; ++i)
      if (criterion.evidence.has(static_cast<EvidenceKind>(i)))
        kinds += (kinds.empty() ? "" : ", ") + words_.text(words_of(static_cast<EvidenceKind>(i)));
    if (!kinds.empty()) add(say(msg("app.page-evidence", {{"kinds", kinds}})));
    for (const std::string& clause : criterion.maps_to)
      add(escaped_html(clause));
    return facts;
  }

  void question(const Indicator& indicator) {
    out_ += "<div class=\"question\" id=\"" + escaped_html(indicator.id) + "\">\n";
    element("p", "ask", std::to_string(++number_) + ". " + say(indicator.ask));
    element("p", "quiet", say(indicator.help));
    if (!indicator.counts_when.empty()) {
      element("p", "quiet", say(msg("app.page-counts-when")));
      out_ += "<ul>\n";
      for (const LocalText& condition : indicator.counts_when)
        element("li", "", say(condition));
      out_ += "</ul>\n";
    }
    answers(set_.scales[indicator.scale]);
    element("p", "quiet", say(msg("app.page-answered-by", {{"sources", sources_of(indicator)}})));
    out_ += "</div>\n";
  }

  void answers(const Scale& scale) {
    out_ += "<div class=\"answers\">\n";
    for (const Point& point : scale.points)
      element("span", "choice", point.label.empty() ? escaped_html(point.id) : say(point.label));
    if (scale.measure)
      element("span", "figure", say(msg("app.page-figure", {{"unit", scale.measure->unit}})));
    element("span", "choice open", say(msg("app.page-dont-know")));
    element("span", "choice open", say(msg("app.page-not-applicable")));
    out_ += "</div>\n";
  }

  std::string sources_of(const Indicator& indicator) const {
    std::string sources;
    for (std::size_t i = 0; i < kSourceCount; ++i)
      if (indicator.answered_by.has(static_cast<Source>(i)))
        sources += (sources.empty() ? "" : ", ") + words_.text(words_of(static_cast<Source>(i)));
    return sources;
  }

  void improvements() {
    if (set_.improvements.empty()) return;
    element("h2", "", say(msg("app.page-improvements")));
    out_ += "<table>\n";
    for (const Improvement& each : set_.improvements)
      out_ += "<tr><td>" + say(each.title) + "</td><td class=\"number\">" +
              say(msg("app.page-days", {{"least", each.effort_days[0]}, {"most", each.effort_days[2]}})) +
              "</td></tr>\n";
    out_ += "</table>\n";
  }

  void references() {
    if (set_.references.empty()) return;
    element("h2", "", say(msg("app.page-references")));
    out_ += "<ul>\n";
    for (const Reference& reference : set_.references) {
      std::string line = say(reference.title);
      for (const std::string& part : {reference.edition, reference.clause})
        if (!part.empty()) line += ", " + escaped_html(part);
      element("li", "", line);
    }
    out_ += "</ul>\n";
  }

  const CriteriaSet& set_;
  const Catalogue& words_;
  Lang lang_;
  std::string out_;
  std::size_t number_ = 0;
};

}  // namespace

std::string escaped_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string set_page(const CriteriaSet& set, const Catalogue& words) {
  return Page(set, words).write();
}

}  // namespace orienta

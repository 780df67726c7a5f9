// SPDX-License-Identifier: MIT
#include "viewmodel/set_outline.hpp"

#include "app/wording.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

/// Whole numbers without decimals; weights are written with few.
std::string number_text(double number, Lang lang) {
  std::string text = display_number(number, 2, lang);
  if (text.find_first_of(".,") == std::string::npos) return text;
  while (text.ends_with('0'))
    text.pop_back();
  if (text.ends_with('.') || text.ends_with(',')) text.pop_back();
  return text;
}

const std::string& label_of(const Point& point, Lang lang) {
  return point.label.empty() ? point.id : point.label.in(lang);
}

std::string scale_text(const Scale& scale, const Catalogue& words) {
  if (scale.is_measure())
    return words.text(scale.measure->better == Measure::Better::kHigher
                          ? msg("viewmodel.criteria-more-better", {{"unit", scale.measure->unit}})
                          : msg("viewmodel.criteria-less-better", {{"unit", scale.measure->unit}}));
  if (scale.points.empty()) return "";
  return label_of(scale.points.front(), words.lang()) + " … " + label_of(scale.points.back(), words.lang());
}

/// Points or bands, one a line, as they are written.
void add_scale(const Scale& scale, const Catalogue& words, std::vector<std::string>& lines) {
  for (const Point& point : scale.points)
    lines.push_back("   " + label_of(point, words.lang()) + " = " + number_text(point.value, words.lang()));
  if (!scale.is_measure()) return;
  lines.push_back("   " + scale_text(scale, words));
  constexpr std::array<std::string_view, 4> kSigns{"≥", ">", "≤", "<"};
  for (const Band& band : scale.measure->bands)
    lines.push_back("   " + std::string(kSigns[static_cast<std::size_t>(band.edge)]) + " " +
                    band.bound.to_string() + " " + scale.measure->unit +
                    (band.label.empty() ? "" : ": " + band.label.in(words.lang())));
}

class Outline {
 public:
  Outline(const CriteriaSet& set, const Catalogue& words, CriteriaPage& page)
      : set_(set), words_(words), lang_(words.lang()), page_(page) {
    page.outline.columns = {{words.text(msg("viewmodel.criteria-outline")), false, 4.2F, {}},
                            {words.text(msg("viewmodel.criteria-scale")), false, 1.8F, {}},
                            {words.text(msg("app.column-weight")), true, 0.8F, {}},
                            {words.text(msg("viewmodel.criteria-rung")), false, 1.8F,
                             words.text(msg("viewmodel.criteria-rung-tip"))}};
  }

  void add_all() {
    for (std::size_t d = 0; d < set_.dimensions.size(); ++d) {
      add_dimension(set_.dimensions[d]);
      for (std::size_t c = 0; c < set_.criteria.size(); ++c) {
        if (set_.criteria[c].dimension != d) continue;
        add_criterion(set_.criteria[c]);
        for (const Indicator& indicator : set_.indicators)
          if (indicator.criterion == c) add_indicator(indicator);
      }
    }
  }

 private:
  using Ink = charts::Ink;

  void row(int depth, const std::string& id, const std::string& title, const std::string& scale,
           double weight, const std::string& rung) {
    const Ink ink = depth == 2 ? Ink::kMuted : Ink::kText;
    page_.outline.rows.push_back(
        {"outline." + id,
         {{title, ink}, {scale, Ink::kMuted}, {number_text(weight, lang_), Ink::kMuted}, {rung, Ink::kMuted}},
         depth});
  }

  OutlineDetail& detail(const std::string& title, const std::string& id, const LocalText& help) {
    page_.details.push_back({title, {id}});
    if (!help.empty()) page_.details.back().lines.push_back(help.in(lang_));
    return page_.details.back();
  }

  void add_dimension(const Dimension& dimension) {
    const std::string title = dimension.title.empty() ? dimension.id : dimension.title.in(lang_);
    row(0, dimension.id, title, "", dimension.weight, "");
    detail(title, dimension.id, dimension.help);
  }

  void add_criterion(const Criterion& criterion) {
    const std::string title = criterion.title.empty() ? criterion.id : criterion.title.in(lang_);
    std::string rung =
        criterion.level > 0 ? words_.text(msg("viewmodel.criteria-level", {{"level", criterion.level}})) : "";
    if (criterion.mandatory)
      rung += (rung.empty() ? "" : ", ") + words_.text(msg("viewmodel.criteria-mandatory"));
    row(1, criterion.id, title, "", criterion.weight, rung);
    OutlineDetail& made = detail(title, criterion.id, criterion.help);
    add_evidence(criterion, made);
    for (const Reference& reference : criterion.references)
      made.lines.push_back(
          words_.text(msg("viewmodel.criteria-source", {{"source", reference_text(reference, lang_)}})));
    add_maps(criterion.maps_to, made);
  }

  void add_indicator(const Indicator& indicator) {
    const Scale& scale = set_.scales[indicator.scale];
    row(2, indicator.id, indicator.ask.in(lang_), scale_text(scale, words_), indicator.weight, "");
    OutlineDetail& made = detail(indicator.ask.in(lang_), indicator.id, indicator.help);
    for (const LocalText& when : indicator.counts_when)
      made.lines.push_back(words_.text(msg("viewmodel.criteria-counts-when", {{"what", when.in(lang_)}})));
    add_scale(scale, words_, made.lines);
    std::string sources;
    for (std::size_t i = 0; i < kSourceCount; ++i)
      if (indicator.answered_by.has(static_cast<Source>(i)))
        sources += (sources.empty() ? "" : ", ") + words_.text(words_of(static_cast<Source>(i)));
    if (!sources.empty())
      made.lines.push_back(words_.text(msg("viewmodel.criteria-answered-by", {{"sources", sources}})));
    if (!indicator.same_as.empty())
      made.lines.push_back(words_.text(msg("viewmodel.criteria-same-as", {{"other", indicator.same_as}})));
    add_maps(indicator.maps_to, made);
  }

  void add_evidence(const Criterion& criterion, OutlineDetail& made) {
    std::string kinds;
    for (std::size_t i = 0; i < kEvidenceKindCount; ++i)
      if (criterion.evidence.has(static_cast<EvidenceKind>(i)))
        kinds += (kinds.empty() ? "" : ", ") + words_.text(words_of(static_cast<EvidenceKind>(i)));
    if (!kinds.empty())
      made.lines.push_back(words_.text(msg("viewmodel.criteria-evidence", {{"kinds", kinds}})));
  }

  void add_maps(const std::vector<std::string>& maps, OutlineDetail& made) {
    if (!maps.empty())
      made.lines.push_back(words_.text(msg("viewmodel.criteria-maps-to", {{"places", listed(maps)}})));
  }

  const CriteriaSet& set_;
  const Catalogue& words_;
  Lang lang_;
  CriteriaPage& page_;
};

}  // namespace

void add_outline(const CriteriaSet& set, const Catalogue& words, CriteriaPage& page) {
  Outline(set, words, page).add_all();
}

std::string reference_text(const Reference& reference, Lang lang) {
  std::string text = reference.title.in(lang);
  if (!reference.edition.empty()) text += ", " + reference.edition;
  if (!reference.clause.empty()) text += ", " + reference.clause;
  return text;
}

}  // namespace orienta::gui

// SPDX-License-Identifier: MIT
#include "viewmodel/gaps_figure.hpp"

#include <algorithm>

#include "app/gap_words.hpp"
#include "charts/bullet_bars.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

class Gaps {
 public:
  Gaps(const Study& study, const SetGaps& gaps, std::uint32_t unit, const Catalogue& words)
      : set_(study.assessment->sets[gaps.set]), gaps_(gaps), unit_(study.units()[unit].id), words_(words) {}

  GapsFigure make(std::size_t most) const {
    GapsFigure made;
    charts::BulletSpec spec;
    spec.key.target = say(msg("viewmodel.target"));
    spec.ticks = {{0, "0"}, {25, ""}, {50, "50"}, {75, ""}, {100, "100"}};
    spec.words.note = say(gaps_.report.units.size() == 1 ? msg("viewmodel.results-gaps-note")
                                                         : msg("viewmodel.results-gaps-note-units"));
    Grid& table = made.figure.table;
    table.columns = columns();
    for (const Gap& gap : gaps_.report.gaps) {
      table.rows.push_back(line(gap));
      made.table_rows.push_back(why(gap));
      if (gap.kind != ORIENTA_TARGET_INDEX || gap.indicator != ORIENTA_NONE || spec.rows.size() == most)
        continue;
      spec.rows.push_back(bar(gap));
      made.rows.push_back(why(gap));
    }
    made.figure.name = "gaps";
    made.figure.title = say(msg("viewmodel.results-gaps"));
    made.figure.height = charts::bullet_bars_height(spec);
    made.figure.make = [spec = std::move(spec)](charts::Size size, const charts::TextWidth& width) {
      return charts::bullet_bars(spec, size, width);
    };
    return made;
  }

 private:
  std::string say(const Message& message) const { return words_.text(message); }
  std::string say(const std::optional<Message>& message) const { return message ? say(*message) : ""; }
  std::string number(double value, int digits) const { return display_number(value, digits, words_.lang()); }
  Why why(const Gap& gap) const { return {gaps_.set, gap.node, unit_}; }

  std::string title(const Gap& gap) const {
    return gap.indicator == ORIENTA_NONE ? title_of(set_, gap.node, words_.lang())
                                         : set_.indicators[gap.indicator].ask.in(words_.lang());
  }

  /// "holds back level 3", "holds back 7 of 12 units".
  std::string blocks(const Gap& gap) const {
    const std::size_t blocked = gap.indicator == ORIENTA_NONE ? blocked_by(gaps_, gap.node) : 0;
    if (blocked == 0) return "";
    if (gaps_.next.size() == 1)
      return say(msg("viewmodel.results-blocks-level", {{"level", gaps_.next.front().next.value_or(0)}}));
    return say(msg("viewmodel.results-blocks-units", {{"n", blocked}, {"of", gaps_.next.size()}}));
  }

  std::string joined(std::initializer_list<std::string> parts, const char* between) const {
    std::string text;
    for (const std::string& part : parts)
      if (!part.empty()) text += (text.empty() ? "" : between) + part;
    return text;
  }

  charts::BulletRow bar(const Gap& gap) const {
    charts::BulletRow row;
    row.label = title(gap);
    row.actual = gap.actual;
    row.target = gap.target;
    // Of several units the mean may be above the target while some are below theirs.
    row.standing =
        gap.actual && *gap.actual >= gap.target ? charts::Standing::kAtOrAbove : charts::Standing::kBelow;
    const std::string below =
        gap.of > 1 ? say(msg("viewmodel.results-units-below", {{"n", gap.below}, {"of", gap.of}})) : "";
    const std::string effect =
        gap.effect ? say(msg("viewmodel.effect-is", {{"effect", change_text(gap.effect->index, words_, 1)}}))
                   : "";
    row.value = joined({gap.actual ? number(*gap.actual, 0) : "", below, effect, blocks(gap)}, " · ");
    row.tip = joined(
        {row.label,
         say(msg("viewmodel.actual-target",
                 {{"actual", gap.actual ? number(*gap.actual, 1) : "–"}, {"target", number(gap.target, 1)}})),
         gap.of > 1 ? say(msg("viewmodel.results-below", {{"n", gap.below}, {"of", gap.of}})) : "", effect,
         say(gap_then_words(gaps_.report, gap)), blocks(gap), say(gap_remark_words(gap)),
         gap.quadrant ? say(words_of(*gap.quadrant)) : ""},
        "\n");
    return row;
  }

  std::vector<GridColumn> columns() const {
    return {{say(msg("app.column-node")), false, 4, {}},
            {say(msg("app.column-target")), true, 1, {}},
            {say(msg("app.column-actual")), true, 1, {}},
            {say(msg("app.column-below")), true, 1.2F, {}},
            {say(msg("app.column-effect")), true, 1.2F, say(msg("viewmodel.results-effect-tip"))},
            {say(msg("viewmodel.results-then")), false, 1.4F, {}},
            {say(msg("app.column-blocks")), false, 2, {}},
            {say(msg("app.column-quadrant")), false, 1.6F, say(msg("viewmodel.results-quadrant-tip"))},
            {say(msg("viewmodel.results-remark")), false, 1.6F, {}}};
  }

  GridRow line(const Gap& gap) const {
    const int digits = gap.kind == ORIENTA_TARGET_LEVEL ? 0 : 1;
    return {
        "gap." + (gap.indicator == ORIENTA_NONE ? set_.node_id(gap.node) : set_.indicators[gap.indicator].id),
        {{title(gap)},
         {number(gap.target, digits)},
         {gap.actual ? number(*gap.actual, 1) : ""},
         {gap.of > 1 ? say(count_words(gap.below, gap.of)) : ""},
         {gap.effect ? change_text(gap.effect->index, words_, 1) : "", charts::Ink::kAccent},
         {say(gap_then_words(gaps_.report, gap))},
         {blocks(gap)},
         {gap.quadrant ? say(words_of(*gap.quadrant)) : ""},
         {say(gap_remark_words(gap)), charts::Ink::kMuted}},
        0};
  }

  const CriteriaSet& set_;
  const SetGaps& gaps_;
  UnitId unit_;
  const Catalogue& words_;
};

}  // namespace

GapsFigure gaps_figure(const Study& study, const SetGaps& gaps, std::uint32_t unit, std::size_t most,
                       const Catalogue& words) {
  return Gaps(study, gaps, unit, words).make(most);
}

}  // namespace orienta::gui

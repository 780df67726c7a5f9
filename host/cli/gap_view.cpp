// SPDX-License-Identifier: MIT
#include "cli/gap_view.hpp"

#include <algorithm>

#include "app/gap_words.hpp"

namespace orienta::cli {
namespace {

/// How many names a sentence takes before it says how many more there are.
constexpr std::size_t kMostNames = 12;

class View {
 public:
  View(const OpenAssessment& assessment, const SetGaps& gaps, std::uint32_t unit, const Catalogue& words)
      : assessment_(assessment), set_(assessment.sets[gaps.set]), gaps_(gaps), unit_(unit), words_(words) {}

  GapView make(std::size_t most) const {
    GapView view{words_.text(gap_head_words(assessment_, gaps_, unit_)), {"gaps", columns(), {}}, {}};
    for (const Gap& gap : listed_gaps(gaps_.report, most))
      view.table.rows.push_back(row(gap));
    if (!gaps_.report.now.index) {
      view.below.push_back(words_.text(msg("cli.gaps-nothing-yet", {{"set", set_.id.value}})));
      return view;
    }
    if (!gaps_.report.has_targets)
      view.below.push_back(words_.text(msg("cli.gaps-no-targets")));
    else if (gaps_.report.gaps.empty())
      view.below.push_back(words_.text(msg("cli.gaps-none")));
    if (gaps_.report.without_result > 0 && gaps_.report.units.size() > 1)
      view.below.push_back(words_.text(msg("cli.gaps-without-result", {{"n", gaps_.report.without_result}})));
    if (const std::size_t more = gaps_.report.gaps.size() - view.table.rows.size(); more > 0)
      view.below.push_back(words_.text(msg("cli.gaps-more", {{"n", more}})));
    if (gaps_.next.size() == 1 && gaps_.next.front().unit == unit_) add_next(gaps_.next.front(), view.below);
    return view;
  }

 private:
  std::string title(std::uint32_t node) const {
    const LocalText& text = set_.node_title(node);
    return text.empty() ? set_.node_id(node) : text.in(words_.lang());
  }
  std::string question(std::uint32_t indicator) const {
    return set_.indicators[indicator].ask.in(words_.lang());
  }

  static std::vector<Column> columns() {
    return {{"node", msg("app.column-node")},
            {"target", msg("app.column-target"), 1},
            {"actual", msg("app.column-actual"), 1},
            {"gap", msg("app.column-gap"), 1},
            {"below", msg("app.column-below")},
            {"effect", msg("app.column-effect"), 1},
            {"then", msg("cli.column-then")},
            {"blocks", msg("app.column-blocks")},
            {"quadrant", msg("app.column-quadrant")},
            {"remark", msg("cli.column-remark")},
            {"id", msg("cli.column-id")}};
  }

  std::vector<TableCell> row(const Gap& gap) const {
    const bool is_figure = gap.indicator != ORIENTA_NONE;
    const bool is_level = gap.kind == ORIENTA_TARGET_LEVEL;
    const std::size_t blocks = blocked_by(gaps_, gap.node);
    const auto remark = gap_remark_words(gap);
    const auto then = gap_then_words(gaps_.report, gap);
    return {is_figure ? question(gap.indicator) : title(gap.node),
            gap.target,
            cell_of(gap.actual),
            gap.points,
            gap.of > 1 ? TableCell(words_.text(count_words(gap.below, gap.of))) : TableCell(),
            gap.effect ? TableCell(gap.effect->index) : TableCell(),
            then ? TableCell(words_.text(*then)) : TableCell(),
            blocks == 0 || is_figure || is_level ? TableCell()
            : gaps_.next.size() > 1 ? TableCell(words_.text(count_words(blocks, gaps_.next.size())))
                                    : TableCell(words_.text(msg("cli.yes"))),
            gap.quadrant ? TableCell(words_.text(words_of(*gap.quadrant))) : TableCell(),
            remark ? words_.text(*remark) : std::string(),
            is_figure ? set_.indicators[gap.indicator].id : set_.node_id(gap.node)};
  }

  std::string names(const std::vector<std::uint32_t>& nodes) const {
    std::string text;
    for (std::size_t i = 0; i < std::min(nodes.size(), kMostNames); ++i)
      text += (i == 0 ? "" : "; ") + title(nodes[i]);
    return nodes.size() > kMostNames ? text + "; …" : text;
  }

  void add_next(const NextLevel& next, std::vector<std::string>& lines) const {
    if (next.next && !next.blocking.empty())
      lines.push_back(words_.text(
          msg("cli.gaps-blocking",
              {{"level", *next.next}, {"n", next.blocking.size()}, {"names", names(next.blocking)}})));
    if (next.is_more_needed) lines.push_back(words_.text(msg("app.more-needed")));
    if (next.next && !next.together.empty())
      lines.push_back(
          words_.text(msg("cli.gaps-together", {{"level", *next.next}, {"names", names(next.together)}})));
    if (next.to_settle.empty()) return;
    lines.push_back(words_.text(settle_words(next)));
    for (const std::uint32_t indicator : next.to_settle)
      lines.push_back("  - " + question(indicator) + "  (" + set_.indicators[indicator].id + ")");
  }

  const OpenAssessment& assessment_;
  const CriteriaSet& set_;
  const SetGaps& gaps_;
  std::uint32_t unit_;
  const Catalogue& words_;
};

}  // namespace

GapView gap_view(const OpenAssessment& assessment, const SetGaps& gaps, std::uint32_t unit, std::size_t most,
                 const Catalogue& words) {
  return View(assessment, gaps, unit, words).make(most);
}

}  // namespace orienta::cli

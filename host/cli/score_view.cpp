// SPDX-License-Identifier: MIT
#include "cli/score_view.hpp"

#include <algorithm>

#include "app/wording.hpp"
#include "cli/session.hpp"

namespace orienta::cli {
namespace {

std::string range(const std::optional<double>& low, const std::optional<double>& high, Lang lang) {
  if (!low || !high || *low == *high) return "";
  return display_number(*low, 1, lang) + " … " + display_number(*high, 1, lang);
}

/// A unit's results as a tree reads: each dimension, then its criteria.
std::vector<NodeResult> as_tree(const CriteriaSet& set, std::vector<NodeResult> nodes) {
  const auto place = [&](const NodeResult& result) {
    if (result.node == 0 || result.node <= set.dimensions.size()) return std::pair(result.node, 0u);
    const Criterion& criterion = set.criteria[result.node - 1 - set.dimensions.size()];
    return std::pair(set.node_of_dimension(criterion.dimension), result.node);
  };
  std::ranges::stable_sort(nodes, {}, place);
  return nodes;
}

std::vector<TableCell> view_row(const OpenAssessment& assessment, const CriteriaSet& set,
                                const UnitResult& unit, const NodeResult& node, const Catalogue& words) {
  const Unit& record = assessment.organisation.units()[unit.unit];
  const std::string indent = node.node == 0 ? "" : node.node <= set.dimensions.size() ? "  " : "    ";
  const std::string title =
      set.node_title(node.node).empty() ? set.node_id(node.node) : set.node_title(node.node).in(words.lang());
  const std::string rolled = node.basis == Basis::kRolled
                                 ? words.text(msg("cli.rolled-from", {{"n", node.of_units.value_or(0)}}))
                                 : "";
  // That a criterion has no levels of its own goes without saying.
  const bool plain =
      node.state == ResultState::kScored || (node.node != 0 && node.state == ResultState::kNoLadder);
  std::string remark = plain ? "" : words.text(words_of(node.state));
  if (node.share) remark = words.text(share_words(assessment, set, node));
  if (node.node == 0 && node.state == ResultState::kNoLadder && node.basis == Basis::kOwn)
    if (const auto weakest = weakest_words(set, unit)) remark = words.text(*weakest);
  return {record.name.empty() ? record.id.value : record.name,
          indent + title + rolled,
          node.level ? TableCell(words.text(level_words(node))) : TableCell(),
          cell_of(node.index),
          node.estimate ? "" : range(node.ci_low, node.ci_high, words.lang()),
          range(node.index_low, node.index_high, words.lang()),
          words.text(msg("app.per-cent", {{"share", node.completeness}})),
          node.n > 0 ? TableCell(static_cast<std::int64_t>(node.n)) : TableCell(),
          remark};
}

/// What the units drawn at random say of all of them: a line of its own, since the rolled index above it
/// also counts those that were chosen by judgement.
std::vector<TableCell> estimate_row(const OpenAssessment& assessment, const UnitResult& unit,
                                    const Estimate& estimate, const Catalogue& words) {
  const Unit& record = assessment.organisation.units()[unit.unit];
  std::string share;
  if (estimate.share)
    share = words.text(
        msg("cli.estimate-share",
            {{"share", *estimate.share}, {"low", *estimate.share_low}, {"high", *estimate.share_high}}));
  return {record.name.empty() ? record.id.value : record.name,
          words.text(msg("cli.estimate", {{"n", estimate.n}, {"all", estimate.population}})),
          TableCell(),
          estimate.index,
          range(estimate.low, estimate.high, words.lang()),
          "",
          "",
          TableCell(),
          share};
}

}  // namespace

Table score_view(const OpenAssessment& assessment, const std::vector<SetScore>& scores,
                 const Selection& selection, bool every_node, const Catalogue& words) {
  Table table{"score",
              {{"unit", msg("app.column-unit")},
               {"node", msg("app.column-node")},
               {"level", msg("app.column-level")},
               {"index", msg("app.column-index"), 1},
               {"ci", msg("cli.column-interval")},
               {"bounds", msg("cli.column-bounds")},
               {"completeness", msg("app.column-completeness")},
               {"n", msg("app.column-n"), 0},
               {"remark", msg("cli.column-remark")}},
              {}};
  const auto only =
      selection.unit.empty() ? Result<std::uint32_t>(0u) : assessment.unit_index(selection.unit);
  for (const SetScore& score : scores)
    for (const UnitResult& unit : score.result.units) {
      if (!selection.unit.empty() && (!only || *only != unit.unit)) continue;
      const CriteriaSet& set = assessment.sets[score.set];
      for (const NodeResult& node : as_tree(set, unit.nodes)) {
        if (every_node || node.node == 0) table.rows.push_back(view_row(assessment, set, unit, node, words));
        // One unit of several says nothing of the others.
        if (node.node == 0 && node.estimate && node.estimate->low)
          table.rows.push_back(estimate_row(assessment, unit, *node.estimate, words));
      }
    }
  return table;
}

std::string explain_line(const ExplainLine& line, const Catalogue& words) {
  const std::string indent(static_cast<std::size_t>(line.depth) * 2, ' ');
  const char* mark = "";
  switch (line.kind) {
    case ExplainLine::Kind::kNode:
      break;
    case ExplainLine::Kind::kUnit:
      mark = "+ ";
      break;
    case ExplainLine::Kind::kReason:
      mark = "· ";
      break;
    case ExplainLine::Kind::kIndicator:
      mark = "? ";
      break;
    case ExplainLine::Kind::kReading:
      mark = "= ";
      break;
    case ExplainLine::Kind::kAnswer:
      mark = "- ";
      break;
    case ExplainLine::Kind::kRemark:
      mark = "! ";
      break;
  }
  return indent + mark + words.text(line.text);
}

Table explain_table(const Explanation& told, const Catalogue& words) {
  Table table{"explain",
              {{"depth", msg("cli.column-depth"), 0},
               {"kind", msg("cli.column-line-kind")},
               {"id", msg("app.column-node")},
               {"code", msg("cli.column-code")},
               {"text", msg("cli.column-text")}},
              {}};
  constexpr std::array<const char*, 7> kKinds{"node",    "unit",   "reason", "indicator",
                                              "reading", "answer", "remark"};
  for (const ExplainLine& line : told.lines)
    table.rows.push_back({static_cast<std::int64_t>(line.depth),
                          std::string(kKinds[static_cast<std::size_t>(line.kind)]), line.id, line.text.code,
                          words.text(line.text)});
  return table;
}

Table verdict_table(const std::vector<Verified>& results) {
  Table table{"verify",
              {{"snapshot", msg("cli.column-snapshot")},
               {"assessment", msg("app.column-assessment")},
               {"set", msg("app.column-set")},
               {"verdict", msg("cli.column-verdict")},
               {"moved_on", msg("cli.column-moved-on")},
               {"overlays", msg("cli.column-overlays")}},
              {}};
  const auto words = [](Verdict verdict) {
    switch (verdict) {
      case Verdict::kIdentical:
        return msg("cli.verdict-identical");
      case Verdict::kEqual:
        return msg("cli.verdict-equal");
      case Verdict::kPluginDiffers:
        return msg("cli.verdict-plugin-differs");
      case Verdict::kUnexplained:
        return msg("cli.verdict-unexplained");
      case Verdict::kCannotRecompute:
        break;
    }
    return msg("cli.verdict-cannot");
  };
  for (const Verified& each : results)
    table.rows.push_back({each.snapshot, each.assessment.value, each.set.value,
                          Coded{std::string(name_of(each.verdict)), words(each.verdict)},
                          each.moved_on ? Coded{"yes", msg("cli.yes")} : Coded{"no", msg("cli.no")},
                          each.overlays.empty() ? TableCell() : TableCell(listed(each.overlays))});
  return table;
}

int exit_of(const std::vector<SetScore>& scores) {
  const bool plugin = std::ranges::any_of(
      scores, [](const SetScore& score) { return score.failed && score.failed->kind == ErrorKind::kPlugin; });
  return plugin ? kPluginFailed : kInputHasProblems;
}

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
#include "app/conformity.hpp"

namespace orienta {
namespace {

Coded coded(Conformity conformity) {
  return {std::string(name_of(conformity)), words_of(conformity)};
}

TableCell question(const CriteriaSet& set, const MappedNode& node, bool with_titles) {
  if (!node.indicator) return std::monostate{};
  const Indicator& indicator = set.indicators[*node.indicator];
  return with_titles && !indicator.ask.empty() ? TableCell(indicator.ask) : TableCell(indicator.id);
}

std::int64_t whole(std::size_t count) {
  return static_cast<std::int64_t>(count);
}

}  // namespace

Table conformity_table(const OpenAssessment& assessment, const ConformityView& view, std::uint32_t unit,
                       bool with_titles) {
  Table table{"conformity",
              {{"unit", msg("app.column-unit"), 1, false},
               {"standard", msg("app.column-standard"), 1, false},
               {"edition", msg("app.column-edition")},
               {"clause", msg("app.column-clause")},
               {"clause_conformity", msg("app.column-clause-conformity")},
               {"set", msg("app.column-set"), 1, false},
               {"criterion", msg("app.column-node")},
               {"indicator", msg("app.column-indicator")},
               {"conformity", msg("app.column-conformity")},
               {"index", msg("app.column-index"), 1},
               {"index_low", msg("app.column-index-low"), 1, false},
               {"index_high", msg("app.column-index-high"), 1, false},
               {"needed", msg("app.column-needed"), 0},
               {"of_units", msg("app.column-of-units"), 0},
               {"units_met", msg("app.column-units-met"), 0}},
              {}};
  for (const ClauseView& clause : view.clauses)
    for (const MappedNode& node : clause.mapped) {
      const CriteriaSet& set = assessment.sets[node.set];
      table.rows.push_back({assessment.organisation.units()[unit].id.value, clause.clause.standard,
                            clause.clause.edition, clause.clause.clause, coded(clause.conformity),
                            set.id.value, named(set, set.node_of_criterion(node.criterion), with_titles),
                            question(set, node, with_titles), coded(node.conformity), cell_of(node.index),
                            cell_of(node.index_low), cell_of(node.index_high), node.needed,
                            cell_of(node.of_units),
                            node.of_units ? TableCell(whole(node.units_met)) : TableCell()});
    }
  return table;
}

Table standards_table(const OpenAssessment& assessment, const StandardsView& view) {
  Table table{"standards",
              {{"standard", msg("app.column-standard")},
               {"edition", msg("app.column-edition")},
               {"sets", msg("app.column-sets")},
               {"clauses", msg("app.column-clauses"), 0},
               {"criteria", msg("app.column-criteria"), 0},
               {"met", msg("app.column-met"), 0},
               {"not_met", msg("app.column-not-met"), 0},
               {"open", msg("app.column-open"), 0},
               {"not_applicable", msg("app.column-not-applicable"), 0},
               {"coverage", msg("app.column-coverage"), 2}},
              {}};
  for (const StandardSummary& each : view.standards) {
    std::string sets;
    for (const std::size_t set : each.sets)
      sets += (sets.empty() ? "" : " ") + assessment.sets[set].id.value;
    table.rows.push_back({each.standard.standard, each.standard.edition, sets, whole(each.clauses),
                          whole(each.criteria), whole(each.met), whole(each.not_met), whole(each.open),
                          whole(each.not_applicable), each.coverage()});
  }
  return table;
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "app/sampling.hpp"

#include <algorithm>
#include <map>

#include "app/wording.hpp"

namespace orienta {
namespace {

using LastIndexes = std::map<UnitId, double>;

void keep_lowest(const OpenAssessment& before, const SetScore& score, LastIndexes& lowest) {
  for (const UnitResult& unit : score.result.units)
    for (const NodeResult& node : unit.nodes) {
      if (node.node != 0 || !node.index) continue;
      const auto [entry, is_new] = lowest.emplace(before.organisation.units()[unit.unit].id, *node.index);
      if (!is_new) entry->second = std::min(entry->second, *node.index);
      break;  // its own result stands before the rolled one
    }
}

/// The results of the assessment before this one; empty when there was none.
Result<LastIndexes> last_indexes(const Project& project, const OpenAssessment& assessment,
                                 PluginHost& plugins, Problems& remarks) {
  const auto all = project.assessments();
  if (!all) return failure(all.error());
  const auto now = std::ranges::find(*all, assessment.record.id, &Assessment::id);
  if (now == all->begin() || now == all->end()) return LastIndexes{};
  const auto before = open_assessment(project, (now - 1)->id.value);
  if (!before) return failure(before.error());
  const auto scores = score_sets(project, *before, plugins, {}, ORIENTA_WANT_SUMMARY);
  if (!scores) return failure(scores.error());
  LastIndexes lowest;
  for (const SetScore& score : *scores) {
    keep_lowest(*before, score, lowest);
    if (score.failed) remarks.append(score.failed->problems);
  }
  return lowest;
}

std::vector<SampleProposal::Line> candidates(const OpenAssessment& assessment, UnitKind kind,
                                             const LastIndexes& last) {
  const auto& units = assessment.organisation.units();
  const bool by_population = std::ranges::all_of(
      units, [&](const Unit& unit) { return unit.kind != kind || unit.population.has_value(); });
  std::vector<SampleProposal::Line> lines;
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (units[i].kind != kind) continue;
    Candidate candidate{units[i].id, units[i].weight, {}};
    if (by_population) candidate.size = static_cast<double>(*units[i].population);
    if (const auto index = last.find(units[i].id); index != last.end()) candidate.last_index = index->second;
    lines.push_back({i, std::move(candidate), {}});
  }
  return lines;
}

Coded words_of(Choice choice) {
  switch (choice) {
    case Choice::kOut:
      return {"out", msg("app.choice-out")};
    case Choice::kRandom:
      return {"random", msg("app.choice-random")};
    case Choice::kLowest:
      return {"lowest_last_time", msg("app.choice-lowest")};
    case Choice::kNotAssessed:
      return {"not_assessed_last_time", msg("app.choice-not-assessed")};
    case Choice::kLargest:
      break;
  }
  return {"largest", msg("app.choice-largest")};
}

/// By unit of the organisation: in scope or not, once the proposal holds.
std::vector<bool> scope_after(const Organisation& organisation, const SampleProposal& proposal) {
  const auto& units = organisation.units();
  std::vector<bool> in(units.size());
  for (std::uint32_t i = 0; i < units.size(); ++i)
    in[i] = units[i].in_scope;
  std::vector<bool> below(units.size());
  for (const SampleProposal::Line& line : proposal.lines) {
    in[line.unit] = line.chosen.choice != Choice::kOut;
    below[line.unit] = true;
  }
  // Parents come before their children.
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    const auto parent = organisation.parent(i);
    if (!parent || !below[*parent]) continue;
    if (units[i].kind != proposal.sample.kind) in[i] = in[*parent];
    below[i] = true;
  }
  return in;
}

}  // namespace

Result<SampleProposal> propose_sample(const Project& project, const OpenAssessment& assessment,
                                      PluginHost& plugins, const SampleOrder& order) {
  SampleProposal out;
  const auto last = last_indexes(project, assessment, plugins, out.remarks);
  if (!last) return failure(last.error());
  out.lines = candidates(assessment, order.kind, *last);
  if (out.lines.empty())
    return failure(ErrorKind::kNotFound,
                   msg("app.sample-nobody", {{"kind", std::string(name_of(order.kind))}}));
  std::vector<Candidate> from;
  for (const SampleProposal::Line& line : out.lines)
    from.push_back(line.candidate);
  const std::vector<Chosen> chosen = choose_units(from, order.plan);

  out.sample = {order.kind, order.plan.rule, order.plan.share, order.plan.random, order.plan.seed, 0, {}, {}};
  out.sample.frame = out.lines.size();
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    out.lines[i].chosen = chosen[i];
    if (chosen[i].choice == Choice::kOut) continue;
    (chosen[i].choice == Choice::kRandom ? out.sample.drawn : out.sample.judged).push_back(from[i].id);
  }
  return out;
}

Status apply_sample(Project& project, const OpenAssessment& assessment, const SampleProposal& proposal) {
  if (Status open = must_be_open(assessment.record); !open) return open;
  const std::vector<bool> in = scope_after(assessment.organisation, proposal);
  Assessment changed = assessment.record;
  changed.sample = proposal.sample;
  for (Unit& unit : changed.units)
    if (const auto index = assessment.organisation.find(unit.id)) unit.in_scope = in[*index];
  const std::size_t n = proposal.sample.drawn.size() + proposal.sample.judged.size();
  auto change = project.begin(msg("store.action-sample", {{"n", n}}));
  if (!change) return failure(std::move(change.error()));
  if (Status put = change->put_assessment(changed); !put) return put;
  if (Status fresh = refresh_sheets(project, assessment, *change); !fresh) return fresh;
  const auto done = change->commit();
  return done ? Status() : failure(done.error());
}

Table sample_table(const OpenAssessment& assessment, const SampleProposal& proposal) {
  Table table{"sample",
              {{"unit", msg("app.column-unit")},
               {"name", msg("app.column-name")},
               {"scope", msg("app.column-scope")},
               {"why", msg("app.column-why")},
               {"draw", msg("app.column-draw"), 4},
               {"size", msg("app.column-size"), 0},
               {"last_index", msg("app.column-last-index"), 1}},
              {}};
  for (const SampleProposal::Line& line : proposal.lines) {
    const Unit& unit = assessment.organisation.units()[line.unit];
    const bool in = line.chosen.choice != Choice::kOut;
    table.rows.push_back({unit.id.value, unit.name,
                          in ? Coded{"in", msg("app.scope-in")} : Coded{"out", msg("app.scope-out")},
                          words_of(line.chosen.choice), line.chosen.draw, line.candidate.size,
                          cell_of(line.candidate.last_index)});
  }
  return table;
}

}  // namespace orienta

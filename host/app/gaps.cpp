// SPDX-License-Identifier: MIT
#include "app/gaps.hpp"

#include <algorithm>

#include "app/wording.hpp"

namespace orienta {
namespace {

/// Above this many units, what keeps each from its next level is looked at only when one is named.
constexpr std::size_t kMostUnits = 100;

Result<SetGaps> gaps_of_set(const AssessInput& input, const PluginHost::Ready& ready, std::size_t set,
                            std::uint32_t unit, std::size_t most, const std::string& role) {
  SetGaps gaps;
  gaps.set = set;
  gaps.package = ready.package;
  auto standing = look_at(input, *ready.runner, ready.set, unit, role);
  if (!standing) return failure(std::move(standing.error()));
  auto report = find_gaps(*standing, *ready.runner, ready.set, most);
  if (!report) return failure(std::move(report.error()));
  gaps.report = std::move(*report);
  if (standing->kept.size() > kMostUnits) return gaps;
  for (std::size_t place = 0; place < standing->kept.size(); ++place) {
    auto next = next_level(standing->kept, place, *ready.runner, ready.set);
    if (!next) return failure(std::move(next.error()));
    gaps.next.push_back(std::move(*next));
  }
  return gaps;
}

Status find_role(const OpenAssessment& assessment, const std::string& role) {
  std::vector<std::string> known;
  for (const Unit& unit : assessment.organisation.units()) {
    if (role.empty() || unit.role == role) return {};
    if (!unit.role.empty() && std::ranges::find(known, unit.role) == known.end()) known.push_back(unit.role);
  }
  return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-role"), role, known));
}

Coded kind_of(const Gap& gap) {
  if (gap.kind == ORIENTA_TARGET_LEVEL) return {"level", msg("app.target-level")};
  if (gap.kind == ORIENTA_TARGET_VALUE) return {"value", msg("app.target-value")};
  return {"index", msg("app.target-index")};
}

}  // namespace

Message words_of(Quadrant quadrant) {
  switch (quadrant) {
    case Quadrant::kConcentrate:
      return msg("app.quadrant-concentrate");
    case Quadrant::kKeepUp:
      return msg("app.quadrant-keep-up");
    case Quadrant::kLowPriority:
      return msg("app.quadrant-low-priority");
    case Quadrant::kPossibleOverkill:
      break;
  }
  return msg("app.quadrant-overkill");
}

namespace {

TableCell yes_no(bool yes) {
  return yes ? Coded{"yes", msg("app.yes")} : Coded{"no", msg("app.no")};
}

std::vector<TableCell> row_of(const OpenAssessment& assessment, const SetGaps& gaps, const Gap& gap,
                              std::uint32_t unit) {
  const CriteriaSet& set = assessment.sets[gaps.set];
  const bool is_figure = gap.indicator != ORIENTA_NONE;
  return {assessment.organisation.units()[unit].id.value,
          set.id.value,
          is_figure ? set.indicators[gap.indicator].id : set.node_id(gap.node),
          kind_of(gap),
          gap.target,
          cell_of(gap.actual),
          gap.points,
          yes_no(gap.is_implied),
          yes_no(gap.mandatory_failed),
          gap.weight,
          static_cast<std::int64_t>(gap.below),
          static_cast<std::int64_t>(gap.of),
          gap.quadrant ? TableCell(Coded{std::string(name_of(*gap.quadrant)), words_of(*gap.quadrant)})
                       : TableCell(),
          gap.effect ? TableCell(gap.effect->index) : TableCell(),
          gap.effect ? cell_of(gap.effect->level) : TableCell(),
          gap.effect ? cell_of(gap.effect->share) : TableCell(),
          gaps.next.empty() || is_figure ? TableCell()
                                         : TableCell(static_cast<std::int64_t>(blocked_by(gaps, gap.node)))};
}

}  // namespace

Result<std::vector<SetGaps>> gaps_of(const Project& project, const OpenAssessment& assessment,
                                     PluginHost& plugins, const Selection& selection, std::size_t most,
                                     const std::string& role) {
  if (Status known = find_role(assessment, role); !known) return failure(std::move(known.error()));
  const auto unit =
      selection.unit.empty() ? Result<std::uint32_t>(0u) : assessment.unit_index(selection.unit);
  if (!unit) return failure(unit.error());
  if (!selection.set.empty())
    if (const auto known = assessment.set_index(selection.set); !known) return failure(known.error());
  std::vector<SetGaps> all;
  for (std::size_t i = 0; i < assessment.sets.size(); ++i) {
    if (!selection.set.empty() && assessment.sets[i].id.value != selection.set) continue;
    const AssessInput input = input_for(project, assessment, i);
    const auto ready = plugins.ready(assessment.sets[i]);
    auto gaps =
        ready ? gaps_of_set(input, *ready, i, *unit, most, role) : Result<SetGaps>(failure(ready.error()));
    if (!gaps && gaps.error().kind != ErrorKind::kPlugin && ready) return failure(std::move(gaps.error()));
    if (gaps) {
      all.push_back(std::move(*gaps));
    } else {
      all.push_back({});
      all.back().set = i;
      all.back().failed = std::move(gaps.error());
    }
  }
  return all;
}

std::size_t blocked_by(const SetGaps& gaps, std::uint32_t node) {
  return static_cast<std::size_t>(std::ranges::count_if(gaps.next, [=](const NextLevel& next) {
    return std::ranges::find(next.blocking, node) != next.blocking.end();
  }));
}

std::span<const Gap> listed_gaps(const GapReport& report, std::size_t most) {
  const auto levels = static_cast<std::size_t>(
      std::ranges::count(report.gaps, std::uint32_t{ORIENTA_TARGET_LEVEL}, &Gap::kind));
  return std::span(report.gaps).first(std::min(report.gaps.size(), levels + most));
}

Table gaps_table(const OpenAssessment& assessment, const std::vector<SetGaps>& gaps, std::uint32_t unit,
                 std::size_t most) {
  Table table{"gaps",
              {{"unit", msg("app.column-unit")},
               {"set", msg("app.column-set")},
               {"node", msg("app.column-node")},
               {"target_kind", msg("app.column-target-kind")},
               {"target", msg("app.column-target"), 1},
               {"actual", msg("app.column-actual"), 1},
               {"gap", msg("app.column-gap"), 1},
               {"implied", msg("app.column-implied"), 0, false},
               {"mandatory_failed", msg("app.column-mandatory-failed")},
               {"weight", msg("app.column-weight"), 3},
               {"below", msg("app.column-below"), 0},
               {"of_units", msg("app.column-of-units"), 0},
               {"quadrant", msg("app.column-quadrant")},
               {"effect", msg("app.column-effect"), 2},
               {"level_after", msg("app.column-level-after"), 0},
               {"share_after", msg("app.column-share-after"), 2},
               {"blocks", msg("app.column-blocks"), 0}},
              {}};
  for (const SetGaps& each : gaps)
    for (const Gap& gap : listed_gaps(each.report, most))
      table.rows.push_back(row_of(assessment, each, gap, unit));
  return table;
}

}  // namespace orienta

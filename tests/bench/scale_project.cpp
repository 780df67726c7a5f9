// SPDX-License-Identifier: MIT
#include "scale_project.hpp"

#include <fmt/format.h>

#include "answers/tally.hpp"
#include "checked.hpp"
#include "criteria/reader.hpp"
#include "generate_set.hpp"
#include "store/project.hpp"

namespace orienta::bench {
namespace {

constexpr std::uint32_t kBranches = 100;
constexpr std::uint32_t kPerBranch = 100;

std::vector<Unit> units() {
  std::vector<Unit> all(1);
  all.front().id = UnitId("whole");
  for (std::uint32_t branch = 0; branch < kBranches; ++branch) {
    Unit& above = all.emplace_back();
    above.id = UnitId(fmt::format("b{:02}", branch));
    above.parent = UnitId("whole");
    above.kind = UnitKind::kBranch;
    const UnitId parent = above.id;
    for (std::uint32_t i = 0; i < kPerBranch; ++i) {
      Unit& unit = all.emplace_back();
      unit.id = UnitId(fmt::format("u{:02}{:02}", branch, i));
      unit.parent = parent;
      unit.kind = UnitKind::kDepartment;
    }
  }
  return all;
}

/// Numbers that look as if drawn, the same on every machine.
std::uint32_t mixed(std::uint32_t unit, std::uint32_t slot, std::uint32_t point) {
  std::uint32_t z = unit * 2654435761u ^ slot * 2246822519u ^ point * 3266489917u;
  z = (z ^ (z >> 15)) * 2246822519u;
  return z ^ (z >> 13);
}

TallySheet sheet_of(std::uint32_t unit, ScaleKind kind, const std::shared_ptr<const TallyLayout>& layout) {
  TallySheet sheet(layout);
  const Source source = kind == ScaleKind::kSurvey ? Source::kClient : Source::kSelf;
  for (std::uint32_t slot = 0; slot < layout->slots.size(); ++slot) {
    const bool with_few = unit % 10 == 0;
    if (with_few && slot % 50 == 0) continue;
    Cell& cell = sheet.cell({slot, 0, source});
    if (kind == ScaleKind::kAnswers) {
      cell.points[mixed(unit, slot, 0) % 5] = 1;
      continue;
    }
    for (std::uint32_t point = 0; point < 5; ++point)
      cell.points[point] = mixed(unit, slot, point) % (with_few ? 2 : 12);
  }
  return sheet;
}

void fill(Change& change, const Assessment& assessment, const CriteriaSet& set, ScaleKind kind) {
  const auto layout = layout_of(set);
  Wave wave;
  wave.id = "wave";
  wave.set = set.id;
  wave.period = assessment.period;
  wave.layout = hash_of(layout->bytes());
  if (kind == ScaleKind::kSurvey) checked(change.put_wave(assessment.id, wave, *layout));
  for (std::uint32_t i = 0; i < assessment.units.size(); ++i) {
    const Unit& unit = assessment.units[i];
    if (unit.kind != UnitKind::kDepartment) continue;
    const TallySheet sheet = sheet_of(i, kind, layout);
    if (kind == ScaleKind::kSurvey)
      checked(change.put_wave_sheet(assessment.id, wave.id, unit.id, sheet));
    else
      checked(change.put_sheet({assessment.id, unit.id, set.id}, sheet));
  }
}

}  // namespace

void make_scale_project(const std::filesystem::path& file, ScaleKind kind) {
  if (Project::open(file, Project::Access::kRead)) return;
  std::filesystem::remove(file);
  std::filesystem::create_directories(file.parent_path());
  std::vector<CriteriaSet> sets;
  for (const std::string_view plugin :
       {"feedback-systems", "service-levels", "process-standards", "staff-competencies"}) {
    if (!sets.empty() && kind != ScaleKind::kFourSets) break;
    SetShape shape;
    shape.plugin = plugin;
    shape.id = plugin;
    shape.pooled = kind == ScaleKind::kSurvey;
    shape.source = shape.pooled ? "client" : "self";
    sets.push_back(checked(read_set(generate_set(shape), "generated")).set);
  }

  Assessment assessment;
  assessment.id = AssessmentId("2026");
  assessment.period = *parse_period("2026");
  assessment.as_of = assessment.period.from;
  for (const CriteriaSet& set : sets)
    assessment.sets.push_back({set.id, set.version, set.hash, {}});
  assessment.units = units();

  std::filesystem::path building = file;
  building += ".building";
  std::filesystem::remove(building);
  Project project = checked(Project::create(building, {"Ten thousand units", 5, ""}));
  Change change =
      checked(project.begin(msg("store.action-new-project", {{"organisation", "Ten thousand units"}})));
  for (const CriteriaSet& set : sets)
    checked(change.put_set(set.hash, set.text));
  checked(change.put_assessment(assessment));
  for (const CriteriaSet& set : sets)
    fill(change, assessment, set, kind);
  checked(change.commit());
  checked(project.close());
  std::filesystem::rename(building, file);
}

}  // namespace orienta::bench

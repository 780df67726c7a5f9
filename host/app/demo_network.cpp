// SPDX-License-Identifier: MIT
#include "app/demo_network.hpp"

#include <algorithm>

#include "app/demo_files.hpp"
#include "app/evidence.hpp"
#include "app/importing.hpp"
#include "app/setup.hpp"
#include "app/targets.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

constexpr const char* kName = "Sample agency network (invented)";
constexpr const char* kNote =
    "All of it is invented for trying the program out: no such network, people, answers or figures exist.";

/// A folder for the files that are imported, gone with this object.
class Handover {
 public:
  explicit Handover(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::error_code ignored;
    std::filesystem::create_directories(folder_, ignored);
  }
  ~Handover() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Handover(const Handover&) = delete;
  Handover& operator=(const Handover&) = delete;

  Result<std::filesystem::path> put(const demo::File& file) const {
    const std::filesystem::path path = folder_ / file.name;
    if (Status written = os::write_file(path, file.text); !written)
      return failure(std::move(written.error()));
    return path;
  }

 private:
  std::filesystem::path folder_;
};

demo::Sets sets_of(const OpenAssessment& assessment) {
  const auto find = [&](std::string_view id) {
    return &*std::ranges::find(assessment.sets, SetId(id), &CriteriaSet::id);
  };
  return {find("levels-of-service"), find("front-staff"), find("service-standards"),
          find("client-satisfaction")};
}

Status import(Project& project, const Handover& handover, const demo::File& file) {
  const auto path = handover.put(file);
  if (!path) return failure(path.error());
  const auto assessment = open_assessment(project, "");
  if (!assessment) return failure(assessment.error());
  ImportOrder order;
  order.data = *path;
  order.set = file.set;
  const auto report = import_data(project, *assessment, order);
  return report ? Status() : failure(report.error());
}

Status fill_half(Project& project, const Handover& handover, demo::Half half) {
  const auto assessment = open_assessment(project, "");
  if (!assessment) return failure(assessment.error());
  const demo::Sets sets = sets_of(*assessment);
  const auto evidence = handover.put(demo::evidence_file(sets, half));
  if (!evidence) return failure(evidence.error());
  if (auto done = import_evidence(project, *evidence, "", false); !done)
    return failure(std::move(done.error()));
  for (const auto file : {demo::practice_file, demo::people_file, demo::measures_file,
                          demo::branch_clients_file, demo::staff_clients_file})
    if (Status done = import(project, handover, file(sets, half)); !done) return done;
  return {};
}

Status set_targets(Project& project, const Handover& handover) {
  const auto assessment = open_assessment(project, "");
  if (!assessment) return failure(assessment.error());
  const auto file = handover.put(demo::targets_file());
  if (!file) return failure(file.error());
  const auto done = import_targets(project, *assessment, *file, "", false);
  return done ? Status() : failure(done.error());
}

/// What was found at the airport was mended between the halves.
Status close_finding(Project& project, const AssessmentId& assessment) {
  const auto findings = project.findings(assessment);
  if (!findings) return failure(findings.error());
  const auto mended = std::ranges::find(*findings, UnitId("airport"), &Finding::unit);
  if (mended == findings->end()) return {};
  Finding closed = *mended;
  closed.open = false;
  auto change = project.begin(
      msg("store.action-finding-close", {{"unit", closed.unit.value}, {"node", closed.node.value}}));
  if (!change) return failure(std::move(change.error()));
  if (Status put = change->put_finding(assessment, closed); !put) return put;
  const auto opened = open_assessment(project, assessment.value);
  if (!opened) return failure(opened.error());
  if (Status fresh = refresh_sheets(project, *opened, *change); !fresh) return fresh;
  const auto done = change->commit();
  return done ? Status() : failure(done.error());
}

NewProject network() {
  NewProject wanted;
  wanted.organisation = kName;
  wanted.note = kNote;
  wanted.units = demo::units();
  wanted.sets = {"levels-of-service", "front-staff", "service-standards", "client-satisfaction"};
  wanted.period = parse_period("2026-H1");
  wanted.as_of = parse_date("2026-06-30");
  return wanted;
}

}  // namespace

Status make_network_demo(const std::filesystem::path& file, const Places& places) {
  if (const auto made = make_project(file, network(), places); !made) return failure(made.error());
  auto project = Project::open(file, Project::Access::kWrite);
  if (!project) return failure(std::move(project.error()));
  std::filesystem::path folder = file;
  const Handover handover(folder += ".files");

  if (Status done = set_targets(*project, handover); !done) return done;
  if (Status done = fill_half(*project, handover, demo::Half::kFirst); !done) return done;
  PluginHost plugins(places);
  if (const auto closed = close_assessment(*project, plugins, ""); !closed) return failure(closed.error());

  NewAssessment next;
  next.period = parse_period("2026-H2");
  next.as_of = parse_date("2026-10-31");
  next.carry_over = true;
  const auto second = make_assessment(*project, next);
  if (!second) return failure(second.error());
  if (Status done = close_finding(*project, second->id); !done) return done;
  if (Status done = fill_half(*project, handover, demo::Half::kSecond); !done) return done;
  return project->close();
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
// A project file from outside: any bytes give an error or values, never a crash.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "store/project.hpp"

using namespace orienta;

namespace {

std::filesystem::path written(const unsigned char* bytes, std::size_t size) {
  const auto file = std::filesystem::temp_directory_path() / "orienta-fuzz.orienta";
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream.write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
  return file;
}

void read_assessment(const Project& project, const AssessmentId& assessment) {
  TallyLayout layout;
  layout.slots.push_back({"q0", {"no", "yes"}, 0});
  (void)project.answers(assessment);
  (void)project.measures(assessment);
  (void)project.waves(assessment);
  (void)project.findings(assessment);
  (void)project.each_sheet(assessment, SetId("client-satisfaction"),
                           std::make_shared<const TallyLayout>(layout),
                           [](const UnitId&, TallySheet&, bool) -> Status { return {}; });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const auto project = Project::open(written(bytes, size), Project::Access::kRead);
  if (!project) return 0;
  (void)project->info();
  (void)project->log();
  (void)project->evidence();
  (void)project->persons();
  (void)project->verify_log();
  if (const auto assessments = project->assessments())
    for (const Assessment& assessment : *assessments)
      read_assessment(*project, assessment.id);
  return 0;
}

// SPDX-License-Identifier: MIT
#include "app/demo.hpp"

#include "app/importing.hpp"
#include "app/setup.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

struct Recipe {
  const char* file;
  const char* set;
  const char* organisation;
  const char* source;  ///< printed with every result
  const char* period;
  const char* data;  ///< in the set's samples, with units.csv beside it
  const char* mapping;
};

constexpr Recipe kRecipes[] = {
    {"housing.orienta", "client-satisfaction", "Rented housing in Copenhagen",
     "1,681 residents of rented housing in Copenhagen (Madsen 1976, Scand. J. Statist. 3, "
     "97-106).",
     "1972", "housing.csv", "housing.map.yaml"},
    {"departments.orienta", "department-climate", "A large financial organisation",
     "30 departments, per cent of favourable answers of about 35 employees each (Chatterjee & "
     "Price 1977).",
     "1973", "attitude.csv", "attitude.map.yaml"},
};

Result<std::filesystem::path> samples_of(const Places& places, const std::string& set) {
  for (const FoundSet& found : find_sets(places.criteria))
    if (found.id.value == set) return found.file.parent_path() / "samples";
  return failure(ErrorKind::kNotFound, msg("app.demo-set-missing", {{"set", set}}));
}

Status fill(const Recipe& recipe, const std::filesystem::path& file, const std::filesystem::path& samples) {
  auto project = Project::open(file, Project::Access::kWrite);
  if (!project) return failure(std::move(project.error()));
  const auto assessment = open_assessment(*project, "");
  if (!assessment) return failure(assessment.error());
  ImportOrder order;
  order.data = samples / recipe.data;
  order.mapping = samples / recipe.mapping;
  const auto report = import_data(*project, *assessment, order);
  if (!report) return failure(report.error());
  return project->close();
}

/// Builds beside the final name and renames when all is well: a demo is whole or not there.
Status make(const Recipe& recipe, const std::filesystem::path& file, const Places& places) {
  const auto samples = samples_of(places, recipe.set);
  if (!samples) return failure(samples.error());
  auto units = read_units(*samples / "units.csv");
  if (!units) return failure(std::move(units.error()));
  NewProject wanted;
  wanted.organisation = recipe.organisation;
  wanted.note = recipe.source;
  wanted.units = std::move(*units);
  wanted.sets = {recipe.set};
  wanted.period = parse_period(recipe.period);
  wanted.as_of = Date{wanted.period->to.days - 1};
  wanted.assessment = recipe.period;

  std::filesystem::path building = file;
  building += ".building";
  std::error_code ignored;
  std::filesystem::remove(building, ignored);
  const auto made = make_project(building, wanted, places);
  Status done = made ? fill(recipe, building, *samples) : failure(made.error());
  std::error_code code;
  if (done) std::filesystem::rename(building, file, code);
  if (code) done = failure(os::error_from_errno(code.value(), file));
  if (!done) std::filesystem::remove(building, ignored);
  return done;
}

}  // namespace

Result<std::vector<DemoProject>> make_demos(const std::filesystem::path& folder, const Places& places) {
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) return failure(os::error_from_errno(code.value(), folder));
  std::vector<DemoProject> demos;
  for (const Recipe& recipe : kRecipes) {
    DemoProject demo{folder / recipe.file, false};
    if (!std::filesystem::exists(demo.file)) {
      if (Status made = make(recipe, demo.file, places); !made) return failure(std::move(made.error()));
      demo.made = true;
    }
    demos.push_back(demo);
  }
  return demos;
}

}  // namespace orienta

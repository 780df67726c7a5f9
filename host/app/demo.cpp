// SPDX-License-Identifier: MIT
#include "app/demo.hpp"

#include <algorithm>
#include <array>

#include "app/demo_network.hpp"
#include "app/importing.hpp"
#include "app/setup.hpp"
#include "app/wording.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

struct Recipe {
  Demo demo;
  const char* file;
  // The rest is empty for what is not made from samples.
  const char* set;
  const char* organisation;
  const char* source;  ///< printed with every result
  const char* period;
  const char* units;  ///< in the set's samples, as are the two below
  const char* data;
  const char* mapping;
};

constexpr Recipe kRecipes[] = {
    {Demo::kHousing, "housing.orienta", "client-satisfaction", "Rented housing in Copenhagen",
     "1,681 residents of rented housing in Copenhagen (Madsen 1976, Scand. J. Statist. 3, "
     "97-106).",
     "1972", "units.csv", "housing.csv", "housing.map.yaml"},
    {Demo::kDepartments, "departments.orienta", "department-climate", "A large financial organisation",
     "30 departments, per cent of favourable answers of about 35 employees each (Chatterjee & "
     "Price 1977).",
     "1973", "units.csv", "attitude.csv", "attitude.map.yaml"},
    {Demo::kPublished, "published.orienta", "service-standards", "Etazhi real-estate network",
     "Buyers left unserved, per cent a month (V. Khusainov, Etazhi, presentation on integrating client "
     "service, marketing and sales). The source names neither the number of buyers nor a date; nothing else "
     "is known, and nothing was added.",
     "2026", "published-units.csv", "published.csv", ""},
    {Demo::kNetwork, "agency-sample.orienta", "", "", "", "", "", "", ""},
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
  if (*recipe.mapping != '\0') order.mapping = samples / recipe.mapping;
  const auto report = import_data(*project, *assessment, order);
  if (!report) return failure(report.error());
  return project->close();
}

Status make_from_samples(const Recipe& recipe, const std::filesystem::path& file, const Places& places) {
  const auto samples = samples_of(places, recipe.set);
  if (!samples) return failure(samples.error());
  auto units = read_units(*samples / recipe.units);
  if (!units) return failure(std::move(units.error()));
  NewProject wanted;
  wanted.organisation = recipe.organisation;
  wanted.note = recipe.source;
  wanted.units = std::move(*units);
  wanted.sets = {recipe.set};
  wanted.period = parse_period(recipe.period);
  wanted.as_of = Date{wanted.period->to.days - 1};
  wanted.assessment = recipe.period;
  const auto made = make_project(file, wanted, places);
  return made ? fill(recipe, file, *samples) : failure(made.error());
}

/// Builds beside the final name and renames when all is well: a demo is whole or not there.
Status make(const Recipe& recipe, const std::filesystem::path& file, const Places& places) {
  std::filesystem::path building = file;
  building += ".building";
  std::error_code ignored;
  std::filesystem::remove(building, ignored);
  Status done = recipe.demo == Demo::kNetwork ? make_network_demo(building, places)
                                              : make_from_samples(recipe, building, places);
  std::error_code code;
  if (done) std::filesystem::rename(building, file, code);
  if (code) done = failure(os::error_from_errno(code.value(), file));
  if (!done) std::filesystem::remove(building, ignored);
  return done;
}

}  // namespace

std::string_view name_of(Demo demo) {
  constexpr std::array<std::string_view, 4> kNames{"housing", "departments", "published", "agency-sample"};
  return kNames[static_cast<std::size_t>(demo)];
}

Result<std::vector<DemoProject>> make_demos(const std::filesystem::path& folder, const Places& places,
                                            const std::string& only) {
  std::vector<std::string> names;
  for (const Recipe& recipe : kRecipes)
    names.emplace_back(name_of(recipe.demo));
  if (!only.empty() && std::ranges::find(names, only) == names.end())
    return failure(ErrorKind::kUsage, unknown_id(msg("app.word-demo"), only, names));
  std::error_code code;
  std::filesystem::create_directories(folder, code);
  if (code) return failure(os::error_from_errno(code.value(), folder));
  std::vector<DemoProject> demos;
  for (const Recipe& recipe : kRecipes) {
    if (!only.empty() && only != name_of(recipe.demo)) continue;
    DemoProject demo{recipe.demo, folder / recipe.file, false};
    if (!std::filesystem::exists(demo.file)) {
      if (Status made = make(recipe, demo.file, places); !made) return failure(std::move(made.error()));
      demo.made = true;
    }
    demos.push_back(demo);
  }
  return demos;
}

}  // namespace orienta

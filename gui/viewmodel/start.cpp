// SPDX-License-Identifier: MIT
#include "viewmodel/start.hpp"

#include <algorithm>
#include <sstream>

#include "base/os.hpp"
#include "base/utf8.hpp"
#include "criteria/reader.hpp"

namespace orienta::gui {
namespace {

/// Small letters, digits and dashes; other alphabets stay as they are.
std::string id_from(const std::string& name) {
  std::string id;
  for (const char c : folded(name)) {
    const bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (is_plain)
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-')
    id.pop_back();
  return id;
}

std::string unused(std::string id, const std::vector<Unit>& units) {
  if (id.empty()) id = "unit";
  std::string tried = id;
  for (int number = 2; std::ranges::any_of(units, [&](const Unit& unit) { return unit.id.value == tried; });
       ++number)
    tried = id + "-" + std::to_string(number);
  return tried;
}

UnitKind kind_at(int depth, bool has_children) {
  if (depth == 0) return UnitKind::kOrganisation;
  if (depth == 1) return has_children ? UnitKind::kRegion : UnitKind::kBranch;
  if (depth == 2) return UnitKind::kBranch;
  return UnitKind::kDepartment;
}

}  // namespace

StartPage start_page(const Desk& desk) {
  StartPage page;
  page.title = "Orienta";
  page.what = desk.text(msg("viewmodel.what-it-is"));
  for (const std::filesystem::path& file : desk.settings().recent)
    page.recent.push_back({file, file.filename().string(), file.parent_path().string()});
  page.hints = {desk.text(msg("viewmodel.hint-sample")), desk.text(msg("viewmodel.hint-why")),
                desk.text(msg("viewmodel.hint-keys")), desk.text(msg("viewmodel.hint-offline"))};
  return page;
}

std::vector<SetChoice> set_choices(const Desk& desk) {
  std::vector<SetChoice> choices;
  for (const auto& read : read_sets(find_sets(), os::user_cache_folder())) {
    if (!read) continue;
    const CriteriaSet& set = read->set;
    choices.push_back(
        {set.id.value, set.title.in(desk.lang()),
         desk.text(msg("viewmodel.set-about", {{"n", set.indicators.size()}, {"minutes", set.minutes}}))});
  }
  return choices;
}

std::vector<Unit> units_of(const NewProjectForm& form) {
  std::vector<Unit> units;
  Unit top;
  top.id = UnitId(unused(id_from(form.organisation), units));
  top.name = form.organisation;
  top.kind = UnitKind::kOrganisation;
  units.push_back(top);

  struct Open {
    std::size_t indent;
    std::size_t unit;
    int depth;
  };
  std::vector<Open> above;
  std::vector<int> depths{0};
  std::vector<std::size_t> parents{0};
  std::istringstream lines(form.units);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t indent = line.find_first_not_of(" \t\r");
    if (indent == std::string::npos) continue;
    const std::string name = line.substr(indent, line.find_last_not_of(" \t\r") + 1 - indent);
    while (!above.empty() && above.back().indent >= indent)
      above.pop_back();
    const std::size_t parent = above.empty() ? 0 : above.back().unit;
    const int depth = above.empty() ? 1 : above.back().depth + 1;
    Unit unit;
    unit.id = UnitId(unused(id_from(name), units));
    unit.parent = units[parent].id;
    unit.name = name;
    above.push_back({indent, units.size(), depth});
    units.push_back(std::move(unit));
    depths.push_back(depth);
    parents.push_back(parent);
  }
  for (std::size_t i = 1; i < units.size(); ++i)
    units[i].kind = kind_at(depths[i], std::find(parents.begin() + 1, parents.end(), i) != parents.end());
  return units;
}

std::filesystem::path file_of(const NewProjectForm& form) {
  const std::string name = id_from(form.organisation);
  return std::filesystem::path(form.folder) / ((name.empty() ? "project" : name) + ".orienta");
}

std::string missing_in(const NewProjectForm& form, const Desk& desk) {
  if (id_from(form.organisation).empty()) return desk.text(msg("viewmodel.name-missing"));
  if (form.sets.empty()) return desk.text(msg("viewmodel.sets-missing"));
  if (!std::filesystem::is_directory(form.folder)) return desk.text(msg("viewmodel.folder-missing"));
  return "";
}

void make(Desk& desk, const NewProjectForm& form) {
  NewProject wanted;
  wanted.organisation = form.organisation;
  // The organisation alone is given what its sets score.
  if (auto units = units_of(form); units.size() > 1) wanted.units = std::move(units);
  wanted.sets = form.sets;
  desk.make(file_of(form), wanted);
}

}  // namespace orienta::gui

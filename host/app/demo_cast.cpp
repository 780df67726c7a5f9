// SPDX-License-Identifier: MIT
#include "app/demo_cast.hpp"

#include <algorithm>
#include <array>

#include "base/draws.hpp"

namespace orienta::demo {
namespace {

constexpr std::uint64_t kSeed = 2026;

constexpr Branch kBranches[] = {
    {"harbour", "Harbour", "north", 0.86, 0.09, 390, true, true, true},
    {"lakeside", "Lakeside", "north", 0.78, 0.04, 150, false, false, true},
    {"old-town", "Old Town", "north", 0.74, 0.06, 180, false, true, true},
    {"station", "Station", "north", 0.69, 0.10, 120, false, true, true},
    {"riverside", "Riverside", "centre", 1.04, 0.05, 420, true, true, true},
    {"market", "Market Square", "centre", 0.80, 0.08, 260, true, true, true},
    {"university", "University", "centre", 0.72, 0.03, 97, false, false, true},
    {"castle", "Castle Hill", "centre", 0.70, 0.05, 0, false, false, false},
    {"hillside", "Hillside", "south", 0.66, 0.05, 75, false, false, true},
    {"garden", "Garden City", "south", 0.76, 0.09, 110, true, true, true},
    {"mill", "Old Mill", "south", 0.44, 0.16, 60, true, true, true},
    {"airport", "Airport", "south", 0.40, 0.07, 4, true, true, true},
};

struct Region {
  const char* id;
  const char* name;
};
constexpr Region kRegions[] = {
    {"north", "Region North"}, {"centre", "Region Centre"}, {"south", "Region South"}};

/// The five of a branch. The last one serves the phone in every second branch.
constexpr std::array kTeam{"team-leader", "senior-agent", "agent", "agent", "office-administrator"};
constexpr const char* kOperator = "contact-centre-operator";

constexpr std::array kFirstNames{"Ada",   "Boris", "Celina", "Daniel", "Ewa",   "Felix",   "Galina", "Hugo",
                                 "Irena", "Jan",   "Klara",  "Leon",   "Marta", "Nikolai", "Olga"};
constexpr std::array kLastNames{"Arden", "Belinski", "Corvin", "Dolny", "Elster", "Falkova", "Grau"};

std::string name_of_person(std::size_t number) {
  return std::string(kFirstNames[number % kFirstNames.size()]) + ' ' +
         kLastNames[number % kLastNames.size()] + " (invented)";
}

/// Whole regions ask about those who lead. Elsewhere colleagues are asked in two branches only, and there are
/// too few of them to be shown.
unsigned colleagues_of(const Branch& branch, std::string_view role) {
  if (role == "team-leader") return 6;
  if (role == "senior-agent") return 5;
  return std::string_view(branch.id) == "garden" || std::string_view(branch.id) == "station" ? 3 : 0;
}

Person person(const Branch& branch, std::size_t in_branch, std::size_t number) {
  Person out;
  out.role = in_branch + 1 == kTeam.size() && number % 2 == 1 ? kOperator : kTeam[in_branch];
  out.id = std::string(branch.id) + "-" + std::to_string(in_branch + 1);
  out.name = name_of_person(number);
  out.branch = &branch;
  out.strength = 0.42 + 0.45 * branch.strength + 0.24 * (chance("strength/" + out.id) - 0.5);
  const double view = chance("view/" + out.id);
  out.self_bias = view < 0.15 ? 0.3 : view > 0.9 ? -0.25 : 0.05;
  out.colleagues = colleagues_of(branch, out.role);
  const unsigned asked = 5 + static_cast<unsigned>(8 * chance("clients/" + out.id));
  out.clients = chance("few/" + out.id) < 0.12 ? 3 : asked;
  const bool is_agent = out.role == "agent" || out.role == "senior-agent";
  out.is_visited = is_agent && branch.is_looked_at_again;
  return out;
}

Unit unit(std::string_view id, std::string_view parent, std::string name, UnitKind kind) {
  Unit out;
  out.id = UnitId(id);
  out.parent = UnitId(parent);
  out.name = std::move(name);
  out.kind = kind;
  return out;
}

}  // namespace

std::span<const Branch> branches() {
  return kBranches;
}

std::vector<Person> people() {
  std::vector<Person> out;
  for (const Branch& branch : kBranches)
    for (std::size_t i = 0; i < kTeam.size(); ++i)
      out.push_back(person(branch, i, out.size()));
  return out;
}

std::vector<Unit> units() {
  std::vector<Unit> out{unit(kHeadOffice, "", "Sample agency network (invented)", UnitKind::kOrganisation)};
  for (const Region& region : kRegions)
    out.push_back(unit(region.id, kHeadOffice, std::string(region.name) + " (invented)", UnitKind::kRegion));
  for (const Branch& branch : kBranches) {
    out.push_back(
        unit(branch.id, branch.region, std::string(branch.name) + " (invented)", UnitKind::kBranch));
    out.back().in_scope = branch.is_in_scope;
  }
  for (const Person& each : people()) {
    out.push_back(unit(each.id, each.branch->id, each.name, UnitKind::kEmployee));
    out.back().role = each.role;
    out.back().in_scope = each.branch->is_in_scope;
  }
  return out;
}

double chance(std::string_view key) {
  return draw(kSeed, key);
}

}  // namespace orienta::demo

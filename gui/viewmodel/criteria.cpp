// SPDX-License-Identifier: MIT
#include "viewmodel/criteria.hpp"

#include <algorithm>

#include "app/wording.hpp"
#include "viewmodel/set_outline.hpp"
#include "viewmodel/sets_found.hpp"

namespace orienta::gui {
namespace {

/// A set to show: of the assessment, or from the disk.
struct Shown {
  SetItem item;
  const CriteriaSet* set = nullptr;
  const Problems* remarks = nullptr;  ///< null: lint has not been asked
};

std::string title_of_set(const CriteriaSet& set, Lang lang) {
  return set.title.empty() ? set.id.value : set.title.in(lang);
}

std::vector<Shown> used_sets(const Desk& desk, const std::vector<SetOnDisk>* found) {
  std::vector<Shown> all;
  for (const CriteriaSet& set : desk.study()->assessment->sets) {
    std::string note = desk.text(msg("viewmodel.criteria-in-use", {{"version", set.version}}));
    if (found != nullptr)
      for (const SetOnDisk& other : *found)
        if (other.set && other.set->id == set.id && other.set->hash != hash_of(set.text))
          note = desk.text(msg("viewmodel.criteria-other-version",
                               {{"version", set.version}, {"other", other.set->version}}));
    all.push_back({{set.id.value, title_of_set(set, desk.lang()), note, false}, &set, nullptr});
  }
  return all;
}

void add_found(const Desk& desk, const std::vector<SetOnDisk>& found, std::vector<Shown>& all) {
  for (const SetOnDisk& other : found) {
    const std::string id = other.set ? other.set->id.value : other.found.id.value;
    if (std::ranges::any_of(all, [&](const Shown& each) { return each.item.id == id; })) continue;
    if (other.set)
      all.push_back({{id, title_of_set(*other.set, desk.lang()),
                      desk.text(msg("viewmodel.criteria-found-in",
                                    {{"place", word(words_of_origin(other.found.origin))}})),
                      false},
                     other.set.get(),
                     &other.remarks});
    else
      all.push_back(
          {{id, id, desk.text(msg("viewmodel.criteria-unreadable")), true}, nullptr, &other.remarks});
  }
}

void fill(const CriteriaSet& set, const Desk& desk, CriteriaPage& page) {
  const Lang lang = desk.lang();
  page.title = title_of_set(set, lang);
  page.about =
      desk.text(msg("viewmodel.criteria-about",
                    {{"id", set.id.value}, {"version", set.version}, {"plugin", set.plugin.value}})) +
      " · " +
      desk.text(msg("viewmodel.org-set-size", {{"n", set.indicators.size()}, {"minutes", set.minutes}}));
  page.description = set.description.in(lang);
  for (const Level& level : set.levels)
    page.levels.push_back(std::to_string(level.level) + "  " + level.title.in(lang) +
                          (level.means.empty() ? "" : ": " + level.means.in(lang)));
  for (const Reference& reference : set.references)
    page.references.push_back(reference_text(reference, lang));
  add_outline(set, desk.words(), page);
}

}  // namespace

CriteriaPage criteria_page(Desk& desk, const std::string& wanted) {
  CriteriaPage page;
  const auto found = sets_found(desk);
  std::vector<Shown> all = used_sets(desk, found.value.get());
  if (found.value)
    add_found(desk, *found.value, all);
  else
    page.says = desk.text(msg("viewmodel.working"));
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].item.id == wanted) page.chosen = i;
    page.sets.push_back(all[i].item);
  }
  if (all.empty()) return page;
  const Shown& shown = all[page.chosen];
  page.title = shown.item.title;
  Problems linted;
  if (shown.set != nullptr) {
    fill(*shown.set, desk, page);
    if (shown.remarks == nullptr) linted = lint(*shown.set, shown.set->id.value);
  }
  const Problems& remarks = shown.remarks != nullptr ? *shown.remarks : linted;
  for (const Problem& remark : remarks.kept())
    page.remarks.push_back(desk.text(remark.message));
  return page;
}

}  // namespace orienta::gui

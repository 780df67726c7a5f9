// SPDX-License-Identifier: MIT
#include "viewmodel/frame.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "viewmodel/log_words.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

constexpr std::array kWeek{Page::kOverview, Page::kOrganisation, Page::kCollect,
                           Page::kAssess,   Page::kResults,      Page::kFeedback,
                           Page::kPlan,     Page::kCompare,      Page::kReport};
constexpr std::array kGear{Page::kCriteria, Page::kPlugins, Page::kStart};
/// Units that the palette lists one by one.
constexpr std::size_t kMostUnitCommands = 200;

std::string_view name_of(Page page) {
  constexpr std::array<std::string_view, 12> kNames{"start",   "overview", "organisation", "collect",
                                                    "assess",  "results",  "feedback",     "plan",
                                                    "compare", "report",   "criteria",     "plugins"};
  return kNames[static_cast<std::size_t>(page)];
}

RailItem item_of(const Desk& desk, Page page) {
  return {page, "rail." + std::string(name_of(page)), title_of(page, desk.words()), desk.page() == page};
}

void add_units(const Study& study, std::uint32_t chosen, FramePage& page) {
  for (const auto& [unit, depth] : tree_of(study.assessment->organisation)) {
    page.units.push_back(std::string(static_cast<std::size_t>(depth) * 3, ' ') +
                         gui::name_of(study.units()[unit]));
    page.unit_order.push_back(unit);
  }
  const auto found = std::ranges::find(page.unit_order, chosen);
  page.unit = static_cast<std::size_t>(found - page.unit_order.begin());
}

std::string assessment_text(const Assessment& assessment, const Catalogue& words) {
  const std::string period = period_text(assessment.period);
  return words.text(assessment.closed ? msg("viewmodel.assessment-closed", {{"period", period}})
                                      : msg("viewmodel.assessment-open", {{"period", period}}));
}

std::string completeness(const Study& study, const Desk& desk) {
  const NodeResult* result = study.scores->empty() ? nullptr : study.result(desk.set(), desk.unit(), 0);
  if (result == nullptr) return "";
  // Which of the shares on the page this is has to be said.
  return gui::name_of(study.units()[desk.unit()]) + " · " +
         title_of(study.assessment->sets[desk.set()], 0, desk.lang()) + ": " +
         desk.text(msg("viewmodel.answered", {{"share", result->completeness}}));
}

}  // namespace

std::string title_of(Page page, const Catalogue& words) {
  switch (page) {
    case Page::kStart:
      return words.text(msg("viewmodel.page-start"));
    case Page::kOverview:
      return words.text(msg("viewmodel.page-overview"));
    case Page::kOrganisation:
      return words.text(msg("viewmodel.page-organisation"));
    case Page::kCollect:
      return words.text(msg("viewmodel.page-collect"));
    case Page::kAssess:
      return words.text(msg("viewmodel.page-assess"));
    case Page::kResults:
      return words.text(msg("viewmodel.page-results"));
    case Page::kFeedback:
      return words.text(msg("viewmodel.page-feedback"));
    case Page::kPlan:
      return words.text(msg("viewmodel.page-plan"));
    case Page::kCompare:
      return words.text(msg("viewmodel.page-compare"));
    case Page::kReport:
      return words.text(msg("viewmodel.page-report"));
    case Page::kCriteria:
      return words.text(msg("viewmodel.page-criteria"));
    case Page::kPlugins:
      break;
  }
  return words.text(msg("viewmodel.page-plugins"));
}

FramePage frame_page(const Desk& desk) {
  const Study& study = *desk.study();
  FramePage page;
  for (const Page each : kWeek)
    page.rail.push_back(item_of(desk, each));
  for (const Page each : kGear)
    page.gear.push_back(item_of(desk, each));
  add_units(study, desk.unit(), page);
  for (std::size_t i = 0; i < study.all.size(); ++i) {
    page.assessments.push_back(assessment_text(study.all[i], desk.words()));
    if (study.all[i].id == study.assessment->record.id) page.assessment = i;
  }
  if (study.next.undo)
    page.undo_tip = desk.text(
        msg("viewmodel.undo-this", {{"action", desk.text(named(*study.next.undo, study, desk.lang()))}}));
  if (study.next.redo)
    page.redo_tip = desk.text(
        msg("viewmodel.redo-this", {{"action", desk.text(named(*study.next.redo, study, desk.lang()))}}));
  page.state = study.read_only ? desk.text(msg("viewmodel.read-only")) : completeness(study, desk);
  return page;
}

namespace {

/// What can be done without a project as well.
void add_everywhere(const Desk& desk, std::vector<Command>& list) {
  const auto say = [&](const Message& message) { return desk.text(message); };
  list.push_back({say(msg("viewmodel.explore")), "", [](Desk& to) { to.explore_sample(); },
                  say(msg("viewmodel.also-sample"))});
  list.push_back({say(msg("viewmodel.new-project")), "", [](Desk& to) { to.wish(Desk::Wish::kNewProject); },
                  say(msg("viewmodel.also-new"))});
  list.push_back({say(msg("viewmodel.open-file")), "", [](Desk& to) { to.wish(Desk::Wish::kOpenProject); },
                  say(msg("viewmodel.also-open"))});
  for (const auto& [lang, title] :
       {std::pair(Lang::kEn, "English"), std::pair(Lang::kRu, "Русский"), std::pair(Lang::kPl, "Polski")})
    list.push_back(
        {title, "", [lang = lang](Desk& to) { to.choose_lang(lang); }, say(msg("viewmodel.also-language"))});
  const std::string zoom = say(msg("viewmodel.also-zoom"));
  list.push_back({say(msg("viewmodel.larger")), "Ctrl +", [](Desk& to) { to.zoom_by(1); }, zoom});
  list.push_back({say(msg("viewmodel.smaller")), "Ctrl -", [](Desk& to) { to.zoom_by(-1); }, zoom});
  list.push_back({say(msg("viewmodel.usual-size")), "Ctrl 0", [](Desk& to) { to.zoom_by(0); }, zoom});
  const std::string theme = say(msg("viewmodel.also-theme"));
  list.push_back(
      {say(msg("viewmodel.light")), "", [](Desk& to) { to.choose_theme(charts::Theme::kLight); }, theme});
  list.push_back(
      {say(msg("viewmodel.dark")), "", [](Desk& to) { to.choose_theme(charts::Theme::kDark); }, theme});
}

}  // namespace

std::vector<Command> commands(const Desk& desk) {
  std::vector<Command> list;
  const auto say = [&](const Message& message) { return desk.text(message); };
  if (const Study* study = desk.study()) {
    for (const Page page : kWeek)
      list.push_back({say(msg("viewmodel.go-to", {{"page", title_of(page, desk.words())}})), "",
                      [page](Desk& to) { to.go(page); }});
    for (const Page page : kGear)
      list.push_back({say(msg("viewmodel.go-to", {{"page", title_of(page, desk.words())}})), "",
                      [page](Desk& to) { to.go(page); }});
    if (study->next.undo)
      list.push_back(
          {say(msg("viewmodel.undo-this", {{"action", say(named(*study->next.undo, *study, desk.lang()))}})),
           "Ctrl+Z", [](Desk& to) { to.undo(); }, say(msg("viewmodel.also-undo"))});
    if (study->next.redo)
      list.push_back(
          {say(msg("viewmodel.redo-this", {{"action", say(named(*study->next.redo, *study, desk.lang()))}})),
           "Ctrl+Y", [](Desk& to) { to.redo(); }, say(msg("viewmodel.also-redo"))});
    for (std::uint32_t unit = 0; unit < std::min(study->units().size(), kMostUnitCommands); ++unit)
      list.push_back({say(msg("viewmodel.look-at-unit", {{"unit", name_of(study->units()[unit])}})), "",
                      [unit](Desk& to) { to.choose_unit(unit); }});
    list.push_back({say(msg("viewmodel.import-file")), "", [](Desk& to) { to.wish(Desk::Wish::kImport); },
                    say(msg("viewmodel.also-import"))});
    list.push_back({say(msg("viewmodel.all-saved")), "", [](Desk& to) { to.say_all_saved(); },
                    say(msg("viewmodel.also-save"))});
    list.push_back({say(msg("viewmodel.close-project")), "", [](Desk& to) { to.close_project(); },
                    say(msg("viewmodel.also-close"))});
  }
  add_everywhere(desk, list);
  return list;
}

std::vector<Command> matching(const std::vector<Command>& commands, const std::string& typed) {
  const std::string wanted = folded(typed);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < wanted.size();) {
    const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
    if (end > at) words.push_back(wanted.substr(at, end - at));
    at = end + 1;
  }
  std::vector<Command> found;
  for (const Command& command : commands) {
    const std::string title = folded(command.title + " " + command.also);
    if (std::ranges::all_of(words,
                            [&](const std::string& word) { return title.find(word) != std::string::npos; }))
      found.push_back(command);
  }
  std::ranges::stable_partition(
      found, [&](const Command& command) { return folded(command.title).starts_with(wanted); });
  return found;
}

}  // namespace orienta::gui

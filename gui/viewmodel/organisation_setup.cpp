// SPDX-License-Identifier: MIT
#include "viewmodel/organisation_setup.hpp"

#include <algorithm>

#include "app/setup.hpp"
#include "base/os.hpp"
#include "viewmodel/phrases.hpp"
#include "viewmodel/sets_found.hpp"

namespace orienta::gui {
namespace {

std::string about(const CriteriaSet& set, const Catalogue& words) {
  std::string text =
      words.text(msg("viewmodel.org-set-version", {{"version", set.version}})) + " · " +
      words.text(msg("viewmodel.org-set-size", {{"n", set.indicators.size()}, {"minutes", set.minutes}}));
  return text;
}

/// Also as the window writes it: "2027 H1", "2027-03-01 … 2027-05-31".
std::optional<Period> period_from(std::string text) {
  if (const auto dots = text.find(" … "); dots != std::string::npos)
    text.replace(dots, std::string_view(" … ").size(), "..");
  if (text.find("..") == std::string::npos) std::ranges::replace(text, ' ', '-');
  return parse_period(text);
}

std::string carried_from(const Assessment& assessment, const Study& study) {
  const auto from = std::ranges::find(study.all, assessment.carried_from, &Assessment::id);
  return from == study.all.end() ? assessment.carried_from.value : period_text(from->period);
}

void add_others(Desk& desk, SetsCard& card) {
  const auto found = sets_found(desk);
  if (!found.value) {
    card.says = desk.text(msg("viewmodel.working"));
    return;
  }
  for (const SetOnDisk& each : *found.value) {
    if (!each.set || std::ranges::find(card.used, each.set->id.value, &SetsCard::Used::id) != card.used.end())
      continue;
    card.others.push_back(each.set->id.value);
    card.other_titles.push_back(each.set->title.in(desk.lang()) + " · " + each.set->id.value);
  }
  if (card.others.empty()) card.says = desk.text(msg("viewmodel.org-all-sets-used"));
}

}  // namespace

SetsCard sets_card(Desk& desk) {
  SetsCard card;
  for (const CriteriaSet& set : desk.study()->assessment->sets) {
    const std::string title = set.title.empty() ? set.id.value : set.title.in(desk.lang());
    card.used.push_back({set.id.value, title, about(set, desk.words()),
                         desk.text(msg("viewmodel.org-drop-set", {{"set", title}}))});
  }
  add_others(desk, card);
  return card;
}

void use_set(Desk& desk, const std::string& id) {
  desk.act(msg("viewmodel.saving"), msg("viewmodel.org-set-not-added"),
           [id](Office& office, const std::stop_token&) -> Result<Done> {
             auto remarks = add_set(office.project(), office.assessment().record, id, office.places());
             if (!remarks) return failure(std::move(remarks.error()));
             Done done{msg("viewmodel.org-set-added", {{"set", id}}), Done::Changed::kAll, {}};
             for (const Problem& remark : remarks->kept())
               if (remark.severity != Severity::kNote) done.remarks.push_back(remark.message);
             return done;
           });
}

void drop_set(Desk& desk, const std::string& id) {
  desk.act(msg("viewmodel.saving"), msg("viewmodel.org-set-not-removed"),
           [id](Office& office, const std::stop_token&) -> Result<Done> {
             if (Status done = remove_set(office.project(), office.assessment().record, id, true); !done)
               return failure(std::move(done.error()));
             return Done{{}, Done::Changed::kAll, {}};
           });
}

AssessmentsCard assessments_card(const Desk& desk) {
  const Study& study = *desk.study();
  AssessmentsCard card;
  card.grid.columns = {
      {desk.text(msg("viewmodel.org-period")), false, 1.6F, {}},
      {desk.text(msg("app.column-state")), false, 1, {}},
      {desk.text(msg("app.column-as-of")), false, 1.2F, desk.text(msg("viewmodel.org-as-of-tip"))},
      {desk.text(msg("app.column-carried-from")), false, 1.4F, {}}};
  for (const Assessment& each : study.all) {
    if (each.id == study.assessment->record.id) card.chosen = card.ids.size();
    card.ids.push_back(each.id.value);
    card.grid.rows.push_back(
        {"assessment." + each.id.value,
         {{period_text(each.period)},
          {desk.text(each.closed ? msg("viewmodel.org-state-closed") : msg("viewmodel.org-state-open")),
           each.closed ? charts::Ink::kMuted : charts::Ink::kText},
          {each.as_of.to_string()},
          {carried_from(each, study), charts::Ink::kMuted}},
         0});
  }
  if (!study.all.empty()) card.next_period = period_text(half_year_of(study.all.back().period.to));
  card.close_question = desk.text(
      msg("viewmodel.org-close-question", {{"period", period_text(study.assessment->record.period)}}));
  card.can_make = !study.read_only;
  card.can_close = study.is_open();
  return card;
}

std::string default_as_of(const std::string& period) {
  const auto read = period_from(period);
  if (!read) return "";
  return std::clamp(os::today(), read->from, Date{read->to.days - 1}).to_string();
}

void new_assessment(Desk& desk, const std::string& period, const std::string& as_of, bool carry_over) {
  NewAssessment wanted;
  wanted.period = period_from(period);
  if (!as_of.empty()) wanted.as_of = parse_date(as_of);
  if (!as_of.empty() && !wanted.as_of)
    return desk.report(msg("viewmodel.org-assessment-not-made"),
                       fail(ErrorKind::kInput, msg("viewmodel.org-bad-date", {{"text", as_of}})));
  wanted.carry_over = carry_over;
  if (!wanted.period)
    return desk.report(msg("viewmodel.org-assessment-not-made"),
                       fail(ErrorKind::kInput, msg("viewmodel.org-bad-period", {{"text", period}})));
  desk.act(msg("viewmodel.org-making-assessment"), msg("viewmodel.org-assessment-not-made"),
           [wanted](Office& office, const std::stop_token&) -> Result<Done> {
             auto made = make_assessment(office.project(), wanted);
             if (!made) return failure(std::move(made.error()));
             office.want(made->id.value);
             return Done{msg("viewmodel.org-assessment-made", {{"period", period_text(made->period)}}),
                         Done::Changed::kAll,
                         {}};
           });
}

void close_looked_at(Desk& desk) {
  desk.act(msg("viewmodel.org-closing"), msg("viewmodel.org-not-closed"),
           [](Office& office, const std::stop_token&) -> Result<Done> {
             auto closed =
                 close_assessment(office.project(), office.plugins(), office.assessment().record.id.value);
             if (!closed) return failure(std::move(closed.error()));
             office.want(closed->id.value);
             return Done{msg("viewmodel.org-is-closed", {{"period", period_text(closed->period)}}),
                         Done::Changed::kAll,
                         {}};
           });
}

}  // namespace orienta::gui

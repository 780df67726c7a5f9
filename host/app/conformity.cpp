// SPDX-License-Identifier: MIT
#include "app/conformity.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "app/mapped_nodes.hpp"
#include "app/wording.hpp"

namespace orienta {
namespace {

/// "10.2" after "9.1": by numbers where both have them.
std::vector<std::pair<int, std::string>> clause_order(const std::string& clause) {
  std::vector<std::pair<int, std::string>> parts;
  for (std::size_t at = 0; at <= clause.size() && !clause.empty();) {
    const std::size_t end = std::min(clause.find('.', at), clause.size());
    int number = 0;
    std::from_chars(clause.data() + at, clause.data() + end, number);
    parts.emplace_back(number, clause.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

/// The lowest first; what has no index comes first of all, as nobody knows how low it is.
double index_order(const std::optional<double>& index) {
  return index.value_or(-1);
}

void finish(ClauseView& view) {
  std::ranges::stable_sort(view.mapped, {}, [](const MappedNode& each) {
    return std::pair(each.conformity, index_order(each.index));
  });
  view.conformity = view.mapped.front().conformity;
  for (const MappedNode& each : view.mapped)
    if (each.index && (!view.index || *each.index < *view.index)) view.index = each.index;
}

struct AllClauses {
  std::vector<ClauseView> clauses;  ///< worst first
  Problems failures;
};

Result<AllClauses> all_clauses(const Project& project, const OpenAssessment& assessment, PluginHost& plugins,
                               const Selection& selection) {
  const auto unit =
      selection.unit.empty() ? Result<std::uint32_t>(0u) : assessment.unit_index(selection.unit);
  if (!unit) return failure(unit.error());
  const auto scores = score_sets(project, assessment, plugins, selection, ORIENTA_WANT_NODES);
  if (!scores) return failure(scores.error());
  std::map<std::tuple<std::string, std::string, std::string>, ClauseView> clauses;
  const auto add = [&](const std::string& maps_to, const MappedNode& node) {
    const StandardClause clause = clause_of(maps_to);
    ClauseView& view = clauses[{clause.standard, clause.edition, clause.clause}];
    view.clause = clause;
    view.mapped.push_back(node);
  };
  for (const SetScore& score : *scores) {
    const CriteriaSet& set = assessment.sets[score.set];
    const auto view = MappedNodes::look(project, assessment, score, *unit);
    if (!view) return failure(view.error());
    for (std::uint32_t i = 0; i < set.criteria.size(); ++i)
      for (const std::string& maps_to : set.criteria[i].maps_to)
        add(maps_to, view->node(i, std::nullopt));
    for (std::uint32_t i = 0; i < set.indicators.size(); ++i)
      for (const std::string& maps_to : set.indicators[i].maps_to)
        add(maps_to, view->node(set.indicators[i].criterion, i));
  }
  AllClauses out{{}, failures_of(*scores)};
  for (auto& [key, view] : clauses) {
    finish(view);
    out.clauses.push_back(std::move(view));
  }
  std::ranges::stable_sort(out.clauses, {}, [](const ClauseView& each) {
    return std::tuple(each.conformity, index_order(each.index), clause_order(each.clause.clause));
  });
  return out;
}

void count(StandardSummary& summary, const ClauseView& view) {
  ++summary.clauses;
  const std::array<std::size_t*, 4> counts{&summary.not_met, &summary.open, &summary.met,
                                           &summary.not_applicable};
  ++*counts[static_cast<std::size_t>(view.conformity)];
}

}  // namespace

std::string_view name_of(Conformity conformity) {
  constexpr std::array<std::string_view, 4> kNames{"not_met", "open", "met", "not_applicable"};
  return kNames[static_cast<std::size_t>(conformity)];
}

Message words_of(Conformity conformity) {
  switch (conformity) {
    case Conformity::kNotMet:
      return msg("app.conformity-not-met");
    case Conformity::kMet:
      return msg("app.conformity-met");
    case Conformity::kNotApplicable:
      return msg("app.conformity-not-applicable");
    default:
      return msg("app.conformity-open");
  }
}

Result<ConformityView> conformity_to(const Project& project, const OpenAssessment& assessment,
                                     PluginHost& plugins, std::string_view standard,
                                     const Selection& selection) {
  std::vector<std::string> known;
  const auto note = [&](const std::vector<std::string>& maps_to) {
    for (const std::string& each : maps_to)
      if (const std::string name = clause_of(each).standard; std::ranges::find(known, name) == known.end())
        known.push_back(name);
  };
  bool is_named = false;
  const auto look = [&](const std::vector<std::string>& maps_to) {
    note(maps_to);
    for (const std::string& each : maps_to)
      is_named = is_named || means_standard(standard, clause_of(each));
  };
  for (const CriteriaSet& set : assessment.sets) {
    for (const Criterion& criterion : set.criteria)
      look(criterion.maps_to);
    for (const Indicator& indicator : set.indicators)
      look(indicator.maps_to);
  }
  std::ranges::sort(known);
  if (!is_named)
    return failure(ErrorKind::kNotFound,
                   msg("app.unknown-standard", {{"standard", standard}, {"known", listed(known)}}));
  auto all = all_clauses(project, assessment, plugins, selection);
  if (!all) return failure(std::move(all.error()));
  ConformityView out{"", {}, std::move(all->failures)};
  for (ClauseView& view : all->clauses) {
    if (!means_standard(standard, view.clause)) continue;
    out.standard = view.clause.standard;
    out.clauses.push_back(std::move(view));
  }
  return out;
}

Result<StandardsView> standards_in(const Project& project, const OpenAssessment& assessment,
                                   PluginHost& plugins, const Selection& selection) {
  const auto all = all_clauses(project, assessment, plugins, selection);
  if (!all) return failure(all.error());
  struct Gathered {
    StandardSummary summary;
    std::set<std::size_t> sets;
    std::set<std::pair<std::size_t, std::uint32_t>> criteria;
  };
  std::map<std::pair<std::string, std::string>, Gathered> by_name;
  for (const ClauseView& view : all->clauses) {
    Gathered& at = by_name[{view.clause.standard, view.clause.edition}];
    at.summary.standard = {view.clause.standard, view.clause.edition, ""};
    count(at.summary, view);
    for (const MappedNode& each : view.mapped) {
      at.sets.insert(each.set);
      at.criteria.emplace(each.set, each.criterion);
    }
  }
  StandardsView out{{}, all->failures};
  for (auto& [name, at] : by_name) {
    at.summary.sets.assign(at.sets.begin(), at.sets.end());
    at.summary.criteria = at.criteria.size();
    out.standards.push_back(std::move(at.summary));
  }
  return out;
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "app/conformity.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "analysis/standing.hpp"
#include "app/wording.hpp"

namespace orienta {
namespace {

constexpr double kSlack = 1e-9;  ///< an index of 84.99999999999999 is 85

/// What one unit's result or reading says.
struct Verdict {
  Conformity conformity = Conformity::kOpen;
  std::optional<double> index;
  std::optional<double> low;
  std::optional<double> high;
};

Verdict judged(Verdict verdict, double needed) {
  if (!verdict.index) return verdict;
  if (verdict.low.value_or(*verdict.index) >= needed - kSlack)
    verdict.conformity = Conformity::kMet;
  else if (verdict.high.value_or(*verdict.index) < needed - kSlack)
    verdict.conformity = Conformity::kNotMet;
  return verdict;
}

Verdict verdict_of(const NodeResult& result, double needed) {
  const bool is_left_out = result.state == ResultState::kNotApplicable ||
                           result.state == ResultState::kOutOfScope ||
                           result.state == ResultState::kNotScored;
  if (is_left_out) return {Conformity::kNotApplicable, {}, {}, {}};
  return judged({Conformity::kOpen, result.index, result.index_low, result.index_high}, needed);
}

Verdict verdict_of(const orienta_reading_t& reading, double needed) {
  switch (reading.state) {
    case ORIENTA_STATE_VALUE:
      return judged({Conformity::kOpen, 100 * reading.value, {}, {}}, needed);
    case ORIENTA_STATE_NOT_APPLICABLE:
    case ORIENTA_STATE_NOT_ASKED:
    case ORIENTA_STATE_OUT_OF_SCOPE:
      return {Conformity::kNotApplicable, {}, {}, {}};
    default:
      return {};
  }
}

/// One set's part: its results, and the readings of mapped questions, for the unit and those below.
class SetView {
 public:
  SetView(const OpenAssessment& assessment, const SetScore& score, std::uint32_t unit)
      : assessment_(assessment), score_(score), set_(assessment.sets[score.set]), unit_(unit) {
    is_rolled_ = result_of(score.result, unit, 0, Basis::kRolled) != nullptr;
  }

  Status read_questions(const Project& project) {
    const bool any =
        std::ranges::any_of(set_.indicators, [](const Indicator& each) { return !each.maps_to.empty(); });
    if (!any || score_.failed) return {};
    AssessInput input = input_for(project, assessment_, score_.set);
    input.wanted.assign(assessment_.organisation.units().size(), false);
    for (const UnitResult& each : score_.result.units)
      input.wanted[each.unit] = true;
    return read_units_of(input, [&](std::uint32_t unit, const TallySheet&, std::span<const CellKey>,
                                    const Readings& readings) { readings_[unit] = readings.combined; });
  }

  MappedNode node(std::uint32_t criterion, std::optional<std::uint32_t> indicator) const {
    MappedNode out;
    out.set = score_.set;
    out.criterion = criterion;
    out.indicator = indicator;
    out.needed = needed(criterion, unit_);
    if (score_.failed) return out;
    if (is_rolled_)
      add_units(out);
    else
      put(out, of_unit(out, unit_));
    if (!indicator && is_rolled_)
      if (const NodeResult* const rolled =
              result_of(score_.result, unit_, set_.node_of_criterion(criterion), Basis::kRolled))
        std::tie(out.index, out.index_low, out.index_high) =
            std::tie(rolled->index, rolled->index_low, rolled->index_high);
    return out;
  }

 private:
  /// On the ladder a competency counts with observed / required, so that share of what the role requires is
  /// needed.
  double needed(std::uint32_t criterion, std::uint32_t unit) const {
    const double rung = 100 * set_.holds.rating;
    const std::string& role = assessment_.organisation.units()[unit].role;
    for (const Role& each : set_.roles) {
      const auto required = each.requires_index.find(set_.criteria[criterion].id);
      if (each.id == role && required != each.requires_index.end()) return rung * required->second / 100;
    }
    return rung;
  }

  Verdict of_unit(const MappedNode& node, std::uint32_t unit) const {
    const double least = needed(node.criterion, unit);
    if (node.indicator) {
      const auto readings = readings_.find(unit);
      return readings == readings_.end() ? Verdict{} : verdict_of(readings->second[*node.indicator], least);
    }
    const NodeResult* const result =
        result_of(score_.result, unit, set_.node_of_criterion(node.criterion), Basis::kOwn);
    return result == nullptr ? Verdict{} : verdict_of(*result, least);
  }

  static void put(MappedNode& out, const Verdict& verdict) {
    out.conformity = verdict.conformity;
    out.index = verdict.index;
    out.index_low = verdict.low;
    out.index_high = verdict.high;
  }

  /// Met when every unit to which it applies meets it; the index of a question is the mean of the units' own.
  void add_units(MappedNode& out) const {
    out.conformity = Conformity::kNotApplicable;
    out.of_units = 0;
    double sum = 0;
    double weights = 0;
    for (const UnitResult& each : score_.result.units) {
      const Unit& unit = assessment_.organisation.units()[each.unit];
      if (each.unit == unit_ || !set_.scored_at.has(unit.kind)) continue;
      const Verdict verdict = of_unit(out, each.unit);
      if (verdict.conformity == Conformity::kNotApplicable) continue;
      ++*out.of_units;
      if (verdict.conformity == Conformity::kMet) ++out.units_met;
      out.conformity = std::min(out.conformity, verdict.conformity);
      if (!verdict.index) continue;
      sum += unit.weight * *verdict.index;
      weights += unit.weight;
    }
    if (weights > 0) out.index = sum / weights;
  }

  const OpenAssessment& assessment_;
  const SetScore& score_;
  const CriteriaSet& set_;
  std::uint32_t unit_;
  bool is_rolled_ = false;
  std::map<std::uint32_t, std::vector<orienta_reading_t>> readings_;
};

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
    SetView view(assessment, score, *unit);
    if (Status read = view.read_questions(project); !read) return failure(std::move(read.error()));
    for (std::uint32_t i = 0; i < set.criteria.size(); ++i)
      for (const std::string& maps_to : set.criteria[i].maps_to)
        add(maps_to, view.node(i, std::nullopt));
    for (std::uint32_t i = 0; i < set.indicators.size(); ++i)
      for (const std::string& maps_to : set.indicators[i].maps_to)
        add(maps_to, view.node(set.indicators[i].criterion, i));
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

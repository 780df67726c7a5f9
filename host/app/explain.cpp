// SPDX-License-Identifier: MIT
#include "app/explain.hpp"

#include <algorithm>
#include <iterator>

#include "analysis/standing.hpp"
#include "answers/tallying.hpp"
#include "app/explain_records.hpp"
#include "app/explain_units.hpp"
#include "app/wording.hpp"
#include "scoring/intervals.hpp"

namespace orienta {
namespace {

struct Place {
  std::size_t set = 0;
  std::uint32_t node = 0;  ///< the node, or the criterion of the indicator
  std::optional<std::uint32_t> indicator;
};

std::optional<Place> place_in(const OpenAssessment& assessment, std::size_t set, std::string_view id) {
  const CriteriaSet& found = assessment.sets[set];
  if (const auto node = found.node(id)) return Place{set, *node, std::nullopt};
  if (const auto indicator = found.indicator(id))
    return Place{set, found.node_of_criterion(found.indicators[*indicator].criterion), *indicator};
  return std::nullopt;
}

Result<Place> find_place(const OpenAssessment& assessment, const std::string& node,
                         const std::string& wanted_set) {
  const auto slash = node.find('/');
  const std::string set_id = slash == std::string::npos ? wanted_set : node.substr(0, slash);
  const std::string id = slash == std::string::npos ? node : node.substr(slash + 1);
  std::vector<std::string> known;
  std::optional<Place> place;
  for (std::size_t i = 0; i < assessment.sets.size(); ++i) {
    const CriteriaSet& set = assessment.sets[i];
    if (!set_id.empty() && set.id.value != set_id) continue;
    // A set's id means the set, also where a dimension of another one is called the same.
    if (set.id.value == id) return Place{i, 0, std::nullopt};
    const auto here = place_in(assessment, i, id);
    if (here && place)
      return failure(ErrorKind::kUsage,
                     msg("app.node-in-several-sets", {{"node", id}, {"set", set.id.value}}));
    if (here) place = here;
    for (std::uint32_t n = 0; n < set.node_count(); ++n)
      known.push_back(set.node_id(n));
    for (const Indicator& indicator : set.indicators)
      known.push_back(indicator.id);
  }
  if (place) return *place;
  return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-node"), id, known));
}

/// The text with the weight behind it, where that is not 1: "What clients say ×3".
Argument with_weight(const LocalText& text, const std::string& id, double weight) {
  const std::string behind = weight == 1 ? "" : " ×" + full_number(weight);
  if (text.empty()) return Argument(id + behind);
  LocalText weighted = text;
  for (std::string& each : weighted.by_lang)
    if (!each.empty()) each += behind;
  return Argument(weighted);
}

Argument weighted_title(const CriteriaSet& set, std::uint32_t node) {
  const std::size_t dimensions = set.dimensions.size();
  const double weight = node == 0            ? 1
                        : node <= dimensions ? set.dimensions[node - 1].weight
                                             : set.criteria[node - 1 - dimensions].weight;
  return with_weight(set.node_title(node), set.node_id(node), weight);
}

/// Builds the lines from a unit's results, notes and readings.
class Telling {
 public:
  Telling(const Project& project, const OpenAssessment& assessment, const Place& place, std::uint32_t unit)
      : project_(project),
        assessment_(assessment),
        set_(assessment.sets[place.set]),
        set_index_(place.set),
        unit_(unit) {}

  TallySheet sheet{nullptr};
  Readings readings;
  const SetResult* results = nullptr;
  std::vector<const UnitNote*> notes;
  std::vector<ExplainLine> lines;

  Status node(std::uint32_t node) {
    const NodeResult* const rolled = result_of(*results, unit_, node, Basis::kRolled);
    if (rolled != nullptr && rolled->index) add_rolled(node, *rolled);
    const NodeResult* const own = result_of(*results, unit_, node, Basis::kOwn);
    const bool is_silent = own == nullptr || own->state == ResultState::kNotScored;
    return is_silent && !lines.empty() ? Status() : own_node(node, 0);
  }

  Status indicator(std::uint32_t index, int depth) {
    const Indicator& indicator = set_.indicators[index];
    const orienta_reading_t& combined = readings.combined[index];
    add(depth, ExplainLine::Kind::kIndicator, summary(indicator, combined), indicator.id);
    if (indicator.combine != Combine::kShownOnly && combined.state == ORIENTA_STATE_VALUE)
      lines.back().worth = 100 * combined.value;
    for (const orienta_reading_t& reading : readings.sources)
      if (reading.indicator == index) add_reading(indicator, reading, depth + 1);
    auto records = records_behind(project_, assessment_, set_index_, index, unit_, depth + 1);
    if (!records) return failure(std::move(records.error()));
    std::ranges::move(*records, std::back_inserter(lines));
    return {};
  }

 private:
  void add(int depth, ExplainLine::Kind kind, Message text, std::string id) {
    lines.push_back({depth, kind, std::move(text), std::move(id), false, {}});
  }

  Status children(std::uint32_t node, int depth) {
    for (const std::uint32_t below : nodes_below(node))
      if (Status told = own_node(below, depth + 1); !told) return told;
    for (std::uint32_t i = 0; node > set_.dimensions.size() && i < set_.indicators.size(); ++i)
      if (set_.node_of_criterion(set_.indicators[i].criterion) == node)
        if (Status told = indicator(i, depth + 1); !told) return told;
    return {};
  }

  Status own_node(std::uint32_t node, int depth) {
    if (const NodeResult* const own = result_of(*results, unit_, node, Basis::kOwn))
      add_result(node, *own, depth);
    add_notes(node, depth + 1);
    return children(node, depth);
  }

  /// The result from the units below: which ones, and the same for the nodes right below this one.
  void add_rolled(std::uint32_t node, const NodeResult& rolled) {
    add_result(node, rolled, 0);
    std::ranges::move(units_behind(assessment_, set_, *results, unit_, rolled, 1), std::back_inserter(lines));
    for (const std::uint32_t each : nodes_below(node)) {
      const NodeResult* const below = result_of(*results, unit_, each, Basis::kRolled);
      if (below != nullptr && below->index) add_result(each, *below, 1);
    }
  }

  /// The dimensions of the set, or the criteria of a dimension.
  std::vector<std::uint32_t> nodes_below(std::uint32_t node) const {
    std::vector<std::uint32_t> below;
    for (std::size_t i = 0; node == 0 && i < set_.dimensions.size(); ++i)
      below.push_back(set_.node_of_dimension(i));
    for (std::size_t i = 0; node > 0 && i < set_.criteria.size(); ++i)
      if (set_.node_of_dimension(set_.criteria[i].dimension) == node)
        below.push_back(set_.node_of_criterion(i));
    return below;
  }

  void add_result(std::uint32_t node, const NodeResult& result, int depth) {
    add(depth, ExplainLine::Kind::kNode, headline(node, result), set_.node_id(node));
    lines.back().scored = result.index.has_value();
  }

  /// Reasons, then remarks that say something else.
  void add_notes(std::uint32_t node, int depth) {
    std::vector<Message> said;
    for (const bool remarks : {false, true})
      for (const UnitNote* note : notes) {
        if (note->note.node != node || note->is_remark != remarks) continue;
        Message text = reason(*note);
        if (std::ranges::find(said, text) != said.end()) continue;
        said.push_back(text);
        add(depth, remarks ? ExplainLine::Kind::kRemark : ExplainLine::Kind::kReason, std::move(text), "");
      }
  }

  /// The plugin tells of things as they are; what is proven takes open answers at worst.
  Message reason(const UnitNote& note) const {
    const Message text = message_of(note.note, set_);
    if (note.note.code != "trace.gated") return text;
    const NodeResult* const own = result_of(*results, unit_, note.note.node, Basis::kOwn);
    if (own == nullptr || !own->level || !own->level_possible) return text;
    for (const NoteArgument& argument : note.note.arguments)
      if (argument.name == "level" && static_cast<int>(argument.number) != *own->level)
        return msg("app.explain-proven", {{"level", *own->level},
                                          {"so_far", static_cast<int>(argument.number)},
                                          {"possible", *own->level_possible}});
    return text;
  }

  Message headline(std::uint32_t node, const NodeResult& each) const {
    const Argument title = weighted_title(set_, node);
    const Argument basis = word(words_of(each.basis));
    const Argument state = word(words_of(each.state));
    if (!each.index)
      return msg("app.explain-no-score", {{"title", title}, {"basis", basis}, {"state", state}});
    if (each.level && each.level_possible && *each.level != *each.level_possible)
      return msg("app.explain-level-range", {{"title", title},
                                             {"basis", basis},
                                             {"level", *each.level},
                                             {"possible", *each.level_possible},
                                             {"of", each.of},
                                             {"index", *each.index},
                                             {"completeness", each.completeness},
                                             {"state", state}});
    if (each.level)
      return msg("app.explain-level", {{"title", title},
                                       {"basis", basis},
                                       {"level", *each.level},
                                       {"of", each.of},
                                       {"index", *each.index},
                                       {"completeness", each.completeness}});
    return msg(
        "app.explain-index",
        {{"title", title}, {"basis", basis}, {"index", *each.index}, {"completeness", each.completeness}});
  }

  static Message summary(const Indicator& indicator, const orienta_reading_t& combined) {
    const Argument question = with_weight(indicator.ask, indicator.id, indicator.weight);
    if (indicator.combine == Combine::kShownOnly)
      return msg("app.explain-indicator-state",
                 {{"question", question}, {"state", word(msg("app.state-shown-only"))}});
    if (combined.state != ORIENTA_STATE_VALUE)
      return msg("app.explain-indicator-state",
                 {{"question", question}, {"state", word(words_of_state(combined.state))}});
    if ((combined.flags & ORIENTA_READING_INHERITED) != 0)
      return msg("app.explain-indicator-inherited",
                 {{"question", question}, {"index", 100 * combined.value}});
    return msg("app.explain-indicator",
               {{"question", question}, {"index", 100 * combined.value}, {"n", combined.count}});
  }

  void add_reading(const Indicator& indicator, const orienta_reading_t& reading, int depth) {
    const Argument source = word(words_of(static_cast<Source>(reading.source)));
    if (reading.state != ORIENTA_STATE_VALUE) {
      add(depth, ExplainLine::Kind::kReading,
          msg("app.explain-reading-state",
              {{"source", source}, {"state", word(words_of_state(reading.state))}}),
          indicator.id);
      return;
    }
    const Cell* cell = sheet.find({reading.indicator, 0, static_cast<Source>(reading.source)});
    if (cell == nullptr) return;
    const auto population = assessment_.organisation.units()[unit_].population;
    const Scale& scale = set_.scales[indicator.scale];
    for (const NamedStatistic& each : statistics_of(scale, *cell, population)) {
      if (each.low && each.high)
        add(depth, ExplainLine::Kind::kReading,
            msg("app.explain-reading-interval", {{"source", source},
                                                 {"statistic", title_of_statistic(scale, each.name)},
                                                 {"value", each.value},
                                                 {"low", *each.low},
                                                 {"high", *each.high},
                                                 {"n", reading.count}}),
            indicator.id);
      else
        add(depth, ExplainLine::Kind::kReading,
            msg("app.explain-reading", {{"source", source},
                                        {"statistic", title_of_statistic(scale, each.name)},
                                        {"value", each.value},
                                        {"n", reading.count}}),
            indicator.id);
    }
  }

  const Project& project_;
  const OpenAssessment& assessment_;
  const CriteriaSet& set_;
  std::size_t set_index_;
  std::uint32_t unit_;
};

}  // namespace

Result<Explanation> explain(const Project& project, const OpenAssessment& assessment, PluginHost& plugins,
                            const std::string& node, const Selection& selection) {
  const auto place = find_place(assessment, node, selection.set);
  if (!place) return failure(place.error());
  const auto unit =
      selection.unit.empty() ? Result<std::uint32_t>(0u) : assessment.unit_index(selection.unit);
  if (!unit) return failure(unit.error());
  const CriteriaSet& set = assessment.sets[place->set];
  const auto ready = plugins.ready(set);
  if (!ready) return failure(ready.error());

  Telling telling(project, assessment, *place, *unit);
  AssessInput input = input_for(project, assessment, place->set);
  const auto result = assess(
      input, *ready->runner, ready->set, ORIENTA_WANT_TRACE,
      [&](std::uint32_t read, const TallySheet& sheet, std::span<const CellKey>, const Readings& readings) {
        if (read != *unit) return;
        telling.sheet = sheet;
        telling.readings = readings;
      });
  if (!result) return failure(result.error());
  telling.results = &*result;
  for (const UnitNote& note : result->notes)
    if (note.unit == *unit) telling.notes.push_back(&note);
  const Status told = place->indicator ? telling.indicator(*place->indicator, 0) : telling.node(place->node);
  if (!told) return failure(told.error());
  return Explanation{assessment.organisation.units()[*unit].id.value, set.id.value, std::move(telling.lines)};
}

}  // namespace orienta

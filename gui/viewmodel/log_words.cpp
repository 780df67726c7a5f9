// SPDX-License-Identifier: MIT
#include "viewmodel/log_words.hpp"

#include <algorithm>

#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

std::optional<std::string> unit_name(const Study& study, const std::string& id) {
  const auto& units = study.units();
  const auto found = std::ranges::find(units, UnitId(id), &Unit::id);
  if (found == units.end()) return std::nullopt;
  return name_of(*found);
}

std::optional<std::string> question(const Study& study, const std::string& id, Lang lang) {
  for (const CriteriaSet& set : study.assessment->sets)
    if (const auto indicator = set.indicator(id)) return set.indicators[*indicator].ask.in(lang);
  return std::nullopt;
}

std::optional<std::string> node_title(const Study& study, const std::string& id, Lang lang) {
  for (const CriteriaSet& set : study.assessment->sets)
    for (std::uint32_t node = 0; node < set.node_count(); ++node)
      if (set.node_id(node) == id) return title_of(set, node, lang);
  return question(study, id, lang);
}

std::optional<std::string> set_title(const Study& study, const std::string& id, Lang lang) {
  const auto set = study.assessment->set_index(id);
  if (!set) return std::nullopt;
  return title_of(study.assessment->sets[*set], 0, lang);
}

std::optional<std::string> period_of(const Study& study, const std::string& id) {
  const auto found = std::ranges::find(study.all, AssessmentId(id), &Assessment::id);
  if (found == study.all.end()) return std::nullopt;
  return period_text(found->period);
}

std::optional<std::string> in_words(const std::string& what, const std::string& id, const Study& study,
                                    Lang lang) {
  if (what == "unit") return unit_name(study, id);
  if (what == "indicator") return question(study, id, lang);
  if (what == "node") return node_title(study, id, lang);
  if (what == "set") return set_title(study, id, lang);
  if (what == "assessment") return period_of(study, id);
  return std::nullopt;
}

}  // namespace

Message named(const Message& action, const Study& study, Lang lang) {
  Message out = action;
  for (auto& [what, value] : out.arguments)
    if (const auto* id = std::get_if<std::string>(&value.value()))
      if (auto words = in_words(what, *id, study, lang)) value = Argument(std::move(*words));
  return out;
}

std::string log_line(const LogEntry& entry, const std::vector<LogEntry>& log, const Study& study,
                     const Catalogue& words) {
  const auto is_meant = [&](const LogEntry& other) {
    return other.replica == entry.replica && other.sequence == entry.of;
  };
  const auto say = [&](const Message& action) { return words.text(named(action, study, words.lang())); };
  const auto of = entry.kind == LogEntry::Kind::kDo ? log.end() : std::ranges::find_if(log, is_meant);
  if (of == log.end()) return say(entry.action);
  return words.text(entry.kind == LogEntry::Kind::kUndo
                        ? msg("viewmodel.undone", {{"action", say(of->action)}})
                        : msg("viewmodel.redone", {{"action", say(of->action)}}));
}

}  // namespace orienta::gui

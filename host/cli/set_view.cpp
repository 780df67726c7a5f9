// SPDX-License-Identifier: MIT
#include "cli/set_view.hpp"

#include "app/wording.hpp"

namespace orienta::cli {
namespace {

std::string sources_of(const Indicator& indicator, const Catalogue& words) {
  std::string out;
  for (std::size_t i = 0; i < kSourceCount; ++i)
    if (indicator.answered_by.has(static_cast<Source>(i)))
      out += (out.empty() ? "" : ", ") + words.text(words_of(static_cast<Source>(i)));
  return out;
}

std::string source_names(const Indicator& indicator) {
  std::string out;
  for (std::size_t i = 0; i < kSourceCount; ++i)
    if (indicator.answered_by.has(static_cast<Source>(i)))
      out += (out.empty() ? "" : " ") + std::string(name_of(static_cast<Source>(i)));
  return out;
}

void outline_criterion(const CriteriaSet& set, std::size_t index, const Catalogue& words,
                       std::vector<std::string>& out) {
  const Criterion& criterion = set.criteria[index];
  std::string line = "    " + criterion.title.in(words.lang()) + "  [" + criterion.id + "]";
  if (criterion.level > 0) line += "  " + words.text(msg("cli.outline-rung", {{"level", criterion.level}}));
  if (criterion.mandatory) line += "  " + words.text(msg("cli.outline-mandatory"));
  out.push_back(line);
  for (const Indicator& indicator : set.indicators)
    if (indicator.criterion == index)
      out.push_back("      - " + indicator.ask.in(words.lang()) + "  [" + indicator.id + "; " +
                    sources_of(indicator, words) + "]");
}

}  // namespace

std::vector<std::string> set_outline(const CriteriaSet& set, const Catalogue& words) {
  const Lang lang = words.lang();
  std::vector<std::string> out{set.title.in(lang) + "  [" + set.id.value + " " + set.version + ", " +
                               set.plugin.value + "]"};
  if (!set.description.empty()) out.push_back(set.description.in(lang));
  out.push_back(
      words.text(msg("cli.outline-size", {{"n", set.indicators.size()}, {"minutes", set.minutes}})));
  if (!set.levels.empty()) out.push_back("");
  for (const Level& level : set.levels)
    out.push_back("  " + std::to_string(level.level) + "  " + level.title.in(lang) +
                  (level.means.empty() ? "" : " - " + level.means.in(lang)));
  for (std::size_t d = 0; d < set.dimensions.size(); ++d) {
    out.push_back("");
    out.push_back("  " + set.dimensions[d].title.in(lang) + "  [" + set.dimensions[d].id + "]");
    for (std::size_t c = 0; c < set.criteria.size(); ++c)
      if (set.criteria[c].dimension == d) outline_criterion(set, c, words, out);
  }
  if (!set.references.empty()) {
    out.push_back("");
    out.push_back(words.text(msg("cli.outline-references")));
  }
  for (const Reference& reference : set.references) {
    std::string line = "  " + reference.title.in(lang);
    if (!reference.edition.empty()) line += ", " + reference.edition;
    if (!reference.clause.empty()) line += ", " + reference.clause;
    out.push_back(line);
  }
  return out;
}

Table set_table(const CriteriaSet& set) {
  Table table{"indicators",
              {{"dimension", msg("cli.column-dimension")},
               {"criterion", msg("cli.column-criterion")},
               {"indicator", msg("app.column-indicator")},
               {"weight", msg("app.column-weight"), 2},
               {"level", msg("app.column-level"), 0},
               {"mandatory", msg("cli.column-mandatory")},
               {"scale", msg("cli.column-scale")},
               {"answered_by", msg("app.column-source")},
               {"ask", msg("cli.column-question")}},
              {}};
  for (const Indicator& indicator : set.indicators) {
    const Criterion& criterion = set.criteria[indicator.criterion];
    table.rows.push_back(
        {set.dimensions[criterion.dimension].id, criterion.id, indicator.id, indicator.weight,
         criterion.level > 0 ? TableCell(static_cast<std::int64_t>(criterion.level)) : TableCell(),
         criterion.mandatory ? Coded{"yes", msg("cli.yes")} : Coded{"no", msg("cli.no")},
         set.scales[indicator.scale].id, source_names(indicator), indicator.ask});
  }
  return table;
}

Table problems_table(const Problems& problems, const Catalogue& words) {
  Table table{"problems",
              {{"severity", msg("cli.column-severity")},
               {"file", msg("cli.column-file")},
               {"line", msg("cli.column-line"), 0},
               {"column", msg("cli.column-column"), 0},
               {"code", msg("cli.column-code")},
               {"text", msg("cli.column-text")}},
              {}};
  for (const Problem& problem : problems.kept()) {
    const char* severity = problem.severity == Severity::kError     ? "error"
                           : problem.severity == Severity::kWarning ? "warning"
                                                                    : "note";
    const auto place = [](std::uint32_t number) {
      return number > 0 ? TableCell(static_cast<std::int64_t>(number)) : TableCell();
    };
    table.rows.push_back({std::string(severity), problem.where.file, place(problem.where.line),
                          place(problem.where.column), problem.message.code, words.text(problem.message)});
  }
  return table;
}

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
#include "viewmodel/report.hpp"

#include <filesystem>
#include <system_error>

#include "app/evidence.hpp"
#include "app/gaps.hpp"
#include "app/targets.hpp"
#include "base/os.hpp"
#include "viewmodel/chart_files.hpp"
#include "viewmodel/gaps_figure.hpp"
#include "viewmodel/lookups.hpp"
#include "viewmodel/phrases.hpp"
#include "viewmodel/profile_figure.hpp"
#include "viewmodel/units_figure.hpp"

namespace orienta::gui {
namespace {

std::string known_of(const Study& study, std::size_t set, std::uint32_t unit, const Catalogue& words) {
  if (const auto& failed = (*study.scores)[set].failed)
    return failed->problems.kept().empty() ? "" : words.text(failed->problems.kept().front().message);
  const NodeResult* const result = study.result(set, unit, 0);
  if (result == nullptr) return words.text(msg("viewmodel.report-no-result"));
  const std::string level = level_text(*result, words);
  const std::string index = words.text(msg("viewmodel.index-is", {{"index", index_text(*result, words)}}));
  return level.empty() ? index : words.text(msg("viewmodel.level")) + " " + level + ", " + index;
}

ReportItem chart(const std::string& set, Figure figure) {
  ReportItem item;
  item.name = set + "-" + figure.name;
  item.title = figure.title;
  item.is_empty = figure.table.rows.empty();
  item.figure = std::move(figure);
  return item;
}

/// Charts of the gaps, once these are known; a set without targets has none.
void add_gaps(Desk& desk, std::size_t index, ReportSection& section) {
  const auto known = gaps_for(desk);
  if (!known.value) return;
  const Study& study = *desk.study();
  const std::string& set = study.assessment->sets[index].id.value;
  for (const SetGaps& gaps : *known.value) {
    if (gaps.set != index || gaps.failed || !gaps.report.has_targets) continue;
    section.items.push_back(
        chart(set, gaps_figure(study, gaps, desk.unit(), kMostGaps, desk.words()).figure));
    section.items.push_back(chart(set, matrix_figure(study, gaps, desk.unit(), desk.words()).figure));
  }
}

ReportSection section_of(Desk& desk, std::size_t index) {
  const Study& study = *desk.study();
  const CriteriaSet& set = study.assessment->sets[index];
  ReportSection section;
  section.title = (set.title.empty() ? set.id.value : set.title.in(desk.lang())) + ": " +
                  known_of(study, index, desk.unit(), desk.words());
  section.items.push_back(
      chart(set.id.value, profile_figure(study, index, desk.unit(), nullptr, desk.words())));
  section.items.push_back(chart(set.id.value, units_figure(study, index, desk.unit(), desk.words()).figure));
  add_gaps(desk, index, section);
  for (ReportItem& item : section.items) {
    item.about = about_chart(study, index, desk.unit(), desk.lang());
    item.known = item.is_empty
                     ? desk.text(msg("viewmodel.report-nothing"))
                     : desk.text(msg("viewmodel.report-rows", {{"n", item.figure.table.rows.size()}}));
  }
  return section;
}

ReportItem table(const Desk& desk, ReportItem::Kind kind, const std::string& name, const Message& title,
                 std::optional<std::size_t> rows) {
  ReportItem item;
  item.kind = kind;
  item.name = name;
  item.title = desk.text(title);
  item.is_empty = rows == 0U;
  if (rows)
    item.known = *rows == 0 ? desk.text(msg("viewmodel.report-nothing"))
                            : desk.text(msg("viewmodel.report-rows", {{"n", *rows}}));
  return item;
}

std::size_t scores_in(const Study& study) {
  std::size_t rows = 0;
  for (const SetScore& score : *study.scores)
    for (const UnitResult& unit : score.result.units)
      rows += unit.nodes.size();
  return rows;
}

ReportSection tables(Desk& desk) {
  const Study& study = *desk.study();
  std::optional<std::size_t> gaps;
  if (const auto known = gaps_for(desk); known.value) {
    gaps = 0;
    for (const SetGaps& set : *known.value)
      *gaps += listed_gaps(set.report, kMostGaps).size();
  }
  using Kind = ReportItem::Kind;
  ReportSection section{desk.text(msg("viewmodel.report-tables")), {}};
  section.items.push_back(
      table(desk, Kind::kScores, "score", msg("viewmodel.report-scores"), scores_in(study)));
  section.items.push_back(table(desk, Kind::kGaps, "gaps", msg("viewmodel.report-gaps"), gaps));
  section.items.push_back(table(desk, Kind::kReadings, "readings", msg("viewmodel.report-readings"), {}));
  section.items.push_back(table(desk, Kind::kTargets, "targets", msg("viewmodel.report-targets"),
                                study.assessment->record.targets.size()));
  section.items.push_back(table(desk, Kind::kEvidence, "evidence", msg("viewmodel.report-evidence"),
                                study.assessment->evidence.size()));
  return section;
}

/// Everything that writing needs, copied from the side that draws.
struct Order {
  std::filesystem::path folder;
  std::vector<ReportItem> items;
  std::shared_ptr<const Study> study;
  std::string unit;
  std::uint32_t unit_index = 0;
  charts::Theme theme = charts::Theme::kLight;
};

Result<Table> table_of(const Order& order, ReportItem::Kind kind, Office& office) {
  const OpenAssessment& assessment = office.assessment();
  switch (kind) {
    case ReportItem::Kind::kScores:
      return score_table(*order.study->assessment, *order.study->scores, {}, true);
    case ReportItem::Kind::kGaps: {
      const auto gaps = gaps_of(office.project(), assessment, office.plugins(), {order.unit, ""}, kMostGaps);
      if (!gaps) return failure(gaps.error());
      return gaps_table(assessment, *gaps, order.unit_index, kMostGaps);
    }
    case ReportItem::Kind::kReadings:
      return readings_table(office.project(), assessment, {});
    case ReportItem::Kind::kTargets:
      return targets_table(assessment);
    case ReportItem::Kind::kEvidence:
      return evidence_table(office.project(), assessment);
    case ReportItem::Kind::kChart:
      break;
  }
  return Table{};
}

Status write_item(const Order& order, const ReportItem& item, Office& office,
                  std::vector<std::string>& written) {
  if (item.kind == ReportItem::Kind::kChart) {
    written.push_back(item.name + ".svg");
    written.push_back(item.name + ".png");
    return write_chart(item.figure, item.about, order.theme, order.folder / item.name);
  }
  auto made = table_of(order, item.kind, office);
  if (!made) return failure(std::move(made.error()));
  written.push_back(item.name + ".csv");
  return os::write_file(order.folder / written.back(), to_csv(*made));
}

}  // namespace

ReportPage report_page(Desk& desk) {
  const Study& study = *desk.study();
  ReportPage page;
  page.title =
      desk.text(msg("viewmodel.report-title", {{"organisation", study.assessment->info.organisation},
                                               {"period", period_text(study.assessment->record.period)}}));
  page.about = desk.text(msg("viewmodel.report-about", {{"unit", name_of(study.units()[desk.unit()])}}));
  page.folder = (study.file.parent_path() / (study.file.stem().string() + "-report")).string();
  for (std::size_t i = 0; i < study.assessment->sets.size(); ++i)
    page.sections.push_back(section_of(desk, i));
  page.sections.push_back(tables(desk));
  return page;
}

void write_report(Desk& desk, const std::string& folder, std::vector<ReportItem> items) {
  Order order{folder,      std::move(items), desk.study_shared(), desk.study()->units()[desk.unit()].id.value,
              desk.unit(), desk.theme()};
  desk.act(
      msg("viewmodel.report-writing"), msg("viewmodel.report-not-written"),
      [&desk, order = std::move(order)](Office& office, const std::stop_token& stop) -> Result<Done> {
        std::error_code problem;
        std::filesystem::create_directories(order.folder, problem);
        if (problem) return failure(os::error_from_errno(problem.value(), order.folder));
        std::vector<std::string> written;
        for (std::size_t i = 0; i < order.items.size(); ++i) {
          if (stop.stop_requested())
            return failure(ErrorKind::kCancelled, msg("viewmodel.report-stopped", {{"n", written.size()}}));
          desk.tell_progress(static_cast<double>(i) / static_cast<double>(order.items.size()));
          if (Status done = write_item(order, order.items[i], office, written); !done)
            return failure(std::move(done.error()));
        }
        Done done{msg("viewmodel.report-written", {{"n", written.size()}, {"folder", order.folder.string()}}),
                  Done::Changed::kNothing,
                  {}};
        for (const std::string& file : written)
          done.remarks.push_back(msg("viewmodel.report-file", {{"file", file}}));
        return done;
      });
}

}  // namespace orienta::gui

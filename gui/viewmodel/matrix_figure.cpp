// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "charts/matrix.hpp"
#include "viewmodel/gaps_figure.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

bool is_point(const CriteriaSet& set, const Gap& gap) {
  return gap.kind == ORIENTA_TARGET_INDEX && gap.indicator == ORIENTA_NONE && gap.actual &&
         gap.node > set.dimensions.size();
}

/// Where the axis of importance ends: the next 5 % above the greatest share.
double end_of(double greatest) {
  double end = 5;
  while (end < greatest)
    end += 5;
  return end;
}

/// Where the axis of performance begins: places, not lengths, are read here, and most stand close to its end.
double begin_of(double least) {
  return std::max(0.0, std::floor(least / 10) * 10 - 10);
}

charts::MatrixSpec frame_of(const Catalogue& words) {
  charts::MatrixSpec spec;
  spec.x.name = words.text(msg("viewmodel.results-performance"));
  spec.y.name = words.text(msg("viewmodel.results-importance"));
  for (std::size_t i = 0; const Quadrant each : {Quadrant::kConcentrate, Quadrant::kKeepUp,
                                                 Quadrant::kLowPriority, Quadrant::kPossibleOverkill})
    spec.quadrants[i++] = words.text(words_of(each));
  return spec;
}

}  // namespace

GapsFigure matrix_figure(const Study& study, const SetGaps& gaps, std::uint32_t unit,
                         const Catalogue& words) {
  const CriteriaSet& set = study.assessment->sets[gaps.set];
  std::vector<Gap> listed;
  for (const std::vector<Gap>* each : {&gaps.report.gaps, &gaps.report.met})
    std::ranges::copy_if(*each, std::back_inserter(listed),
                         [&](const Gap& gap) { return is_point(set, gap); });

  GapsFigure made;
  charts::MatrixSpec spec = frame_of(words);
  Grid& table = made.figure.table;
  table.columns = {{words.text(msg("app.column-node")), false, 4, {}},
                   {spec.y.name, true, 1, {}},
                   {spec.x.name, true, 1, {}},
                   {words.text(msg("app.column-quadrant")), false, 2, {}}};
  double importance = 0;
  double performance = 0;
  double greatest = 0;
  double least = 100;
  for (const Gap& gap : listed) {
    const double share = 100 * gap.weight;
    importance += share;
    performance += *gap.actual;
    greatest = std::max(greatest, share);
    least = std::min(least, *gap.actual);
    const std::string title = title_of(set, gap.node, words.lang());
    const std::string quadrant = gap.quadrant ? words.text(words_of(*gap.quadrant)) : "";
    const std::string tip =
        title + "\n" +
        words.text(msg("viewmodel.results-point", {{"share", gap.weight}, {"index", *gap.actual}})) + "\n" +
        quadrant;
    spec.points.push_back({title, *gap.actual, share,
                           gap.below > 0 ? charts::Standing::kBelow : charts::Standing::kAtOrAbove, tip});
    made.rows.push_back({gaps.set, gap.node, study.units()[unit].id});
    table.rows.push_back({"matrix." + set.node_id(gap.node),
                          {{title},
                           {display_number(share, 1, words.lang())},
                           {display_number(*gap.actual, 1, words.lang())},
                           {quadrant}},
                          0});
  }
  made.table_rows = made.rows;
  if (!listed.empty()) {
    spec.x.cross = performance / static_cast<double>(listed.size());
    spec.y.cross = importance / static_cast<double>(listed.size());
  }
  spec.x.least = begin_of(least);
  for (double at = spec.x.least; at <= 100; at += spec.x.least < 50 ? 20 : 10)
    spec.x.ticks.push_back({at, display_number(at, 0, words.lang())});
  spec.y.most = end_of(greatest);
  spec.y.ticks = {{0, "0"}, {spec.y.most, display_number(spec.y.most, 0, words.lang())}};
  spec.words.note = words.text(msg("viewmodel.results-matrix-note", {{"n", listed.size()}}));
  spec.words.empty = words.text(msg("viewmodel.no-targets"));
  made.figure.name = "matrix";
  made.figure.title = words.text(msg("viewmodel.results-matrix"));
  made.figure.height = 420;
  made.figure.make = [spec = std::move(spec)](charts::Size size, const charts::TextWidth& width) {
    return charts::matrix(spec, size, width);
  };
  return made;
}

}  // namespace orienta::gui

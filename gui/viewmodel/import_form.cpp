// SPDX-License-Identifier: MIT
#include "viewmodel/import_form.hpp"

#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

constexpr std::size_t kRemarksShown = 8;

ImportOrder order_of(const Desk& desk, const ImportForm& form) {
  ImportOrder order;
  order.data = form.file;
  if (!form.mapping.empty()) order.mapping = form.mapping;
  if (form.set > 0) order.set = desk.study()->assessment->sets[form.set - 1].id.value;
  order.skip_rejected = true;
  return order;
}

Message shape_of(const ImportReport& report) {
  if (report.shape == Shape::kAnswers) return msg("viewmodel.import-answers", {{"n", report.rows}});
  if (report.shape == Shape::kMeasures) return msg("viewmodel.import-measures", {{"n", report.rows}});
  return msg("viewmodel.import-survey", {{"n", report.rows}, {"units", report.fresh}});
}

void fill(ImportPreview& preview, const ImportReport& report, const ImportForm& form,
          const Catalogue& words) {
  preview.says = words.text(shape_of(report));
  const auto add = [&](std::uint64_t count, const Message& text) {
    if (count > 0) preview.counts.push_back(words.text(text));
  };
  if (report.shape == Shape::kSurvey) {
    add(report.responses, msg("viewmodel.import-responses", {{"n", report.responses}}));
  } else {
    add(report.fresh, msg("viewmodel.import-fresh", {{"n", report.fresh}}));
    add(report.changed, msg("viewmodel.import-changed", {{"n", report.changed}}));
    add(report.unchanged, msg("viewmodel.import-unchanged", {{"n", report.unchanged}}));
  }
  add(report.rejected, msg("viewmodel.import-rejected", {{"n", report.rejected}}));
  for (const Problem& problem : report.remarks.kept())
    if (preview.remarks.size() < kRemarksShown) preview.remarks.push_back(words.text(problem));
  const std::size_t all = report.remarks.errors() + report.remarks.warnings();
  if (all > preview.remarks.size())
    preview.more = words.text(msg("viewmodel.more-problems", {{"n", all - preview.remarks.size()}}));
  preview.has_rejected = report.rejected > 0;
  const std::uint64_t taken = report.rows > report.rejected ? report.rows - report.rejected : 0;
  preview.can_import = taken > 0 && (!preview.has_rejected || form.skip_rejected);
  preview.button = words.text(msg("viewmodel.import-rows", {{"n", taken}}));
}

}  // namespace

ImportPreview import_preview(Desk& desk, const ImportForm& form) {
  const Study& study = *desk.study();
  ImportPreview preview;
  preview.sets.push_back(desk.text(msg("viewmodel.import-any-set")));
  for (const CriteriaSet& set : study.assessment->sets)
    preview.sets.push_back(title_of(set, 0, desk.lang()));
  if (study.read_only)
    preview.no_input = desk.text(msg("viewmodel.assess-read-only"));
  else if (study.assessment->record.closed)
    preview.no_input = desk.text(msg("viewmodel.import-closed"));
  preview.can_preview = !form.file.empty() && preview.no_input.empty();
  if (!form.is_previewed || !preview.can_preview) return preview;
  preview.is_shown = true;
  ImportOrder order = order_of(desk, form);
  order.dry_run = true;
  const std::string key = "preview " + std::to_string(form.looked) + " " + std::to_string(form.set) + " " +
                          form.mapping + "\n" + form.file;
  const auto known = desk.known<ImportReport>(
      key, [order](Office& office) { return import_data(office.project(), office.assessment(), order); });
  if (known.value) {
    fill(preview, *known.value, form, desk.words());
  } else if (known.error) {
    preview.says = desk.text(msg("viewmodel.import-impossible"));
    for (const Problem& problem : known.error->problems.kept())
      if (preview.remarks.size() < kRemarksShown) preview.remarks.push_back(desk.words().text(problem));
  } else {
    preview.says = desk.text(msg("viewmodel.working"));
  }
  return preview;
}

void look_at_file(ImportForm& form) {
  form.is_previewed = true;
  ++form.looked;
  ++form.revision;
}

void import_previewed(Desk& desk, ImportForm& form) {
  const ImportOrder order = order_of(desk, form);
  const bool skips = form.skip_rejected;
  const std::string name = order.data.filename().string();
  desk.act(msg("viewmodel.importing", {{"file", name}}), msg("viewmodel.not-imported", {{"file", name}}),
           [order, skips, &desk](Office& office, const std::stop_token& stop) -> Result<Done> {
             ImportOrder now = order;
             now.skip_rejected = skips;
             now.stop = stop;
             now.progress = [&desk](std::uint64_t done, std::uint64_t total) {
               if (total > 0) desk.tell_progress(static_cast<double>(done) / static_cast<double>(total));
             };
             const auto report = import_data(office.project(), office.assessment(), now);
             if (!report) return failure(report.error());
             return Done{msg("viewmodel.imported", {{"n", report->rows - report->rejected}}),
                         Done::Changed::kAnswers,
                         {},
                         {}};
           });
  const std::uint64_t revision = form.revision;
  const std::uint64_t looked = form.looked;
  form = {};
  form.revision = revision + 1;
  form.looked = looked;
}

}  // namespace orienta::gui

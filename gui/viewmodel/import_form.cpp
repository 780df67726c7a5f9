// SPDX-License-Identifier: MIT
#include "viewmodel/import_form.hpp"

#include <algorithm>
#include <functional>

#include "viewmodel/phrases.hpp"
#include "viewmodel/window_words.hpp"

namespace orienta::gui {
namespace {

constexpr std::size_t kReasonsShown = 6;

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

/// "2, 5, 9, …"
std::string lines_of(const Reason& reason) {
  std::string text;
  for (const std::uint32_t line : reason.lines)
    text += (text.empty() ? "" : ", ") + std::to_string(line);
  return reason.rows > reason.lines.size() ? text + ", …" : text;
}

ImportReason shown(const Reason& reason, const Catalogue& words) {
  const std::string text = words.text(in_window(reason.message));
  if (reason.lines.empty()) return {"", text};
  const std::string lines = lines_of(reason);
  return {
      words.text(reason.is_varied ? msg("viewmodel.import-rows-like", {{"n", reason.rows}, {"lines", lines}})
                                  : msg("viewmodel.import-rows-at", {{"n", reason.rows}, {"lines", lines}})),
      text};
}

/// The reasons with the most rows first; `uncounted` problems have none.
void add_reasons(ImportPreview& preview, const Reasons& reasons, std::uint64_t uncounted,
                 const Catalogue& words) {
  std::vector<Reason> sorted = reasons.all();
  std::ranges::stable_sort(sorted, std::ranges::greater{}, &Reason::rows);
  for (const Reason& reason : sorted) {
    auto& list = reason.severity == Severity::kError ? preview.rejected : preview.remarkable;
    if (list.size() < kReasonsShown)
      list.push_back(shown(reason, words));
    else
      uncounted += reason.rows;
  }
  if (uncounted > 0) preview.more = words.text(msg("viewmodel.more-problems", {{"n", uncounted}}));
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
  // Of a survey only the reasons of the first rows are known.
  const std::size_t met = report.remarks.errors() + report.remarks.warnings();
  const std::size_t kept = report.remarks.kept().size();
  const bool has_all = report.shape != Shape::kSurvey || met <= kept;
  add_reasons(preview, report.reasons, has_all ? 0 : met - kept, words);
  preview.has_rejected = report.rejected > 0;
  const std::uint64_t taken = report.rows > report.rejected ? report.rows - report.rejected : 0;
  preview.can_import = taken > 0 && (!preview.has_rejected || form.skip_rejected);
  preview.button = words.text(msg("viewmodel.import-rows", {{"n", taken}}));
}

/// With progress, and cancelled when the user wants it.
ImportOrder watched(ImportOrder order, Desk& desk, const std::stop_token& stop) {
  order.stop = stop;
  order.progress = [&desk](std::uint64_t done, std::uint64_t total) {
    if (total > 0) desk.tell_progress(static_cast<double>(done) / static_cast<double>(total));
  };
  return order;
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
  const std::string name = order.data.filename().string();
  const auto known = desk.known_slowly<ImportReport>(
      key, msg("viewmodel.import-looking", {{"file", name}}),
      [order, &desk](Office& office, const std::stop_token& stop) {
        return import_data(office.project(), office.assessment(), watched(order, desk, stop));
      });
  if (known.value) {
    fill(preview, *known.value, form, desk.words());
  } else if (known.error) {
    const Problems& problems = known.error->problems;
    const bool is_cancelled = known.error->kind == ErrorKind::kCancelled;
    preview.says = desk.text(is_cancelled ? msg("viewmodel.import-not-looked", {{"file", name}})
                                          : msg("viewmodel.import-impossible", {{"file", name}}));
    const std::size_t met = problems.errors() + problems.warnings();
    if (!is_cancelled)
      add_reasons(preview, Reasons::of(problems), met - std::min(met, problems.kept().size()), desk.words());
  } else {
    preview.says = desk.text(msg("viewmodel.import-looking", {{"file", name}}));
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
             ImportOrder now = watched(order, desk, stop);
             now.skip_rejected = skips;
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

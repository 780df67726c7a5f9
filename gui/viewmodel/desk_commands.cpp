// SPDX-License-Identifier: MIT
// What a user can have done: each command is given to the office, and what comes back is taken in.
#include <algorithm>

#include "app/demo.hpp"
#include "app/history.hpp"
#include "base/os.hpp"
#include "base/utf8.hpp"
#include "viewmodel/chart_files.hpp"
#include "viewmodel/desk.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

std::filesystem::path sample_folder() {
  const auto data = os::user_data_folder();
  return (data.empty() ? std::filesystem::temp_directory_path() / "orienta" : data) / "samples";
}

/// A name beside the file that nothing has yet: "agency (kept).orienta".
std::filesystem::path copy_of(const std::filesystem::path& file) {
  std::error_code ignored;
  const auto named = [&](const std::string& more) {
    return file.parent_path() / (file.stem().string() + " (kept" + more + ")" + file.extension().string());
  };
  std::filesystem::path copy = named("");
  for (int number = 2; std::filesystem::exists(copy, ignored); ++number)
    copy = named(" " + std::to_string(number));
  return copy;
}

}  // namespace

void Desk::open(const std::filesystem::path& file) {
  const Message failed = msg("viewmodel.cannot-open", {{"file", file.filename().string()}});
  doing_ = msg("viewmodel.opening", {{"file", file.filename().string()}});
  tasks_.add([this, file, failed](const std::stop_token&) -> Tasks::Delivery {
    auto seen = std::make_shared<Result<Study>>(office_->open(file));
    return [this, seen, failed, file, has_project = office_->has_project()] {
      if (!has_project) leave_project();
      if (*seen) {
        presence_ = Project::Presence::kThere;
        unit_.reset();
        set_.clear();
        why_.reset();
        asked_indicator_.reset();
        known_.clear();
        page_ = Page::kOverview;
        said_ = {};
        remember(settings_, file);
        keep_settings();
      }
      show(std::move(*seen), failed);
    };
  });
}

void Desk::drop(const std::filesystem::path& file) {
  const bool is_data = folded(file.extension().string()) == ".csv";
  if (is_data && study_)
    import_file(file);
  else
    open(file);
}

void Desk::explore_sample() {
  doing_ = msg("viewmodel.making-sample");
  tasks_.add([this](const std::stop_token&) -> Tasks::Delivery {
    auto made = std::make_shared<Result<std::vector<DemoProject>>>(
        make_demos(sample_folder(), office_->places(), std::string(name_of(Demo::kNetwork))));
    return [this, made] {
      doing_.reset();
      if (*made)
        open((*made)->front().file);
      else
        report(msg("viewmodel.no-sample"), made->error());
    };
  });
}

void Desk::make(const std::filesystem::path& file, const NewProject& wanted) {
  doing_ = msg("viewmodel.making", {{"file", file.filename().string()}});
  tasks_.add([this, file, wanted](const std::stop_token&) -> Tasks::Delivery {
    auto made = std::make_shared<Result<MadeProject>>(make_project(file, wanted, office_->places()));
    return [this, made, file] {
      doing_.reset();
      if (!*made) return report(msg("viewmodel.not-made"), made->error());
      if (!(*made)->remarks.kept().empty()) {
        dialog_ = Dialog{text(msg("viewmodel.made-with-remarks")), {}};
        for (const Problem& remark : (*made)->remarks.kept())
          dialog_->lines.push_back(words().text(remark.message));
      }
      open(file);
    };
  });
}

void Desk::close_project() {
  doing_.reset();
  tasks_.add([this](const std::stop_token&) -> Tasks::Delivery {
    office_->close();
    return [this] { leave_project(); };
  });
}

void Desk::leave_project() {
  study_.reset();
  known_.clear();
  why_.reset();
  page_ = Page::kStart;
  presence_ = Project::Presence::kThere;
}

void Desk::look_at(const std::string& assessment) {
  const auto found = std::ranges::find(study_->all, AssessmentId(assessment), &Assessment::id);
  doing_ = msg("viewmodel.opening",
               {{"file", found == study_->all.end() ? assessment : period_text(found->period)}});
  tasks_.add([this, assessment](const std::stop_token&) -> Tasks::Delivery {
    auto seen = std::make_shared<Result<Study>>(office_->look_at(assessment));
    return [this, seen] { show(std::move(*seen), msg("viewmodel.cannot-read")); };
  });
}

void Desk::answer(const AnswerOrder& order) {
  act(msg("viewmodel.saving"), msg("viewmodel.not-saved"),
      [order](Office& office, const std::stop_token&) -> Result<Done> {
        auto given = give_answer(office.project(), office.assessment(), order);
        if (!given) return failure(std::move(given.error()));
        return Done{
            {}, given->changed ? Done::Changed::kAnswers : Done::Changed::kNothing, {}, {given->after.key}};
      });
}

namespace {

Result<Done> stepped(Result<HistoryStep> step, bool backward) {
  if (!step) return failure(std::move(step.error()));
  Done done{{}, Done::Changed::kAll, {}, {}, Done::Step{step->action, backward}};
  if (step->passed_over > 0) done.remarks.push_back(msg("viewmodel.passed-over", {{"n", step->passed_over}}));
  return done;
}

}  // namespace

void Desk::undo() {
  if (!study_ || !study_->next.undo || doing_) return;
  act(msg("viewmodel.saving"), msg("viewmodel.cannot-undo"),
      [](Office& office, const std::stop_token&) { return stepped(undo_last(office.project()), true); });
}

void Desk::redo() {
  if (!study_ || !study_->next.redo || doing_) return;
  act(msg("viewmodel.saving"), msg("viewmodel.cannot-redo"),
      [](Office& office, const std::stop_token&) { return stepped(redo_last(office.project()), false); });
}

void Desk::look_outside() {
  if (!study_ || tasks_.busy()) return;
  tasks_.add([this, known = presence_](const std::stop_token&) -> Tasks::Delivery {
    if (!office_->has_project()) return {};
    if (const Project::Presence now = office_->presence(); now != Project::Presence::kThere) {
      if (now == known) return {};
      return [this, now] { tell_moved(now); };
    }
    if (!office_->has_changed_outside()) return {};
    auto seen = std::make_shared<Result<Study>>(office_->look_again());
    return [this, seen] {
      if (*seen) said_ = msg("viewmodel.changed-outside");
      show(std::move(*seen), msg("viewmodel.cannot-read"));
    };
  });
}

void Desk::tell_moved(Project::Presence presence, const std::optional<std::filesystem::path>& kept) {
  presence_ = presence;
  const std::filesystem::path file = study_->file;
  const std::string name = file.filename().string();
  Dialog dialog;
  if (presence == Project::Presence::kReplaced) {
    dialog.title = text(msg("viewmodel.file-replaced", {{"file", name}}));
    dialog.lines.push_back(text(msg("viewmodel.file-replaced-about")));
    dialog.remedies.push_back(
        {"dialog.open-again", text(msg("viewmodel.open-again")), [file](Desk& desk) { desk.open(file); }});
  } else {
    dialog.title = text(msg("viewmodel.file-gone", {{"file", name}}));
    dialog.lines.push_back(text(msg("viewmodel.file-gone-about")));
    dialog.remedies.push_back({"dialog.save-again", text(msg("viewmodel.save-again")),
                               [file](Desk& desk) { desk.keep_copy(file, true); }});
  }
  if (kept) {
    dialog.lines.push_back(text(msg("viewmodel.copy-kept", {{"file", kept->string()}})));
  } else {
    const std::filesystem::path copy = copy_of(file);
    dialog.remedies.push_back({"dialog.keep-copy", text(msg("viewmodel.keep-copy")),
                               [copy](Desk& desk) { desk.keep_copy(copy, false); }});
  }
  said_ = msg("viewmodel.nothing-saved");
  said_problem_ = true;
  dialog_ = std::move(dialog);
  ++stamp_;
}

void Desk::keep_copy(const std::filesystem::path& copy, bool opens) {
  doing_ = msg("viewmodel.saving");
  ++stamp_;
  tasks_.add([this, copy, opens](const std::stop_token&) -> Tasks::Delivery {
    auto kept = std::make_shared<Status>(office_->project().save_copy(copy));
    return [this, kept, copy, opens, presence = office_->presence()] {
      doing_.reset();
      if (!*kept) return report(msg("viewmodel.copy-not-kept"), kept->error());
      if (opens) return open(copy);
      if (presence != Project::Presence::kThere) return tell_moved(presence, copy);
      say_saved(msg("viewmodel.copy-kept", {{"file", copy.string()}}));
    };
  });
}

void Desk::save_chart(const Figure& figure) {
  const std::string stem = study_->file.stem().string() + "-" + figure.name;
  const std::filesystem::path file = study_->file.parent_path() / stem;
  act(msg("viewmodel.saving"), msg("viewmodel.chart-not-saved"),
      [figure, file, theme = theme(), about = about_chart(*study_, set(), unit(), lang())](
          Office&, const std::stop_token&) -> Result<Done> {
        if (Status kept = write_chart(figure, about, theme, file); !kept)
          return failure(std::move(kept.error()));
        return Done{msg("viewmodel.chart-saved", {{"file", file.string() + ".svg, .png"}}),
                    Done::Changed::kNothing,
                    {},
                    {}};
      });
}

}  // namespace orienta::gui

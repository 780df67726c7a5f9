// SPDX-License-Identifier: MIT
// What a user can have done: each command is given to the office, and what comes back is taken in.
#include "app/demo.hpp"
#include "app/history.hpp"
#include "base/os.hpp"
#include "base/utf8.hpp"
#include "viewmodel/chart_files.hpp"
#include "viewmodel/desk.hpp"

namespace orienta::gui {
namespace {

std::filesystem::path sample_folder() {
  const auto data = os::user_data_folder();
  return (data.empty() ? std::filesystem::temp_directory_path() / "orienta" : data) / "samples";
}

}  // namespace

void Desk::open(const std::filesystem::path& file) {
  const Message failed = msg("viewmodel.cannot-open", {{"file", file.filename().string()}});
  doing_ = msg("viewmodel.opening", {{"file", file.filename().string()}});
  tasks_.add([this, file, failed](const std::stop_token&) -> Tasks::Delivery {
    auto seen = std::make_shared<Result<Study>>(office_->open(file));
    return [this, seen, failed, file] {
      if (*seen) {
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
    auto made = std::make_shared<Result<Problems>>(make_project(file, wanted, office_->places()));
    return [this, made, file] {
      doing_.reset();
      if (*made)
        open(file);
      else
        report(msg("viewmodel.not-made"), made->error());
    };
  });
}

void Desk::close_project() {
  doing_.reset();
  tasks_.add([this](const std::stop_token&) -> Tasks::Delivery {
    office_->close();
    return [this] {
      study_.reset();
      known_.clear();
      why_.reset();
      page_ = Page::kStart;
    };
  });
}

void Desk::look_at(const std::string& assessment) {
  doing_ = msg("viewmodel.opening", {{"file", assessment}});
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
  Done done{backward ? msg("viewmodel.undone") : msg("viewmodel.redone"), Done::Changed::kAll, {}, {}};
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
  tasks_.add([this](const std::stop_token&) -> Tasks::Delivery {
    if (!office_->has_project() || !office_->has_changed_outside()) return {};
    auto seen = std::make_shared<Result<Study>>(office_->look_again());
    return [this, seen] {
      if (*seen) said_ = msg("viewmodel.changed-outside");
      show(std::move(*seen), msg("viewmodel.cannot-read"));
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

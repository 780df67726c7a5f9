// SPDX-License-Identifier: MIT
#include "viewmodel/desk.hpp"

#include <algorithm>
#include <utility>

#include "base/os.hpp"
#include "viewmodel/log_words.hpp"
#include "viewmodel/window_words.hpp"

namespace orienta::gui {
namespace {

/// What nobody asked for since so many changes is forgotten.
constexpr std::uint64_t kForgetAfter = 64;

/// Whether places of units, sets and nodes mean the same in both.
bool has_same_places(const Study& one, const Study& other) {
  const OpenAssessment& a = *one.assessment;
  const OpenAssessment& b = *other.assessment;
  const auto id_of_unit = [](const Unit& unit) { return unit.id; };
  return one.file == other.file && a.record.id == b.record.id &&
         std::ranges::equal(a.sets, b.sets, {}, &CriteriaSet::hash, &CriteriaSet::hash) &&
         std::ranges::equal(one.units(), other.units(), {}, id_of_unit, id_of_unit);
}

}  // namespace

Desk::Desk(Places places, std::filesystem::path settings, Lang system_lang, std::function<void()> wake)
    : settings_file_(std::move(settings)),
      settings_(read_settings(settings_file_)),
      system_lang_(system_lang),
      office_(std::make_unique<Office>(std::move(places))),
      tasks_(std::move(wake)) {
  read_words();
}

Desk::~Desk() = default;

bool Desk::take_news() {
  if (!tasks_.deliver()) return false;
  ++stamp_;
  return true;
}

StatusLine Desk::status() const {
  StatusLine line;
  if (doing_) {
    const double progress = progress_.load();
    line = {text(*doing_), false, true, progress >= 0 ? std::optional(progress) : std::nullopt};
  } else if (!said_.code.empty()) {
    line = {text(said_), said_problem_, false, {}};
  }
  return line;
}

std::uint32_t Desk::unit() const {
  if (!study_ || !unit_) return 0;
  return study_->assessment->organisation.find(*unit_).value_or(0);
}

std::size_t Desk::set() const {
  if (!study_) return 0;
  const auto& sets = study_->assessment->sets;
  for (std::size_t i = 0; i < sets.size(); ++i)
    if (sets[i].id.value == set_) return i;
  return 0;
}

void Desk::go(Page page) {
  forget_step();
  page_ = page;
  ++stamp_;
}

void Desk::choose_unit(std::uint32_t unit) {
  forget_step();
  unit_ = study_->units()[unit].id;
  // Reasons that stand beside the page are of the unit that the page shows.
  if (why_) why_->unit = study_->units()[unit].id;
  ++stamp_;
}

void Desk::choose_set(std::size_t set) {
  forget_step();
  set_ = study_->assessment->sets[set].id.value;
  ++stamp_;
}

void Desk::choose_lang(Lang lang) {
  forget_step();
  settings_.lang = lang;
  read_words();
  keep_settings();
  ++stamp_;
}

void Desk::choose_theme(charts::Theme theme) {
  settings_.theme = theme;
  keep_settings();
  ++stamp_;
}

Message Desk::words_of(const Done::Step& step) const {
  const std::string action = text(named(step.action, *study_, lang()));
  return step.is_undo ? msg("viewmodel.undone", {{"action", action}})
                      : msg("viewmodel.redone", {{"action", action}});
}

void Desk::zoom_by(int steps) {
  const auto now = std::ranges::find(kZooms, settings_.zoom) - kZooms.begin();
  const auto last = static_cast<std::ptrdiff_t>(kZooms.size()) - 1;
  const auto wanted = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(now + steps, 0, last));
  settings_.zoom = steps == 0 ? 100 : kZooms[wanted];
  keep_settings();
  ++stamp_;
}

void Desk::ask_why(const Why& why) {
  why_ = why;
  ++stamp_;
}

void Desk::close_why() {
  why_.reset();
  ++stamp_;
}

void Desk::ask_indicator(const AskedIndicator& asked) {
  asked_indicator_ = asked;
  choose_set(asked.set);
  go(Page::kAssess);
}

void Desk::import_file(const std::filesystem::path& file) {
  file_to_import_ = file;
  go(Page::kCollect);
}

void Desk::wish(Wish wish) {
  wish_ = wish;
  go(wish == Wish::kImport ? Page::kCollect : Page::kStart);
}

bool Desk::takes(Wish wish) {
  return wish_ == wish && std::exchange(wish_, Wish::kNone) != Wish::kNone;
}

void Desk::say_all_saved() {
  said_ = msg("viewmodel.all-saved");
  said_problem_ = false;
  ++stamp_;
}

void Desk::close_dialog() {
  dialog_.reset();
  ++stamp_;
}

void Desk::report(const Message& title, const Error& error) {
  Dialog dialog{text(title), {}};
  for (const Problem& problem : error.problems.kept())
    dialog.lines.push_back(
        words_->text(Problem{in_window(problem.message), problem.where, problem.severity}));
  const std::size_t all = error.problems.errors() + error.problems.warnings();
  if (all > error.problems.kept().size())
    dialog.lines.push_back(text(msg("viewmodel.more-problems", {{"n", all - error.problems.kept().size()}})));
  dialog_ = std::move(dialog);
  ++stamp_;
}

void Desk::act(const Message& doing, const Message& failed, Act act) {
  doing_ = doing;
  progress_ = -1;
  ++stamp_;
  tasks_.add([this, act = std::move(act), failed](const std::stop_token& stop) -> Tasks::Delivery {
    auto done = std::make_shared<Result<Done>>(act(*office_, stop));
    const Project::Presence presence = *done ? Project::Presence::kThere : office_->presence();
    std::shared_ptr<Result<Study>> seen;
    if (*done && (*done)->changed != Done::Changed::kNothing)
      seen = std::make_shared<Result<Study>>((*done)->changed == Done::Changed::kAll
                                                 ? office_->look_again()
                                                 : office_->score_again((*done)->answers));
    return [this, done, seen, failed, presence] {
      doing_.reset();
      if (!*done) {
        said_ = failed;
        said_problem_ = true;
        if (presence != Project::Presence::kThere) return tell_moved(presence);
        if (done->error().kind != ErrorKind::kCancelled) report(failed, done->error());
        return;
      }
      const Message said = (*done)->step ? words_of(*(*done)->step) : (*done)->said;
      say_saved(said);
      if (!(*done)->remarks.empty()) {
        dialog_ = Dialog{text(said), {}};
        for (const Message& remark : (*done)->remarks)
          dialog_->lines.push_back(text(remark));
      }
      if (seen) show(std::move(*seen), msg("viewmodel.cannot-read"));
    };
  });
}

void Desk::tell_progress(double share) {
  progress_ = share;
}

void Desk::finish() {
  // What is delivered may ask for more.
  do
    tasks_.finish();
  while (tasks_.busy());
  ++stamp_;
}

void Desk::ask(const std::string& key, const Message& doing,
               std::function<Made(Office&, std::stop_token)> make) {
  const bool is_said = !doing.code.empty();
  if (is_said) {
    doing_ = doing;
    progress_ = -1;
  }
  tasks_.add([this, key, is_said, make = std::move(make), version = version_,
              asked_of = study_->assessment](const std::stop_token& stop) -> Tasks::Delivery {
    // What was asked of an assessment that has been left is not answered by the next one: places of units and
    // sets mean something else there. It is asked for again once that one is shown.
    if (!office_->is_looking_at(asked_of.get())) {
      if (!is_said) return {};
      return [this] { doing_.reset(); };
    }
    auto made = std::make_shared<Made>(make(*office_, stop));
    return [this, key, made, version, is_said] {
      if (is_said) doing_.reset();
      const auto entry = known_.find(key);
      if (entry == known_.end()) return;
      entry->second.value = std::move(made->first);
      entry->second.error = std::move(made->second);
      entry->second.made_for = version;
    };
  });
}

void Desk::show(Result<Study> seen, const Message& failed) {
  doing_.reset();
  if (seen)
    take_in(std::move(*seen));
  else
    report(failed, seen.error());
}

void Desk::take_in(Study study) {
  ++version_;
  bool has_new_words = false;
  for (const SetScore& score : *study.scores) {
    if (score.package == nullptr) continue;
    const std::filesystem::path folder = score.package->folder / "text";
    if (std::ranges::find(word_folders_, folder) != word_folders_.end()) continue;
    word_folders_.push_back(folder);
    has_new_words = true;
  }
  if (has_new_words) read_words();
  if (study_ && !has_same_places(*study_, study)) {
    known_.clear();
    why_.reset();
    asked_indicator_.reset();
  }
  study_ = std::make_shared<const Study>(std::move(study));
  std::erase_if(known_, [&](const auto& each) { return each.second.last_used + kForgetAfter < stamp_; });
}

void Desk::say_saved(const Message& said) {
  said_ = said.code.empty() ? msg("viewmodel.saved", {{"time", os::clock_time()}}) : said;
  said_problem_ = false;
}

/// What was undone is news until the user goes on.
void Desk::forget_step() {
  if (said_.code == "viewmodel.undone" || said_.code == "viewmodel.redone") said_ = {};
}

void Desk::read_words() {
  words_ = std::make_unique<Catalogue>(settings_.lang.value_or(system_lang_));
  // Without catalogues messages are shown as codes: nothing is lost, and the installation is visibly broken.
  (void)words_->add(os::program_folder() / "../share/orienta/text");
  for (const std::filesystem::path& folder : word_folders_)
    (void)words_->add(folder);
}

void Desk::keep_settings() {
  if (Status kept = write_settings(settings_file_, settings_); !kept) {
    said_ = msg("viewmodel.settings-not-kept");
    said_problem_ = true;
  }
}

}  // namespace orienta::gui

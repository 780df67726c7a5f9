// SPDX-License-Identifier: MIT
// The state of the dashboard and everything a user can do in it, without a window. Data flow one way: a
// command goes to the office (office.hpp) in the background; a new Study comes back; pages are made from it.
//
// All calls on one thread, the one that draws. Nothing here blocks: what takes time is under way in the
// background, and what was known before stays until its successor is there.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "app/importing.hpp"
#include "app/setup.hpp"
#include "base/catalogue.hpp"
#include "viewmodel/figure.hpp"
#include "viewmodel/office.hpp"
#include "viewmodel/settings.hpp"
#include "viewmodel/study.hpp"
#include "viewmodel/tasks.hpp"

namespace orienta::gui {

/// In the order of the rail: a user's week. The last two stand behind the gear.
enum class Page : std::uint8_t {
  kStart,
  kOverview,
  kOrganisation,
  kCollect,
  kAssess,
  kResults,
  kFeedback,
  kPlan,
  kCompare,
  kReport,
  kCriteria,
  kPlugins,
};

/// A result whose reasons are asked for.
struct Why {
  std::size_t set = 0;
  std::uint32_t node = 0;
  UnitId unit;
  bool operator==(const Why&) const = default;
};

/// One question, for the page that answers it.
struct AskedIndicator {
  std::size_t set = 0;
  std::uint32_t indicator = 0;  ///< index into CriteriaSet::indicators
  bool operator==(const AskedIndicator&) const = default;
};

/// What the line at the bottom says.
struct StatusLine {
  std::string text;
  bool is_problem = false;
  bool is_working = false;
  std::optional<double> progress;  ///< 0 to 1, of work that can be cancelled
};

class Desk;

/// A problem that the user has to read.
struct Dialog {
  std::string title;
  std::vector<std::string> lines;  ///< what is wrong and what to do, ready
  struct Remedy {
    std::string name;   ///< of the widget: "dialog.open-again"
    std::string title;  ///< of the button
    std::function<void(Desk&)> run;
  };
  std::vector<Remedy> remedies = {};  ///< each closes the dialog
};

/// What a command did.
struct Done {
  Message said;  ///< for the status line; an empty code says that it is saved
  enum class Changed : std::uint8_t {
    kNothing,
    kAnswers,  ///< answers alone: the scores are made again
    kAll,      ///< everything is read again
  } changed = Changed::kAnswers;
  std::vector<Message> remarks;         ///< shown in a dialog
  std::vector<AnswerKey> answers = {};  ///< with kAnswers: these alone have changed; empty: any
  /// An action of the log was undone or done again: the status line names it, and `said` stays empty.
  struct Step {
    Message action;
    bool is_undo = true;
  };
  std::optional<Step> step = {};
};

/// Something that is made in the background from the open project.
template <class T>
struct Known {
  std::shared_ptr<const T> value;  ///< null while it is made for the first time, and when it failed
  std::shared_ptr<const Error> error;
  bool is_current = false;  ///< false: `value` is from before the last change, its successor is under way
};

class Desk {
 public:
  /// `wake` is called from the background when there is something to take in. `settings` is where the user's
  /// choices are kept; an empty path keeps none.
  Desk(Places places, std::filesystem::path settings, Lang system_lang, std::function<void()> wake);
  ~Desk();

  // ---- every frame
  /// Takes in what the background has finished; true when anything changed.
  bool take_news();
  /// Grows whenever anything changes that a page is made from.
  std::uint64_t stamp() const { return stamp_; }

  // ---- what is shown
  const Study* study() const { return study_.get(); }
  std::shared_ptr<const Study> study_shared() const { return study_; }
  const Catalogue& words() const { return *words_; }
  std::string text(const Message& message) const { return words_->text(message); }
  Page page() const { return page_; }
  charts::Theme theme() const { return settings_.theme; }
  /// How large everything is drawn, per cent of the display's own scale.
  int zoom() const { return settings_.zoom; }
  Lang lang() const { return words_->lang(); }
  const Settings& settings() const { return settings_; }
  StatusLine status() const;
  const std::optional<Dialog>& dialog() const { return dialog_; }
  const std::optional<Why>& why() const { return why_; }
  /// The question that another page sent the user to; stays until it is taken.
  const std::optional<AskedIndicator>& asked_indicator() const { return asked_indicator_; }
  /// The unit that is looked at, by index in the study's organisation; the one on top unless chosen.
  std::uint32_t unit() const;
  /// The set that is looked at where a page shows one.
  std::size_t set() const;

  // ---- choices
  void go(Page page);
  void choose_unit(std::uint32_t unit);
  void choose_set(std::size_t set);
  void choose_lang(Lang lang);
  void choose_theme(charts::Theme theme);
  /// So many steps larger or smaller, as far as it goes; 0: back to the display's own scale.
  void zoom_by(int steps);
  void ask_why(const Why& why);
  void close_why();
  /// Goes to the page that answers, at this question of the chosen unit.
  void ask_indicator(const AskedIndicator& asked);
  /// The page that answers calls it when it has shown the question.
  void take_asked_indicator() { asked_indicator_.reset(); }
  /// Goes to the page that imports, with this file in it.
  void import_file(const std::filesystem::path& file);
  const std::filesystem::path& file_to_import() const { return file_to_import_; }
  /// The page that imports calls it when it has taken the file.
  void take_file_to_import() { file_to_import_.clear(); }
  /// What a command of the palette wants a page to begin with.
  enum class Wish : std::uint8_t { kNone, kNewProject, kOpenProject, kImport };
  /// Goes to the page that does it; that page asks with takes() and begins.
  void wish(Wish wish);
  bool takes(Wish wish);
  /// Says on the status line that everything is saved.
  void say_all_saved();
  void close_dialog();
  /// Shows the error in a dialog.
  void report(const Message& title, const Error& error);

  // ---- commands
  void open(const std::filesystem::path& file);
  /// A file that was dropped onto the window: data for the open project, else a project.
  void drop(const std::filesystem::path& file);
  void explore_sample();
  void make(const std::filesystem::path& file, const NewProject& wanted);
  void close_project();
  void look_at(const std::string& assessment);
  void answer(const AnswerOrder& order);
  void undo();
  void redo();
  void cancel() { tasks_.cancel(); }
  /// Writes the chart beside the project, as SVG and as PNG; the status line says where.
  void save_chart(const Figure& figure);
  /// Looks whether another program has changed the project, and reads it again then. Where it has put another
  /// file in its place, or removed it, a dialog says so and offers what can be done.
  void look_outside();
  /// Keeps what is open as a new file beside the project; `opens` it then.
  void keep_copy(const std::filesystem::path& copy, bool opens);

  using Act = std::function<Result<Done>(Office&, std::stop_token)>;
  /// Runs any other command: `doing` is said meanwhile, an error becomes a dialog titled `failed`.
  void act(const Message& doing, const Message& failed, Act act);
  /// Progress of the command that is under way, from 0 to 1. May be called from the background.
  void tell_progress(double share);

  /// The value under `key`, made by `make(Office&)` in the background when it is not there yet or the project
  /// changed since. The key names all that `make` depends on besides the project.
  template <class T, class Make>
  Known<T> known(const std::string& key, Make make) {
    return known_slowly<T>(key, {}, [make](Office& office, const std::stop_token&) { return make(office); });
  }
  /// The same for what takes longer: `doing` is said meanwhile, and the user can cancel it. `make(Office&,
  /// std::stop_token)` may tell_progress(); what was cancelled is a kCancelled error until it is asked for by
  /// another key.
  template <class T, class Make>
  Known<T> known_slowly(const std::string& key, const Message& doing, Make make) {
    Entry& entry = known_[key];
    if (entry.made_for != version_ && entry.asked_for != version_) {
      entry.asked_for = version_;
      ask(key, doing, [make](Office& office, const std::stop_token& stop) -> Made {
        Result<T> made = make(office, stop);
        if (made) return {std::make_shared<const T>(std::move(*made)), nullptr};
        return {nullptr, std::make_shared<const Error>(std::move(made.error()))};
      });
    }
    entry.last_used = stamp_;
    return {std::static_pointer_cast<const T>(entry.value), entry.error, entry.made_for == version_};
  }

  bool is_busy() const { return tasks_.busy(); }
  /// Waits for the background: for tests, and before the program ends.
  void finish();

 private:
  struct Entry {
    std::shared_ptr<const void> value;
    std::shared_ptr<const Error> error;
    std::uint64_t made_for = 0;
    std::uint64_t asked_for = 0;
    std::uint64_t last_used = 0;
  };
  using Made = std::pair<std::shared_ptr<const void>, std::shared_ptr<const Error>>;
  void ask(const std::string& key, const Message& doing, std::function<Made(Office&, std::stop_token)> make);
  void tell_moved(Project::Presence presence, const std::optional<std::filesystem::path>& kept = {});
  void show(Result<Study> seen, const Message& failed);
  Message words_of(const Done::Step& step) const;
  void take_in(Study study);
  void leave_project();
  void say_saved(const Message& said);
  void forget_step();
  void read_words();
  void keep_settings();

  std::filesystem::path settings_file_;
  Settings settings_;
  Lang system_lang_;
  std::unique_ptr<Catalogue> words_;
  std::vector<std::filesystem::path> word_folders_;  ///< of the plugins that are in use

  Page page_ = Page::kStart;
  std::optional<UnitId> unit_;
  std::string set_;
  std::optional<Why> why_;
  std::optional<AskedIndicator> asked_indicator_;
  std::filesystem::path file_to_import_;
  Wish wish_ = Wish::kNone;
  std::optional<Dialog> dialog_;
  Message said_;  ///< on the status line while nothing is under way
  bool said_problem_ = false;
  std::optional<Message> doing_;
  std::atomic<double> progress_ = -1;

  Project::Presence presence_ = Project::Presence::kThere;  ///< of the file, as the user was told

  std::shared_ptr<const Study> study_;
  std::uint64_t version_ = 0;  ///< of the project, as far as this side knows
  std::uint64_t stamp_ = 1;
  std::map<std::string, Entry> known_;
  std::unique_ptr<Office> office_;
  Tasks tasks_;  ///< last: its thread uses the office
};

/// A page that is made again only when something changed.
template <class Content>
class Cached {
 public:
  /// `make()` is called when the stamp is another one than last time.
  template <class Make>
  const Content& get(std::uint64_t stamp, Make make) {
    if (!content_ || stamp_ != stamp) {
      content_.emplace(make());
      stamp_ = stamp;
    }
    return *content_;
  }

 private:
  std::optional<Content> content_;
  std::uint64_t stamp_ = 0;
};

}  // namespace orienta::gui

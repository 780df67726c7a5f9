// SPDX-License-Identifier: MIT
#include "cli/session.hpp"

#include <cstdio>

#include "base/os.hpp"
#include "cli/command_line.hpp"

namespace orienta::cli {

Session::Session(Lang lang, std::string program) : program_(std::move(program)), words_(lang) {
  // Without catalogues messages are printed as codes: nothing is lost, and the installation is visibly
  // broken.
  (void)words_.add(os::program_folder() / "../share/orienta/text");
}

const Places& Session::places() {
  if (!places_) {
    places_.emplace();
    places_->criteria.assign(criteria.begin(), criteria.end());
    places_->plugins.assign(plugins.begin(), plugins.end());
    places_->in_process = in_process;
  }
  return *places_;
}

void Session::add_words_of(const Package& package) {
  (void)words_.add(package.folder / "text");
}

void Session::print(const std::string& line) const {
  std::fputs((line + "\n").c_str(), stdout);
}

void Session::print(const Table& table, const std::vector<Message>& notes) const {
  const std::string text = format == "csv"    ? to_csv(table)
                           : format == "json" ? to_json(table, notes)
                                              : to_text(table, words_);
  std::fputs(text.c_str(), stdout);
  if (format == "csv")
    for (const Message& each : notes)
      note(each);
}

void Session::note(const Message& message) const {
  std::fputs((text(message) + "\n").c_str(), stderr);
}

std::function<void(std::uint64_t, std::uint64_t)> Session::progress() const {
  if (!for_people() || !os::is_terminal(os::kErrors)) return {};
  return [this](std::uint64_t done, std::uint64_t total) {
    const double share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0;
    std::fputs(("\r" + text(msg("cli.progress", {{"share", share}}))).c_str(), stderr);
  };
}

void Session::end_progress() const {
  if (for_people() && os::is_terminal(os::kErrors)) std::fputs("\r\033[K", stderr);
}

void Session::next(const std::string& command, const Message& what) const {
  if (!for_people() || !os::is_terminal(os::kOutput)) return;
  print("\n" + text(msg("cli.next", {{"command", program_ + " " + command}, {"what", text(what)}})));
}

void Session::report(const Problems& problems) const {
  for (const Problem& problem : problems.kept()) {
    const std::string what = words_.text(problem);
    const Message line = problem.severity == Severity::kError     ? msg("cli.error", {{"text", what}})
                         : problem.severity == Severity::kWarning ? msg("cli.warning", {{"text", what}})
                                                                  : msg("cli.note", {{"text", what}});
    std::fputs((text(line) + "\n").c_str(), stderr);
  }
  const std::size_t all = problems.errors() + problems.warnings();
  if (all > problems.kept().size())
    std::fputs(
        (text(msg("cli.more-problems", {{"n", all - problems.kept().size()}, {"all", all}})) + "\n").c_str(),
        stderr);
}

int Session::fail_with(const Error& error) const {
  report(error.problems);
  if (error.kind == ErrorKind::kUsage) return kWrongUsage;
  return error.kind == ErrorKind::kPlugin ? kPluginFailed : kInputHasProblems;
}

std::string shell_word(const std::string& text) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,:";
  if (!text.empty() && text.find_first_not_of(kPlain) == std::string::npos) return text;
  std::string quoted = "'";
  for (const char c : text)
    quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
#include "viewmodel/desk.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <thread>

#include "viewmodel/lookups.hpp"
#include "viewmodel/sample_desk.hpp"

using namespace orienta;
using namespace orienta::gui;

namespace {

/// An answer of the head office that changes something.
AnswerOrder an_answer(const Desk& desk, const std::string& value) {
  AnswerOrder order;
  order.unit = desk.study()->units().front().id.value;
  order.set = "service-standards";
  order.indicator =
      desk.study()->assessment->sets[*desk.study()->assessment->set_index(order.set)].indicators[0].id;
  order.value = value;
  order.source = "self";
  return order;
}

}  // namespace

TEST_CASE("opening a project shows its overview and remembers it", "[desk]") {
  SampleDesk sample;
  REQUIRE(sample.desk.study() != nullptr);
  CHECK(sample.desk.page() == Page::kOverview);
  CHECK(sample.desk.settings().recent.front().filename() == "agency-sample.orienta");
  CHECK(sample.desk.study()->scores->size() == sample.desk.study()->assessment->sets.size());
  CHECK_FALSE(sample.desk.dialog());
}

TEST_CASE("a file that cannot be opened leaves what was open and says why", "[desk]") {
  SampleDesk sample;
  sample.desk.open(sample.folder / "nothing.orienta");
  sample.desk.finish();
  REQUIRE(sample.desk.dialog());
  CHECK(sample.desk.dialog()->title == "nothing.orienta could not be opened");
  CHECK_FALSE(sample.desk.dialog()->lines.empty());
  REQUIRE(sample.desk.study() != nullptr);
  CHECK(sample.desk.study()->file == sample.file);
}

TEST_CASE("an answer is saved, can be undone and done again", "[desk]") {
  SampleDesk sample;
  const auto& set =
      sample.desk.study()->assessment->sets[*sample.desk.study()->assessment->set_index("service-standards")];
  const Scale& scale = set.scales[set.indicators[0].scale];
  REQUIRE_FALSE(scale.points.empty());
  sample.desk.answer(an_answer(sample.desk, scale.points.front().id));
  sample.desk.finish();
  CHECK_FALSE(sample.desk.dialog());
  CHECK(sample.desk.status().text.starts_with("Saved "));
  REQUIRE(sample.desk.study()->next.undo);
  sample.desk.undo();
  sample.desk.finish();
  CHECK(sample.desk.status().text.starts_with("Undone: Answer to "));
  REQUIRE(sample.desk.study()->next.redo);
  sample.desk.redo();
  sample.desk.finish();
  CHECK(sample.desk.status().text.starts_with("Done again: Answer to "));
}

TEST_CASE("an answer that cannot be saved is reported and changes nothing", "[desk]") {
  SampleDesk sample;
  const Study before = *sample.desk.study();
  sample.desk.answer(an_answer(sample.desk, "no-such-point"));
  sample.desk.finish();
  REQUIRE(sample.desk.dialog());
  CHECK(sample.desk.dialog()->title == "Not saved");
  CHECK(sample.desk.status().is_problem);
  CHECK(sample.desk.study()->next.undo == before.next.undo);
}

TEST_CASE("what another program changes is noticed and read again", "[desk]") {
  SampleDesk sample;
  {
    auto other = Project::open(sample.file, Project::Access::kWrite);
    REQUIRE(other);
    auto change = other->begin(msg("store.action-answer"));
    REQUIRE(change);
    ProjectInfo info = *other->info();
    info.organisation = "Renamed elsewhere";
    REQUIRE(change->put_info(info));
    REQUIRE(change->commit());
  }
  sample.desk.look_outside();
  sample.desk.finish();
  CHECK(sample.desk.study()->assessment->info.organisation == "Renamed elsewhere");
  CHECK(sample.desk.status().text == "Another program changed the project: it was read again");
}

TEST_CASE("what is asked for is made once, and again after the project changed", "[desk]") {
  SampleDesk sample;
  int made = 0;
  const auto ask = [&] {
    return sample.desk.known<int>("count", [&made](Office&) -> Result<int> { return ++made; });
  };
  CHECK(ask().value == nullptr);
  sample.desk.finish();
  CHECK(*ask().value == 1);
  CHECK(*ask().value == 1);
  CHECK(ask().is_current);
  const auto& set =
      sample.desk.study()->assessment->sets[*sample.desk.study()->assessment->set_index("service-standards")];
  sample.desk.answer(an_answer(sample.desk, set.scales[set.indicators[0].scale].points.front().id));
  sample.desk.finish();
  CHECK(*ask().value == 1);
  CHECK_FALSE(ask().is_current);
  sample.desk.finish();
  CHECK(*ask().value == 2);
}

TEST_CASE("what takes longer says so and is cancelled when the user wants it", "[desk]") {
  SampleDesk sample;
  const auto ask = [&] {
    return sample.desk.known_slowly<int>("slow", msg("viewmodel.saving"),
                                         [](Office&, const std::stop_token& stop) -> Result<int> {
                                           while (!stop.stop_requested())
                                             std::this_thread::yield();
                                           return failure(ErrorKind::kCancelled, msg("answers.cancelled"));
                                         });
  };
  (void)ask();
  CHECK(sample.desk.status().is_working);
  while (sample.desk.is_busy()) {
    sample.desk.cancel();
    sample.desk.take_news();
  }
  CHECK_FALSE(sample.desk.status().is_working);
  const auto cancelled = ask();
  REQUIRE(cancelled.error);
  CHECK(cancelled.error->kind == ErrorKind::kCancelled);
  CHECK_FALSE(sample.desk.is_busy());
}

TEST_CASE("the language changes every word at once", "[desk]") {
  SampleDesk sample;
  sample.desk.choose_lang(Lang::kPl);
  CHECK(sample.desk.text(msg("viewmodel.page-overview")) == "Przegląd");
  sample.desk.choose_lang(Lang::kRu);
  CHECK(sample.desk.text(msg("viewmodel.page-overview")) == "Обзор");
}

TEST_CASE("a table dropped onto an open project is to be imported, anything else is opened", "[desk]") {
  SampleDesk sample;
  sample.desk.drop("/data/Answers.CSV");
  CHECK(sample.desk.page() == Page::kCollect);
  CHECK(sample.desk.file_to_import() == "/data/Answers.CSV");
  sample.desk.drop(sample.file);
  sample.desk.finish();
  CHECK(sample.desk.page() == Page::kOverview);
}

namespace {

const Dialog::Remedy& remedy(const Desk& desk, const std::string& name) {
  REQUIRE(desk.dialog());
  const auto& all = desk.dialog()->remedies;
  const auto found = std::ranges::find(all, name, &Dialog::Remedy::name);
  REQUIRE(found != all.end());
  return *found;
}

/// Does what a button of the dialog does.
void choose(Desk& desk, const std::string& name) {
  const auto run = remedy(desk, name).run;
  desk.close_dialog();
  run(desk);
  desk.finish();
}

/// Gives the first question of the standards another answer; true when it was saved.
bool answers(SampleDesk& sample) {
  const auto& set =
      sample.desk.study()->assessment->sets[*sample.desk.study()->assessment->set_index("service-standards")];
  const auto& points = set.scales[set.indicators[0].scale].points;
  sample.desk.answer(an_answer(sample.desk, points.back().id));
  sample.desk.finish();
  return !sample.desk.dialog();
}

}  // namespace

TEST_CASE("a file that another program replaces is noticed once, can be kept and opened again", "[desk]") {
  SampleDesk sample;
  REQUIRE(answers(sample));
  std::filesystem::create_directory(sample.folder / "other");
  const auto other = test::copy_of_sample(sample.folder / "other");
  std::filesystem::rename(other, sample.file);
  sample.desk.look_outside();
  sample.desk.finish();
  REQUIRE(sample.desk.dialog());
  CHECK(sample.desk.dialog()->title == "agency-sample.orienta was replaced by another program");
  sample.desk.close_dialog();
  sample.desk.look_outside();
  sample.desk.finish();
  CHECK_FALSE(sample.desk.dialog());
  // An answer meets the same words, not those of a file that may not be written.
  CHECK_FALSE(answers(sample));
  CHECK(sample.desk.status().is_problem);
  choose(sample.desk, "dialog.keep-copy");
  const auto kept = sample.folder / "agency-sample (kept).orienta";
  REQUIRE(std::filesystem::exists(kept));
  choose(sample.desk, "dialog.open-again");
  REQUIRE(sample.desk.study() != nullptr);
  CHECK(sample.desk.study()->file == sample.file);
  CHECK(answers(sample));
  // The copy has the answer that was given before.
  sample.desk.open(kept);
  sample.desk.finish();
  REQUIRE(sample.desk.study()->next.undo);
  CHECK(sample.desk.study()->next.undo->code == "store.action-answer");
}

TEST_CASE("a file that another program removes is saved again under its name", "[desk]") {
  SampleDesk sample;
  REQUIRE(answers(sample));
  std::filesystem::remove(sample.file);
  sample.desk.look_outside();
  sample.desk.finish();
  REQUIRE(sample.desk.dialog());
  CHECK(sample.desk.dialog()->title == "agency-sample.orienta is no longer there");
  choose(sample.desk, "dialog.save-again");
  REQUIRE(std::filesystem::exists(sample.file));
  REQUIRE(sample.desk.study() != nullptr);
  CHECK(sample.desk.study()->next.undo->code == "store.action-answer");
  CHECK(answers(sample));
}

TEST_CASE("while rubbish stands in a project's place the open one is kept, and can be saved as a copy",
          "[desk]") {
  SampleDesk sample;
  const auto rubbish = sample.folder.write("rubbish", "not a project");
  std::filesystem::rename(rubbish, sample.file);
  sample.desk.look_outside();
  sample.desk.finish();
  choose(sample.desk, "dialog.open-again");
  CHECK(sample.desk.study() != nullptr);
  REQUIRE(sample.desk.dialog());
  sample.desk.close_dialog();
  const auto copy = sample.folder / "kept.orienta";
  sample.desk.keep_copy(copy, true);
  sample.desk.finish();
  CHECK(sample.desk.study()->file == copy);
}

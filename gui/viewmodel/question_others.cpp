// SPDX-License-Identifier: MIT
#include "viewmodel/question_others.hpp"

#include <algorithm>

#include "app/wording.hpp"
#include "viewmodel/phrases.hpp"

namespace orienta::gui {
namespace {

class Others {
 public:
  Others(const OthersOf& of, QuestionCard& card)
      : words_(of.words),
        known_(of.known),
        question_(of.question),
        scale_(of.scale),
        given_(of.given),
        card_(card) {}

  void add() {
    card_.others.columns = {{say(msg("viewmodel.assess-column-source")), false, 1, ""},
                            {say(msg("viewmodel.assess-answer")), false, 2, ""},
                            {say(msg("viewmodel.assess-column-by")), false, 1, ""},
                            {say(msg("viewmodel.assess-column-when")), false, 1, ""}};
    for (const Answer* answer : given_) {
      if (card_.own && answer->key == card_.own->key) continue;
      std::string when = answer->date ? answer->date->to_string() : "";
      if (!answer->key.occasion.empty()) when += (when.empty() ? "" : ", ") + answer->key.occasion;
      add_other(answer->key.source, answer_text(scale_, *answer, words_), person(answer->key.assessor), when);
    }
    add_measures();
    add_surveys();
  }

 private:
  std::string say(const Message& message) const { return words_.text(message); }
  std::string person(const PersonId& id) const { return name_in(known_, id); }

  void add_other(Source source, const std::string& answer, const std::string& by, const std::string& when) {
    card_.others.rows.push_back({"assess.other." + std::to_string(card_.others.rows.size()),
                                 {{say(words_of(source))}, {answer}, {by}, {when}},
                                 0});
  }

  void add_measures() {
    const Home& home = known_.homes[question_.indicator];
    for (const MeasureFigure& figure : known_.measures) {
      if (figure.set != home.first || figure.indicator != home.second || !figure.segments.empty()) continue;
      std::string text = figure.figure.to_string();
      if (figure.of) text += " / " + figure.of->to_string();
      add_other(Source::kSystem, text, "", period_text(figure.period));
      has_measures_ = true;
    }
  }

  /// What has no answers here but counts: surveys, and the range over all sources.
  void add_surveys() {
    double least = 1;
    double most = 0;
    int views = 0;
    for (const orienta_reading_t& reading : known_.readings.sources) {
      if (reading.indicator != question_.indicator) continue;
      const auto source = static_cast<Source>(reading.source);
      const bool is_listed =
          std::ranges::any_of(given_, [&](const Answer* answer) { return answer->key.source == source; }) ||
          (has_measures_ && source == Source::kSystem) || question_.is_inherited;
      if (reading.state == ORIENTA_STATE_VALUE) {
        ++views;
        least = std::min(least, reading.value);
        most = std::max(most, reading.value);
        if (!is_listed)
          add_other(source,
                    say(msg("viewmodel.assess-index-of",
                            {{"index", display_number(100 * reading.value, 0, words_.lang())},
                             {"n", reading.count}})),
                    "", "");
      } else if (reading.state == ORIENTA_STATE_WITHHELD) {
        add_other(source, say(msg("viewmodel.assess-is-withheld")), "", "");
      }
    }
    if (views > 1)
      card_.spread = say(msg("viewmodel.assess-spread",
                             {{"points", display_number(100 * (most - least), 0, words_.lang())}}));
  }

  const Catalogue& words_;
  const UnitAnswers& known_;
  const Question& question_;
  const Scale& scale_;
  const std::vector<const Answer*>& given_;
  QuestionCard& card_;
  bool has_measures_ = false;
};

}  // namespace

std::string name_in(const UnitAnswers& known, const PersonId& id) {
  const auto found = known.persons.find(id);
  return found != known.persons.end() ? found->second : "";
}

void add_others(const OthersOf& of, QuestionCard& card) {
  Others(of, card).add();
}

}  // namespace orienta::gui

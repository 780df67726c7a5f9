// SPDX-License-Identifier: MIT
// A set speaks the languages of its title: every other text should speak them too.
// Titles of references are left alone: a book or standard is cited as it was published.
#include <algorithm>
#include <vector>

#include "criteria/lint.hpp"

namespace orienta {
namespace {

// Numbers and signs read the same in every language.
bool has_words(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

const Yaml* entry(const Yaml* map, std::string_view key) {
  return map == nullptr ? nullptr : map->find(key);
}

const Yaml* item(const Yaml* list, std::size_t index) {
  return list == nullptr || index >= list->items.size() ? nullptr : &list->items[index];
}

const Yaml* at(const std::vector<const Yaml*>& places, std::size_t index) {
  return index < places.size() ? places[index] : nullptr;
}

class Translations {
 public:
  explicit Translations(const Lint& lint) : lint_(lint) {
    for (const Lang lang : kLangs)
      if (!lint.set.title[lang].empty()) wanted_.push_back(lang);
  }

  void check(const LocalText& text, std::string_view id, std::string_view key, const Yaml* map) {
    check_value(text, id, key, entry(map, key));
  }

  void check_value(const LocalText& text, std::string_view id, std::string_view key, const Yaml* value) {
    if (text.empty() || !has_words(text.in(Lang::kEn))) return;
    for (const Lang lang : wanted_)
      if (text[lang].empty())
        lint_.report.warning(mark_in(value), msg("criteria.no-translation",
                                                 {{"id", id}, {"key", key}, {"lang", code_of(lang)}}));
  }

 private:
  const Lint& lint_;
  std::vector<Lang> wanted_;
};

void check_scale(Translations& texts, const Scale& scale, const Yaml* node) {
  for (std::size_t i = 0; i < scale.points.size(); ++i)
    texts.check(scale.points[i].label, scale.id, "label", item(entry(node, "points"), i));
  for (std::size_t i = 0; i < scale.statistics.size(); ++i)
    texts.check(scale.statistics[i].title, scale.id, "title", item(entry(node, "statistics"), i));
  if (!scale.measure) return;
  for (std::size_t i = 0; i < scale.measure->bands.size(); ++i)
    texts.check(scale.measure->bands[i].label, scale.id, "label", item(entry(node, "bands"), i));
}

void check_indicator(Translations& texts, const Indicator& indicator, const Yaml* node) {
  texts.check(indicator.ask, indicator.id, "ask", node);
  texts.check(indicator.help, indicator.id, "help", node);
  for (std::size_t i = 0; i < indicator.counts_when.size(); ++i)
    texts.check_value(indicator.counts_when[i], indicator.id, "counts_when",
                      item(entry(node, "counts_when"), i));
  for (std::size_t i = 0; i < indicator.advice.size(); ++i)
    texts.check(indicator.advice[i].text, indicator.id, "text", item(entry(node, "advice"), i));
}

}  // namespace

void lint_translations(const Lint& lint) {
  const CriteriaSet& set = lint.set;
  const Origin& origin = lint.origin;
  Translations texts(lint);
  texts.check(set.description, set.id.value, "description", origin.root);
  for (std::size_t i = 0; i < set.segments.size(); ++i)
    texts.check(set.segments[i].title, set.segments[i].id, "title", at(origin.segments, i));
  for (std::size_t i = 0; i < set.roles.size(); ++i)
    texts.check(set.roles[i].title, set.roles[i].id, "title", at(origin.roles, i));
  for (std::size_t i = 0; i < set.scales.size(); ++i)
    check_scale(texts, set.scales[i], at(origin.scales, i));
  for (std::size_t i = 0; i < set.levels.size(); ++i) {
    texts.check(set.levels[i].title, std::to_string(set.levels[i].level), "title", at(origin.levels, i));
    texts.check(set.levels[i].means, std::to_string(set.levels[i].level), "means", at(origin.levels, i));
  }
  for (std::size_t i = 0; i < set.dimensions.size(); ++i) {
    texts.check(set.dimensions[i].title, set.dimensions[i].id, "title", at(origin.dimensions, i));
    texts.check(set.dimensions[i].help, set.dimensions[i].id, "help", at(origin.dimensions, i));
  }
  for (std::size_t i = 0; i < set.criteria.size(); ++i) {
    texts.check(set.criteria[i].title, set.criteria[i].id, "title", at(origin.criteria, i));
    texts.check(set.criteria[i].help, set.criteria[i].id, "help", at(origin.criteria, i));
  }
  for (std::size_t i = 0; i < set.indicators.size(); ++i)
    check_indicator(texts, set.indicators[i], at(origin.indicators, i));
  for (std::size_t i = 0; i < set.improvements.size(); ++i)
    texts.check(set.improvements[i].title, set.improvements[i].id, "title", at(origin.improvements, i));
}

}  // namespace orienta

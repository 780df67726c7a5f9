// SPDX-License-Identifier: MIT
#include "viewmodel/phrases.hpp"

#include "app/setup.hpp"
#include "app/wording.hpp"

namespace orienta::gui {

std::string name_of(const Unit& unit) {
  return unit.name.empty() ? unit.id.value : unit.name;
}

std::string title_of(const CriteriaSet& set, std::uint32_t node, Lang lang) {
  const LocalText& title = set.node_title(node);
  return title.empty() ? set.node_id(node) : title.in(lang);
}

std::string period_text(const Period& period) {
  const std::string id = id_of(period).value;
  const std::size_t half = id.find("-h");
  if (half != std::string::npos) return id.substr(0, half) + " H" + id.substr(half + 2);
  return period.from.to_string() + " … " + Date{period.to.days - 1}.to_string();
}

std::string index_text(const NodeResult& result, const Catalogue& words, int digits) {
  if (result.index) return display_number(*result.index, digits, words.lang());
  return words.text(words_of(result.state));
}

std::string level_text(const NodeResult& result, const Catalogue& words) {
  if (!result.level) return "";
  return words.text(msg("app.level", {{"level", *result.level}, {"of", result.of}}));
}

std::string range_text(const std::optional<double>& low, const std::optional<double>& high,
                       const Catalogue& words, int digits) {
  if (!low || !high) return "";
  const std::string first = display_number(*low, digits, words.lang());
  const std::string last = display_number(*high, digits, words.lang());
  return first == last ? "" : first + " … " + last;
}

std::string change_text(double change, const Catalogue& words, int digits) {
  const std::string text = display_number(change, digits, words.lang());
  const bool is_zero = text.find_first_not_of("0.,") == std::string::npos;
  return change > 0 && !is_zero ? "+" + text : text;
}

std::string with_unit(const std::string& figure, const std::string& unit) {
  return figure + " " + (unit == "percent" ? "%" : unit);
}

std::string per_cent(double share, const Catalogue& words) {
  return words.text(msg("app.per-cent", {{"share", share}}));
}

}  // namespace orienta::gui

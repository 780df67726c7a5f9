// SPDX-License-Identifier: MIT
#include "generate_set.hpp"

#include <fmt/format.h>

#include <iterator>

namespace orienta::bench {
namespace {

void write_head(std::string& out, const SetShape& shape) {
  out += fmt::format("orienta: 1\nid: {}\nversion: 1.0.0\nplugin: {}\n", shape.id, shape.plugin);
  out +=
      "title: {en: Generated set, ru: Созданный набор, pl: Wygenerowany zestaw}\n"
      "minutes: 60\n"
      "scales:\n"
      "  grade:\n"
      "    points:\n";
  for (int point = 1; point <= 5; ++point)
    fmt::format_to(
        std::back_inserter(out),
        "      - {{id: {0}, value: {0}, label: {{en: Grade {0}, ru: Оценка {0}, pl: Ocena {0}}}}}\n", point);
  out += "levels:\n";
  for (int level = 1; level <= 5; ++level)
    fmt::format_to(std::back_inserter(out),
                   "  - level: {0}\n"
                   "    stage: {0}\n"
                   "    title: {{en: Level {0}, ru: Уровень {0}, pl: Poziom {0}}}\n",
                   level);
  out += "scored_at: [organisation, branch, department]\n";
  if (shape.plugin == "staff-competencies") out += "roles: [{id: anybody, requires: {c0: 50}}]\n";
  if (shape.pooled) fmt::format_to(std::back_inserter(out), "pool: [{0}]\nanonymous: [{0}]\n", shape.source);
}

void write_indicator(std::string& out, const SetShape& shape, std::uint32_t number) {
  fmt::format_to(
      std::back_inserter(out),
      "          - id: i{0}\n"
      "            ask:\n"
      "              en: How often is step {0} of the work with clients done as it was agreed?\n"
      "              ru: Как часто шаг {0} в работе с клиентами выполняется так, как договорились?\n"
      "              pl: Jak często krok {0} w pracy z klientami wykonuje się tak, jak ustalono?\n"
      "            help:\n"
      "              en: Count the cases of the last month, not the intentions.\n"
      "              ru: Считайте случаи за последний месяц, а не намерения.\n"
      "              pl: Licz przypadki z ostatniego miesiąca, a nie zamiary.\n"
      "            scale: grade\n"
      "            answered_by: [{1}]\n",
      number, shape.source);
}

}  // namespace

std::string generate_set(const SetShape& shape) {
  std::string out;
  write_head(out, shape);
  out += "dimensions:\n";
  const std::uint32_t per_dimension = shape.per_criterion * shape.criteria_per_dimension;
  for (std::uint32_t i = 0; i < shape.indicators; ++i) {
    const std::uint32_t criterion = i / shape.per_criterion;
    if (i % per_dimension == 0)
      fmt::format_to(std::back_inserter(out),
                     "  - id: d{0}\n"
                     "    title: {{en: Dimension {0}, ru: Измерение {0}, pl: Wymiar {0}}}\n"
                     "    criteria:\n",
                     i / per_dimension);
    if (i % shape.per_criterion == 0)
      fmt::format_to(std::back_inserter(out),
                     "      - id: c{0}\n"
                     "        title: {{en: Criterion {0}, ru: Критерий {0}, pl: Kryterium {0}}}\n"
                     "        level: {1}\n"
                     "        indicators:\n",
                     criterion, criterion % 5 + 1);
    write_indicator(out, shape, i);
  }
  return out;
}

}  // namespace orienta::bench

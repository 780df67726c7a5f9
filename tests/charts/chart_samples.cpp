// SPDX-License-Identifier: MIT
#include "charts/chart_samples.hpp"

#include <cmath>

namespace orienta::charts::samples {
namespace {

std::vector<Tick> percents() {
  return {{0, "0"}, {25, "25"}, {50, "50"}, {75, "75"}, {100, "100"}};
}

HeatCell cell(int value) {
  return {CellState::kValue, static_cast<double>(value), std::to_string(value), "n 12"};
}

HeatRow heat_row(std::string label, const std::vector<int>& values) {
  HeatRow row{std::move(label), {}};
  for (const int value : values)
    row.cells.push_back(cell(value));
  return row;
}

DistributionRow answers(std::string label, const std::vector<int>& counts) {
  DistributionRow row{std::move(label), {}, {}};
  int sum = 0;
  for (const int count : counts)
    sum += count;
  for (const int count : counts) {
    const std::string share = sum == 0 ? "" : std::to_string(std::lround(100.0 * count / sum)) + " %";
    row.parts.push_back(
        {static_cast<double>(count), share, std::to_string(count) + " из " + std::to_string(sum)});
  }
  row.n = "n " + std::to_string(sum);
  return row;
}

}  // namespace

RadarSpec radar_spec() {
  RadarSpec spec;
  spec.words = {"Профиль по направлениям", "Шесть направлений, пять с результатом",
                "n 239 ответов, 12 филиалов", ""};
  spec.axes = {{"Культура и ценности", 62, 70, 55, "62", "цель 70"},
               {"Процессы обслуживания", 48, 70, 50, "48", "цель 70"},
               {"Компетенции персонала", 71, 70, 60, "71", "цель 70"},
               {"Обратная связь клиентов", {}, 60, {}, "нет ответа", "цель 60"},
               {"Измерение и улучшение", 35, 60, 31, "35", "цель 60"},
               {"Руководство", 58, 75, 58, "58", "цель 75"}};
  spec.rings = percents();
  spec.key = {"Сейчас", "Цель", "2026, 1-е полугодие", "", ""};
  return spec;
}

BulletSpec bullet_spec() {
  BulletSpec spec;
  spec.words = {"Разрывы", "Шесть критериев с целью", "Интервалы 95 %, n 239 odpowiedzi", ""};
  using enum Standing;
  spec.rows = {{"Жалобы закрыты за 24 часа", 46, 41, 52, 70, 38, kBelow, "46 (41 … 52)", ""},
               {"Standardy obsługi są spisane i znane pracownikom", 82, 76, 87, 75, 80, kAtOrAbove,
                "82 (76 … 87)", ""},
               {"Доступность по телефону", 64, {}, {}, 60, {}, kAtOrAbove, "64", ""},
               {"Szkolenie nowych pracowników", {}, {}, {}, 50, {}, kNoTarget, "brak odpowiedzi", ""},
               {"Тайный покупатель: приветствие", 3, 1, 9, 40, 12, kBelow, "3 (1 … 9)", ""},
               {"Wskaźnik polecenia", 55, 47, 63, {}, 49, kNoTarget, "55 (47 … 63)", ""}};
  spec.ticks = percents();
  spec.key = {"Сейчас", "Цель", "Раньше", "Интервал 95 %", "Нет ответа"};
  return spec;
}

HeatMapSpec heat_map_spec() {
  HeatMapSpec spec;
  spec.words = {"Oddziały i wymiary", "Dwanaście oddziałów", "Wskaźnik 0–100, n 239", ""};
  spec.columns = {"Kultura i wartości", "Процессы обслуживания", "Kompetencje pracowników",
                  "Обратная связь",     "Pomiar i doskonalenie", "Przywództwo"};
  spec.rows = {heat_row("Warszawa Śródmieście", {62, 48, 71, 90, 35, 58}),
               heat_row("Kraków", {12, 28, 51, 66, 0, 100}),
               heat_row("Нижний Новгород", {75, 80, 83, 88, 92, 97}),
               heat_row("Łódź", {40, 44, 47, 50, 53, 56}),
               heat_row("Санкт-Петербург, Невский проспект 28", {5, 15, 22, 30, 38, 45})};
  spec.rows[1].cells[2] = {CellState::kOpen, 0, "", "brak odpowiedzi"};
  spec.rows[3].cells[3] = {CellState::kNotApplicable, 0, "", "nie dotyczy"};
  spec.rows[3].cells[4] = {CellState::kWithheld, 0, "", "za mało odpowiedzi"};
  spec.rows[4].cells.resize(5);
  spec.least_text = "0";
  spec.most_text = "100";
  spec.open_text = "brak odpowiedzi";
  spec.not_applicable_text = "nie dotyczy";
  spec.withheld_text = "za mało odpowiedzi";
  return spec;
}

MatrixSpec matrix_spec() {
  MatrixSpec spec;
  spec.words = {"Важность и результат", "Десять критериев", "Важность: корреляция с общей оценкой, n 239",
                ""};
  spec.x = {"Результат", 0, 100, percents(), 60};
  spec.y = {"Важность", 0, 100, {{0, "0"}, {50, "0,5"}, {100, "1"}}, 50};
  spec.quadrants = {"Улучшить", "Сохранить", "Отложить", "Возможно, избыточно"};
  using enum Standing;
  spec.points = {{"Скорость решения жалоб", 38, 88, kBelow, ""},
                 {"Вежливость персонала", 82, 80, kAtOrAbove, ""},
                 {"Компетентность", 80, 77, kAtOrAbove, ""},
                 {"Время ожидания", 41, 86, kBelow, ""},
                 {"Czas reakcji infolinii", 44, 84, kBelow, ""},
                 {"Чистота помещений", 90, 30, kAtOrAbove, ""},
                 {"Парковка", 30, 12, kBelow, ""},
                 {"Dostępność dla osób", 33, 15, kNoTarget, ""},
                 {"Часы работы", 70, 45, kAtOrAbove, ""},
                 {"Сайт и приложение", 97, 52, kAtOrAbove, ""}};
  return spec;
}

WaterfallSpec waterfall_spec() {
  WaterfallSpec spec;
  spec.words = {"Od poprzedniej oceny", "Z 46 na 58", "120 oddziałów w obu ocenach", ""};
  spec.steps = {{"Wskaźnik w I półroczu 2026", 46, true, "46", ""},
                {"Ответы на вопросы", 9, false, "+9", ""},
                {"Zmiana zakresu: nowe oddziały", 6.5, false, "+6,5", ""},
                {"Жалобы клиентов за второе полугодие", -4, false, "−4", ""},
                {"Без изменений", 0, false, "0", ""},
                {"Inne", 0.5, false, "+0,5", ""},
                {"Wskaźnik w II półroczu 2026", 58, true, "58", ""}};
  spec.ticks = percents();
  return spec;
}

TrendSpec trend_spec() {
  TrendSpec spec;
  spec.words = {"NPS", "Семь полугодий, одно без опроса", "Интервалы 95 %", ""};
  spec.least = -100;
  spec.points = {
      {0, "2023 I", "n 112", 2, -9, 13, "+2", ""},       {182, "2023 II", "n 140", 8, -2, 18, "+8", ""},
      {365, "2024 I", "n 155", -12, -22, -2, "−12", ""}, {547, "2024 II", "", {}, {}, {}, "", ""},
      {730, "2025 I", "n 201", 11, 2, 20, "+11", ""},    {912, "2025 II", "n 220", 19, 11, 27, "+19", ""},
      {1095, "2026 I", "n 239", 13, 3, 24, "+13", ""}};
  spec.ticks = {{-100, "−100"}, {-50, "−50"}, {0, "0"}, {50, "+50"}, {100, "+100"}};
  spec.target = 30;
  spec.key = {"Индекс готовности рекомендовать", "Цель +30", "", "Интервал 95 %", ""};
  return spec;
}

DistributionSpec distribution_spec() {
  DistributionSpec spec;
  spec.words = {"Распределение ответов", "По источникам", "Вопрос: «Мою жалобу решили быстро»", ""};
  spec.answers = {"Совсем не согласен", "Скорее не согласен", "Ни да, ни нет", "Скорее согласен",
                  "Полностью согласен"};
  spec.centre = 2.5;
  spec.rows = {answers("Клиенты", {12, 31, 40, 98, 58}), answers("Сотрудники", {2, 5, 14, 30, 41}),
               answers("Руководители филиалов", {0, 0, 3, 9, 12}),
               answers("Тайный покупатель", {9, 8, 4, 2, 1}), answers("Партнёры", {0, 0, 0, 0, 0})};
  return spec;
}

ProgressSpec progress_spec() {
  ProgressSpec spec;
  spec.words = {"Уровень 2 из 7", "Подтверждено 2, возможно 4", "", ""};
  spec.levels = 7;
  spec.proven = 2;
  spec.possible = 4;
  spec.next = 0.6;
  spec.names = {"Осознание", "Стандарты описаны", "Персонал обучен", "Измерение",
                "Улучшение", "Integracja",        "Лидерство"};
  return spec;
}

std::vector<Named> all_scenes(const TextWidth& width) {
  const auto bullets = bullet_spec();
  const auto map = heat_map_spec();
  const auto steps = waterfall_spec();
  const auto rows = distribution_spec();
  return {{"radar", radar(radar_spec(), {480, 400}, width)},
          {"bullet_bars", bullet_bars(bullets, {640, bullet_bars_height(bullets)}, width)},
          {"heat_map", heat_map(map, {760, heat_map_height(map, 760, width)}, width)},
          {"matrix", matrix(matrix_spec(), {560, 420}, width)},
          {"waterfall", waterfall(steps, {640, waterfall_height(steps)}, width)},
          {"trend", trend(trend_spec(), {640, 320}, width)},
          {"distribution", distribution(rows, {720, distribution_height(rows)}, width)},
          {"progress", progress(progress_spec(), {640, 60}, width)}};
}

float plain_width(std::string_view text, TextSize size) {
  std::size_t characters = 0;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++characters;
  return static_cast<float>(characters) * pixels(size) * 0.56F;
}

}  // namespace orienta::charts::samples

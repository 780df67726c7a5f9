// SPDX-License-Identifier: MIT
#include "reports/document_samples.hpp"

#include "charts/chart_samples.hpp"
#include "reports/picture.hpp"

namespace orienta::report::samples {
namespace {

using Tone = Paragraph::Tone;

charts::Scene small_scene() {
  using namespace charts;
  Scene scene;
  scene.size = {200, 40};
  scene.title = "Level";
  scene.description = "Level 2 of 7.";
  scene.shapes = {Box{{0, 8, 56, 16}, {Ink::kActual}, {}, 2},
                  Box{{60, 8, 140, 16}, {Ink::kSurface}, {Ink::kBorder}, 2, true},
                  Label{{28, 16}, "2", TextSize::kCaption, {Ink::kSurface}, Align::kCentre},
                  Label{{4, 34}, "n 239", TextSize::kCaption, {Ink::kMuted}}};
  scene.areas = {{{0, 8, 56, 16}, "Level 2", "proven", 0}};
  return scene;
}

Grid gaps_grid() {
  Grid grid;
  grid.title = "Three gaps that matter";
  grid.columns = {{"Criterion", false, 3}, {"Set", false, 2}, {"Effect", true, 1}, {"Blocks", false, 1}};
  grid.rows = {{"Complaints closed in 24 h", "Service", "+6", "level 3"},
               {"Staff know the standards", "Competencies", "+4.5", "level 3"},
               {"Answers are used", "Feedback", "+10", "–"}};
  return grid;
}

std::vector<Chapter> russian_chapters() {
  Chapter results{"results", "Результаты по наборам критериев", {}, true};
  for (auto& [name, scene] : charts::samples::all_scenes(picture_text_width())) {
    results.blocks.push_back(Heading{2, scene.title});
    results.blocks.push_back(
        Paragraph{"Уровень подтверждён ответами; открытые вопросы приняты по худшему случаю. Ниже "
                  "показано, что его сдерживает.",
                  Tone::kNormal});
    results.blocks.push_back(Chart{scene.title, scene.description, scene});
  }
  Grid units;
  units.title = "Филиалы по регионам";
  units.columns = {{"Филиал", false, 3}, {"Регион", false, 2},   {"Уровень", false, 2}, {"Индекс", true, 1},
                   {"Прежний", true, 1}, {"Изменение", true, 1}, {"Полнота", true, 1},  {"Ответов", true, 1}};
  for (int i = 1; i <= 40; ++i)
    units.rows.push_back({"Филиал № " + std::to_string(i), i % 3 == 0 ? "Северо-Запад" : "Центральный",
                          i % 4 == 0 ? "2 из 7, возможен 4" : "3 из 7",
                          std::to_string(30 + i * 7 % 50) + ",5",
                          i % 5 == 0 ? "–" : std::to_string(28 + i * 5 % 50) + ",0",
                          i % 5 == 0   ? "–"
                          : i % 2 == 0 ? "+2,5"
                                       : "-1,5",
                          std::to_string(60 + i) + " %", std::to_string(i * 37)});
  Chapter answers{"answers", "Все ответы", {Heading{2, "Работа с жалобами"}, units}, true};
  return {results, answers};
}

}  // namespace

std::string small_png() {
  charts::Scene scene;
  scene.size = {2, 1};
  return to_png(scene, charts::Theme::kLight, 1).value();
}

Document small_document() {
  Document document;
  document.title = "Sample network (invented)";
  document.subtitle = "Orientation to the customer, 2026 H2";
  document.note = "All data are invented.";
  document.date = "22 November 2026";
  document.brand = {"Example Advisers", "#1f7a4d", ""};
  document.words = {"Contents", "Skip to the report"};
  Cards cards{{{"Levels of service", "2 of 7", "level, index 46", {"proven 2, possible 3"}},
               {"Feedback", "not assessed", "", {}}}};
  document.chapters = {
      {"summary",
       "In a minute",
       {Paragraph{"2 of 7: the standards are written,\nstaff are not yet trained to them.", Tone::kStrong},
        cards, Bullets{{"Train staff", "Close complaints in a day"}, true}, gaps_grid(),
        Paragraph{"n 239", Tone::kQuiet}},
       false},
      {"results",
       "Results",
       {Heading{2, "Levels of service"}, Chart{"", "", small_scene()}, Heading{3, "What clients say"},
        Paragraph{"“We wait & wait.”", Tone::kQuote}, Heading{2, "Open"},
        Bullets{{"Mystery shopping"}, false}, Grid{"Evidence", {{"Document"}}, {}, "None was given."}},
       true}};
  return document;
}

Document full_document() {
  Document document;
  document.title = "Сеть «Добрый сосед» (вымышлена)";
  document.subtitle = "Клиентоориентированность: отчёт за второе полугодие 2026 года";
  document.note = "Все данные вымышлены; для внутреннего пользования.";
  document.date = "22 ноября 2026 г.";
  document.lang = Lang::kRu;
  document.brand = {"Пример и партнёры", "", small_png()};
  document.words = {"Содержание", "Перейти к отчёту"};
  Cards cards{
      {{"Уровни сервиса", "2 из 7", "уровень, индекс 46", {"подтверждён 2, возможен 3"}},
       {"Компетенции", "74 %", "соответствуют требованиям", {"индекс 61", "12 из 40 сотрудников не оценены"}},
       {"Стандарты", "2 из 5", "уровень, индекс 58", {"подтверждён 2"}},
       {"Отзывы", "+13", "NPS, от 3 до 24", {"индекс 57, n 239"}}}};
  document.chapters = {
      {"summary",
       "Главное за минуту",
       {Paragraph{
            "Стандарты описаны, но персонал им ещё не обучен, поэтому третий уровень пока не подтверждён.",
            Tone::kNormal},
        cards, Heading{2, "Три первых шага"},
        Bullets{{"Обучить персонал стандартам приёма обращений: это откроет третий уровень.",
                 "Закрывать жалобы за 24 часа (сейчас 61 %, цель 90 %).",
                 "Назначить владельца отзывов в каждом филиале."},
                true},
        Heading{2, "Что говорят клиенты"},
        Paragraph{"Мне перезвонили через неделю, когда вопрос уже решился сам.", Tone::kQuote},
        Paragraph{"Из 239 ответов, июль–ноябрь 2026 г.", Tone::kQuiet}},
       false}};
  for (Chapter& chapter : russian_chapters())
    document.chapters.push_back(std::move(chapter));
  return document;
}

Document hostile_document() {
  const std::string evil =
      "</title></style></script><script>document.title='owned'</script><img src=x "
      "onerror=\"document.title='owned'\">"
      "<!-- \" ' & &amp; ]]> \x01\x08\x1b[31m\x7f\xc2\x85 \xe2\x80\xae"
      "txt.exe\xe2\x80\xac \xff\xc0\xaf\xed\xa0\x80 "
      "שלום مرحبا 👩‍👩‍👧 {}*/ http://example.com/x.png\r\nsecond line";
  Document document = small_document();
  document.title = document.subtitle = document.note = document.date = evil;
  document.brand = {evil, "red;}*{background:url(http://example.com)}", "<svg onload=alert(1)>"};
  document.words = {evil, evil};
  for (Chapter& chapter : document.chapters) {
    chapter.id = "\" onmouseover=\"alert(1)";
    chapter.title = evil;
  }
  charts::Scene scene = small_scene();
  scene.areas = {{{0, 0, 9, 9}, evil, evil, 0}};
  scene.shapes.push_back(charts::Label{{4, 34}, evil});
  document.chapters[0].blocks = {
      Heading{3, evil},
      Heading{-7, evil},
      Paragraph{evil, Tone::kQuote},
      Bullets{{evil, ""}, true},
      Cards{{{evil, evil, evil, {evil}}}},
      Grid{evil, {{evil}, {evil, true, -1}}, {{evil, evil}, {evil}, {}}, evil},
      Chart{evil, evil, scene},
      Paragraph{std::string(1 << 20, 'W'), Tone::kNormal},
      Grid{"", {{""}, {"Comment"}}, {{"", std::string(1 << 20, '<')}, {"", evil}}, ""}};
  return document;
}

Document network_document() {
  Document document = small_document();
  const auto scenes = charts::samples::all_scenes(charts::samples::plain_width);
  for (int set = 1; set <= 4; ++set) {
    Chapter chapter{"set-" + std::to_string(set), "Set " + std::to_string(set), {}, true};
    for (const auto& [name, scene] : scenes)
      chapter.blocks.push_back(Chart{scene.title, scene.description, scene});
    document.chapters.push_back(std::move(chapter));
  }
  Chapter units{"units", "Units", {}, true};
  for (int unit = 1; unit <= 76; ++unit) {
    const std::string name = "Branch " + std::to_string(unit);
    units.blocks.push_back(Heading{2, name});
    units.blocks.push_back(document.chapters[0].blocks[1]);
    units.blocks.push_back(Chart{scenes[1].scene.title, scenes[1].scene.description, scenes[1].scene});
    Grid answers{name + ", every answer",
                 {{"Question", false, 3}, {"Source"}, {"Points", true}, {"Comment", false, 4}},
                 {},
                 ""};
    for (int i = 1; i <= 120; ++i)
      answers.rows.push_back({"How often is indicator " + std::to_string(i) + " looked at?", "managers",
                              std::to_string(i % 5),
                              "Seen at the desk on the day of the visit; the list was signed."});
    units.blocks.push_back(std::move(answers));
  }
  document.chapters.push_back(std::move(units));
  return document;
}

}  // namespace orienta::report::samples

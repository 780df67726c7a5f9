// SPDX-License-Identifier: MIT
#include "reports/table.hpp"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace orienta {
namespace {

using Json = nlohmann::ordered_json;

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

std::string quoted_where_needed(const std::string& text) {
  // A field that a spreadsheet would take for a formula gets an apostrophe in front: the text came from a
  // user.
  const bool formula =
      !text.empty() &&
      (text[0] == '=' || text[0] == '@' || text[0] == '\t' ||
       ((text[0] == '+' || text[0] == '-') && text.size() > 1 && (text[1] < '0' || text[1] > '9')));
  const std::string safe = formula ? "'" + text : text;
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string out = "\"";
  for (const char c : safe) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string csv_field(const TableCell& cell) {
  return std::visit(Overloaded{
                        [](std::monostate) { return std::string(); },
                        [](std::int64_t value) { return std::to_string(value); },
                        [](double value) { return full_number(value); },
                        [](const std::string& value) { return quoted_where_needed(value); },
                        [](const LocalText& value) { return quoted_where_needed(value.in(Lang::kEn)); },
                        [](const Coded& value) { return quoted_where_needed(value.code); },
                    },
                    cell);
}

Json json_text(const LocalText& text) {
  Json out = Json::object();
  for (const Lang lang : kLangs)
    if (!text[lang].empty()) out[std::string(code_of(lang))] = text[lang];
  return out;
}

Json json_value(const TableCell& cell) {
  return std::visit(Overloaded{
                        [](std::monostate) { return Json(); },
                        [](std::int64_t value) { return Json(value); },
                        [](double value) { return Json(value); },
                        [](const std::string& value) { return Json(value); },
                        [](const LocalText& value) { return json_text(value); },
                        [](const Coded& value) { return Json(value.code); },
                    },
                    cell);
}

Json json_note(const Message& message) {
  Json out = {{"code", message.code}};
  for (const auto& [name, argument] : message.arguments)
    std::visit(Overloaded{
                   [&, &key = name](std::int64_t value) { out[key] = value; },
                   [&, &key = name](double value) { out[key] = value; },
                   [&, &key = name](const std::string& value) { out[key] = value; },
                   [&, &key = name](const LocalText& value) { out[key] = json_text(value); },
                   [&, &key = name](const Word& value) { out[key] = value.code; },
               },
               argument.value());
  return out;
}

}  // namespace

std::string full_number(double value) {
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

std::string to_csv(const Table& table) {
  std::string out;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    out += (i > 0 ? "," : "") + table.columns[i].key;
  out += '\n';
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      out += csv_field(row[i]);
    }
    out += '\n';
  }
  return out;
}

std::string to_json(const Table& table, const std::vector<Message>& notes) {
  Json list = Json::array();
  for (const auto& row : table.rows) {
    Json entry = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i)
      entry[table.columns[i].key] = json_value(row[i]);
    list.push_back(std::move(entry));
  }
  Json out = {{"orienta", 1}, {table.name, std::move(list)}};
  if (!notes.empty()) {
    out["notes"] = Json::array();
    for (const Message& note : notes)
      out["notes"].push_back(json_note(note));
  }
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace orienta

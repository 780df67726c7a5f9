// SPDX-License-Identifier: MIT
// Actions of the log, as bytes.
#include <type_traits>

#include "store/codec.hpp"
#include "store/json.hpp"

namespace orienta::store {
namespace {

Json encode_argument(const Argument::Value& value) {
  return std::visit(
      [](const auto& held) -> Json {
        using Held = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<Held, double>) {
          Json json;
          put_real(json, "real", held);
          return json;
        } else if constexpr (std::is_same_v<Held, LocalText>) {
          Json json = Json::object();
          for (const Lang lang : kLangs)
            put(json, std::string(code_of(lang)).c_str(), held[lang]);
          return json;
        } else if constexpr (std::is_same_v<Held, Word>) {
          return {{"word", held.code}};
        } else {
          return held;
        }
      },
      value);
}

Argument decode_argument(const Json& json) {
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_string()) return json.get<std::string>();
  const Members from(json, "action");
  if (const std::optional<double> real = from.real("real")) return *real;
  if (from.has("word")) return Word{from.text("word")};
  LocalText text;
  for (const Lang lang : kLangs)
    text[lang] = from.text(std::string(code_of(lang)).c_str());
  return text;
}

}  // namespace

std::string encode(const Message& action) {
  Json arguments = Json::array();
  for (const auto& [name, argument] : action.arguments)
    arguments.push_back(Json::array({name, encode_argument(argument.value())}));
  return dump({{"code", action.code}, {"args", std::move(arguments)}});
}

Message decode_action(std::string_view bytes) {
  const Members from(bytes, "action");
  Message action{from.text("code"), {}};
  for (const Json& argument : from.array("args")) {
    if (!argument.is_array() || argument.size() != 2 || !argument[0].is_string()) from.bad();
    action.arguments.emplace_back(argument[0].get<std::string>(), decode_argument(argument[1]));
  }
  return action;
}

}  // namespace orienta::store

// SPDX-License-Identifier: MIT
#include "viewmodel/settings.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "base/os.hpp"

namespace orienta::gui {
namespace {

using Json = nlohmann::json;
constexpr std::size_t kMostBytes = 64 * 1024;

std::string text_in(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::filesystem::path settings_file() {
  const auto folder = os::user_config_folder();
  return folder.empty() ? folder : folder / "dashboard.json";
}

Settings read_settings(const std::filesystem::path& file) {
  Settings settings;
  if (file.empty()) return settings;
  const auto text = os::read_file(file, kMostBytes);
  if (!text) return settings;
  const Json json = Json::parse(*text, nullptr, false);
  if (!json.is_object()) return settings;
  settings.lang = lang_of(text_in(json, "lang"));
  if (text_in(json, "theme") == "dark") settings.theme = charts::Theme::kDark;
  if (const auto zoom = json.find("zoom"); zoom != json.end() && zoom->is_number_integer())
    if (const auto known = std::ranges::find(kZooms, zoom->get<std::int64_t>()); known != kZooms.end())
      settings.zoom = *known;
  if (const auto recent = json.find("recent"); recent != json.end() && recent->is_array())
    for (const Json& one : *recent)
      if (one.is_string() && settings.recent.size() < kMostRecent)
        settings.recent.emplace_back(one.get<std::string>());
  return settings;
}

Status write_settings(const std::filesystem::path& file, const Settings& settings) {
  if (file.empty()) return {};
  std::error_code ignored;  // writing the file says why it cannot be
  std::filesystem::create_directories(file.parent_path(), ignored);
  Json json;
  if (settings.lang) json["lang"] = code_of(*settings.lang);
  json["theme"] = settings.theme == charts::Theme::kDark ? "dark" : "light";
  json["zoom"] = settings.zoom;
  json["recent"] = Json::array();
  for (const std::filesystem::path& project : settings.recent)
    json["recent"].push_back(project.string());
  return os::write_file(file, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

void remember(Settings& settings, const std::filesystem::path& project) {
  std::error_code failed;
  const auto full = std::filesystem::absolute(project, failed);
  const std::filesystem::path& kept = failed ? project : full;
  std::erase(settings.recent, kept);
  settings.recent.insert(settings.recent.begin(), kept);
  if (settings.recent.size() > kMostRecent) settings.recent.resize(kMostRecent);
}

}  // namespace orienta::gui

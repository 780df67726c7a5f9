// SPDX-License-Identifier: MIT
#include "plugins/failures.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/os.hpp"
#include "base/utf8.hpp"

namespace orienta {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kFileBytes = 1u << 20;
constexpr int kFormat = 1;
/// Of plugins that were rebuilt again and again only the newest are of interest.
constexpr std::size_t kRecords = 200;
constexpr std::size_t kTextBytes = 300;

/// Text that a plugin chose, cut to what a table can show.
std::string clipped(std::string text) {
  if (text.size() <= kTextBytes) return text;
  text.resize(kTextBytes);
  while (!text.empty() && !is_utf8(text))
    text.pop_back();
  return text;
}

Json json_of(const Message& message) {
  Json arguments = Json::object();
  for (const auto& [name, argument] : message.arguments) {
    if (const auto* whole = std::get_if<std::int64_t>(&argument.value())) arguments[name] = *whole;
    if (const auto* real = std::get_if<double>(&argument.value())) arguments[name] = *real;
    if (const auto* text = std::get_if<std::string>(&argument.value())) arguments[name] = clipped(*text);
    if (const auto* word = std::get_if<Word>(&argument.value())) arguments[name] = {{"word", word->code}};
  }
  return {{"code", message.code}, {"arguments", arguments}};
}

Message message_of(const Json& json) {
  Message message{clipped(json.at("code").get<std::string>()), {}};
  for (const auto& [name, value] : json.at("arguments").items()) {
    if (value.is_number_integer())
      message.arguments.emplace_back(name, value.get<std::int64_t>());
    else if (value.is_number())
      message.arguments.emplace_back(name, value.get<double>());
    else if (value.is_object())
      message.arguments.emplace_back(name, Word{value.at("word").get<std::string>()});
    else
      message.arguments.emplace_back(name, clipped(value.get<std::string>()));
  }
  return message;
}

}  // namespace

std::filesystem::path FailureStore::user_file() {
  const auto folder = os::user_config_folder();
  return folder.empty() ? folder : folder / "plugin-failures.json";
}

FailureStore FailureStore::open(std::filesystem::path file) {
  FailureStore store;
  store.file_ = std::move(file);
  store.read();
  return store;
}

void FailureStore::read() {
  records_.clear();
  if (file_.empty()) return;
  const auto bytes = os::read_file(file_, kFileBytes);
  if (!bytes) return;
  const Json json = Json::parse(*bytes, nullptr, false);
  try {
    if (json.at("orienta").get<int>() != kFormat) return;
    for (const Json& plugin : json.at("plugins")) {
      const auto hash = parse_hash(plugin.at("hash").get<std::string>());
      const PluginId id(plugin.at("id").get<std::string>());
      if (!hash || !is_plain_id(id.value)) continue;
      records_.push_back(
          {id, *hash, plugin.at("in_a_row").get<std::uint32_t>(), message_of(plugin.at("last"))});
    }
  } catch (const Json::exception&) {
    records_.clear();
  }
}

void FailureStore::write() const {
  if (file_.empty()) return;
  Json plugins = Json::array();
  for (const Record& record : records_)
    plugins.push_back({{"id", record.id.value},
                       {"hash", record.hash.hex()},
                       {"in_a_row", record.in_a_row},
                       {"last", json_of(record.last)}});
  const Json json{{"orienta", kFormat}, {"plugins", plugins}};
  constexpr int kIndent = 2;
  std::error_code ignored;
  std::filesystem::create_directories(file_.parent_path(), ignored);
  (void)os::write_file(file_, json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n");
}

const FailureStore::Record* FailureStore::of(const Package& package) const {
  const auto found = std::ranges::find_if(records_, [&](const Record& record) {
    return record.id == package.manifest.id && record.hash == package.hash;
  });
  return found == records_.end() ? nullptr : &*found;
}

bool FailureStore::is_quarantined(const Package& package) const {
  const Record* record = of(package);
  return record != nullptr && record->in_a_row >= kFailuresToQuarantine;
}

void FailureStore::failed(const Package& package, const PluginFailure& failure) {
  read();
  Record record{package.manifest.id, package.hash, 0, failure.what};
  if (const Record* known = of(package)) record.in_a_row = known->in_a_row;
  if (failure.counts && record.in_a_row < kFailuresToQuarantine) ++record.in_a_row;
  // The newest stand last, and of an id only the files that are used now.
  std::erase_if(records_, [&](const Record& known) { return known.id == package.manifest.id; });
  if (records_.size() >= kRecords) records_.erase(records_.begin());
  records_.push_back(std::move(record));
  write();
}

void FailureStore::succeeded(const Package& package) {
  read();
  const Record* known = of(package);
  if (known == nullptr || known->in_a_row == 0) return;
  records_[static_cast<std::size_t>(known - records_.data())].in_a_row = 0;
  write();
}

void FailureStore::forgive(const PluginId& id) {
  read();
  if (std::erase_if(records_, [&](const Record& record) { return record.id == id; }) > 0) write();
}

}  // namespace orienta

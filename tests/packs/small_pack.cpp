// SPDX-License-Identifier: MIT
#include "packs/small_pack.hpp"

#include <zip.h>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

namespace orienta::test {

std::string small_set(const std::string& version) {
  return "orienta: 1\nid: small\nversion: " + version +
         "\nplugin: some-plugin\ntitle: Small\nscales:\n  s: {points: [{id: no, value: 0}, {id: yes, value: "
         "1}]}\n"
         "dimensions:\n  - id: d\n    title: D\n    criteria:\n      - id: c\n        title: C\n        "
         "indicators:\n"
         "          - {id: i, ask: Asked, scale: s}\n";
}

std::filesystem::path small_folder(const TempFolder& folder, const std::string& version) {
  folder.write("small/set.yaml", small_set(version));
  folder.write("small/samples/answers.csv", "unit,indicator,value\nnorth,i,yes\n");
  folder.write("small/.hidden", "not packed");
  return folder / "small";
}

std::string small_pack() {
  const TempFolder folder;
  const auto pack = read_pack_folder(small_folder(folder));
  REQUIRE(pack);
  const auto bytes = pack_bytes(*pack);
  REQUIRE(bytes);
  return *bytes;
}

std::string archive(const std::vector<Entry>& entries) {
  zip_source_t* const buffer = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_t* const zip = zip_open_from_source(buffer, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  REQUIRE(zip != nullptr);
  zip_source_keep(buffer);
  // libzip refuses a name that is there already: such names are put in afterwards.
  std::vector<std::pair<std::string, std::string>> later;
  for (const Entry& entry : entries) {
    zip_source_t* const source = zip_source_buffer(zip, entry.bytes.data(), entry.bytes.size(), 0);
    std::string name = entry.name;
    if (zip_name_locate(zip, name.c_str(), 0) >= 0) {
      name.back() = '~';
      later.emplace_back(name, entry.name);
    }
    const zip_int64_t index = zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    REQUIRE(index >= 0);
    const auto place = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(zip, place, entry.deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0);
    zip_file_set_external_attributes(zip, place, 0, ZIP_OPSYS_UNIX, entry.attributes);
  }
  REQUIRE(zip_close(zip) == 0);
  REQUIRE(zip_source_open(buffer) == 0);
  zip_stat_t stat;
  REQUIRE(zip_source_stat(buffer, &stat) == 0);
  std::string bytes(stat.size, '\0');
  REQUIRE(zip_source_read(buffer, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(buffer);
  zip_source_free(buffer);
  for (const auto& [from, to] : later)
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + 1))
      bytes.replace(at, from.size(), to);
  return bytes;
}

std::vector<Entry> entries_for(const std::vector<PackFile>& files) {
  nlohmann::json list = {{"orienta-pack", 1}, {"set", "small"}, {"version", "1.0.0"}};
  list["files"] = nlohmann::json::array();
  std::vector<Entry> entries;
  for (const PackFile& file : files) {
    list["files"].push_back(
        {{"path", file.path}, {"bytes", file.bytes.size()}, {"hash", hash_of(file.bytes).hex()}});
    entries.push_back({file.path, file.bytes});
  }
  entries.push_back({"pack.json", list.dump()});
  return entries;
}

}  // namespace orienta::test

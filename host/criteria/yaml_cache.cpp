// SPDX-License-Identifier: MIT
#include "criteria/yaml_cache.hpp"

#include <cstring>
#include <fstream>
#include <system_error>

#include "base/limits.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = 8 * limits::kCriteriaFileBytes;
/// Sets of several builds; beyond it the folder is emptied.
constexpr std::size_t kMostFiles = 200;
/// Of a packed node: its kind, its place, the length of its text or the count of what is in it.
constexpr std::size_t kLeastNode = 1 + 5 * sizeof(std::uint32_t);
constexpr std::size_t kHashBytes = sizeof(Hash::bytes);

void put(std::string& out, std::uint32_t number) {
  for (int shift = 0; shift < 32; shift += 8)
    out += static_cast<char>(number >> shift & 0xFF);
}

void put(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

void put(std::string& out, const Yaml& node) {
  out += static_cast<char>(static_cast<unsigned>(node.kind) * 2 + (node.quoted ? 1 : 0));
  for (const std::uint32_t place : {node.line, node.column, node.key_line, node.key_column})
    put(out, place);
  switch (node.kind) {
    case Yaml::Kind::kText:
      return put(out, node.text);
    case Yaml::Kind::kList:
      put(out, static_cast<std::uint32_t>(node.items.size()));
      for (const Yaml& item : node.items)
        put(out, item);
      return;
    case Yaml::Kind::kMap:
      put(out, static_cast<std::uint32_t>(node.entries.size()));
      for (const auto& [key, value] : node.entries) {
        put(out, key);
        put(out, value);
      }
  }
}

/// Takes a tree from bytes and gives up at the first that does not fit.
class Unpacking {
 public:
  explicit Unpacking(std::string_view bytes) : bytes_(bytes) {}

  bool take(Yaml& node, std::size_t depth = 0) {
    if (bytes_.empty() || depth > limits::kYamlDepth + 1) return false;
    const auto first = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    if (first > 5) return false;
    node.kind = static_cast<Yaml::Kind>(first / 2);
    node.quoted = first % 2 != 0;
    for (std::uint32_t* const place : {&node.line, &node.column, &node.key_line, &node.key_column})
      if (!take(*place)) return false;
    if (node.kind == Yaml::Kind::kText) return take(node.text);
    std::uint32_t count = 0;
    // A count of more than what is left can hold is no count.
    if (!take(count) || count > bytes_.size() / kLeastNode) return false;
    if (node.kind == Yaml::Kind::kList) {
      node.items.resize(count);
      for (Yaml& item : node.items)
        if (!take(item, depth + 1)) return false;
      return true;
    }
    node.entries.resize(count);
    for (auto& [key, value] : node.entries)
      if (!take(key) || !take(value, depth + 1)) return false;
    return true;
  }

  bool at_end() const { return bytes_.empty(); }

 private:
  bool take(std::uint32_t& number) {
    if (bytes_.size() < sizeof number) return false;
    number = 0;
    for (int i = 3; i >= 0; --i)
      number = number << 8 | static_cast<unsigned char>(bytes_[static_cast<std::size_t>(i)]);
    bytes_.remove_prefix(sizeof number);
    return true;
  }

  bool take(std::string& text) {
    std::uint32_t size = 0;
    if (!take(size) || size > bytes_.size()) return false;
    text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return true;
  }

  std::string_view bytes_;
};

/// The whole file; nothing when it cannot be had.
std::string content(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error || size > kMostBytes) return {};
  std::string bytes(size, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return in ? bytes : std::string();
}

}  // namespace

std::string pack_tree(const Yaml& tree) {
  std::string bytes;
  put(bytes, tree);
  bytes += hash_of(bytes).view();
  return bytes;
}

std::optional<Yaml> unpack_tree(std::string_view bytes) {
  if (bytes.size() < kHashBytes) return std::nullopt;
  const std::string_view tree = bytes.substr(0, bytes.size() - kHashBytes);
  if (hash_of(tree).view() != bytes.substr(tree.size())) return std::nullopt;
  Yaml root;
  Unpacking unpacking(tree);
  if (!unpacking.take(root) || !unpacking.at_end()) return std::nullopt;
  return root;
}

YamlCache::YamlCache(fs::path folder, std::string_view build) : folder_(std::move(folder)), build_(build) {}

fs::path YamlCache::place(const Hash& file) const {
  return folder_ / (hash_of(build_ + "\n" + file.hex()).hex().substr(0, 32) + ".yamltree");
}

std::optional<Yaml> YamlCache::find(const Hash& file) const {
  if (folder_.empty()) return std::nullopt;
  return unpack_tree(content(place(file)));
}

void YamlCache::keep(const Hash& file, const Yaml& tree) const {
  if (folder_.empty()) return;
  std::error_code error;
  fs::create_directories(folder_, error);
  make_room();
  // Nobody reads a half-written file: it gets its name when it is whole. What a crash leaves has a wrong
  // hash.
  const fs::path draft = folder_ / (".draft-" + random_id());
  std::ofstream out(draft, std::ios::binary);
  const std::string bytes = pack_tree(tree);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (out) fs::rename(draft, place(file), error);
  if (!out || error) fs::remove(draft, error);
}

void YamlCache::make_room() const {
  std::error_code error;
  std::size_t count = 0;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error))
    ++count;
  if (count < kMostFiles) return;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().extension() == ".yamltree") fs::remove(entry->path(), ignored);
  }
}

std::string YamlCache::this_build() {
  const fs::path program = os::program_file();
  std::error_code error;
  const auto size = fs::file_size(program, error);
  const auto time = fs::last_write_time(program, error);
  if (error) return {};
  return std::to_string(size) + " " + std::to_string(time.time_since_epoch().count());
}

}  // namespace orienta

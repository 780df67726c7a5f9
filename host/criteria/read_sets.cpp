// SPDX-License-Identifier: MIT
#include <algorithm>
#include <atomic>
#include <thread>

#include "base/limits.hpp"
#include "base/os.hpp"
#include "criteria/reading.hpp"
#include "criteria/yaml_cache.hpp"

namespace orienta {
namespace {

constexpr std::size_t kMostThreads = 8;

Result<ReadSet> read_with(const YamlCache& cache, const std::filesystem::path& file) {
  const Result<std::string> text = os::read_file(file, limits::kCriteriaFileBytes);
  if (!text) return failure(text.error());
  const Hash hash = hash_of(*text);
  if (const std::optional<Yaml> known = cache.find(hash)) return read_tree(*known, *text, file.string());
  const Result<Yaml> tree = parse_yaml(*text, file.string());
  if (!tree) return failure(tree.error());
  cache.keep(hash, *tree);
  return read_tree(*tree, *text, file.string());
}

}  // namespace

std::vector<Result<ReadSet>> read_sets(const std::vector<FoundSet>& sets,
                                       const std::filesystem::path& folder) {
  const std::string build = YamlCache::this_build();
  const bool is_kept = !folder.empty() && !build.empty();
  const YamlCache cache(is_kept ? folder / "sets" : std::filesystem::path(), build);
  std::vector<Result<ReadSet>> results(sets.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < sets.size(); i = next++)
      results[i] = read_with(cache, sets[i].file);
  };
  const std::size_t threads =
      std::min({kMostThreads, sets.size(), std::size_t{std::max(1u, std::thread::hardware_concurrency())}});
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < threads; ++i)
    others.emplace_back(work);
  work();
  others.clear();
  return results;
}

}  // namespace orienta

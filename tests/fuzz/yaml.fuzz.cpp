// SPDX-License-Identifier: MIT
#include "criteria/yaml.hpp"

#include <cstdlib>

namespace {

// What the reader of the tree may rely on.
void check(const orienta::Yaml& node, int depth) {
  if (depth > 32) std::abort();
  for (const orienta::Yaml& item : node.items)
    check(item, depth + 1);
  for (const auto& [key, value] : node.entries) {
    if (node.find(key) != &value || value.key_line == 0) std::abort();
    check(value, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const auto tree = orienta::parse_yaml({reinterpret_cast<const char*>(bytes), size}, "fuzz.yaml");
  if (tree)
    check(*tree, 0);
  else if (!tree.error().problems.has_errors())
    std::abort();
  return 0;
}

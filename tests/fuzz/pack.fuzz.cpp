// SPDX-License-Identifier: MIT
#include <cstdlib>

#include "packs/pack.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const auto pack = orienta::open_pack({reinterpret_cast<const char*>(bytes), size}, "fuzz.orienta-pack");
  if (!pack) {
    if (!pack.error().problems.has_errors()) std::abort();
    return 0;
  }
  // What was opened can be packed again, and every path in it stays below its folder.
  for (const orienta::PackFile& file : pack->files)
    if (!orienta::is_pack_path(file.path)) std::abort();
  const auto again = orienta::pack_bytes(*pack);
  if (!again) std::abort();
  const auto same = orienta::open_pack(*again, "again.orienta-pack");
  if (!same || same->files != pack->files) std::abort();
  return 0;
}

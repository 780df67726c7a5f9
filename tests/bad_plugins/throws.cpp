// SPDX-License-Identifier: MIT
// Lets an exception out, which the contract knows nothing of.
#include <cstdint>
#include <stdexcept>

#include "orienta/plugin.h"

struct orienta_handle {};

namespace {

std::int32_t check(const orienta_host_t*, const orienta_block_t*, void*,
                   std::int32_t (*)(void*, const orienta_note_t*)) {
  return ORIENTA_OK;
}

std::int32_t prepare(const orienta_host_t*, const orienta_block_t*, orienta_handle_t** handle) {
  *handle = new orienta_handle;
  return ORIENTA_OK;
}

void release(orienta_handle_t* handle) {
  delete handle;
}

std::int32_t score(orienta_handle_t*, const orienta_block_t*, std::uint32_t, std::uint32_t, std::uint32_t,
                   std::uint32_t, const orienta_sink_t*) {
  throw std::runtime_error("not my day");
}

constexpr orienta_text_t kId{"throws", 6};
constexpr orienta_text_t kVersion{"1.0", 3};

}  // namespace

extern "C" {
__attribute__((visibility("default"))) extern const orienta_entry_t orienta_entry_v1;
const orienta_entry_t orienta_entry_v1 = {
    sizeof(orienta_entry_t), 0, {1, 0}, kId, kVersion, check, prepare, release, score, nullptr};
}

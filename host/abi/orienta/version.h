// SPDX-License-Identifier: MIT
// The version of the contract between host and plugins.
//
// Within one major version structs only grow at the end and enum values are only appended, so a plugin built
// against an older minor version goes on working: it says how large its structs are, and the host never reads
// beyond that.
#pragma once

#include <stdint.h>

#define ORIENTA_ABI_MAJOR 1u
#define ORIENTA_ABI_MINOR 0u

#ifdef __cplusplus
#define ORIENTA_STATIC_ASSERT(condition, text) static_assert(condition, text)
#else
#define ORIENTA_STATIC_ASSERT(condition, text) _Static_assert(condition, text)
#endif

typedef struct orienta_version {
  uint32_t major;
  uint32_t minor;
} orienta_version_t;

/// The one predicate: can a host of this header's version work with a plugin built against `plugin`?
static inline int orienta_version_is_compatible(orienta_version_t plugin) {
  return plugin.major == ORIENTA_ABI_MAJOR && plugin.minor <= ORIENTA_ABI_MINOR;
}

ORIENTA_STATIC_ASSERT(sizeof(orienta_version_t) == 8, "layout");

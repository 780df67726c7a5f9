// SPDX-License-Identifier: MIT
// Blocks: read-only stretches of memory, aligned to 16 bytes, without pointers. A criteria set is one block,
// a batch of units is another. Places in a block are byte offsets from its start; arrays carry their stride,
// so that entries can grow.
//
// The host writes blocks and guarantees that every offset lies within; a plugin never writes to one (in the
// worker the memory is mapped read-only, and a write ends the process).
#pragma once

#include "orienta/version.h"

#ifndef __cplusplus
#include <stddef.h>
#endif

/// UTF-8 text outside a block: not terminated by a zero. The owner is said where it is used.
typedef struct orienta_text {
  const char* data;
  uint64_t size;
} orienta_text_t;

/// UTF-8 text within a block.
typedef struct orienta_string {
  uint32_t offset;
  uint32_t size;
} orienta_string_t;

/// An array within a block: entry i begins at offset + i * stride.
typedef struct orienta_range {
  uint64_t offset;
  uint32_t count;
  uint32_t stride;
} orienta_range_t;

typedef struct orienta_block {
  const void* data;
  uint64_t size;
} orienta_block_t;

/// "No index": of a role, a parent, …
#define ORIENTA_NONE 0xFFFFFFFFu

ORIENTA_STATIC_ASSERT(sizeof(void*) == 8, "64-bit systems only");
ORIENTA_STATIC_ASSERT(sizeof(orienta_text_t) == 16, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_string_t) == 8, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_range_t) == 16, "layout");

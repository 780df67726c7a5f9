// SPDX-License-Identifier: MIT
// The contract: what a plugin exports and what the host offers.
//
// A plugin is a shared library with one exported data symbol, `orienta_entry_v1`, of type orienta_entry_t. It
// is pure: the same input gives the same output; it opens no files, asks no clock and no network, starts no
// threads. It runs in a process of its own that may end at any time. What one side allocates that side frees.
// No exception crosses.
//
// Thread tags. [worker]: the host calls it from one thread of the worker process, never two calls at once.
// [within-call]: the plugin may call it only while the host is inside one of the plugin's functions, on that
// thread. [any]: constant data, readable at any time.
#pragma once

#include "orienta/batch.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
  ORIENTA_OK = 0,
  ORIENTA_STOPPED = 1,  ///< the sink asked to stop, and the plugin did
  ORIENTA_FAILED = 2    ///< the plugin could not; it said why through orienta_host_t::fail
};

// ---- what the plugin says
// ---------------------------------------------------------------------------------------------

enum {
  ORIENTA_ARG_NUMBER = 0,     ///< number, as it is
  ORIENTA_ARG_SHARE = 1,      ///< number in [0, 1]
  ORIENTA_ARG_INDEX = 2,      ///< number in [0, 100]
  ORIENTA_ARG_COUNT = 3,      ///< number, whole, >= 0
  ORIENTA_ARG_LEVEL = 4,      ///< number, whole: a rung
  ORIENTA_ARG_NODE = 5,       ///< index: a node, shown by its title
  ORIENTA_ARG_INDICATOR = 6,  ///< index: an indicator, shown by its question
  ORIENTA_ARG_AGGREGATE = 7,  ///< index: ORIENTA_AGGREGATE_…
  ORIENTA_ARG_TEXT = 8        ///< text: an id or a word that is the same in every language
};

typedef struct orienta_arg {
  orienta_text_t name;  ///< the placeholder in the catalogue's sentence
  uint32_t kind;        ///< ORIENTA_ARG_…
  uint32_t index;
  double number;
  orienta_text_t text;
} orienta_arg_t;

/// A reason behind a node's score (trace), something worth saying about a unit (remark), or a problem in a
/// set (check). The code is "<plugin id>.<words-with-dashes>", or "trace.<…>" for those of the SDK; its words
/// are in the catalogues.
typedef struct orienta_note {
  uint32_t node;      ///< the node it is about; in check: ORIENTA_NONE when it is about params
  uint32_t severity;  ///< in check: 0 error, 1 warning; else 0
  orienta_text_t code;
  const orienta_arg_t* args;
  uint32_t arg_count;
  uint32_t arg_stride;
} orienta_note_t;

/// Why a node has no value.
enum {
  ORIENTA_SCORE_VALUE = 0,           ///< it has one
  ORIENTA_SCORE_OPEN = 1,            ///< nothing below it is answered
  ORIENTA_SCORE_NOT_APPLICABLE = 2,  ///< all below it is not applicable, not asked or out of scope
  ORIENTA_SCORE_WITHHELD = 3         ///< what is answered below it is withheld
};

#define ORIENTA_NO_LEVEL (-1)

typedef struct orienta_score {
  uint32_t node;
  uint32_t state;       ///< ORIENTA_SCORE_…
  double value;         ///< in [0, 1]: a criterion's rating; an index is 100 times this. 0 without value
  double error;         ///< standard error from sampling; 0: none known
  double freedom;       ///< its degrees of freedom; 0: none known
  double completeness;  ///< weight answered / weight applicable, in [0, 1]; 0 when nothing applies
  double progress;      ///< share of the next rung, in [0, 1]; 0 without ladder and on its top
  int32_t level;   ///< 0 to the number of levels; ORIENTA_NO_LEVEL where the node has no ladder or no value
  uint32_t count;  ///< the smallest sample behind it; 0: no sample
} orienta_score_t;

/// Takes results. Texts and arrays are read before the call returns. Each function returns 0, or non-zero to
/// ask the plugin to stop and return ORIENTA_STOPPED.  [within-call]
typedef struct orienta_sink {
  uint32_t size;
  uint32_t reserved;
  void* host_data;
  /// Scores of one unit in one scenario; `scores` holds `count` entries, `stride` bytes apart. Unit is the
  /// index in the batch. Once per unit and scenario.
  int32_t (*scores)(void* host_data, uint32_t unit, uint32_t scenario, const orienta_score_t* scores,
                    uint32_t count, uint32_t stride);
  /// Reasons, only with ORIENTA_WANT_TRACE, for scenario 0.
  int32_t (*trace)(void* host_data, uint32_t unit, const orienta_note_t* note);
  /// Remarks, only with ORIENTA_WANT_TRACE, for scenario 0.
  int32_t (*remark)(void* host_data, uint32_t unit, const orienta_note_t* note);
} orienta_sink_t;

// ---- what the host offers
// ---------------------------------------------------------------------------------------------

typedef struct orienta_host {
  uint32_t size;
  uint32_t reserved;
  orienta_version_t abi;
  void* host_data;
  /// Says why a call is about to return ORIENTA_FAILED: a sentence in English for the plugin's author.
  /// [within-call]
  void (*fail)(void* host_data, orienta_text_t reason);
  /// An optional feature by id, or null. Valid until the worker ends.  [within-call]
  const void* (*extension)(void* host_data, orienta_text_t id);
} orienta_host_t;

/// Extension "orienta.log/1": lines for the author, shown with --verbose.
#define ORIENTA_EXTENSION_LOG "orienta.log/1"
enum {
  ORIENTA_LOG_DEBUG = 0,
  ORIENTA_LOG_WARNING = 1,
  ORIENTA_LOG_HOST_MISBEHAVING = 2,
  ORIENTA_LOG_PLUGIN_MISBEHAVING = 3
};
typedef struct orienta_host_log {
  uint32_t size;
  uint32_t reserved;
  void (*log)(void* host_data, uint32_t severity, orienta_text_t line);  ///< [within-call]
} orienta_host_log_t;

// ---- what the plugin exports
// ------------------------------------------------------------------------------------------

/// The plugin's own state for one set, made by prepare and freed by release.
typedef struct orienta_handle orienta_handle_t;

typedef struct orienta_entry {
  uint32_t size;  ///< sizeof(orienta_entry_t) when the plugin was built; first, so that it can be read before
                  ///< all else
  uint32_t reserved;
  orienta_version_t abi;   ///< ORIENTA_ABI_MAJOR and ORIENTA_ABI_MINOR when the plugin was built
  orienta_text_t id;       ///< equals the manifest's  [any]
  orienta_text_t version;  ///< equals the manifest's  [any]

  /// Looks at the set's params and tags and reports problems through `note` (return value as in
  /// orienta_sink_t). ORIENTA_OK also when it found problems.  [worker]
  int32_t (*check)(const orienta_host_t* host, const orienta_block_t* set, void* sink_data,
                   int32_t (*note)(void* sink_data, const orienta_note_t* note));

  /// Gets ready to score with a set that check found no errors in. `host` and `set` stay valid and unchanged
  /// until release. On ORIENTA_OK `*handle` is set, else untouched.  [worker]
  int32_t (*prepare)(const orienta_host_t* host, const orienta_block_t* set, orienta_handle_t** handle);

  /// Frees what prepare made.  [worker]
  void (*release)(orienta_handle_t* handle);

  /// Scores units [first_unit, first_unit + unit_count) in scenarios [first_scenario, …): every pair once.
  /// `batch` is valid during the call.  [worker]
  int32_t (*score)(orienta_handle_t* handle, const orienta_block_t* batch, uint32_t first_unit,
                   uint32_t unit_count, uint32_t first_scenario, uint32_t scenario_count,
                   const orienta_sink_t* sink);

  /// The plugin's side of an optional feature, or null. May be null itself.  [worker]
  const void* (*extension)(orienta_text_t id);
} orienta_entry_t;

#define ORIENTA_ENTRY_SYMBOL "orienta_entry_v1"

ORIENTA_STATIC_ASSERT(sizeof(orienta_arg_t) == 48, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_note_t) == 40, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_score_t) == 56, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_sink_t) == 40, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_host_t) == 40, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_host_log_t) == 16, "layout");
ORIENTA_STATIC_ASSERT(sizeof(orienta_entry_t) == 88, "layout");

#ifdef __cplusplus
}
#endif

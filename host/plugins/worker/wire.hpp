// SPDX-License-Identifier: MIT
// What host and worker say to each other. Both come from one build, so structs travel as they are; the host
// believes nothing of what arrives all the same, because a plugin has written to the worker's memory.
//
// Everything in this folder is free of host/base and the other modules: the worker starts in a millisecond.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "orienta/plugin.h"

namespace orienta::wire {

/// The worker's descriptors besides 0, 1 and 2, which are /dev/null.
inline constexpr int kSocket = 3;   ///< requests in, frames out
inline constexpr int kLibrary = 4;  ///< the plugin's verified bytes, sealed
inline constexpr int kPage = 5;     ///< the Page below

/// A frame is never larger; a plugin that says more at once breaks the contract.
inline constexpr std::uint32_t kFrameBytes = 16u << 20;
/// Records are sent once so many bytes are waiting.
inline constexpr std::size_t kFlushBytes = 64u << 10;
inline constexpr std::uint32_t kNoteArguments = 32;
inline constexpr std::uint32_t kTextBytes = 16u << 10;  ///< of a code, name, text, reason or log line

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kMemoryIsLimited = false;  ///< the sanitizers reserve terabytes of address space
#else
inline constexpr bool kMemoryIsLimited = true;
#endif

/// One page that both sides map. Hints only: the plugin can write to it too.
struct Page {
  std::atomic<std::uint32_t> unit;           ///< set by the worker: the unit it is scoring
  std::atomic<std::uint32_t> stop;           ///< set by the host: stop as soon as possible
  std::atomic<std::uint32_t> out_of_memory;  ///< set by the worker: an allocation failed
};
static_assert(std::atomic<std::uint32_t>::is_always_lock_free);

enum class Ask : std::uint32_t {
  kLoad,  ///< nothing but to have started
  kCheck,
  kPrepare,
  kScore,
  kRelease,
};

/// Host to worker, with a read-only descriptor of the block attached when the worker has not mapped it yet.
struct Request {
  Ask ask = Ask::kCheck;
  std::uint32_t set = 0;       ///< number of the set to prepare, to score with or to release
  std::uint64_t size = 0;      ///< of the block's content
  std::uint64_t capacity = 0;  ///< of the block's file: how much to map
  std::uint64_t stop_at = 0;   ///< of kScore: the call to the sink that is told to stop; 0: none
};

enum class FrameKind : std::uint32_t {
  kReady,    ///< once: Layer bits (uint32_t)
  kRefused,  ///< once, instead: EntryProblem (uint32_t), then text
  kRecords,  ///< RecordHead and payload, repeated
  kDone,     ///< the call is over: its status (int32_t), then the plugin's reason
};
struct FrameHead {
  std::uint32_t size = 0;  ///< of what follows
  FrameKind kind = FrameKind::kRecords;
};

/// Why an entry is refused, with a text: dlerror's, what it has instead, the function's name.
enum class EntryProblem : std::uint32_t {
  kNone,
  kNotLoaded,
  kNoEntry,
  kTooSmall,
  kVersion,
  kOtherId,
  kOtherVersion,
  kNullFunction,
};

enum class RecordKind : std::uint32_t {
  kScores,    ///< `count` entries of orienta_score_t
  kUnitDone,  ///< the plugin returned from scoring the unit
  kTrace,     ///< a note of `count` bytes
  kRemark,
  kProblem,  ///< a note from check
  kTooMuch,  ///< the plugin gave something beyond the limits above, or null
  kLog,      ///< a line of `count` bytes; `scenario` is its severity
};
struct RecordHead {
  RecordKind kind = RecordKind::kScores;
  std::uint32_t unit = 0;
  std::uint32_t scenario = 0;
  std::uint32_t count = 0;
};
/// A note: head, then each argument's head and its texts, then the code.
struct NoteHead {
  std::uint32_t node = 0;
  std::uint32_t severity = 0;
  std::uint32_t code_size = 0;
  std::uint32_t arguments = 0;
};
struct ArgumentHead {
  std::uint32_t kind = 0;
  std::uint32_t index = 0;
  double number = 0;
  std::uint32_t name_size = 0;
  std::uint32_t text_size = 0;
};

/// Beyond the plugin's own: prepare said ORIENTA_OK and gave no handle; the worker could not map a block; an
/// exception left a function; the plugin spoke on after the sink had asked it to stop.
inline constexpr std::int32_t kNoHandle = -1000;
inline constexpr std::int32_t kNoBlock = -1001;
inline constexpr std::int32_t kThrew = -1002;
inline constexpr std::int32_t kWentOn = -1003;

/// Protections that are in force.
enum Layer : std::uint32_t {
  kNoNewPrivileges = 1,
  kParentDeath = 2,
  kNoTracing = 4,
  kLimits = 8,
  kMemoryLimit = 16,
  kSeccomp = 32,
  kStrictSeccomp = 64,
};

}  // namespace orienta::wire

// SPDX-License-Identifier: MIT
// A running orienta-worker, seen from the host. Inside the module only.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "plugins/descriptor.hpp"
#include "plugins/worker/wire.hpp"

namespace orienta {

/// Frames out of the socket. Distrusts sizes.
class FrameReader {
 public:
  struct Frame {
    wire::FrameKind kind = wire::FrameKind::kRecords;
    std::span<const std::byte> bytes;  ///< until the next call
  };
  enum class State { kFrame, kMore, kClosed, kGarbage };

  /// The next frame that has arrived whole; kMore: wait for the socket and call fill().
  State next(Frame& frame);
  /// Reads what is there; blocks when there is nothing.
  State fill(int socket);

 private:
  std::vector<std::byte> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// How a process ended: waitpid's status, or nothing when somebody else took it.
struct ProcessEnd {
  bool known = false;
  int status = 0;
};

/// Killed when destroyed.
class WorkerProcess {
 public:
  struct Plugin {
    int library = -1;  ///< sealed bytes
    std::string id;
    std::string version;
  };
  /// Starts the program beside this one; without a plugin it says its layers and ends.
  static Result<WorkerProcess> start(const Plugin* plugin, std::uint64_t memory);

  ~WorkerProcess();
  WorkerProcess(WorkerProcess&&) noexcept;
  WorkerProcess& operator=(WorkerProcess&&) noexcept;

  int socket() const { return socket_.get(); }
  wire::Page& page() const { return *page_; }
  FrameReader& frames() { return frames_; }

  /// False when the process is not there any more or says something unasked; between calls only.
  bool is_waiting() const;
  /// `descriptor` goes along unless it is -1. False when the process is gone.
  bool send(const wire::Request& request, int descriptor) const;
  /// The address space the worker may have.
  void limit_memory(std::uint64_t bytes) const;

  /// The processor time it has used; zero when the system does not say.
  std::chrono::nanoseconds processor_time() const;
  /// Whether it waits for something that only another process can bring: neither running nor waiting for the
  /// processor or the disk. False when the system does not say.
  bool is_asleep() const;

  /// Gives it a moment to end by itself, then ends it.
  ProcessEnd wait_end(std::chrono::milliseconds moment);
  void kill() const;

 private:
  WorkerProcess() = default;
  Status spawn(const Plugin* plugin, std::uint64_t memory, int far_socket, int page);

  pid_t pid_ = -1;
  Descriptor socket_;
  wire::Page* page_ = nullptr;
  FrameReader frames_;
};

}  // namespace orienta

// SPDX-License-Identifier: MIT
// What the worker does to itself so that a plugin can do little harm. Each layer that the machine does not
// give is left out and named by its absence in the bits; no layer's absence stops the work.
#pragma once

#include <cstdint>
#include <memory>

#include "plugins/worker/wire.hpp"

namespace orienta::worker {

class Shield {
 public:
  Shield();
  ~Shield();
  Shield(const Shield&) = delete;
  Shield& operator=(const Shield&) = delete;

  /// Before the plugin's library is loaded: ends with the parent process `parent`, no new privileges, no
  /// tracing, limits (address space `memory` bytes), and system calls as far as loading and scoring need
  /// them: files can be read, nothing can be written, created, started, connected or killed.
  void raise(int parent, std::uint64_t memory);
  /// After it was loaded: no files at all, no new code.
  void tighten();

  /// wire::Layer bits of what is in force.
  std::uint32_t layers() const { return layers_; }

 private:
  struct Filters;
  std::unique_ptr<Filters> filters_;
  std::uint32_t layers_ = 0;
};

}  // namespace orienta::worker

// SPDX-License-Identifier: MIT
// The worker's loop: takes requests from the socket, maps blocks read-only, answers with frames.
#pragma once

#include "plugins/worker/caller.hpp"
#include "plugins/worker/library.hpp"

namespace orienta::worker {

// Each is false when the host is gone.
bool send_ready(std::uint32_t layers);
bool send_refusal(const Refusal& refusal);

class Server {
 public:
  /// Maps the page. Ends the process when it cannot.
  Server();
  /// Until the host closes the socket.
  void serve(const orienta_entry_t& entry);

 private:
  struct Mapping {
    int descriptor = -1;
    const void* data = nullptr;
    std::uint64_t capacity = 0;
  };
  std::int32_t handle(const wire::Request& request, int descriptor, Caller& caller);
  std::int32_t release(const wire::Request& request, Caller& caller);
  std::int32_t score(const wire::Request& request, int descriptor, Caller& caller);

  wire::Page* page_ = nullptr;
  Mapping batch_;
};

}  // namespace orienta::worker

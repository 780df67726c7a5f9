// SPDX-License-Identifier: MIT
#include "plugins/worker/server.hpp"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <new>
#include <span>

namespace orienta::worker {
namespace {

// For the handler of failed allocations, which takes no argument.
wire::Page* the_page = nullptr;

void on_out_of_memory() {
  the_page->out_of_memory.store(1, std::memory_order_relaxed);
  throw std::bad_alloc();
}

/// All pieces, in as few system calls as possible.
bool send_all(std::span<iovec> pieces) {
  while (!pieces.empty()) {
    if (pieces.front().iov_len == 0) {
      pieces = pieces.subspan(1);
      continue;
    }
    const ssize_t written = ::writev(wire::kSocket, pieces.data(), static_cast<int>(pieces.size()));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    auto done = static_cast<std::size_t>(written);
    while (!pieces.empty() && done >= pieces.front().iov_len) {
      done -= pieces.front().iov_len;
      pieces = pieces.subspan(1);
    }
    if (pieces.empty()) break;
    pieces.front().iov_base = static_cast<std::byte*>(pieces.front().iov_base) + done;
    pieces.front().iov_len -= done;
  }
  return true;
}

iovec piece(const void* data, std::size_t size) {
  return {const_cast<void*>(data), size};
}

wire::FrameHead head_of(wire::FrameKind kind, std::size_t size) {
  return {static_cast<std::uint32_t>(size), kind};
}

bool send_records(const std::vector<std::byte>& records) {
  const auto head = head_of(wire::FrameKind::kRecords, records.size());
  std::array pieces{piece(&head, sizeof head), piece(records.data(), records.size())};
  return send_all(pieces);
}

/// The last records and the end of the call.
bool send_done(const std::vector<std::byte>& records, std::int32_t status, std::string_view reason) {
  const auto first = head_of(wire::FrameKind::kRecords, records.size());
  const auto second = head_of(wire::FrameKind::kDone, sizeof status + reason.size());
  std::array pieces{piece(&first, sizeof first), piece(records.data(), records.size()),
                    piece(&second, sizeof second), piece(&status, sizeof status),
                    piece(reason.data(), reason.size())};
  return send_all(pieces);
}

/// One request with its descriptor, or -1; false when the host is gone.
bool receive(wire::Request& request, int& descriptor) {
  descriptor = -1;
  iovec place{&request, sizeof request};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr message{};
  message.msg_iov = &place;
  message.msg_iovlen = 1;
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  ssize_t got = 0;
  do
    got = ::recvmsg(wire::kSocket, &message, MSG_WAITALL | MSG_CMSG_CLOEXEC);
  while (got < 0 && errno == EINTR);
  if (got != static_cast<ssize_t>(sizeof request)) return false;
  if (const cmsghdr* head = CMSG_FIRSTHDR(&message); head != nullptr && head->cmsg_type == SCM_RIGHTS)
    std::memcpy(&descriptor, CMSG_DATA(head), sizeof descriptor);
  return true;
}

const void* map(int descriptor, std::uint64_t capacity) {
  const void* data = ::mmap(nullptr, capacity, PROT_READ, MAP_SHARED, descriptor, 0);
  return data == MAP_FAILED ? nullptr : data;
}

void unmap(const void* data, std::uint64_t capacity) {
  if (data != nullptr) ::munmap(const_cast<void*>(data), capacity);
}

}  // namespace

bool send_ready(std::uint32_t layers) {
  const auto head = head_of(wire::FrameKind::kReady, sizeof layers);
  std::array pieces{piece(&head, sizeof head), piece(&layers, sizeof layers)};
  return send_all(pieces);
}

bool send_refusal(const Refusal& refusal) {
  const auto head = head_of(wire::FrameKind::kRefused, sizeof refusal.problem + refusal.text.size());
  std::array pieces{piece(&head, sizeof head), piece(&refusal.problem, sizeof refusal.problem),
                    piece(refusal.text.data(), refusal.text.size())};
  return send_all(pieces);
}

Server::Server() {
  void* page = ::mmap(nullptr, sizeof(wire::Page), PROT_READ | PROT_WRITE, MAP_SHARED, wire::kPage, 0);
  if (page == MAP_FAILED) ::_exit(1);
  ::close(wire::kPage);
  page_ = static_cast<wire::Page*>(page);
  the_page = page_;
  std::set_new_handler(on_out_of_memory);
}

void Server::serve(const orienta_entry_t& entry) {
  Emitter emitter(send_records);
  Caller caller(entry, emitter, *page_);
  wire::Request request;
  int descriptor = -1;
  while (receive(request, descriptor)) {
    const std::int32_t status = handle(request, descriptor, caller);
    if (!send_done(emitter.waiting(), status, caller.reason())) break;
  }
  // The host is gone: there is nobody to release the sets for.
  ::_exit(0);
}

std::int32_t Server::handle(const wire::Request& request, int descriptor, Caller& caller) {
  if (request.ask == wire::Ask::kScore) return score(request, descriptor, caller);
  if (request.ask == wire::Ask::kLoad || request.ask == wire::Ask::kRelease) {
    ::close(descriptor);
    return request.ask == wire::Ask::kLoad ? caller.load() : release(request, caller);
  }
  const void* data = map(descriptor, request.capacity);
  ::close(descriptor);
  if (data == nullptr) return wire::kNoBlock;
  const orienta_block_t set{data, request.size};
  if (request.ask == wire::Ask::kPrepare) return caller.prepare(request.set, set);
  const std::int32_t status = caller.check(set);
  unmap(data, request.capacity);
  return status;
}

std::int32_t Server::release(const wire::Request& request, Caller& caller) {
  orienta_block_t set{};
  const std::int32_t status = caller.release(request.set, set);
  // A plugin that still looks at it is found out.
  unmap(set.data, request.capacity);
  return status;
}

std::int32_t Server::score(const wire::Request& request, int descriptor, Caller& caller) {
  if (descriptor >= 0 && batch_.descriptor >= 0) ::close(batch_.descriptor);
  if (descriptor >= 0) batch_.descriptor = descriptor;
  if (descriptor >= 0 || request.capacity != batch_.capacity) {
    unmap(batch_.data, batch_.capacity);
    batch_.data = map(batch_.descriptor, request.capacity);
    batch_.capacity = request.capacity;
  }
  if (batch_.data == nullptr) return wire::kNoBlock;
  return caller.score(request.set, {batch_.data, request.size}, request.stop_at);
}

}  // namespace orienta::worker

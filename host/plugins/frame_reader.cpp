// SPDX-License-Identifier: MIT
#include <sys/socket.h>

#include <cerrno>
#include <cstring>

#include "plugins/worker_process.hpp"

namespace orienta {
namespace {

constexpr std::size_t kPiece = 256u << 10;

}  // namespace

FrameReader::State FrameReader::next(Frame& frame) {
  wire::FrameHead head;
  if (end_ - begin_ < sizeof head) return State::kMore;
  std::memcpy(&head, buffer_.data() + begin_, sizeof head);
  if (head.size > wire::kFrameBytes || head.kind > wire::FrameKind::kDone) return State::kGarbage;
  if (end_ - begin_ - sizeof head < head.size) return State::kMore;
  frame.kind = head.kind;
  frame.bytes = std::span<const std::byte>(buffer_).subspan(begin_ + sizeof head, head.size);
  begin_ += sizeof head + head.size;
  return State::kFrame;
}

FrameReader::State FrameReader::fill(int socket) {
  if (begin_ > 0) std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
  end_ -= begin_;
  begin_ = 0;
  if (buffer_.size() - end_ < kPiece) buffer_.resize(end_ + 2 * kPiece);
  ssize_t got = 0;
  do
    got = ::recv(socket, buffer_.data() + end_, buffer_.size() - end_, 0);
  while (got < 0 && errno == EINTR);
  if (got <= 0) return State::kClosed;
  end_ += static_cast<std::size_t>(got);
  return State::kMore;
}

}  // namespace orienta

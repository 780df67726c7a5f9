// SPDX-License-Identifier: MIT
// The runner with a worker process: starts it, talks to it, and tells how it ended.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <set>

#include "base/os.hpp"
#include "base/utf8.hpp"
#include "plugins/package_bytes.hpp"
#include "plugins/plugin_runner.hpp"
#include "plugins/watch.hpp"
#include "plugins/worker_process.hpp"

namespace orienta {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// A plugin that was asked to stop has so long to do it.
constexpr milliseconds kStopTime{50};
/// A process that closed its socket is about to end.
constexpr milliseconds kEndTime{1000};

tl::unexpected<Error> no_descriptor() {
  return failure(ErrorKind::kIo, msg("plugins.no-shared-memory", {{"errno", errno}}));
}

/// Memory with these bytes that nobody can change any more.
Result<Descriptor> sealed(std::string_view bytes) {
  Descriptor file(::memfd_create("orienta-plugin", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!file) return no_descriptor();
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return no_descriptor();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fcntl(file.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0)
    return no_descriptor();
  return file;
}

/// The same memory through a descriptor that can only be mapped for reading.
Descriptor read_only(int descriptor) {
  return Descriptor(::open(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), O_RDONLY | O_CLOEXEC));
}

std::string signal_name(int number) {
  const char* name = ::sigabbrev_np(number);
  return name != nullptr ? std::string("SIG") + name : std::to_string(number);
}

std::string text_of(std::span<const std::byte> bytes) {
  std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return is_utf8(text) ? text : std::string();
}

class WorkerTransport : public Transport {
 public:
  WorkerTransport(Package package, const RunLimits& limits) : package_(std::move(package)), limits_(limits) {}

  bool has(PreparedSet set) override {
    drop_if_gone();
    return process_ && sets_.contains(set);
  }

  Result<Ending> run(const Call& call, ResultSink& sink, const std::stop_token& stop) override {
    drop_if_gone();
    if (!process_)
      if (auto started = start(); !started) return failure(std::move(started.error()));
    wire::Page& page = process_->page();
    page.unit = 0;
    page.stop = 0;
    page.out_of_memory = 0;
    if (auto sent = send(call); !sent) return failure(std::move(sent.error()));
    Ending ending = listen(sink, stop);
    const bool is_sound = ending.fate == Fate::kReturned && !sink.breach() &&
                          ending.number <= ORIENTA_FAILED && ending.number >= ORIENTA_OK;
    if (!is_sound)
      drop();
    else if (call.ask == wire::Ask::kPrepare && ending.number == ORIENTA_OK)
      sets_.insert(call.set);
    else if (call.ask == wire::Ask::kRelease)
      sets_.erase(call.set);
    return ending;
  }

 private:
  void drop() {
    process_.reset();
    sets_.clear();
    mapped_bytes_ = 0;
    batch_ = {};
  }
  void drop_if_gone() {
    if (process_ && !process_->is_waiting()) drop();
  }

  Status start();
  Status send(const Call& call);
  Ending listen(ResultSink& sink, const std::stop_token& stop);
  std::optional<Ending> on_frame(const FrameReader::Frame& frame, ResultSink& sink);
  /// Until there is something to read; else how the call has to end.
  std::optional<Ending> wait(Watch& watch, const std::stop_token& stop,
                             std::optional<Clock::time_point>& stop_by);
  Ending ended();
  Ending at_unit(Fate fate) const { return {fate, 0, {}, process_->page().unit.load()}; }

  /// The batch the worker has mapped. Holding it keeps its inode from being used again.
  struct Batch {
    Descriptor file;
    ino_t inode = 0;
    std::uint64_t capacity = 0;
  };

  Package package_;
  RunLimits limits_;
  Descriptor library_;
  Descriptor wake_;
  std::optional<WorkerProcess> process_;
  bool is_ready_ = false;
  std::set<PreparedSet> sets_;
  std::uint64_t mapped_bytes_ = 0;  ///< of sets
  Batch batch_;
};

Status WorkerTransport::start() {
  if (auto fits = check_version(package_); !fits) return fits;
  if (!library_) {
    auto bytes = verified_library(package_);
    if (!bytes) return failure(std::move(bytes.error()));
    auto file = sealed(*bytes);
    if (!file) return failure(std::move(file.error()));
    library_ = *std::move(file);
  }
  if (!wake_) wake_ = Descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  if (!wake_) return no_descriptor();
  const WorkerProcess::Plugin plugin{library_.get(), package_.manifest.id.value, package_.manifest.version};
  auto process = WorkerProcess::start(&plugin, limits_.memory_bytes);
  if (!process) return failure(std::move(process.error()));
  process_ = *std::move(process);
  is_ready_ = false;
  return {};
}

Status WorkerTransport::send(const Call& call) {
  struct stat file {};
  if (::fstat(call.block->descriptor(), &file) != 0) return no_descriptor();
  const auto capacity = static_cast<std::uint64_t>(file.st_size);
  const bool is_batch = call.ask == wire::Ask::kScore;
  const bool is_known = is_batch && batch_.file && batch_.inode == file.st_ino;
  Descriptor given;
  if (!is_known) {
    given = read_only(call.block->descriptor());
    if (!given) return no_descriptor();
  }
  if (!is_batch) mapped_bytes_ += capacity;
  if (!is_known || batch_.capacity != capacity)
    process_->limit_memory(limits_.memory_bytes + mapped_bytes_ + (is_batch ? capacity : batch_.capacity));
  // A worker that ended meanwhile is noticed by listen().
  process_->send({call.ask, call.set, call.block->size(), capacity, call.stop_at}, given.get());
  if (!is_batch && call.ask != wire::Ask::kPrepare) mapped_bytes_ -= capacity;
  if (is_batch && !is_known) batch_ = {std::move(given), file.st_ino, capacity};
  if (is_batch) batch_.capacity = capacity;
  return {};
}

Ending WorkerTransport::listen(ResultSink& sink, const std::stop_token& stop) {
  const std::stop_callback on_stop(stop, [this] { ::eventfd_write(wake_.get(), 1); });
  Watch watch(*process_, limits_.per_unit);
  std::optional<Clock::time_point> stop_by;
  FrameReader& frames = process_->frames();
  for (;;) {
    FrameReader::Frame frame;
    auto state = frames.next(frame);
    if (state == FrameReader::State::kMore) {
      if (auto ending = wait(watch, stop, stop_by)) return *std::move(ending);
      state = frames.fill(process_->socket());
    }
    if (state == FrameReader::State::kClosed) return ended();
    if (state == FrameReader::State::kGarbage) sink.broken(msg("plugins.breach-channel"));
    if (state == FrameReader::State::kFrame)
      if (auto ending = on_frame(frame, sink)) return *std::move(ending);
    if (sink.breach()) return at_unit(Fate::kBroken);
  }
}

std::optional<Ending> WorkerTransport::on_frame(const FrameReader::Frame& frame, ResultSink& sink) {
  std::int32_t number = 0;
  const bool is_first = !is_ready_;
  const bool begins = frame.kind == wire::FrameKind::kReady || frame.kind == wire::FrameKind::kRefused;
  if (begins != is_first || (frame.kind != wire::FrameKind::kRecords && frame.bytes.size() < sizeof number)) {
    sink.broken(msg("plugins.breach-channel"));
    return {};
  }
  if (frame.kind == wire::FrameKind::kRecords) {
    sink.take(frame.bytes);
    return {};
  }
  std::memcpy(&number, frame.bytes.data(), sizeof number);
  const std::string text = text_of(frame.bytes.subspan(sizeof number));
  if (frame.kind == wire::FrameKind::kRefused) return Ending{Fate::kRefused, number, text, 0};
  if (frame.kind == wire::FrameKind::kReady) {
    is_ready_ = true;
    return {};
  }
  Ending ending{Fate::kReturned, number, text, process_->page().unit.load()};
  if (number != ORIENTA_OK && process_->page().out_of_memory != 0) ending.fate = Fate::kOutOfMemory;
  return ending;
}

std::optional<Ending> WorkerTransport::wait(Watch& watch, const std::stop_token& stop,
                                            std::optional<Clock::time_point>& stop_by) {
  for (;;) {
    std::array<pollfd, 2> ready{pollfd{process_->socket(), POLLIN, 0}, pollfd{wake_.get(), POLLIN, 0}};
    const auto moment = stop_by ? milliseconds(1) : watch.next_look();
    const int count = ::poll(ready.data(), stop_by ? 1 : ready.size(), static_cast<int>(moment.count()));
    if (!stop_by && ready[1].revents != 0) {
      eventfd_t ignored = 0;
      ::eventfd_read(wake_.get(), &ignored);
    }
    // Asked of the token itself: the event may be left from the end of an earlier call.
    if (!stop_by && stop.stop_requested()) {
      process_->page().stop = 1;
      stop_by = Clock::now() + kStopTime;
    }
    if (stop_by && Clock::now() >= *stop_by) return at_unit(Fate::kCancelled);
    if (watch.has_hung(count == 0)) return at_unit(Fate::kHung);
    if (count > 0 && ready[0].revents != 0) return {};
  }
}

Ending WorkerTransport::ended() {
  Ending ending = at_unit(Fate::kCrashed);
  const bool was_out_of_memory = process_->page().out_of_memory != 0;
  const ProcessEnd end = process_->wait_end(kEndTime);
  if (!end.known) {
    ending.fate = Fate::kKilled;
  } else if (WIFEXITED(end.status)) {
    ending.fate = Fate::kExited;
    ending.number = WEXITSTATUS(end.status);
  } else if (WTERMSIG(end.status) == SIGSYS) {
    ending.fate = Fate::kForbidden;
  } else if (WTERMSIG(end.status) == SIGKILL) {
    ending.fate = Fate::kKilled;
  } else if (was_out_of_memory) {
    ending.fate = Fate::kOutOfMemory;
  } else {
    ending.text = signal_name(WTERMSIG(end.status));
  }
  return ending;
}

}  // namespace

std::unique_ptr<PluginRunner> plugin_worker(const Package& package, const RunLimits& limits) {
  return std::make_unique<PluginRunner>(package.manifest.id, limits,
                                        std::make_unique<WorkerTransport>(package, limits));
}

std::unique_ptr<Runner> worker_runner(const Package& package, const RunLimits& limits) {
  return plugin_worker(package, limits);
}

}  // namespace orienta

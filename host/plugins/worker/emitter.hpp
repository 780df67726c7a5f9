// SPDX-License-Identifier: MIT
// Turns what a plugin says into records. It copies and nothing more: whether the plugin says something valid
// is judged by who receives the records (plugins/result_sink.hpp), with the same code for both runners.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "plugins/worker/wire.hpp"

namespace orienta::worker {

class Emitter {
 public:
  /// Takes over a bunch of records; false when nobody listens any more.
  using Send = std::function<bool(const std::vector<std::byte>& records)>;
  explicit Emitter(Send send);

  /// Begins a call in which a unit has at most `nodes` scores at once.
  void begin(std::uint32_t nodes);

  // Each returns false when the plugin should stop: nobody listens, or it gave more than can be taken.
  bool scores(std::uint32_t unit, std::uint32_t scenario, const orienta_score_t* scores, std::uint32_t count,
              std::uint32_t stride) noexcept;
  bool note(wire::RecordKind kind, std::uint32_t unit, const orienta_note_t* note) noexcept;
  bool unit_done(std::uint32_t unit) noexcept;
  bool log(std::uint32_t severity, orienta_text_t line) noexcept;
  bool flush() noexcept;

  /// The records that were not sent yet.
  const std::vector<std::byte>& waiting() const { return records_; }

 private:
  bool put(wire::RecordHead head, const void* payload, std::size_t bytes);
  bool put_note(const orienta_note_t& note);
  bool too_much(std::uint32_t unit) noexcept;
  void add(const void* bytes, std::size_t size);

  Send send_;
  std::vector<std::byte> records_;
  std::uint32_t nodes_ = 0;
  bool open_ = true;
};

}  // namespace orienta::worker

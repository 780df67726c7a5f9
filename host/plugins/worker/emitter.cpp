// SPDX-License-Identifier: MIT
#include "plugins/worker/emitter.hpp"

#include <cstring>
#include <utility>

namespace orienta::worker {
namespace {

bool is_short(orienta_text_t text) {
  return text.size <= wire::kTextBytes && (text.data != nullptr || text.size == 0);
}

const orienta_arg_t* argument(const orienta_note_t& note, std::uint32_t index) {
  const auto* first = reinterpret_cast<const std::byte*>(note.args);
  return reinterpret_cast<const orienta_arg_t*>(first + std::size_t{index} * note.arg_stride);
}

/// Everything can be read, as far as can be told from outside.
bool is_sound(const orienta_note_t& note) {
  if (!is_short(note.code) || note.arg_count > wire::kNoteArguments) return false;
  if (note.arg_count == 0) return true;
  if (note.args == nullptr || note.arg_stride < sizeof(orienta_arg_t)) return false;
  for (std::uint32_t i = 0; i < note.arg_count; ++i)
    if (!is_short(argument(note, i)->name) || !is_short(argument(note, i)->text)) return false;
  return true;
}

std::size_t size_of(const orienta_note_t& note) {
  std::size_t bytes = sizeof(wire::NoteHead) + note.code.size;
  for (std::uint32_t i = 0; i < note.arg_count; ++i)
    bytes += sizeof(wire::ArgumentHead) + argument(note, i)->name.size + argument(note, i)->text.size;
  return bytes;
}

}  // namespace

Emitter::Emitter(Send send) : send_(std::move(send)) {
  records_.reserve(2 * wire::kFlushBytes);
}

void Emitter::begin(std::uint32_t nodes) {
  records_.clear();
  nodes_ = nodes;
  open_ = true;
}

bool Emitter::scores(std::uint32_t unit, std::uint32_t scenario, const orienta_score_t* scores,
                     std::uint32_t count, std::uint32_t stride) noexcept try {
  if (!open_) return false;
  if (count > nodes_ || (count > 0 && (scores == nullptr || stride < sizeof(orienta_score_t))))
    return too_much(unit);
  if (stride == sizeof(orienta_score_t) || count == 0)
    return put({wire::RecordKind::kScores, unit, scenario, count}, scores, count * sizeof(orienta_score_t));
  const wire::RecordHead head{wire::RecordKind::kScores, unit, scenario, count};
  add(&head, sizeof head);
  const auto* first = reinterpret_cast<const std::byte*>(scores);
  for (std::uint32_t i = 0; i < count; ++i)
    add(first + std::size_t{i} * stride, sizeof(orienta_score_t));
  return records_.size() < wire::kFlushBytes || flush();
} catch (...) {
  return open_ = false;
}

bool Emitter::note(wire::RecordKind kind, std::uint32_t unit, const orienta_note_t* note) noexcept try {
  if (!open_) return false;
  if (note == nullptr || !is_sound(*note)) return too_much(unit);
  const wire::RecordHead head{kind, unit, 0, static_cast<std::uint32_t>(size_of(*note))};
  add(&head, sizeof head);
  return put_note(*note);
} catch (...) {
  return open_ = false;
}

bool Emitter::put_note(const orienta_note_t& note) {
  const wire::NoteHead head{note.node, note.severity, static_cast<std::uint32_t>(note.code.size),
                            note.arg_count};
  add(&head, sizeof head);
  for (std::uint32_t i = 0; i < note.arg_count; ++i) {
    const orienta_arg_t& arg = *argument(note, i);
    const wire::ArgumentHead entry{arg.kind, arg.index, arg.number, static_cast<std::uint32_t>(arg.name.size),
                                   static_cast<std::uint32_t>(arg.text.size)};
    add(&entry, sizeof entry);
    add(arg.name.data, arg.name.size);
    add(arg.text.data, arg.text.size);
  }
  add(note.code.data, note.code.size);
  return records_.size() < wire::kFlushBytes || flush();
}

bool Emitter::unit_done(std::uint32_t unit) noexcept try {
  return open_ && put({wire::RecordKind::kUnitDone, unit, 0, 0}, nullptr, 0);
} catch (...) {
  return open_ = false;
}

bool Emitter::log(std::uint32_t severity, orienta_text_t line) noexcept try {
  if (!open_ || !is_short(line)) return open_;
  return put({wire::RecordKind::kLog, 0, severity, static_cast<std::uint32_t>(line.size)}, line.data,
             line.size);
} catch (...) {
  return open_ = false;
}

bool Emitter::flush() noexcept try {
  if (records_.empty()) return open_;
  open_ = send_(records_) && open_;
  records_.clear();
  return open_;
} catch (...) {
  return open_ = false;
}

bool Emitter::put(wire::RecordHead head, const void* payload, std::size_t bytes) {
  add(&head, sizeof head);
  add(payload, bytes);
  return records_.size() < wire::kFlushBytes || flush();
}

bool Emitter::too_much(std::uint32_t unit) noexcept try {
  put({wire::RecordKind::kTooMuch, unit, 0, 0}, nullptr, 0);
  flush();
  return open_ = false;
} catch (...) {
  return open_ = false;
}

void Emitter::add(const void* bytes, std::size_t size) {
  if (size == 0) return;
  const auto* first = static_cast<const std::byte*>(bytes);
  records_.insert(records_.end(), first, first + size);
}

}  // namespace orienta::worker

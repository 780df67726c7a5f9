// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/utf8.hpp"
#include "plugins/result_sink.hpp"

namespace orienta {
namespace {

/// Takes pieces off the front; empty-handed when they are not there.
class Bytes {
 public:
  explicit Bytes(std::span<const std::byte> bytes) : bytes_(bytes) {}

  template <class T>
  bool take(T& value) {
    if (bytes_.size() < sizeof value) return false;
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_ = bytes_.subspan(sizeof value);
    return true;
  }
  bool take(std::string& text, std::uint32_t size) {
    if (bytes_.size() < size) return false;
    text.assign(reinterpret_cast<const char*>(bytes_.data()), size);
    bytes_ = bytes_.subspan(size);
    return true;
  }
  bool empty() const { return bytes_.empty(); }

 private:
  std::span<const std::byte> bytes_;
};

tl::unexpected<Error> breach(Message how) {
  return failure(ErrorKind::kPlugin, std::move(how));
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// "<plugin id>.<words>" or "trace.<words>".
bool is_code(std::string_view code, const PluginId& plugin) {
  constexpr std::string_view kShared = "trace.";
  if (code.starts_with(kShared)) {
    code.remove_prefix(kShared.size());
  } else if (code.size() > plugin.value.size() && code.starts_with(plugin.value) &&
             code[plugin.value.size()] == '.') {
    code.remove_prefix(plugin.value.size() + 1);
  } else {
    return false;
  }
  return !code.empty() && std::ranges::all_of(code, is_word);
}

bool is_whole(double number) {
  return number >= 0 && number <= 9007199254740992.0 && std::floor(number) == number;
}

bool is_valid(const NoteArgument& argument, const SetShape& shape) {
  if (argument.name.empty() || !std::ranges::all_of(argument.name, is_word)) return false;
  if (!std::isfinite(argument.number)) return false;
  switch (argument.kind) {
    case ORIENTA_ARG_NUMBER:
      return true;
    case ORIENTA_ARG_SHARE:
      return argument.number >= 0 && argument.number <= 1;
    case ORIENTA_ARG_INDEX:
      return argument.number >= 0 && argument.number <= 100;
    case ORIENTA_ARG_COUNT:
      return is_whole(argument.number);
    case ORIENTA_ARG_LEVEL:
      return is_whole(argument.number) && argument.number <= shape.levels;
    case ORIENTA_ARG_NODE:
      return argument.index < shape.nodes;
    case ORIENTA_ARG_INDICATOR:
      return argument.index < shape.indicators;
    case ORIENTA_ARG_AGGREGATE:
      return argument.index <= ORIENTA_AGGREGATE_WEAKEST;
    case ORIENTA_ARG_TEXT:
      return true;
    default:
      return false;
  }
}

}  // namespace

Result<Note> read_note(std::span<const std::byte> bytes, const SetShape& shape, const PluginId& plugin,
                       bool is_problem) {
  Bytes rest(bytes);
  wire::NoteHead head;
  if (!rest.take(head) || head.arguments > wire::kNoteArguments) return breach(msg("plugins.breach-channel"));
  Note note{head.node, head.severity, {}, {}};
  for (std::uint32_t i = 0; i < head.arguments; ++i) {
    wire::ArgumentHead entry;
    NoteArgument argument;
    if (!rest.take(entry) || !rest.take(argument.name, entry.name_size) ||
        !rest.take(argument.text, entry.text_size))
      return breach(msg("plugins.breach-channel"));
    argument.kind = entry.kind;
    argument.index = entry.index;
    argument.number = entry.number;
    note.arguments.push_back(std::move(argument));
  }
  if (!rest.take(note.code, head.code_size) || !rest.empty()) return breach(msg("plugins.breach-channel"));

  const bool is_text =
      is_utf8(note.code) && std::ranges::all_of(note.arguments, [](const NoteArgument& argument) {
        return is_utf8(argument.name) && is_utf8(argument.text);
      });
  if (!is_text) return breach(msg("plugins.breach-note-text"));
  if (!is_code(note.code, plugin)) return breach(msg("plugins.breach-note-code", {{"code", note.code}}));
  if (note.node >= shape.nodes && !(is_problem && note.node == ORIENTA_NONE))
    return breach(msg("plugins.breach-node", {{"number", note.node}}));
  if (note.severity > (is_problem ? 1u : 0u))
    return breach(msg("plugins.breach-note-severity", {{"code", note.code}}));
  for (std::uint32_t i = 0; i < note.arguments.size(); ++i)
    if (!is_valid(note.arguments[i], shape))
      return breach(msg("plugins.breach-note-argument", {{"code", note.code}, {"number", i + 1}}));
  return note;
}

}  // namespace orienta

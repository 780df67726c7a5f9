// SPDX-License-Identifier: MIT
// What a plugin says: codes with typed arguments, made on the stack. The words are in catalogues, so that
// every reason reads in every language:
//
//   out.remark(node, "my-plugin.too-few", {arg::count("n", n), arg::indicator("indicator", index)});
//
// Names and texts are read before the call returns and have to live that long.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "orienta/aggregate.hpp"
#include "orienta/plugin.h"
#include "orienta/range.hpp"

namespace orienta::sdk {

namespace arg {

inline orienta_arg_t make(std::string_view name, std::uint32_t kind, double number, std::uint32_t index = 0,
                          std::string_view text = {}) {
  return {text_of(name), kind, index, number, text_of(text)};
}

inline orienta_arg_t number(std::string_view name, double value) {
  return make(name, ORIENTA_ARG_NUMBER, value);
}
/// In [0, 1].
inline orienta_arg_t share(std::string_view name, double value) {
  return make(name, ORIENTA_ARG_SHARE, value);
}
/// A rating in [0, 1], shown as an index from 0 to 100.
inline orienta_arg_t index(std::string_view name, double rating) {
  return make(name, ORIENTA_ARG_INDEX, 100 * rating);
}
/// Where the words depend on a number, it is called "n".
inline orienta_arg_t count(std::string_view name, double whole) {
  return make(name, ORIENTA_ARG_COUNT, whole);
}
inline orienta_arg_t level(std::string_view name, std::int32_t rung) {
  return make(name, ORIENTA_ARG_LEVEL, rung);
}
inline orienta_arg_t node(std::string_view name, std::uint32_t node) {
  return make(name, ORIENTA_ARG_NODE, 0, node);
}
inline orienta_arg_t indicator(std::string_view name, std::uint32_t indicator) {
  return make(name, ORIENTA_ARG_INDICATOR, 0, indicator);
}
inline orienta_arg_t aggregate(std::string_view name, Aggregate kind) {
  return make(name, ORIENTA_ARG_AGGREGATE, 0, static_cast<std::uint32_t>(kind));
}
/// An id, or a word that is the same in every language.
inline orienta_arg_t text(std::string_view name, std::string_view value) {
  return make(name, ORIENTA_ARG_TEXT, 0, 0, value);
}

}  // namespace arg

using Args = std::initializer_list<orienta_arg_t>;

inline orienta_note_t note(std::uint32_t node, std::uint32_t severity, std::string_view code,
                           const Args& args) {
  return {node,
          severity,
          text_of(code),
          args.begin(),
          static_cast<std::uint32_t>(args.size()),
          sizeof(orienta_arg_t)};
}

/// Takes what Plugin::check finds. Once the host has asked to stop, the rest is dropped.
class Checker {
 public:
  using Sink = std::int32_t (*)(void* sink_data, const orienta_note_t* note);
  Checker(Sink sink, void* sink_data) : sink_(sink), sink_data_(sink_data) {}

  /// The set cannot be scored. `node`: where, or ORIENTA_NONE when it is about params.
  void error(std::uint32_t node, std::string_view code, Args args = {}) {
    say(sdk::note(node, 0, code, args));
  }
  /// It can be scored, but is probably not what the author meant.
  void warning(std::uint32_t node, std::string_view code, Args args = {}) {
    say(sdk::note(node, 1, code, args));
  }
  bool stopped() const { return stopped_; }

 private:
  void say(const orienta_note_t& one) { stopped_ = stopped_ || sink_(sink_data_, &one) != 0; }

  Sink sink_;
  void* sink_data_;
  bool stopped_ = false;
};

}  // namespace orienta::sdk

// SPDX-License-Identifier: MIT
// The reasons that all plugins give in the same words: "trace.…". Their words come with the program.
#pragma once

#include <cstdint>

#include "orienta/note.hpp"
#include "orienta/output.hpp"
#include "orienta/unit.hpp"

namespace orienta::sdk::trace {

enum class Children : std::uint8_t { kNodes, kIndicators };

namespace detail {

inline orienta_arg_t child(Children kind, std::uint32_t index) {
  return kind == Children::kNodes ? arg::node("part", index) : arg::indicator("part", index);
}

inline void count_note(Output& out, std::uint32_t node, std::string_view code, std::uint32_t n) {
  if (n > 0) out.trace(node, code, {arg::count("n", n)});
}

/// The lowest part that counts; equal ones: the first.
inline std::size_t lowest(const std::vector<Part>& parts) {
  std::size_t found = parts.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!sdk::detail::counts(parts[i])) continue;
    if (found == parts.size() || parts[i].rating.value < parts[found].rating.value) found = i;
  }
  return found;
}

/// How the value came about. There is one.
inline void how(Output& out, std::uint32_t node, Aggregate kind, Children children, std::uint32_t values) {
  const Rating& rating = out.rating(node);
  const Scratch& scratch = out.scratch();
  const std::size_t low = lowest(scratch.parts);
  const orienta_arg_t part = child(children, scratch.children[low]);
  if (kind == Aggregate::kWeakest) {
    out.trace(node, "trace.weakest", {arg::count("n", values), part, arg::index("index", rating.value)});
    return;
  }
  out.trace(node, "trace.averaged",
            {arg::count("n", values), arg::aggregate("aggregate", kind), arg::index("index", rating.value)});
  if (kind == Aggregate::kGeometric && !(rating.value > 0)) out.trace(node, "trace.zero", {part});
}

}  // namespace detail

/// Why a node has the score it has, from the parts and children in the scratch memory: those that were
/// aggregated.
inline void group(Output& out, std::uint32_t node, Aggregate kind, Children children) {
  std::uint32_t values = 0;
  std::uint32_t open = 0;
  std::uint32_t left_out = 0;
  std::uint32_t withheld = 0;
  std::uint32_t weightless = 0;
  for (const Part& part : out.scratch().parts) {
    if (part.rating.state == State::kNotApplicable) {
      ++left_out;
    } else if (!(part.weight > 0)) {
      ++weightless;
    } else if (part.rating.state == State::kWithheld) {
      ++withheld;
    } else {
      ++(part.rating.has_value() ? values : open);
    }
  }
  switch (out.rating(node).state) {
    case State::kValue:
      detail::how(out, node, kind, children, values);
      break;
    case State::kOpen:
      out.trace(node, "trace.nothing-answered");
      break;
    case State::kWithheld:
      out.trace(node, "trace.nothing-shown");
      break;
    case State::kNotApplicable:
      out.trace(node, "trace.nothing-applies");
      break;
  }
  detail::count_note(out, node, "trace.unanswered", open);
  detail::count_note(out, node, "trace.left-out", left_out);
  detail::count_note(out, node, "trace.withheld", withheld);
  detail::count_note(out, node, "trace.weightless", weightless);
}

/// Which readings of a criterion are not its unit's own answers: inherited, or put there by the scenario.
inline void origins(Output& out, const Unit& unit, std::uint32_t criterion) {
  std::uint32_t inherited = 0;
  std::uint32_t changed = 0;
  for (const std::uint32_t indicator : out.scratch().children) {
    const orienta_reading_t& reading = unit.recorded(indicator);
    if (unit.is_changed(indicator)) {
      ++changed;
    } else if ((reading.flags & ORIENTA_READING_INHERITED) != 0) {
      ++inherited;
    }
  }
  detail::count_note(out, criterion, "trace.inherited", inherited);
  detail::count_note(out, criterion, "trace.changed", changed);
}

/// The scenario gave a criterion its rating.
inline void overridden(Output& out, std::uint32_t criterion) {
  out.trace(criterion, "trace.overridden", {arg::index("index", out.rating(criterion).value)});
}

/// One rung by itself.
inline void rung(Output& out, std::uint32_t node, std::int32_t number, const Rung& rung, const Holds& holds) {
  const orienta_arg_t level = arg::level("level", number);
  const orienta_arg_t index = arg::index("index", rung.rating.value);
  const orienta_arg_t needed = arg::index("needed", holds.rating);
  const orienta_arg_t criterion = arg::node("criterion", rung.node);
  switch (rung.verdict) {
    case Verdict::kHolds:
      if (rung.rating.has_value()) {
        out.trace(node, "trace.rung", {level, index, needed});
      } else {
        out.trace(node, "trace.rung-by-mandatory", {level});
      }
      break;
    case Verdict::kNotApplicable:
      out.trace(node, "trace.rung-left-out", {level});
      break;
    case Verdict::kRatingBelow:
      out.trace(node, "trace.rung-below", {level, index, needed});
      break;
    case Verdict::kMandatoryBelow:
      out.trace(
          node, "trace.rung-mandatory",
          {level, criterion, arg::index("index", rung.node_value), arg::index("needed", holds.mandatory)});
      break;
    case Verdict::kMandatoryOpen:
      out.trace(node, "trace.rung-mandatory-open", {level, criterion});
      break;
    case Verdict::kOpen:
      out.trace(node, "trace.rung-open", {level});
      break;
    case Verdict::kWithheld:
      out.trace(node, "trace.rung-withheld", {level});
      break;
  }
}

/// The ladder as a whole: each rung, then the one that is in the way.
inline void ladder(Output& out, std::uint32_t node, const Climb& climbed, const Holds& holds) {
  std::int32_t number = 0;
  for (const Rung& one : out.scratch().rungs)
    rung(out, node, ++number, one, holds);
  if (climbed.next > 0) {
    out.trace(node, "trace.gated", {arg::level("level", climbed.level), arg::level("rung", climbed.next)});
  }
}

}  // namespace orienta::sdk::trace

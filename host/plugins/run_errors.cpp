// SPDX-License-Identifier: MIT
// The words for how a call ended: each once with the unit that was being scored, once without.
#include "plugins/plugin_runner.hpp"

namespace orienta {
namespace {

Message refused(const Ending& ending, const std::string& plugin) {
  switch (static_cast<wire::EntryProblem>(ending.number)) {
    case wire::EntryProblem::kNoEntry:
      return msg("plugins.entry-missing", {{"plugin", plugin}, {"symbol", ending.text}});
    case wire::EntryProblem::kTooSmall:
      return msg("plugins.entry-too-small", {{"plugin", plugin}, {"size", ending.text}});
    case wire::EntryProblem::kVersion:
      return msg("plugins.entry-version", {{"plugin", plugin},
                                           {"version", ending.text},
                                           {"major", ORIENTA_ABI_MAJOR},
                                           {"minor", ORIENTA_ABI_MINOR}});
    case wire::EntryProblem::kOtherId:
      return msg("plugins.entry-id", {{"plugin", plugin}, {"id", ending.text}});
    case wire::EntryProblem::kOtherVersion:
      return msg("plugins.entry-plugin-version", {{"plugin", plugin}, {"version", ending.text}});
    case wire::EntryProblem::kNullFunction:
      return msg("plugins.entry-function", {{"plugin", plugin}, {"function", ending.text}});
    case wire::EntryProblem::kNone:
    case wire::EntryProblem::kNotLoaded:
      break;
  }
  return msg("plugins.not-loaded", {{"plugin", plugin}, {"reason", ending.text}});
}

Message while_preparing(const Ending& ending, const Blame& blame) {
  const std::string& plugin = blame.plugin.value;
  const std::string& set = blame.set;
  switch (ending.fate) {
    case Fate::kCrashed:
      return msg("plugins.crashed", {{"plugin", plugin}, {"set", set}, {"signal", ending.text}});
    case Fate::kExited:
      return msg("plugins.exited", {{"plugin", plugin}, {"set", set}, {"exit_code", ending.number}});
    case Fate::kForbidden:
      return msg("plugins.forbidden", {{"plugin", plugin}, {"set", set}});
    case Fate::kKilled:
      return msg("plugins.killed", {{"plugin", plugin}, {"set", set}});
    case Fate::kOutOfMemory:
      return msg("plugins.out-of-memory",
                 {{"plugin", plugin}, {"set", set}, {"mebibytes", blame.limits.memory_bytes >> 20}});
    case Fate::kHung:
      return msg("plugins.hung",
                 {{"plugin", plugin}, {"set", set}, {"milliseconds", blame.limits.per_unit.count()}});
    case Fate::kBroken:
      return msg("plugins.broke-contract", {{"plugin", plugin}, {"set", set}});
    case Fate::kReturned:
    case Fate::kRefused:
    case Fate::kCancelled:
      break;
  }
  return msg("plugins.failed", {{"plugin", plugin}, {"set", set}, {"reason", reason_of(ending)}});
}

Message while_scoring(const Ending& ending, const Blame& blame) {
  const std::string& plugin = blame.plugin.value;
  const std::string& set = blame.set;
  const std::string& unit = blame.unit;
  switch (ending.fate) {
    case Fate::kCrashed:
      return msg("plugins.crashed-at-unit",
                 {{"plugin", plugin}, {"set", set}, {"unit", unit}, {"signal", ending.text}});
    case Fate::kExited:
      return msg("plugins.exited-at-unit",
                 {{"plugin", plugin}, {"set", set}, {"unit", unit}, {"exit_code", ending.number}});
    case Fate::kForbidden:
      return msg("plugins.forbidden-at-unit", {{"plugin", plugin}, {"set", set}, {"unit", unit}});
    case Fate::kKilled:
      return msg("plugins.killed-at-unit", {{"plugin", plugin}, {"set", set}, {"unit", unit}});
    case Fate::kOutOfMemory:
      return msg(
          "plugins.out-of-memory-at-unit",
          {{"plugin", plugin}, {"set", set}, {"unit", unit}, {"mebibytes", blame.limits.memory_bytes >> 20}});
    case Fate::kHung:
      return msg("plugins.hung-at-unit", {{"plugin", plugin},
                                          {"set", set},
                                          {"unit", unit},
                                          {"milliseconds", blame.limits.per_unit.count()}});
    case Fate::kBroken:
      return msg("plugins.broke-contract-at-unit", {{"plugin", plugin}, {"set", set}, {"unit", unit}});
    case Fate::kReturned:
    case Fate::kRefused:
    case Fate::kCancelled:
      break;
  }
  return msg("plugins.failed-at-unit",
             {{"plugin", plugin}, {"set", set}, {"unit", unit}, {"reason", reason_of(ending)}});
}

}  // namespace

Argument reason_of(const Ending& ending) {
  return ending.text.empty() ? word(msg("plugins.no-reason")) : Argument(ending.text);
}

Error error_of(const Ending& ending, const Blame& blame, const std::optional<Message>& breach) {
  if (ending.fate == Fate::kCancelled) return fail(ErrorKind::kCancelled, msg("plugins.cancelled"));
  if (ending.fate == Fate::kRefused)
    return fail(ErrorKind::kPlugin, refused(ending, blame.plugin.value), {blame.set, 0, 0});
  Error error = fail(ErrorKind::kPlugin,
                     blame.unit.empty() ? while_preparing(ending, blame) : while_scoring(ending, blame));
  if (ending.fate == Fate::kBroken && breach) error.problems.add(*breach, {}, Severity::kNote);
  return error;
}

Status check_version(const Package& package) {
  const orienta_version_t abi = package.manifest.abi;
  if (orienta_version_is_compatible(abi) != 0) return {};
  return failure(
      ErrorKind::kPlugin,
      msg("plugins.entry-version", {{"plugin", package.manifest.id.value},
                                    {"version", std::to_string(abi.major) + "." + std::to_string(abi.minor)},
                                    {"major", ORIENTA_ABI_MAJOR},
                                    {"minor", ORIENTA_ABI_MINOR}}));
}

}  // namespace orienta

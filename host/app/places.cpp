// SPDX-License-Identifier: MIT
#include "app/places.hpp"

#include <algorithm>
#include <array>

#include "app/wording.hpp"
#include "base/os.hpp"
#include "plugins/failures.hpp"

namespace orienta {
namespace {

Message aggregate_word(std::uint32_t aggregate) {
  if (aggregate == ORIENTA_AGGREGATE_GEOMETRIC) return msg("app.aggregate-geometric");
  if (aggregate == ORIENTA_AGGREGATE_WEAKEST) return msg("app.aggregate-weakest");
  return msg("app.aggregate-mean");
}

Argument argument_of(const NoteArgument& argument, const CriteriaSet& set) {
  switch (argument.kind) {
    case ORIENTA_ARG_NODE:
      return set.node_title(argument.index).empty() ? Argument(set.node_id(argument.index))
                                                    : Argument(set.node_title(argument.index));
    case ORIENTA_ARG_INDICATOR: {
      const Indicator& indicator = set.indicators[argument.index];
      return indicator.ask.empty() ? Argument(indicator.id) : Argument(indicator.ask);
    }
    case ORIENTA_ARG_AGGREGATE:
      return word(aggregate_word(argument.index));
    case ORIENTA_ARG_COUNT:
    case ORIENTA_ARG_LEVEL:
      return Argument(static_cast<std::int64_t>(argument.number));
    case ORIENTA_ARG_TEXT:
      return Argument(argument.text);
    default:
      return Argument(argument.number);
  }
}

}  // namespace

Result<ReadSet> find_set(const Places& places, const std::string& id) {
  const auto found = find_sets(places.criteria);
  std::vector<std::string> known;
  for (const FoundSet& set : found) {
    if (set.id.value == id) {
      auto read = std::move(read_sets({set}, os::user_cache_folder()).front());
      if (read && read->set.id != set.id)
        return failure(ErrorKind::kInput,
                       msg("app.set-folder-differs", {{"folder", id}, {"set", read->set.id.value}}),
                       {set.file.string()});
      return read;
    }
    known.push_back(set.id.value);
  }
  return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-set"), id, known));
}

std::filesystem::path trust_file() {
  return os::user_config_folder() / "trust.json";
}

Status PluginHost::look() {
  if (!looked_) found_ = find_plugins(places_.plugins);
  looked_ = true;
  return {};
}

Result<const Package*> PluginHost::package(const PluginId& id) {
  if (Status looked = look(); !looked) return failure(std::move(looked.error()));
  std::vector<std::string> known;
  for (const Package& package : found_.packages) {
    if (package.manifest.id == id) return &package;
    known.push_back(package.manifest.id.value);
  }
  for (const BrokenPackage& broken : found_.broken)
    if (broken.id == id) return failure(broken.error);
  Error error = fail(ErrorKind::kNotFound, unknown_id(msg("app.word-plugin"), id.value, known));
  error.problems.append(found_.problems);
  return failure(std::move(error));
}

Result<PluginHost::Started*> PluginHost::start(const Package& package) {
  if (const auto running = started_.find(package.manifest.id); running != started_.end())
    return &running->second;
  const auto trusted = TrustStore::open(trust_file());
  if (!trusted) return failure(trusted.error());
  const Trust trust = trusted->trust_of(package);
  if (trust == Trust::kNone || trust == Trust::kChanged) {
    const Message why = trust == Trust::kChanged
                            ? msg("app.plugin-changed", {{"plugin", package.manifest.id.value}})
                            : msg("app.plugin-not-trusted", {{"plugin", package.manifest.id.value}});
    return failure(ErrorKind::kRefused, why, {package.folder.string()});
  }
  Started started;
  started.trust = trust;
  if (places_.in_process) {
    auto runner = in_process_runner(package, places_.limits);
    if (!runner) return failure(std::move(runner.error()));
    started.runner = recorded_runner(std::move(*runner), package);
  } else {
    started.runner = recorded_runner(worker_runner(package, places_.limits), package);
  }
  return &started_.emplace(package.manifest.id, std::move(started)).first->second;
}

Result<std::vector<Note>> PluginHost::check(const CriteriaSet& set) {
  const auto found = package(set.plugin);
  if (!found) return failure(found.error());
  auto started = start(**found);
  if (!started) return failure(std::move(started.error()));
  return (*started)->runner->check(set);
}

Result<PluginHost::Ready> PluginHost::ready(const CriteriaSet& set) {
  const auto found = package(set.plugin);
  if (!found) return failure(found.error());
  auto started = start(**found);
  if (!started) return failure(std::move(started.error()));
  Runner& runner = *(*started)->runner;
  const auto known = (*started)->sets.find(set.hash.hex());
  if (known != (*started)->sets.end()) return Ready{&runner, known->second, *found, (*started)->trust};

  const auto notes = runner.check(set);
  if (!notes) return failure(notes.error());
  Problems problems;
  for (const Note& note : *notes)
    problems.add(message_of(note, set), {set.id.value},
                 note.severity == 0 ? Severity::kError : Severity::kWarning);
  if (problems.has_errors()) return failure(ErrorKind::kInput, std::move(problems));
  const auto prepared = runner.prepare(set);
  if (!prepared) return failure(prepared.error());
  (*started)->sets.emplace(set.hash.hex(), *prepared);
  return Ready{&runner, *prepared, *found, (*started)->trust};
}

Message message_of(const Note& note, const CriteriaSet& set) {
  Message message{note.code, {}};
  for (const NoteArgument& argument : note.arguments)
    message.arguments.emplace_back(argument.name, argument_of(argument, set));
  if (note.node != ORIENTA_NONE && message.find("node") == nullptr)
    message.arguments.emplace_back("node", Argument(set.node_title(note.node)));
  return message;
}

}  // namespace orienta

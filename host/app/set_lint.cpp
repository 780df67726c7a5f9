// SPDX-License-Identifier: MIT
#include "app/set_lint.hpp"

#include "criteria/yaml.hpp"

namespace orienta {
namespace {

/// The map below `yaml` with that id, or null.
const Yaml* find_id(const Yaml& yaml, std::string_view id) {
  if (const Yaml* const own = yaml.find("id"); own != nullptr && own->text == id) return &yaml;
  for (const Yaml& item : yaml.items)
    if (const Yaml* const found = find_id(item, id)) return found;
  for (const auto& [key, value] : yaml.entries)
    if (const Yaml* const found = find_id(value, id)) return found;
  return nullptr;
}

/// The value of a param: "caps.major" is the key major below caps, "bands.0.upto" lies in the first of a
/// list.
const Yaml* find_param(const Yaml& params, std::string_view path) {
  const Yaml* at = &params;
  while (at != nullptr && !path.empty()) {
    const std::size_t dot = path.find('.');
    const std::string_view step = path.substr(0, dot);
    const Yaml* next = at->find(step);
    for (std::size_t i = 0; next == nullptr && i < at->items.size(); ++i)
      if (std::to_string(i) == step) next = &at->items[i];
    at = next;
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  return at;
}

/// Where the file says what a note is about: the param it names, else its node, else the params.
Where place_of(const Note& note, const CriteriaSet& set, const Yaml& root, const std::string& file) {
  const Yaml* const params = root.find("params");
  const Yaml* found = nullptr;
  for (const NoteArgument& argument : note.arguments)
    if (argument.name == "param" && params != nullptr) found = find_param(*params, argument.text);
  if (found != nullptr) return {file, found->key_line, found->key_column};
  if (note.node != ORIENTA_NONE && note.node > 0) found = find_id(root, set.node_id(note.node));
  if (found != nullptr) return {file, found->line, found->column};
  const Yaml* const other = params != nullptr ? params : root.find("plugin");
  return other == nullptr ? Where{file} : Where{file, other->key_line, other->key_column};
}

Where place_of_plugin(const Yaml& root, const std::string& file) {
  const Yaml* const plugin = root.find("plugin");
  return plugin == nullptr ? Where{file} : Where{file, plugin->line, plugin->column};
}

}  // namespace

LintedSet lint_set_file(const std::filesystem::path& file, PluginHost& plugins) {
  LintedSet out;
  const auto read = read_set_file(file);
  if (!read) {
    out.problems = read.error().problems;
    return out;
  }
  out.problems = read->remarks;
  const CriteriaSet& set = read->set;
  const auto tree = parse_yaml(set.text, file.string());
  if (!tree) return out;
  if (const auto package = plugins.package(set.plugin)) out.package = *package;
  const auto notes = plugins.check(set);
  if (!notes) {
    for (const Problem& problem : notes.error().problems.kept())
      out.problems.add(problem.message, place_of_plugin(*tree, file.string()), Severity::kWarning);
    return out;
  }
  for (const Note& note : *notes)
    out.problems.add(message_of(note, set), place_of(note, set, *tree, file.string()),
                     note.severity == 0 ? Severity::kError : Severity::kWarning);
  out.problems.sort_by_place();
  return out;
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "criteria/yaml_events.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/limits.hpp"

namespace orienta {
namespace {

std::size_t offset_of(const YAML::Mark& mark) {
  return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

/// `~`, `null`, `Null` or `NULL` at the beginning of `text`; yaml-cpp reports them as nothing, for us they
/// are text.
std::string_view null_word(std::string_view text) {
  constexpr std::array<std::string_view, 4> kWords{"~", "null", "Null", "NULL"};
  for (const std::string_view word : kWords)
    if (text.starts_with(word)) return word;
  return {};
}

bool is_key(std::string_view text, std::string_view word) {
  const std::size_t next = text.find_first_not_of(" \t", word.size());
  return next != std::string_view::npos && text[next] == ':';
}

}  // namespace

char TreeBuilder::byte_at(const YAML::Mark& mark) const {
  const std::size_t offset = offset_of(mark);
  return offset < text_.size() ? text_[offset] : '\0';
}

Yaml TreeBuilder::begin(const YAML::Mark& mark, Yaml::Kind kind) {
  const Mark place = places_.at(offset_of(mark));
  if (++nodes_ > limits::kYamlNodes) {
    report_.error(place, msg("criteria.too-many-nodes", {{"most", limits::kYamlNodes}}));
    throw StopParsing{};
  }
  Yaml node;
  node.kind = kind;
  node.line = place.line;
  node.column = place.column;
  return node;
}

void TreeBuilder::refuse_extras(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
  const Mark place = places_.at(offset_of(mark));
  if (anchor != 0) report_.error(place, msg("criteria.anchor"));
  const bool written = (tag != "?" && tag != "!" && !tag.empty()) || byte_at(mark) == '!';
  if (written) report_.error(place, msg("criteria.tag", {{"tag", tag}}));
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (++documents_ == 1) return;
  report_.error(places_.at(offset_of(mark)), msg("criteria.several-documents"));
  throw StopParsing{};
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  refuse_extras(mark, "", anchor);
  Yaml node = begin(mark, Yaml::Kind::kText);
  const std::string_view rest = text_.substr(std::min(offset_of(mark), text_.size()));
  const std::string_view word = null_word(rest);
  const bool is_value = !open_.empty() && open_.back().has_key;
  // An empty value has no place of its own: the parser names the next thing in the file, which may be the key
  // `null`. Its own key is what people look for then.
  if (!is_value || !is_key(rest, word)) node.text = word;
  if (is_value && node.text.empty()) {
    node.line = open_.back().key.line;
    node.column = open_.back().key.column;
  }
  put(std::move(node));
}

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t) {
  Yaml node = begin(mark, Yaml::Kind::kText);
  report_.error(node, msg("criteria.alias"));
  put(std::move(node));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  refuse_extras(mark, tag, anchor);
  Yaml node = begin(mark, Yaml::Kind::kText);
  node.quoted = tag == "!";
  if (value.size() > limits::kYamlScalarBytes)
    report_.error(
        node, msg("criteria.text-too-long", {{"bytes", value.size()}, {"most", limits::kYamlScalarBytes}}));
  else
    node.text = value;
  const char first = byte_at(mark);
  if (first == '"' || first == '\'') last_quote_ = offset_of(mark);
  put(std::move(node));
}

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value) {
  refuse_extras(mark, tag, anchor);
  open(begin(mark, Yaml::Kind::kList));
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value) {
  refuse_extras(mark, tag, anchor);
  open(begin(mark, Yaml::Kind::kMap));
}

void TreeBuilder::OnMapEnd() {
  drop_duplicates(open_.back().node);
  close();
}

void TreeBuilder::open(Yaml node) {
  if (open_.size() >= limits::kYamlDepth) {
    report_.error(node, msg("criteria.too-deep", {{"most", limits::kYamlDepth}}));
    throw StopParsing{};
  }
  Open next;
  next.is_key = !open_.empty() && open_.back().node.kind == Yaml::Kind::kMap && !open_.back().has_key;
  if (next.is_key) report_.error(node, msg("criteria.key-not-text"));
  next.node = std::move(node);
  open_.push_back(std::move(next));
}

void TreeBuilder::close() {
  Open done = std::move(open_.back());
  open_.pop_back();
  if (!done.is_key) return put(std::move(done.node));
  // The key was refused already; a key that no map can have keeps the count of keys and values even.
  Yaml key;
  key.line = done.node.line;
  key.column = done.node.column;
  open_.back().key = std::move(key);
  open_.back().has_key = true;
}

void TreeBuilder::put(Yaml node) {
  if (open_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& parent = open_.back();
  if (parent.node.kind == Yaml::Kind::kList) {
    parent.node.items.push_back(std::move(node));
    return;
  }
  if (!parent.has_key) return put_key(parent, std::move(node));
  node.key_line = parent.key.line;
  node.key_column = parent.key.column;
  parent.has_key = false;
  // An empty key was refused when it came.
  if (!parent.key.text.empty()) parent.node.entries.push_back({std::move(parent.key.text), std::move(node)});
}

void TreeBuilder::put_key(Open& map, Yaml key) {
  if (key.text.empty()) report_.error(key, msg("criteria.empty-key"));
  if (key.text == "<<" && !key.quoted) {
    report_.error(key, msg("criteria.merge-key"));
    key.text.clear();
  }
  map.key = std::move(key);
  map.has_key = true;
}

// The first entry stays. Sorting keeps this cheap for a map of any size.
void TreeBuilder::drop_duplicates(Yaml& map) {
  auto& entries = map.entries;
  std::vector<std::pair<std::string_view, std::size_t>> keys;
  keys.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i)
    keys.emplace_back(entries[i].first, i);
  std::sort(keys.begin(), keys.end());

  std::vector<std::size_t> later;
  std::size_t first = 0;
  for (std::size_t i = 1; i < keys.size(); ++i) {
    if (keys[i].first != keys[first].first) {
      first = i;
      continue;
    }
    const Yaml& kept = entries[keys[first].second].second;
    report_.error(
        key_mark_of(entries[keys[i].second].second),
        msg("criteria.duplicate-key",
            {{"key", keys[i].first}, {"first_line", kept.key_line}, {"first_column", kept.key_column}}));
    later.push_back(keys[i].second);
  }
  std::sort(later.begin(), later.end());
  for (auto index = later.rbegin(); index != later.rend(); ++index)
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(*index));
}

std::optional<Mark> TreeBuilder::open_quote() {
  if (!last_quote_) return std::nullopt;
  const char quote = text_[*last_quote_];
  for (std::size_t i = *last_quote_ + 1; i < text_.size(); ++i) {
    if (quote == '"' && text_[i] == '\\') {
      ++i;
    } else if (text_[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text_.size() && text_[i + 1] == quote;
      if (!doubled) return std::nullopt;
      ++i;
    }
  }
  return places_.at(*last_quote_);
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "base/os.hpp"
#include "criteria/lint.hpp"
#include "criteria/reader.hpp"
#include "criteria/reading.hpp"
#include "criteria/vocabulary.hpp"

namespace orienta {
namespace {

constexpr int kFormat = 1;
constexpr Range kMinutes{0, 1440};

bool is_version(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '-' || c == '+';
  };
  return text.size() <= 32 && text.front() >= '0' && text.front() <= '9' &&
         std::all_of(text.begin(), text.end(), allowed);
}

/// The number of a later format, if the file says so: then nothing else in it can be judged.
std::optional<int> newer_format(const Yaml& root) {
  const Yaml* const format = root.find("orienta");
  if (format == nullptr || format->kind != Yaml::Kind::kText) return std::nullopt;
  const auto number = parse_decimal(format->text);
  if (!number || number->digits != 0 || number->units <= kFormat || number->units > 1'000'000)
    return std::nullopt;
  return static_cast<int>(number->units);
}

void read_head(Fields& root, Reading& reading) {
  CriteriaSet& set = reading.set;
  int format = 0;
  root.whole("orienta", format, {kFormat, kFormat}, Need::kRequired);
  if (root.id("id", set.id.value)) {
    const Yaml& id = *root.map().find("id");
    reading.nodes.add(id.text, mark_of(id), 0, &reading.report);
  }
  if (root.word("version", set.version, Need::kRequired) && !is_version(set.version))
    reading.report.error(*root.map().find("version"), msg("criteria.bad-version", {{"text", set.version}}));
  root.id("plugin", set.plugin.value);
  root.local("title", set.title, Need::kRequired);
  root.local("description", set.description);
  read_references(root, set.references, reading.report);
  root.whole("minutes", set.minutes, kMinutes);
  root.ids("replaces", set.replaces);
}

void read_rules(Fields& root, Reading& reading) {
  CriteriaSet& set = reading.set;
  set.scored_at.add(UnitKind::kOrganisation);
  set.anonymous.add(Source::kClient);
  set.anonymous.add(Source::kPeer);
  root.mask("scored_at", set.scored_at, vocabulary::unit_kinds());
  root.choice("rollup", set.rollup, vocabulary::kRollups);
  root.choice("aggregate", set.aggregate, vocabulary::kAggregates);
  root.mask("pool", set.pooled, vocabulary::sources(), true);
  root.mask("anonymous", set.anonymous, vocabulary::sources(), true);
  read_target(root, set.target, TargetOf::kSetOrDimension, reading.report);
}

void read_all(const Yaml& yaml, Reading& reading) {
  reading.origin.root = &yaml;
  Fields root(yaml, reading.report);
  if (!root.is_map()) return;
  read_head(root, reading);
  read_rules(root, reading);
  read_segments(root, reading);
  read_scales(root, reading);
  read_levels(root, reading);
  read_holds(root, reading);
  read_dimensions(root, reading);
  read_joints(root, reading);
  read_roles(root, reading);
  read_improvements(root, reading);
  read_params(root, reading);
  root.done();
}

}  // namespace

Result<ReadSet> read_set(std::string_view yaml, std::string_view name) {
  const Result<Yaml> tree = parse_yaml(yaml, name);
  return tree ? read_tree(*tree, yaml, name) : failure(tree.error());
}

Result<ReadSet> read_tree(const Yaml& tree, std::string_view yaml, std::string_view name) {
  Report report(name);
  if (const auto format = newer_format(tree)) {
    report.error(*tree.find("orienta"),
                 msg("criteria.newer-format", {{"format", *format}, {"known", kFormat}}));
    return failure(ErrorKind::kNewer, report.take());
  }

  ReadSet read;
  Origin origin;
  Reading reading{read.set, origin, report, {}, {}, {}, {}};
  read_all(tree, reading);
  read.set.build_index();
  // A set that was read only in part would make lint complain about what is missing because of the problems
  // above.
  if (!report.has_errors()) lint_set(read.set, origin, report);
  if (report.has_errors()) return failure(ErrorKind::kInput, report.take());

  read.remarks = report.take();
  read.set.text = yaml;
  read.set.hash = hash_of(yaml);
  return read;
}

Result<ReadSet> read_set_file(const std::filesystem::path& path) {
  const Result<std::string> text = os::read_file(path, limits::kCriteriaFileBytes);
  if (!text) return failure(text.error());
  return read_set(*text, path.string());
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "criteria/samples.hpp"

#include <filesystem>

#include "criteria/fields.hpp"
#include "criteria/id_index.hpp"

namespace orienta {
namespace {

constexpr Range kFormat{1, 1};

/// A file below the folder of samples.yaml: a sample must not reach for anything else.
std::string read_path(const Yaml& value, Report& report) {
  const auto path = read_word(value, report);
  if (!path) return "";
  const std::filesystem::path parts(*path);
  bool stays = parts.is_relative() && path->find('\\') == std::string::npos;
  for (const std::filesystem::path& part : parts)
    stays = stays && part != "..";
  if (!stays) report.error(value, msg("criteria.sample-path", {{"path", *path}}));
  return stays ? *path : "";
}

void path_field(Fields& fields, std::string_view key, std::string& into, Report& report) {
  if (const Yaml* const value = fields.take(key)) into = read_path(*value, report);
}

SampleFile read_file_entry(const Yaml& entry, Report& report) {
  SampleFile out;
  if (entry.kind == Yaml::Kind::kText) {
    out.file = read_path(entry, report);
    return out;
  }
  Fields fields(entry, report);
  if (const Yaml* const file = fields.take("file", Need::kRequired)) out.file = read_path(*file, report);
  path_field(fields, "map", out.map, report);
  if (fields.is_map()) fields.done();
  return out;
}

void read_days(Fields& fields, SetSample& sample, Report& report) {
  std::string text;
  if (fields.word("period", text, Need::kRequired)) {
    const auto period = parse_period(text);
    if (period) {
      sample.period = *period;
      sample.as_of = Date{period->to.days - 1};
    } else {
      report.error(*fields.map().find("period"), msg("criteria.bad-period", {{"text", text}}));
    }
  }
  if (fields.word("as_of", text)) {
    const auto day = parse_date(text);
    if (day)
      sample.as_of = *day;
    else
      report.error(*fields.map().find("as_of"), msg("criteria.bad-date", {{"text", text}}));
  }
}

SetSample read_sample(const Yaml& yaml, IdIndex& ids, Report& report) {
  SetSample sample;
  Fields fields(yaml, report);
  if (!fields.is_map()) return sample;
  if (fields.id("id", sample.id)) {
    const Yaml& id = *yaml.find("id");
    ids.add(id.text, mark_of(id), 0, &report);
  }
  fields.flag("invented", sample.invented);
  path_field(fields, "units", sample.units, report);
  read_days(fields, sample, report);
  for (const Yaml& file : fields.list("evidence"))
    sample.evidence.push_back(read_path(file, report));
  for (const Yaml& file : fields.list("files", Need::kRequired))
    sample.files.push_back(read_file_entry(file, report));
  path_field(fields, "expect", sample.expect, report);
  path_field(fields, "expect_readings", sample.expect_readings, report);
  if (yaml.find("expect") == nullptr && yaml.find("expect_readings") == nullptr)
    report.error(yaml, msg("criteria.sample-expects-nothing"));
  fields.done();
  return sample;
}

}  // namespace

Result<std::vector<SetSample>> read_samples(std::string_view yaml, std::string_view name) {
  const Result<Yaml> tree = parse_yaml(yaml, name);
  if (!tree) return failure(tree.error());
  Report report(name);
  std::vector<SetSample> samples;
  IdIndex ids;
  Fields root(*tree, report);
  if (root.is_map()) {
    int format = 0;
    root.whole("orienta-samples", format, kFormat, Need::kRequired);
    for (const Yaml& sample : root.list("samples", Need::kRequired))
      samples.push_back(read_sample(sample, ids, report));
    root.done();
  }
  if (report.has_errors()) return failure(ErrorKind::kInput, report.take());
  return samples;
}

}  // namespace orienta

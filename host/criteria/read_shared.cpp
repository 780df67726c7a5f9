// SPDX-License-Identifier: MIT
#include "base/date.hpp"
#include "criteria/reading.hpp"

namespace orienta {
namespace {

Reference read_reference(const Yaml& item, Report& report) {
  Reference reference;
  Fields fields(item, report);
  fields.local("title", reference.title, Need::kRequired);
  fields.word("edition", reference.edition);
  fields.word("clause", reference.clause);
  if (fields.word("accessed", reference.accessed) && !parse_date(reference.accessed))
    report.error(*item.find("accessed"), msg("criteria.bad-date", {{"text", reference.accessed}}));
  fields.done();
  return reference;
}

constexpr Range kOwnUnit{-1e12, 1e12};

}  // namespace

void read_references(Fields& fields, std::vector<Reference>& into, Report& report) {
  for (const Yaml& item : fields.list("references"))
    into.push_back(read_reference(item, report));
}

void read_target(Fields& fields, Target& into, TargetOf of, Report& report) {
  if (const Yaml* const yaml = fields.take("target")) read_target(*yaml, into, of, report);
}

void read_target(const Yaml& yaml, Target& into, TargetOf of, Report& report) {
  Fields target(yaml, report);
  int level = 0;
  double number = 0;
  if (of == TargetOf::kSetOrDimension && target.whole("level", level, kLevels)) into.level = level;
  if (target.number("index", number, kIndexes)) into.index = number;
  if (of == TargetOf::kIndicator && target.number("value", number, kOwnUnit)) into.value = number;
  target.done();
  if (target.is_map() && yaml.entries.size() != 1) report.error(yaml, msg("criteria.target-count"));
}

}  // namespace orienta

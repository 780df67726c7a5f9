// SPDX-License-Identifier: MIT
// What an assessment is made of, as bytes.
#include "store/codec.hpp"
#include "store/json.hpp"

namespace orienta::store {
namespace {

Json encode_set(const PinnedSet& set) {
  Json json = {{"id", set.id.value}, {"version", set.version}, {"hash", set.hash.hex()}};
  for (const Hash& overlay : set.overlays)
    json["overlays"].push_back(overlay.hex());
  return json;
}

PinnedSet decode_set(const Members& from) {
  PinnedSet set;
  set.id = SetId(from.text("id"));
  set.version = from.text("version");
  set.hash = from.hash("hash").value_or(Hash{});
  for (const std::string& overlay : from.texts("overlays")) {
    const std::optional<Hash> hash = parse_hash(overlay);
    if (!hash) from.bad();
    set.overlays.push_back(*hash);
  }
  return set;
}

Json encode_unit(const Unit& unit, const std::string& person) {
  Json json = {{"id", unit.id.value}, {"kind", name_of(unit.kind)}};
  put(json, "parent", unit.parent.value);
  // The name of an employee is a person's.
  if (unit.kind == UnitKind::kEmployee)
    put(json, "person", person);
  else
    put(json, "name", unit.name);
  if (unit.weight != 1) put_real(json, "weight", unit.weight);
  put(json, "role", unit.role);
  if (unit.population) json["population"] = *unit.population;
  put_flag(json, "out_of_scope", !unit.in_scope);
  return json;
}

Unit decode_unit(const Members& from) {
  Unit unit;
  unit.id = UnitId(from.text("id"));
  unit.parent = UnitId(from.text("parent"));
  unit.name = from.text("name");
  unit.kind = from.word("kind", unit_kind_of);
  unit.weight = from.real("weight").value_or(1);
  unit.role = from.text("role");
  if (from.has("population")) unit.population = from.count("population");
  unit.in_scope = !from.flag("out_of_scope");
  return unit;
}

Json encode_target(const AssessmentTarget& target) {
  Json json = Json::object();
  put(json, "set", target.set.value);
  put(json, "node", target.node.value);
  put(json, "unit", target.unit.value);
  put(json, "role", target.role);
  if (target.kind) json["kind"] = name_of(*target.kind);
  if (target.target.level) json["level"] = *target.target.level;
  if (target.target.index) put_real(json, "index", *target.target.index);
  if (target.target.value) put_real(json, "value", *target.target.value);
  return json;
}

AssessmentTarget decode_target(const Members& from) {
  AssessmentTarget target;
  target.set = SetId(from.text("set"));
  target.node = NodeId(from.text("node"));
  target.unit = UnitId(from.text("unit"));
  target.role = from.text("role");
  if (from.has("kind")) target.kind = from.word("kind", unit_kind_of);
  if (from.has("level")) target.target.level = static_cast<int>(from.number("level"));
  target.target.index = from.real("index");
  target.target.value = from.real("value");
  return target;
}

std::optional<Sample::Rule> sample_rule_of(std::string_view name) {
  if (name == "sqrt") return Sample::Rule::kSquareRoot;
  if (name == "share") return Sample::Rule::kShare;
  return std::nullopt;
}

Json encode_sample(const Sample& sample) {
  Json json = {{"kind", name_of(sample.kind)},
               {"rule", sample.rule == Sample::Rule::kShare ? "share" : "sqrt"},
               {"seed", sample.seed},
               {"frame", sample.frame}};
  if (sample.rule == Sample::Rule::kShare) put(json, "share", std::optional(sample.share));
  put(json, "random", std::optional(sample.random));
  for (const UnitId& unit : sample.drawn)
    json["drawn"].push_back(unit.value);
  for (const UnitId& unit : sample.judged)
    json["judged"].push_back(unit.value);
  return json;
}

Sample decode_sample(const Members& from) {
  Sample sample;
  sample.kind = from.word("kind", unit_kind_of);
  sample.rule = from.word("rule", sample_rule_of);
  sample.share = from.decimal("share").value_or(Decimal{});
  sample.random = from.decimal("random").value_or(Decimal{});
  sample.seed = from.count("seed");
  sample.frame = from.count("frame");
  for (std::string& unit : from.texts("drawn"))
    sample.drawn.emplace_back(std::move(unit));
  for (std::string& unit : from.texts("judged"))
    sample.judged.emplace_back(std::move(unit));
  return sample;
}

}  // namespace

std::string encode(const ProjectInfo& info) {
  Json json = {{"minimum_group", info.minimum_group}};
  put(json, "organisation", info.organisation);
  put(json, "note", info.note);
  return dump(json);
}

ProjectInfo decode_info(std::string_view bytes) {
  const Members from(bytes, "info");
  return {from.text("organisation"), from.count("minimum_group"), from.text("note")};
}

std::string encode(const AssessmentHead& head) {
  const Assessment& assessment = head.assessment;
  Json json = {{"made", head.made},
               {"from", assessment.period.from.days},
               {"to", assessment.period.to.days},
               {"as_of", assessment.as_of.days}};
  put_flag(json, "closed", assessment.closed);
  put(json, "carried_from", assessment.carried_from.value);
  for (const PinnedSet& set : assessment.sets)
    json["sets"].push_back(encode_set(set));
  // Files from before samples were kept have none; without one the bytes are theirs.
  if (assessment.sample) json["sample"] = encode_sample(*assessment.sample);
  return dump(json);
}

AssessmentHead decode_head(std::string_view bytes) {
  const Members from(bytes, "assessment");
  AssessmentHead head;
  head.made = from.count("made");
  head.assessment.period = {from.date("from").value_or(Date{}), from.date("to").value_or(Date{})};
  head.assessment.as_of = from.date("as_of").value_or(Date{});
  head.assessment.closed = from.flag("closed");
  head.assessment.carried_from = AssessmentId(from.text("carried_from"));
  for (const Json& set : from.array("sets"))
    head.assessment.sets.push_back(decode_set(Members(set, from.what())));
  if (from.has("sample")) head.assessment.sample = decode_sample(from.object("sample"));
  return head;
}

std::string encode(const AssessmentRecord& record) {
  Json json = {{"assessment", record.id}};
  put(json, "head", record.head);
  put(json, "units", record.units);
  put(json, "targets", record.targets);
  return dump(json);
}

AssessmentRecord decode_record(std::string_view bytes) {
  const Members from(bytes, "assessment");
  return {from.text("assessment"), from.hash("head"), from.hash("units"), from.hash("targets")};
}

std::string encode(const std::vector<Unit>& units, const std::vector<std::string>& persons) {
  Json json = Json::array();
  for (std::size_t i = 0; i < units.size(); ++i)
    json.push_back(encode_unit(units[i], persons[i]));
  return dump({{"units", std::move(json)}});
}

StoredUnits decode_units(std::string_view bytes) {
  const Members from(bytes, "units");
  StoredUnits stored;
  for (const Json& json : from.array("units")) {
    const Members unit(json, from.what());
    stored.units.push_back(decode_unit(unit));
    stored.persons.push_back(unit.text("person"));
  }
  return stored;
}

std::string encode(const std::vector<AssessmentTarget>& targets) {
  Json json = Json::array();
  for (const AssessmentTarget& target : targets)
    json.push_back(encode_target(target));
  return dump({{"targets", std::move(json)}});
}

std::vector<AssessmentTarget> decode_targets(std::string_view bytes) {
  const Members from(bytes, "targets");
  std::vector<AssessmentTarget> targets;
  for (const Json& target : from.array("targets"))
    targets.push_back(decode_target(Members(target, from.what())));
  return targets;
}

}  // namespace orienta::store

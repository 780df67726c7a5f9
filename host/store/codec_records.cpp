// SPDX-License-Identifier: MIT
// Answers, measures, waves, evidence and findings, as bytes.
#include <array>

#include "store/codec.hpp"
#include "store/json.hpp"

namespace orienta::store {
namespace {

constexpr std::array<std::string_view, 3> kStates = {"value", "not_applicable", "dont_know"};
constexpr std::array<std::string_view, 3> kGrades = {"observation", "minor", "major"};

template <class Enum>
std::optional<Enum> find_in(const std::array<std::string_view, 3>& names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

template <class Enum>
std::string_view name_in(const std::array<std::string_view, 3>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

Date day(std::string_view text) {
  std::int32_t days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc() || end != text.data() + text.size()) throw BadRecord{"measure"};
  return {days};
}

void put_archived(Json& json, const std::optional<Archived>& archived) {
  if (!archived) return;
  put(json, "archived", archived->reason);
  put(json, "archived_version", archived->version);
}

std::optional<Archived> archived_in(const Members& from) {
  if (!from.has("archived")) return std::nullopt;
  return Archived{from.text("archived"), from.text("archived_version")};
}

}  // namespace

std::string encode(const Note& note) {
  Json json = {{"salt", note.salt}};
  put(json, "comment", note.comment);
  put(json, "reason", note.reason);
  return dump(json);
}

Note decode_note(std::string_view bytes) {
  const Members from(bytes, "note");
  return {from.text("comment"), from.text("reason"), from.text("salt")};
}

std::string encode(const StoredAnswer& stored) {
  const Answer& answer = stored.answer;
  Json json = {{"state", name_in(kStates, answer.state)}};
  put(json, "date", answer.date);
  put(json, "point", answer.point);
  put(json, "figure", answer.figure);
  if (answer.confidence) json["confidence"] = name_of(*answer.confidence);
  put(json, "evidence", answer.evidence);
  put_flag(json, "carried_over", answer.carried_over);
  put(json, "note", stored.note);
  put_archived(json, answer.archived);
  return dump(json);
}

StoredAnswer decode_answer(std::string_view bytes) {
  const Members from(bytes, "answer");
  StoredAnswer stored;
  Answer& answer = stored.answer;
  answer.state =
      from.word("state", [](std::string_view name) { return find_in<AnswerState>(kStates, name); });
  answer.date = from.date("date");
  answer.point = from.text("point");
  answer.figure = from.decimal("figure");
  if (from.has("confidence")) answer.confidence = from.word("confidence", confidence_of);
  answer.evidence = from.texts("evidence");
  answer.carried_over = from.flag("carried_over");
  stored.note = from.hash("note");
  answer.archived = archived_in(from);
  return stored;
}

std::string encode(const MeasureFigure& figure) {
  Json json = {{"figure", figure.figure.to_string()}};
  put(json, "of", figure.of);
  put_archived(json, figure.archived);
  return dump(json);
}

MeasureFigure decode_measure(const std::vector<std::string_view>& parts, std::string_view bytes) {
  const Members from(bytes, "measure");
  if (parts.size() < 7 || parts.size() % 2 == 0) from.bad();
  MeasureFigure figure;
  figure.unit = UnitId(parts[2]);
  figure.set = SetId(parts[3]);
  figure.indicator = NodeId(parts[4]);
  figure.period = {day(parts[5]), day(parts[6])};
  for (std::size_t i = 7; i < parts.size(); i += 2)
    figure.segments.emplace_back(parts[i], parts[i + 1]);
  const std::optional<Decimal> value = from.decimal("figure");
  if (!value) from.bad();
  figure.figure = *value;
  figure.of = from.decimal("of");
  figure.archived = archived_in(from);
  return figure;
}

std::string encode(const Wave& wave) {
  Json json = {{"from", wave.period.from.days},     {"to", wave.period.to.days},
               {"file_hash", wave.file_hash.hex()}, {"file_bytes", wave.file_bytes},
               {"responses", wave.responses},       {"rejected", wave.rejected},
               {"layout", wave.layout.hex()}};
  put(json, "id", wave.id);
  put(json, "set", wave.set.value);
  put(json, "file_name", wave.file_name);
  return dump(json);
}

Wave decode_wave(std::string_view bytes) {
  const Members from(bytes, "wave");
  Wave wave;
  wave.id = from.text("id");
  wave.set = SetId(from.text("set"));
  wave.period = {from.date("from").value_or(Date{}), from.date("to").value_or(Date{})};
  wave.file_name = from.text("file_name");
  wave.file_hash = from.hash("file_hash").value_or(Hash{});
  wave.file_bytes = from.count("file_bytes");
  wave.responses = from.count("responses");
  wave.rejected = from.count("rejected");
  wave.layout = from.hash("layout").value_or(Hash{});
  return wave;
}

std::string encode(const Evidence& evidence) {
  Json json = {{"kind", name_of(evidence.kind)}};
  put(json, "id", evidence.id);
  put(json, "title", evidence.title);
  put(json, "place", evidence.place);
  put(json, "hash", evidence.hash);
  put(json, "date", evidence.date);
  put(json, "expires", evidence.expires);
  return dump(json);
}

Evidence decode_evidence(std::string_view bytes) {
  const Members from(bytes, "evidence");
  Evidence evidence;
  evidence.id = from.text("id");
  evidence.kind = from.word("kind", evidence_kind_of);
  evidence.title = from.text("title");
  evidence.place = from.text("place");
  evidence.hash = from.hash("hash");
  evidence.date = from.date("date");
  evidence.expires = from.date("expires");
  return evidence;
}

std::string encode(const Finding& finding) {
  Json json = {{"grade", name_in(kGrades, finding.grade)}};
  put(json, "id", finding.id);
  put(json, "unit", finding.unit.value);
  put(json, "set", finding.set.value);
  put(json, "node", finding.node.value);
  put(json, "clause", finding.clause);
  put(json, "fact", finding.fact);
  put(json, "evidence", finding.evidence);
  put_flag(json, "dealt_with", !finding.open);
  return dump(json);
}

Finding decode_finding(std::string_view bytes) {
  const Members from(bytes, "finding");
  Finding finding;
  finding.grade =
      from.word("grade", [](std::string_view name) { return find_in<Finding::Grade>(kGrades, name); });
  finding.id = from.text("id");
  finding.unit = UnitId(from.text("unit"));
  finding.set = SetId(from.text("set"));
  finding.node = NodeId(from.text("node"));
  finding.clause = from.text("clause");
  finding.fact = from.text("fact");
  finding.evidence = from.texts("evidence");
  finding.open = !from.flag("dealt_with");
  return finding;
}

}  // namespace orienta::store

// SPDX-License-Identifier: MIT
// One user action: what it puts where.
#include "store/codec.hpp"
#include "store/contents.hpp"
#include "store/keys.hpp"
#include "store/project_impl.hpp"

namespace orienta {

using store::Writer;

Change::Change(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Change::~Change() = default;
Change::Change(Change&&) noexcept = default;
Change& Change::operator=(Change&&) noexcept = default;

void Change::Impl::end() {
  writer.reset();
  transaction.reset();
  if (project != nullptr) project->open_change = nullptr;
  project = nullptr;
}

Status Change::Impl::check_open(const AssessmentId& assessment) {
  if (open_assessments.contains(assessment)) return {};
  const Result<std::string> key = store::keys::join({store::keys::kAssessment, assessment.value});
  if (!key) return failure(key.error());
  const std::optional<store::Content> head = store::content_of(writer->database(), *key);
  if (!head)
    return failure(ErrorKind::kNotFound, msg("store.unknown-assessment", {{"assessment", assessment.value}}),
                   store::in_file(file));
  if (store::decode_head(head->body).assessment.closed)
    return failure(ErrorKind::kRefused, msg("store.assessment-closed", {{"assessment", assessment.value}}),
                   store::in_file(file));
  open_assessments.insert(assessment);
  return {};
}

Status Change::Impl::put(const Result<std::string>& key, std::string_view body) {
  if (!key) return failure(key.error());
  writer->set(*key, body);
  return {};
}

const Hash& Change::Impl::hash_of_layout(const std::shared_ptr<const TallyLayout>& wanted) {
  if (layout != wanted) {
    layout_hash = hash_of(wanted->bytes());
    layout = wanted;
  }
  return layout_hash;
}

Status Change::put_info(const ProjectInfo& info) {
  return impl_->run([&](Writer& writer) -> Status {
    writer.set(std::string(store::keys::kInfo), store::encode(info));
    return {};
  });
}

Status Change::put_set(const Hash& hash, std::string_view text) {
  return impl_->run([&](Writer&) -> Status {
    if (hash_of(text) != hash)
      return failure(ErrorKind::kInput, msg("store.hash-differs", {{"hash", hash.hex()}}),
                     store::in_file(impl_->file));
    return impl_->put(store::keys::join({store::keys::kSet, hash.hex()}), text);
  });
}

Status Change::put_measure(const AssessmentId& assessment, const MeasureFigure& figure) {
  return impl_->run([&](Writer&) -> Status {
    if (Status open = impl_->check_open(assessment); !open) return open;
    return impl_->put(store::keys::of(assessment, figure), store::encode(figure));
  });
}

Status Change::erase_measure(const AssessmentId& assessment, const MeasureFigure& figure) {
  return impl_->run([&](Writer& writer) -> Status {
    if (Status open = impl_->check_open(assessment); !open) return open;
    const Result<std::string> cell = store::keys::of(assessment, figure);
    if (!cell) return failure(cell.error());
    writer.set(*cell, std::nullopt);
    return {};
  });
}

Status Change::put_evidence(const Evidence& evidence) {
  return impl_->run([&](Writer&) -> Status {
    return impl_->put(store::keys::join({store::keys::kEvidence, evidence.id}), store::encode(evidence));
  });
}

Status Change::put_finding(const AssessmentId& assessment, const Finding& finding) {
  return impl_->run([&](Writer&) -> Status {
    if (Status open = impl_->check_open(assessment); !open) return open;
    return impl_->put(store::keys::join({store::keys::kFinding, assessment.value, finding.id}),
                      store::encode(finding));
  });
}

Status Change::put_snapshot(const Snapshot& snapshot) {
  return impl_->run([&](Writer&) -> Status {
    return impl_->put(store::keys::join({store::keys::kSnapshot, snapshot.assessment.value, snapshot.id}),
                      snapshot.body);
  });
}

Result<Hash> Change::put_payload(std::string_view bytes) {
  return impl_->run([&](Writer& writer) -> Result<Hash> {
    store::keep_payload(writer.database(), bytes);
    return hash_of(bytes);
  });
}

Result<std::vector<SheetPlace>> Change::touched() const {
  return impl_->run([](Writer& writer) -> Result<std::vector<SheetPlace>> {
    std::vector<SheetPlace> places;
    for (const auto& [assessment, set, unit] : writer.touched())
      places.push_back({AssessmentId(assessment), UnitId(unit), SetId(set)});
    return places;
  });
}

Status Change::put_sheet(const SheetPlace& place, const TallySheet& sheet) {
  return impl_->run([&](Writer& writer) -> Status {
    const std::string bytes = sheet.bytes();
    writer.keep_sheet({place.assessment.value, place.set.value, place.unit.value},
                      impl_->hash_of_layout(sheet.shared_layout()), bytes);
    return {};
  });
}

std::size_t Change::cells() const {
  const auto counted = impl_->run([](Writer& writer) -> Result<std::size_t> { return writer.cells(); });
  return counted.value_or(0);
}

Result<LogEntry> Change::commit() {
  const Message action = impl_->action;
  Result<LogEntry> entry = impl_->run([&](Writer& writer) -> Result<LogEntry> {
    if (writer.cells() == 0) return LogEntry{};
    LogEntry made = writer.finish(action);
    impl_->transaction->commit();
    return made;
  });
  impl_->end();
  return entry;
}

}  // namespace orienta

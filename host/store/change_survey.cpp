// SPDX-License-Identifier: MIT
// Survey waves: their tallies come in as one sheet per unit and are never changed afterwards.
#include "store/codec.hpp"
#include "store/contents.hpp"
#include "store/keys.hpp"
#include "store/project_impl.hpp"

namespace orienta {
namespace {

using store::Writer;

/// Whether another wave of the assessment came from the same file for the same set.
bool is_known(store::Database& database, const AssessmentId& assessment, const Wave& wave) {
  const store::keys::Range range = store::keys::below({store::keys::kWave, assessment.value});
  store::Query waves =
      database.query("SELECT p.body FROM cell c JOIN payload p ON p.id=c.payload WHERE c.key>=? AND c.key<?");
  waves.bind(range.first).bind(range.last);
  while (waves.step()) {
    const Wave other = store::decode_wave(waves.view(0));
    if (other.id != wave.id && other.set == wave.set && other.file_hash == wave.file_hash) return true;
  }
  return false;
}

}  // namespace

Status Change::put_wave(const AssessmentId& assessment, const Wave& wave, const TallyLayout& layout) {
  return impl_->run([&](Writer& writer) -> Status {
    if (Status open = impl_->check_open(assessment); !open) return open;
    const Result<std::string> key = store::keys::join({store::keys::kWave, assessment.value, wave.id});
    if (!key) return failure(key.error());
    if (is_known(writer.database(), assessment, wave))
      return failure(ErrorKind::kConflict,
                     msg("store.wave-again", {{"data", wave.file_name}, {"assessment", assessment.value}}),
                     store::in_file(impl_->file));
    const std::string bytes = layout.bytes();
    if (hash_of(bytes) != wave.layout)
      return failure(ErrorKind::kInput, msg("store.hash-differs", {{"hash", wave.layout.hex()}}),
                     store::in_file(impl_->file));
    store::keep_payload(writer.database(), bytes);
    writer.set(*key, store::encode(wave));
    impl_->waves[*key] = wave;
    return {};
  });
}

Status Change::put_wave_sheet(const AssessmentId& assessment, const std::string& wave, const UnitId& unit,
                              const TallySheet& sheet) {
  return impl_->run([&](Writer&) -> Status {
    const Result<std::string> wave_key = store::keys::join({store::keys::kWave, assessment.value, wave});
    if (!wave_key) return failure(wave_key.error());
    const auto known = impl_->waves.find(*wave_key);
    if (known == impl_->waves.end())
      return failure(ErrorKind::kNotFound, msg("store.unknown-wave", {{"wave", wave}}),
                     store::in_file(impl_->file));
    if (impl_->hash_of_layout(sheet.shared_layout()) != known->second.layout)
      return failure(ErrorKind::kInput, msg("store.hash-differs", {{"hash", known->second.layout.hex()}}),
                     store::in_file(impl_->file));
    const auto key = store::keys::join(
        {store::keys::kWaveSheet, assessment.value, known->second.set.value, unit.value, wave});
    return impl_->put(key, sheet.bytes());
  });
}

}  // namespace orienta

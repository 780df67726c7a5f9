// SPDX-License-Identifier: MIT
// Tallies: per unit the sheets of the survey waves and the one rebuilt from answers and measures, merged.
#include <algorithm>
#include <map>

#include "store/codec.hpp"
#include "store/contents.hpp"
#include "store/keys.hpp"
#include "store/project_impl.hpp"

namespace orienta {
namespace {

using store::Database;
using store::Query;
namespace keys = store::keys;

/// The wanted layout, and those of other versions of the set that waves were tallied with.
class Layouts {
 public:
  explicit Layouts(std::shared_ptr<const TallyLayout> wanted)
      : wanted_(std::move(wanted)), hash_(hash_of(wanted_->bytes())) {}

  const std::shared_ptr<const TallyLayout>& wanted() const { return wanted_; }
  bool is_wanted(const Hash& layout) const { return layout == hash_; }

  /// Reads the layouts of waves.
  Status add_waves(Database& database, const Result<std::vector<Wave>>& waves) {
    if (!waves) return failure(waves.error());
    for (const Wave& wave : *waves) {
      if (is_wanted(wave.layout)) {
        by_wave_[wave.id] = wanted_;
        continue;
      }
      const std::optional<std::string> bytes = store::body_of(database, wave.layout);
      if (!bytes) throw store::BadRecord{"layout"};
      Result<TallyLayout> layout = TallyLayout::parse(*bytes);
      if (!layout) return failure(std::move(layout.error()));
      by_wave_[wave.id] = std::make_shared<const TallyLayout>(*std::move(layout));
    }
    return {};
  }

  const std::shared_ptr<const TallyLayout>& of_wave(std::string_view wave) const {
    const auto found = by_wave_.find(wave);
    if (found == by_wave_.end()) throw store::BadRecord{"wave"};
    return found->second;
  }

 private:
  std::shared_ptr<const TallyLayout> wanted_;
  Hash hash_;
  std::map<std::string, std::shared_ptr<const TallyLayout>, std::less<>> by_wave_;
};

/// Adds stored bytes to a unit's sheet.
Status add(std::optional<TallySheet>& sheet, std::string_view bytes,
           const std::shared_ptr<const TallyLayout>& layout, const Layouts& layouts) {
  Result<TallySheet> part = TallySheet::parse(bytes, layout);
  if (!part) return failure(std::move(part.error()));
  if (!sheet && layout == layouts.wanted()) {
    sheet = *std::move(part);
    return {};
  }
  if (!sheet) sheet.emplace(layouts.wanted());
  const auto merged = sheet->merge(*part);
  return merged ? Status{} : failure(merged.error());
}

/// Where the wave sheets of a set lie, or those of one of its units.
keys::Range range_of(const AssessmentId& assessment, const SetId& set, const std::optional<UnitId>& only) {
  if (only) return keys::below({keys::kWaveSheet, assessment.value, set.value, only->value});
  return keys::below({keys::kWaveSheet, assessment.value, set.value});
}

/// The sheets of the waves of a range, one unit after another. A cursor: `unit` is where it stands.
class WaveSheets {
 public:
  /// Of one wave only, where `only` is not empty.
  WaveSheets(Database& database, const keys::Range& range, std::string only = {})
      : only_(std::move(only)),
        query_(database.query("SELECT c.key, p.body FROM cell c JOIN payload p ON p.id=c.payload "
                              "WHERE c.key>=? AND c.key<? ORDER BY c.key")) {
    query_.bind(range.first).bind(range.last);
    next();
  }

  bool at_end() const { return at_end_; }
  const std::string& unit() const { return unit_; }

  Status add_unit(std::optional<TallySheet>& sheet, const Layouts& layouts) {
    const std::string unit = unit_;
    for (; !at_end_ && unit_ == unit; next()) {
      if (Status added = add(sheet, query_.view(1), layouts.of_wave(wave_), layouts); !added) return added;
    }
    return {};
  }

 private:
  void next() {
    do {
      at_end_ = !query_.step();
      if (at_end_) return;
      const std::string_view key = query_.view(0);
      const std::vector<std::string_view> parts = keys::split(key);
      if (parts.size() != 5) throw store::BadRecord{"wavesheet"};
      unit_ = std::string(parts[3]);
      wave_ = std::string(parts[4]);
    } while (!only_.empty() && wave_ != only_);
  }

  std::string only_;
  Query query_;
  bool at_end_ = false;
  std::string unit_;
  std::string wave_;
};

/// The rebuilt sheets, one per unit.
class RebuiltSheets {
 public:
  /// Of one unit only, where there is an `only`.
  RebuiltSheets(Database& database, const AssessmentId& assessment, const SetId& set,
                const std::optional<UnitId>& only)
      : query_(database.query(only ? "SELECT unit, layout, body FROM sheet WHERE assessment=? AND set_id=? "
                                     "AND unit=?"
                                   : "SELECT unit, layout, body FROM sheet WHERE assessment=? AND set_id=? "
                                     "ORDER BY unit")) {
    query_.bind(assessment.value).bind(set.value);
    if (only) query_.bind(only->value);
    next();
  }

  bool at_end() const { return at_end_; }
  const std::string& unit() const { return unit_; }

  /// Adds the sheet, unless it is missing or of another version of the set: then the unit is stale.
  Status add_unit(std::optional<TallySheet>& sheet, const Layouts& layouts, bool& stale) {
    stale = query_.is_null(2) || !layouts.is_wanted(query_.hash(1));
    Status added = stale ? Status{} : add(sheet, query_.view(2), layouts.wanted(), layouts);
    next();
    return added;
  }

 private:
  void next() {
    at_end_ = !query_.step();
    if (!at_end_) unit_ = query_.text(0);
  }

  Query query_;
  bool at_end_ = false;
  std::string unit_;
};

}  // namespace

Status Project::each_sheet(const AssessmentId& assessment, const SetId& set,
                           const std::shared_ptr<const TallyLayout>& layout,
                           const std::function<Status(const UnitId&, TallySheet&, bool stale)>& take,
                           const std::optional<UnitId>& only) const {
  return impl_->run([&](Database& database) -> Status {
    WaveSheets from_waves(database, range_of(assessment, set, only));
    RebuiltSheets rebuilt(database, assessment, set, only);
    // The cursors hold the moment: their waves are there now.
    Layouts layouts(layout);
    if (Status read = layouts.add_waves(database, waves(assessment)); !read) return read;
    while (!from_waves.at_end() || !rebuilt.at_end()) {
      const bool has_wave = !from_waves.at_end() && (rebuilt.at_end() || from_waves.unit() <= rebuilt.unit());
      const bool has_rebuilt =
          !rebuilt.at_end() && (from_waves.at_end() || rebuilt.unit() <= from_waves.unit());
      const UnitId unit(has_wave ? from_waves.unit() : rebuilt.unit());
      std::optional<TallySheet> sheet;
      bool stale = false;
      if (has_rebuilt)
        if (Status added = rebuilt.add_unit(sheet, layouts, stale); !added) return added;
      if (has_wave)
        if (Status added = from_waves.add_unit(sheet, layouts); !added) return added;
      if (!sheet) sheet.emplace(layout);
      if (Status taken = take(unit, *sheet, stale); !taken) return taken;
    }
    return {};
  });
}

Status Project::each_wave_sheet(const AssessmentId& assessment, const Wave& wave,
                                const std::shared_ptr<const TallyLayout>& layout,
                                const std::function<Status(const UnitId&, TallySheet&)>& take,
                                const std::optional<UnitId>& only) const {
  return impl_->run([&](Database& database) -> Status {
    WaveSheets sheets(database, range_of(assessment, wave.set, only), wave.id);
    Layouts layouts(layout);
    if (Status read = layouts.add_waves(database, waves(assessment)); !read) return read;
    while (!sheets.at_end()) {
      const UnitId unit(sheets.unit());
      std::optional<TallySheet> sheet;
      if (Status added = sheets.add_unit(sheet, layouts); !added) return added;
      if (Status taken = take(unit, *sheet); !taken) return taken;
    }
    return {};
  });
}

Result<std::vector<SheetPlace>> Project::stale_sheets() const {
  return impl_->run([this](Database& database) -> Result<std::vector<SheetPlace>> {
    std::vector<SheetPlace> places;
    Query sheets =
        database.query("SELECT assessment, unit, set_id FROM sheet WHERE body IS NULL ORDER BY 1, 2, 3");
    while (sheets.step())
      places.push_back({AssessmentId(sheets.view(0)), UnitId(sheets.view(1)), SetId(sheets.view(2))});
    // The caller reads the answers after this; an action that comes then makes put_sheets() do nothing.
    impl_->stale_after = store::next_entry(database);
    return places;
  });
}

Status Project::put_sheets(const std::vector<std::pair<SheetPlace, TallySheet>>& sheets) {
  if (Status ready = impl_->ready_to_write(); !ready) return ready;
  return impl_->run([&](Database& database) -> Status {
    store::Transaction transaction(database);
    if (store::next_entry(database) != impl_->stale_after) return {};
    store::Writer writer(database, {});
    std::shared_ptr<const TallyLayout> layout;
    Hash layout_hash;
    for (const auto& [place, sheet] : sheets) {
      if (sheet.shared_layout() != layout) {
        layout = sheet.shared_layout();
        layout_hash = hash_of(layout->bytes());
      }
      const std::string bytes = sheet.bytes();
      writer.keep_sheet({place.assessment.value, place.set.value, place.unit.value}, layout_hash, bytes);
    }
    transaction.commit();
    return {};
  });
}

}  // namespace orienta

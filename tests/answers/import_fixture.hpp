// SPDX-License-Identifier: MIT
// A small organisation and set to import files into.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "answers/import.hpp"
#include "answers/small_set.hpp"
#include "base/catalogue.hpp"
#include "support/temp_folder.hpp"

namespace orienta::test {

/// Units head (an organisation), north and south (branches), closed (a branch out of scope); the small set,
/// whose indicator hours is for branches only, is answered by self and auditor and goes from 0 to 100.
struct ImportFixture {
  ImportFixture() {
    organisation = Organisation::build({unit("head", "", UnitKind::kOrganisation),
                                        unit("north", "head", UnitKind::kBranch),
                                        unit("south", "head", UnitKind::kBranch), closed()})
                       .value();
    set = small_set();
    set.criteria.push_back(set.criteria.front());
    set.criteria.back().id = "speed";
    set.criteria.back().applies_to.add(UnitKind::kBranch);
    set.indicators[2].criterion = 1;
    set.indicators[2].answered_by = {};
    set.indicators[2].answered_by.add(Source::kSelf);
    set.indicators[2].answered_by.add(Source::kAuditor);
    set.scales[1].measure->least = Decimal{0, 0};
    set.scales[1].measure->most = Decimal{100, 0};
    set.build_index();
    context.organisation = &organisation;
    context.sets = {&set};
    context.period = *parse_period("2026");
  }

  static Unit unit(const char* id, const char* parent, UnitKind kind) {
    Unit made;
    made.id = UnitId(id);
    made.parent = UnitId(parent);
    made.kind = kind;
    return made;
  }
  static Unit closed() {
    Unit made = unit("closed", "head", UnitKind::kBranch);
    made.in_scope = false;
    return made;
  }

  /// Imports a file with this content.
  Result<Imported> import(std::string_view content) const {
    return read_import(folder.write("data.csv", content), context);
  }

  TempFolder folder;
  Organisation organisation;
  CriteriaSet set;
  ImportContext context;
};

inline Catalogue words_in(Lang lang) {
  Catalogue words(lang);
  if (!words.add(std::filesystem::path(ORIENTA_BUILD_DIR) / "share" / "orienta" / "text"))
    throw std::runtime_error("no catalogue");
  return words;
}

/// "line:column code" per problem: what tests compare, without the words.
inline std::string codes_of(const Problems& problems) {
  std::string text;
  for (const Problem& problem : problems.kept())
    text += std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column) + " " +
            problem.message.code + "\n";
  return text;
}

template <class Value>
std::string codes_of(const Result<Value>& result) {
  return result ? "no error" : codes_of(result.error().problems);
}

}  // namespace orienta::test

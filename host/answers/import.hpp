// SPDX-License-Identifier: MIT
// Files of answers, surveys and measures become values that can be stored: all problems with line and column,
// all or nothing. Nothing here writes to a project.
//
// Columns (a mapping file may rename them):
//   answers   unit, [set], indicator, [source], [assessor], [occasion], [date], [state], value, [reason],
//   [comment],
//             [confidence], [evidence], [finding]
//   survey    long: unit, indicator, [respondent], value, [segments…], [count]
//             wide: unit, [respondent], one column per indicator, [segments…], [count]
//   measures  long: unit, [set], indicator, period, value, [of], [segments…]
//             wide: unit, period, one column per indicator, [segments…]
//
// A value is a point's id, or its number where no other point could be meant, or of a measure a decimal. An
// empty value means: not answered; such rows of answers and surveys count nothing. Problems name file, line
// and column; the column counts fields from 1.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "answers/mapping.hpp"
#include "answers/organisation.hpp"
#include "answers/reasons.hpp"
#include "answers/records.hpp"
#include "answers/tally.hpp"
#include "base/result.hpp"

namespace orienta {

/// What a file is read against. All that is pointed to must outlive the call.
struct ImportContext {
  const Organisation* organisation = nullptr;
  std::vector<const CriteriaSet*> sets;  ///< of the assessment
  std::optional<Shape> shape;            ///< --as, else the mapping's, else guessed from the headers
  std::string set;                       ///< --set, else the mapping's, else the only one
  const Mapping* mapping = nullptr;      ///< or null
  std::string encoding;                  ///< --encoding, or empty
  bool skip_rejected = false;
  const std::vector<std::string>* evidence = nullptr;  ///< ids that answers may name, sorted; null: any
  Period period;  ///< of the assessment: dates and periods outside it are a warning; empty: not checked
  std::function<void(std::uint64_t done, std::uint64_t total)>
      progress;  ///< bytes of a survey; on the caller's thread
  std::stop_token stop;
  unsigned threads = 0;                  ///< of a survey; 0: as many as are useful here
  std::size_t block_bytes = 512u << 10;  ///< how much of a survey a thread takes at a time; changes no result
};

struct ImportedSurvey {
  Wave wave;  ///< without id; its period is the mapping's constant `period`, else the assessment's
  std::shared_ptr<const TallyLayout> layout;
  std::vector<std::pair<std::uint32_t, TallySheet>>
      sheets;  ///< by unit index, ascending; only units that occur
};

/// What was read. Answers, measures or the survey are filled, as `shape` says.
struct Imported {
  Shape shape = Shape::kAnswers;
  std::vector<Answer>
      answers;  ///< key.assessor is as the file has it: the caller puts a person's key in its place
  std::vector<Finding>
      findings;  ///< of answers' `finding` column, without id; "major: …" and "minor: …" give the grade
  std::vector<MeasureFigure> measures;
  ImportedSurvey survey;
  std::uint64_t rows = 0;      ///< records without the header
  std::uint64_t rejected = 0;  ///< rows left out; 0 unless skip_rejected
  Problems remarks;            ///< warnings, and the reasons of rejected rows
  Reasons reasons;  ///< the same in few words: of every row; of a survey of the remarks that are kept
};

/// Reads a file. An error carries all problems (the first 50 kept, all counted). With skip_rejected, rows
/// with a problem are left out instead, and only what concerns the whole file stops it (columns, quotes,
/// encoding). kInput; kCancelled after a stop request; kNotFound, kLimit, kIo, kUsage (set, shape or encoding
/// to be named). A survey is streamed: memory does not grow with its length.
Result<Imported> read_import(const std::filesystem::path& file, const ImportContext& context);

/// One answer from the texts of the columns an answers file has, by the same rules: `answers` has just that
/// one. The problems have no place.
Result<Imported> read_answer(const std::map<std::string, std::string>& fields, ImportContext context);

/// A unit tree: id,parent,name,kind[,weight,role,population,scope]. Ids and parents are checked here, with
/// their lines; the shape of the tree is Organisation::build's.
Result<std::vector<Unit>> read_units(const std::filesystem::path& file, std::string_view encoding = {});

/// The same, and whether the file says which units are in scope.
struct UnitTable {
  std::vector<Unit> units;
  bool has_scope = false;
};
Result<UnitTable> read_unit_table(const std::filesystem::path& file, std::string_view encoding = {});

/// Evidence: id,kind,title[,place,date,expires], each id once. The hashes of files are not filled.
Result<std::vector<Evidence>> read_evidence(const std::filesystem::path& file,
                                            std::string_view encoding = {});

}  // namespace orienta

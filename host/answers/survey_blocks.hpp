// SPDX-License-Identifier: MIT
// Hands out a survey file piece by piece, in order, cut between respondents. Internal to answers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "answers/csv.hpp"
#include "base/hash.hpp"

namespace orienta {

struct SurveyBlock {
  std::uint64_t number = 0;  ///< 0, 1, …
  std::vector<char> room;    ///< the reader's, kept to be filled again
  std::size_t begin = 0;     ///< of the records in `room`
  std::size_t end = 0;

  std::span<char> text() { return std::span(room).subspan(begin, end - begin); }
};

/// How the rows of one respondent are recognised in raw records.
struct RespondentColumns {
  std::size_t unit = static_cast<std::size_t>(-1);
  std::size_t respondent = static_cast<std::size_t>(-1);  ///< npos: every row stands alone
};

/// Where `text` can be cut: the greatest border between two records with the rows of a respondent on one
/// side; 0 when there is none. `text` begins with a record. A line break in quotes is no border.
std::size_t find_cut(std::string_view text, char separator, const RespondentColumns& columns);

/// One thread at a time; blocks go wherever they are wanted.
class SurveyBlocks {
 public:
  /// The rows of one respondent may be this long; longer ones are torn apart, so that duplicates among them
  /// go unseen.
  static constexpr std::size_t kMostTogether = 32u << 20;

  /// `header` is skipped, but counts for the hash.
  static Result<SurveyBlocks> open(const std::filesystem::path& file, const CsvHeader& header,
                                   RespondentColumns columns, std::size_t block_bytes);

  /// Fills `block`; false at the end of the file. kIo.
  Result<bool> next(SurveyBlock& block);

  std::uint64_t bytes_read() const { return bytes_read_; }
  std::uint64_t bytes() const { return bytes_; }
  /// Of all that was read. Once, at the end.
  Hash finish_hash() { return hasher_.finish(); }

 private:
  Status read_into(SurveyBlock& block);
  void keep_rest(SurveyBlock& block, std::size_t cut);

  std::filesystem::path file_;
  std::ifstream stream_;
  Hasher hasher_;
  RespondentColumns columns_;
  char separator_ = ',';
  std::size_t header_bytes_ = 0;
  std::size_t block_bytes_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t bytes_read_ = 0;
  std::uint64_t next_number_ = 0;
  std::vector<char> rest_;
  bool at_end_ = false;
};

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "answers/survey_blocks.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/os.hpp"

namespace orienta {
namespace {

/// Walks from the end of a text to its beginning, border by border.
class BackwardBorders {
 public:
  explicit BackwardBorders(std::string_view text) : text_(text), at_(text.size()) {
    if (text.find('"') != std::string_view::npos)
      quotes_before_ = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '"'));
  }

  /// The last border before the one given last: behind a line break outside quotes, or 0.
  std::size_t previous() {
    // The line break right before the current border belongs to the record that ends there.
    if (started_ && at_ > 0) --at_;
    started_ = true;
    while (at_ > 0) {
      const char c = text_[at_ - 1];
      // An even number of quotes before a place means that it is outside quotes.
      if (c == '\n' && quotes_before_ % 2 == 0) return at_;
      if (c == '"') --quotes_before_;
      --at_;
    }
    return 0;
  }

 private:
  std::string_view text_;
  std::size_t at_;
  std::uint64_t quotes_before_ = 0;
  bool started_ = false;
};

std::string_view bare(std::string_view field) {
  while (!field.empty() && (field.back() == '\n' || field.back() == '\r'))
    field.remove_suffix(1);
  if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
    field = field.substr(1, field.size() - 2);
  return field;
}

/// A field of a raw record; empty when there are not so many.
std::string_view raw_field(std::string_view record, std::size_t index, char separator) {
  bool quoted = false;
  std::size_t begin = 0;
  std::size_t field = 0;
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (record[i] == '"') quoted = !quoted;
    if (quoted || record[i] != separator) continue;
    if (field == index) return bare(record.substr(begin, i - begin));
    ++field;
    begin = i + 1;
  }
  return field == index ? bare(record.substr(begin)) : std::string_view{};
}

struct Whose {
  std::string_view unit;
  std::string_view respondent;
  bool operator==(const Whose&) const = default;
};

Whose whose(std::string_view record, char separator, const RespondentColumns& columns) {
  return {columns.unit == static_cast<std::size_t>(-1) ? "" : raw_field(record, columns.unit, separator),
          raw_field(record, columns.respondent, separator)};
}

}  // namespace

std::size_t find_cut(std::string_view text, char separator, const RespondentColumns& columns) {
  BackwardBorders borders(text);
  std::size_t end = borders.previous();
  if (columns.respondent == static_cast<std::size_t>(-1) || end == 0) return end;
  Whose last;
  bool seen = false;
  for (;;) {
    const std::size_t begin = borders.previous();
    const std::string_view record = text.substr(begin, end - begin);
    if (bare(record).empty()) {  // an empty line belongs to both sides
      if (begin == 0) return 0;
      end = begin;
      continue;
    }
    const Whose now = whose(record, separator, columns);
    if (now.respondent.empty() || (seen && now != last)) return end;
    if (begin == 0) return 0;
    seen = true;
    last = now;
    end = begin;
  }
}

Result<SurveyBlocks> SurveyBlocks::open(const std::filesystem::path& file, const CsvHeader& header,
                                        RespondentColumns columns, std::size_t block_bytes) {
  SurveyBlocks blocks;
  blocks.file_ = file;
  std::error_code ignored;
  const auto bytes = std::filesystem::file_size(file, ignored);
  errno = 0;
  blocks.stream_.rdbuf()->pubsetbuf(nullptr, 0);  // read straight into the blocks
  blocks.stream_.open(file, std::ios::binary);
  if (!blocks.stream_) return failure(os::error_from_errno(errno, file));
  blocks.bytes_ = ignored ? 0 : bytes;
  blocks.columns_ = columns;
  blocks.separator_ = header.dialect.separator;
  blocks.header_bytes_ = header.bytes;
  blocks.block_bytes_ = std::max<std::size_t>(block_bytes, 1);
  return blocks;
}

Status SurveyBlocks::read_into(SurveyBlock& block) {
  const std::size_t wanted = block_bytes_ + header_bytes_;
  if (block.room.size() < block.end + wanted) block.room.resize(block.end + wanted);
  char* const to = block.room.data() + block.end;
  errno = 0;
  stream_.read(to, static_cast<std::streamsize>(wanted));
  if (stream_.bad()) return failure(os::error_from_errno(errno == 0 ? EIO : errno, file_));
  const auto got = static_cast<std::size_t>(stream_.gcount());
  hasher_.add({to, got});
  bytes_read_ += got;
  at_end_ = got < wanted;
  block.end += got;
  if (header_bytes_ > 0) block.begin = std::min(header_bytes_, got);
  header_bytes_ = 0;
  return {};
}

void SurveyBlocks::keep_rest(SurveyBlock& block, std::size_t cut) {
  const auto text = block.text();
  rest_.assign(text.begin() + static_cast<std::ptrdiff_t>(cut), text.end());
  block.end = block.begin + cut;
}

Result<bool> SurveyBlocks::next(SurveyBlock& block) {
  block.begin = 0;
  block.end = rest_.size();
  if (block.room.size() < rest_.size()) block.room.resize(rest_.size());
  std::copy(rest_.begin(), rest_.end(), block.room.begin());
  rest_.clear();
  while (!at_end_) {
    if (auto read = read_into(block); !read) return failure(read.error());
    if (at_end_) break;
    const auto text = block.text();
    std::size_t cut = find_cut({text.data(), text.size()}, separator_, columns_);
    if (cut == 0 && text.size() > kMostTogether) cut = find_cut({text.data(), text.size()}, separator_, {});
    // A single record that is too long is left to the parser, which says what is wrong with it.
    if (cut == 0 && text.size() > kMostTogether) cut = text.size();
    if (cut == 0) continue;
    keep_rest(block, cut);
    break;
  }
  block.number = next_number_++;
  return block.end > block.begin;
}

}  // namespace orienta

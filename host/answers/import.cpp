// SPDX-License-Identifier: MIT
#include "answers/import.hpp"

#include <cerrno>
#include <fstream>

#include "answers/csv.hpp"
#include "answers/import_columns.hpp"
#include "answers/import_rows.hpp"
#include "answers/survey.hpp"
#include "base/limits.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

/// The first whole lines of a file: enough to see how it is written.
Result<std::string> read_beginning(const std::filesystem::path& file) {
  constexpr std::size_t kEnough = 1u << 20;
  std::error_code code;
  const auto status = std::filesystem::status(file, code);
  // What is no plain file is refused in the words of the one who reads plain files.
  if (!std::filesystem::is_regular_file(status)) return os::read_file(file, kEnough);
  if (std::filesystem::file_size(file, code) > limits::kSurveyFileBytes)
    return failure(os::too_large(limits::kSurveyFileBytes, file));
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return failure(os::error_from_errno(errno, file));
  std::string bytes(kEnough, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (stream.bad()) return failure(os::error_from_errno(errno == 0 ? EIO : errno, file));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  if (bytes.size() < kEnough) return bytes;
  const auto end = bytes.rfind('\n');
  if (end != std::string::npos) bytes.resize(end + 1);
  return bytes;
}

}  // namespace

Result<Imported> read_import(const std::filesystem::path& file, const ImportContext& context) {
  const std::string name = file.string();
  const auto beginning = read_beginning(file);
  if (!beginning) return failure(beginning.error());
  const auto header = read_csv_header(*beginning, name, context.encoding);
  if (!header) return failure(header.error());
  const auto columns = bind_columns(*header, context, name);
  if (!columns) return failure(columns.error());
  if (columns->shape == Shape::kSurvey) return read_survey(file, *header, *columns, context);

  const auto bytes = os::read_file(file, limits::kAnswersFileBytes);
  if (!bytes) return failure(bytes.error());
  const auto table = read_csv(*bytes, name, context.encoding);
  if (!table) return failure(table.error());
  return columns->shape == Shape::kAnswers ? import_answers(*table, *columns, context, name)
                                           : import_measures(*table, *columns, context, name);
}

}  // namespace orienta

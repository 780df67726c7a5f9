// SPDX-License-Identifier: MIT
#include "answers/csv.hpp"
#include "answers/csv_split.hpp"
#include "answers/mapping.hpp"
#include "answers/survey_blocks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using namespace orienta;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  for (const char* const encoding : {"", "cp1251", "cp1250"})
    if (const auto table = read_csv(text, "fuzz.csv", encoding))
      for (const CsvRecord& row : table->rows)
        if (row.fields.size() != table->header.size()) __builtin_trap();
  const std::size_t cut = find_cut(text, ',', {0, 1});
  if (cut > size) __builtin_trap();
  read_mapping(text, "fuzz.yaml");
  return 0;
}

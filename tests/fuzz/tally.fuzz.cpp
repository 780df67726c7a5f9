// SPDX-License-Identifier: MIT
// Layouts and sheets from a project file of unknown origin. What is accepted must be in its one canonical
// form.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "answers/tally.hpp"

using namespace orienta;

namespace {

std::shared_ptr<const TallyLayout> known_layout() {
  TallyLayout layout;
  layout.slots = {{"a", {"0", "1", "2"}, 0}, {"b", {}, 2}, {"joint:c", {"0|0", "0|1", "1|0", "1|1"}, 0}};
  layout.segments = {{"group", "x"}, {"group", "y"}};
  return std::make_shared<const TallyLayout>(std::move(layout));
}

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto layout = TallyLayout::parse(bytes)) must(layout->bytes() == bytes);

  const auto layout = known_layout();
  const auto sheet = TallySheet::parse(bytes, layout);
  if (!sheet) return 0;
  must(sheet->bytes() == bytes);
  TallySheet twice = *sheet;
  must(twice == *sheet);
  const auto merged = twice.merge(*sheet);
  must(merged.has_value() || twice.bytes() == bytes);
  return 0;
}

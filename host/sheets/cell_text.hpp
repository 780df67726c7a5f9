// SPDX-License-Identifier: MIT
// Numbers of cells as text. Internal to sheets.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sheets/workbook.hpp"

namespace orienta {

/// What a number format makes of a number.
enum class NumberLook : std::uint8_t { kPlain, kPerCent, kDate, kTime };

/// The looks of formats that need no definition (ISO/IEC 29500-1, 18.8.30).
NumberLook look_of_builtin(std::uint32_t format);
/// Of a format code such as "dd.mm.yyyy" or "0.0%".
NumberLook look_of_format(std::string_view code);

struct NumberText {
  SheetCell::Kind kind = SheetCell::Kind::kNumber;
  std::string text;
};

/// A number as the file has it, e.g. "0.30000000000000004" is "0.3". Days are counted from 1900 with a 29
/// February that never was, or from 1904. What lies outside the calendar stays a number. Nothing when it is
/// no number.
std::optional<NumberText> number_text(std::string_view raw, NumberLook look, bool from_1904);

}  // namespace orienta

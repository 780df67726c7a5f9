// SPDX-License-Identifier: MIT
// The cells of one sheet, from its XML. Internal to sheets.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sheets/styles.hpp"
#include "sheets/workbook.hpp"
#include "sheets/xml.hpp"

namespace orienta {

/// How much may still be kept of a workbook. One shared string may stand in many cells, so that bytes are
/// counted where they are kept.
struct Room {
  std::size_t cells = 0;
  std::size_t bytes = 0;
};

class CellReader : public XmlHandler {
 public:
  enum class Trouble : unsigned char { kNone, kDamaged, kTooMany };

  CellReader(Sheet& sheet, const std::vector<std::string>& strings, const Styles& styles, bool from_1904,
             Room& room)
      : sheet_(sheet), strings_(strings), styles_(styles), from_1904_(from_1904), room_(room) {}

  bool start(std::string_view name, const XmlAttributes& attributes) override;
  bool end(std::string_view name) override;
  bool text(std::string_view piece) override;

  Trouble trouble() const { return trouble_; }

 private:
  bool stop(Trouble trouble) {
    trouble_ = trouble;
    return false;
  }
  bool start_row(const XmlAttributes& attributes);
  bool start_cell(const XmlAttributes& attributes);
  bool end_cell();
  bool fill(SheetCell& cell);
  void add_columns(const XmlAttributes& attributes);
  bool add_merged(std::string_view range);

  Sheet& sheet_;
  const std::vector<std::string>& strings_;
  const Styles& styles_;
  bool from_1904_;
  Room& room_;
  Trouble trouble_ = Trouble::kNone;

  std::uint32_t row_ = 0;  ///< of the row at hand, from 1
  bool is_row_open_ = false;
  std::uint32_t next_column_ = 0;  ///< that a cell without a name stands in
  SheetCell cell_;
  std::string type_;
  std::uint32_t style_ = 0;
  std::string value_;
  bool is_taken_ = false;  ///< text at hand belongs to the value
  int aloud_ = 0;
};

}  // namespace orienta

// SPDX-License-Identifier: MIT
// The small parts of a workbook: its list of sheets, links between parts, styles, shared strings. Internal to
// sheets.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sheets/cell_text.hpp"
#include "sheets/xml.hpp"

namespace orienta {

/// Links of a part by their ids; and the first of each type (the last word of the type's address).
class Links : public XmlHandler {
 public:
  struct Link {
    std::string id, type, target;
  };
  bool start(std::string_view name, const XmlAttributes& attributes) override;
  bool end(std::string_view) override { return true; }
  bool text(std::string_view) override { return true; }

  /// The target's path in the archive; empty when there is none. `folder` is that of the part, with '/'.
  std::string path_of(std::string_view id, std::string_view folder) const;
  std::string path_of_type(std::string_view type, std::string_view folder) const;

 private:
  std::vector<Link> links_;
};

class SheetList : public XmlHandler {
 public:
  struct Entry {
    std::string name, link;
    bool is_hidden = false;
  };
  bool start(std::string_view name, const XmlAttributes& attributes) override;
  bool end(std::string_view) override { return true; }
  bool text(std::string_view) override { return true; }

  std::vector<Entry> sheets;
  bool from_1904 = false;
};

class Styles : public XmlHandler {
 public:
  bool start(std::string_view name, const XmlAttributes& attributes) override;
  bool end(std::string_view name) override;
  bool text(std::string_view) override { return true; }

  /// Of a cell's style; plain for one that is not there.
  NumberLook look(std::uint32_t style) const {
    return style < looks_.size() ? looks_[style] : NumberLook::kPlain;
  }

 private:
  std::map<std::uint32_t, NumberLook> formats_;
  std::vector<NumberLook> looks_;
  bool in_cells_ = false;
};

class SharedStrings : public XmlHandler {
 public:
  bool start(std::string_view name, const XmlAttributes& attributes) override;
  bool end(std::string_view name) override;
  bool text(std::string_view piece) override;

  std::vector<std::string> strings;

 private:
  std::string now_;
  bool in_text_ = false;
  int aloud_ = 0;  ///< depth of hints at how something is read aloud, which are no part of the text
};

/// A whole number from 0; `otherwise` when it is none.
std::uint32_t whole_number(std::string_view text, std::uint32_t otherwise);

/// Characters that XML cannot hold stand as _x000D_: they become what they were; those that are no text are
/// dropped.
std::string unescaped(std::string text);

}  // namespace orienta

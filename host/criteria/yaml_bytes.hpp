// SPDX-License-Identifier: MIT
// What is looked at before any YAML is parsed: are these bytes text, and which place is a byte at. Internal
// to criteria.
#pragma once

#include <string_view>

#include "criteria/report.hpp"

namespace orienta {

/// The text without a UTF-8 byte order mark.
std::string_view without_bom(std::string_view bytes);

/// True when the bytes are UTF-8 without control characters; else the problem is reported with its place and
/// the way out.
bool check_bytes(std::string_view bytes, Report& report);

/// Turns byte offsets into lines and columns, columns counted in characters as editors do. Fast when offsets
/// grow.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  Mark at(std::size_t offset);

 private:
  void step_on();
  void step_back();

  std::string_view text_;
  std::size_t offset_ = 0;
  Mark mark_{1, 1};
};

}  // namespace orienta

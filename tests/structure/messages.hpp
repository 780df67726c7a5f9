// SPDX-License-Identifier: MIT
// The messages that the sources make, found by their text.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "structure/source_tree.hpp"

namespace orienta::structure {

struct MessageCall {
  std::string code;
  std::string place;                               ///< file and line
  std::optional<std::set<std::string>> arguments;  ///< names, when they stand in the call itself
};

/// All calls msg("code", …) in a file, outside comments.
std::vector<MessageCall> message_calls(const SourceFile& file);

/// All string literals of a file, outside comments and includes.
std::set<std::string> literals(const SourceFile& file);

}  // namespace orienta::structure

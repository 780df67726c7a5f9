// SPDX-License-Identifier: MIT
// All that can be said against a set file before it is used: by the reader, by lint, and by the set's plugin.
#pragma once

#include <filesystem>

#include "app/places.hpp"

namespace orienta {

struct LintedSet {
  Problems problems;                 ///< errors, warnings and notes, with their places
  const Package* package = nullptr;  ///< whose words some of them need; null where none was asked
};

/// The plugin is asked only where the file can be read. One that is not here or not trusted is a warning: the
/// file may be right, but nobody has looked at its params.
LintedSet lint_set_file(const std::filesystem::path& file, PluginHost& plugins);

}  // namespace orienta

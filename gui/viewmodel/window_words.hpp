// SPDX-License-Identifier: MIT
// What the window says in other words than the command line, which names commands and options.
#pragma once

#include "base/error.hpp"

namespace orienta::gui {

/// The message with a remedy that a window has; most stay as they are.
Message in_window(const Message& message);
/// The same, and the file at its place without its folder.
Problem in_window(const Problem& problem);

}  // namespace orienta::gui

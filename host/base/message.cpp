// SPDX-License-Identifier: MIT
#include "base/message.hpp"

#include <algorithm>

namespace orienta {

const Argument* Message::find(std::string_view name) const {
  const auto found = std::find_if(arguments.begin(), arguments.end(),
                                  [&](const auto& argument) { return argument.first == name; });
  return found == arguments.end() ? nullptr : &found->second;
}

}  // namespace orienta

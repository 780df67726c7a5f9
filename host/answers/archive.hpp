// SPDX-License-Identifier: MIT
// Answers to what a later version of a set does not ask any more are kept, beside those that count: under
// the name of the version they were given to, "<set>@<beginning of its hash>", which no set can have.
#pragma once

#include <string_view>

#include "base/hash.hpp"
#include "base/ids.hpp"

namespace orienta {

inline constexpr char kArchiveMark = '@';

inline SetId archive_of(const SetId& set, const Hash& version) {
  return SetId(set.value + kArchiveMark + version.hex().substr(0, 12));
}

inline bool is_archive(std::string_view set) {
  return set.find(kArchiveMark) != std::string_view::npos;
}

/// The set that it is the archive of.
inline SetId archived_from(const SetId& archive) {
  return SetId(archive.value.substr(0, archive.value.find(kArchiveMark)));
}

}  // namespace orienta

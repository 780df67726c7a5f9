// SPDX-License-Identifier: MIT
// Cells and their contents, as they are now. Inside the module only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/database.hpp"

namespace orienta::store {

/// Keeps a content, once; gives its row. An erased content of the same bytes is filled again.
std::int64_t keep_payload(Database& database, std::string_view bytes);

/// The content of a cell.
struct Content {
  std::int64_t payload = 0;
  std::string body;
};
/// Nothing when the cell is empty. BadRecord when the content was erased, which only notes are.
std::optional<Content> content_of(Database& database, const std::string& key);
std::optional<std::int64_t> payload_of(Database& database, const std::string& key);

/// A content by its row or hash; nothing when it was erased or never there.
std::optional<std::string> body_of(Database& database, std::int64_t payload);
std::optional<std::string> body_of(Database& database, const Hash& hash);

/// The bytes that name an assessment as it is now: the hashes of its parts. Parts that are not there are left
/// out.
std::string assessment_record(Database& database, const std::string& assessment);

}  // namespace orienta::store

// SPDX-License-Identifier: MIT
// Text for HTML and XML. What a person typed can neither become markup nor break a file.
#pragma once

#include <string>
#include <string_view>

namespace orienta {

/// Adds the text as it may stand in an element and in an attribute with double quotes. Malformed UTF-8
/// becomes U+FFFD, one for each byte; control characters and marks that turn the direction of writing
/// become spaces, as do the two code points that XML has no place for; line ends become "\n".
void append_markup(std::string& out, std::string_view text);

/// The same as a text of its own.
std::string markup(std::string_view text);

/// Whether the text has letters of a script that is written from the right (Hebrew, Arabic and their
/// neighbours), so that its direction has to be found out. A few ligatures count too, which does no harm.
bool has_right_to_left(std::string_view text);

}  // namespace orienta

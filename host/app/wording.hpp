// SPDX-License-Identifier: MIT
// Small words that several use cases put into their messages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/message.hpp"
#include "criteria/scale.hpp"
#include "criteria/source.hpp"
#include "scoring/result.hpp"

namespace orienta {

/// "a, b, c": what there is; the first ten, then "…". "-" when there is nothing.
std::string listed(const std::vector<std::string>& words);

/// An error for an id that is not there: names the nearest known one, else what there is. `kind` is the word
/// for what it is an id of.
Message unknown_id(const Message& kind, std::string_view id, const std::vector<std::string>& known);

/// The known word nearest to `word`, else the list of all.
std::string word_or_list(std::string_view word, const std::vector<std::string>& known);

Message words_of(Source source);
Message words_of(UnitKind kind);
Message words_of(EvidenceKind kind);
Message words_of(ResultState state);
Message words_of(Basis basis);
Message words_of_state(std::uint8_t orienta_state);
/// Where a set or a plugin was found: "program", "user" or "given".
Message words_of_origin(std::string_view origin);

/// A statistic as the set's author calls it, else by the product's word for it.
Argument title_of_statistic(const Scale& scale, const std::string& id);

/// The names of ORIENTA_STATE_… in CSV and JSON: "value", "missing", "dont_know", "not_applicable",
/// "not_asked", ….
std::string_view name_of_state(std::uint8_t orienta_state);

}  // namespace orienta

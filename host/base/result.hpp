// SPDX-License-Identifier: MIT
// Result<T>: the value, or the Error that says why there is none.
#pragma once

#include <tl/expected.hpp>

#include "base/error.hpp"

namespace orienta {

template <class T>
using Result = tl::expected<T, Error>;

/// For functions that have nothing to return but can fail.
using Status = Result<void>;

/// `return failure(ErrorKind::kInput, msg(…), where);` in a function that returns any Result.
inline tl::unexpected<Error> failure(ErrorKind kind, Message message, Where where = {}) {
  return tl::unexpected<Error>(fail(kind, std::move(message), std::move(where)));
}
inline tl::unexpected<Error> failure(Error error) {
  return tl::unexpected<Error>(std::move(error));
}
inline tl::unexpected<Error> failure(ErrorKind kind, Problems problems) {
  return tl::unexpected<Error>(Error{kind, std::move(problems)});
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#pragma once

#include "base/lang.hpp"

namespace orienta {

/// The language of the user's environment: ORIENTA_LANG, else that of the locale for messages; English for
/// any other.
Lang user_lang();

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "base/user_lang.hpp"

#include "base/os.hpp"

namespace orienta {

Lang user_lang() {
  for (const char* name : {"ORIENTA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"})
    if (const auto value = os::environment(name); value && !value->empty())
      return lang_of(*value).value_or(Lang::kEn);
  return Lang::kEn;
}

}  // namespace orienta

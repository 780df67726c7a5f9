// SPDX-License-Identifier: MIT
// A new criteria set to grow from: small, complete, in three languages, with samples.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace orienta {

/// Makes the folder `in`/`id` from the model for that plugin, all or nothing, and gives its path. kInput when
/// `id` is no id, kConflict when something of that name is there, kNotFound (naming the nearest) when there
/// is no model for the plugin.
Result<std::filesystem::path> make_set(const std::filesystem::path& in, const std::string& id,
                                       const std::string& plugin);

/// Where the models lie, one folder per plugin.
std::filesystem::path set_models_folder();

}  // namespace orienta

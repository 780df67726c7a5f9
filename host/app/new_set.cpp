// SPDX-License-Identifier: MIT
#include "app/new_set.hpp"

#include <algorithm>
#include <vector>

#include "app/wording.hpp"
#include "base/ids.hpp"
#include "base/limits.hpp"
#include "base/os.hpp"

namespace orienta {
namespace {

namespace fs = std::filesystem;

/// The id that the models have in place of the new set's.
constexpr std::string_view kModelId = "my-set";

std::string with_id(std::string text, const std::string& id) {
  for (std::size_t at = text.find(kModelId); at != text.npos; at = text.find(kModelId, at + id.size()))
    text.replace(at, kModelId.size(), id);
  return text;
}

std::vector<std::string> known_models(const fs::path& models) {
  std::vector<std::string> known;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(models, ignored))
    if (entry.is_directory(ignored)) known.push_back(entry.path().filename().string());
  std::ranges::sort(known);
  return known;
}

Status copy_file(const fs::path& from, const fs::path& to, const std::string& id) {
  const auto text = os::read_file(from, limits::kCriteriaFileBytes);
  if (!text) return failure(text.error());
  std::error_code code;
  fs::create_directories(to.parent_path(), code);
  if (code) return failure(os::error_from_errno(code.value(), to.parent_path()));
  return os::write_file(to, with_id(*text, id));
}

Status copy_model(const fs::path& model, const fs::path& folder, const std::string& id) {
  std::error_code code;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(model, code)) {
    if (!entry.is_regular_file()) continue;
    Status copied = copy_file(entry.path(), folder / fs::relative(entry.path(), model), id);
    if (!copied) return copied;
  }
  return code ? Status(failure(os::error_from_errno(code.value(), model))) : Status();
}

}  // namespace

fs::path set_models_folder() {
  return (os::program_folder() / ".." / "share" / "orienta" / "criteria" / "templates").lexically_normal();
}

Result<fs::path> make_set(const fs::path& in, const std::string& id, const std::string& plugin) {
  if (!is_plain_id(id)) return failure(ErrorKind::kInput, msg("criteria.bad-id", {{"id", id}}));
  const fs::path models = set_models_folder();
  const std::vector<std::string> known = known_models(models);
  if (known.empty())
    return failure(ErrorKind::kNotFound, msg("app.template-missing", {{"plugin", plugin}}),
                   {models.string()});
  if (std::ranges::find(known, plugin) == known.end())
    return failure(ErrorKind::kNotFound, unknown_id(msg("app.word-plugin"), plugin, known));

  const fs::path folder = in / id;
  std::error_code code;
  if (fs::exists(fs::symlink_status(folder, code)))
    return failure(ErrorKind::kConflict, msg("app.set-exists"), {folder.string()});
  if (!fs::create_directory(folder, code)) return failure(os::error_from_errno(code.value(), folder));
  if (Status copied = copy_model(models / plugin, folder, id); !copied) {
    fs::remove_all(folder, code);
    return failure(std::move(copied.error()));
  }
  return folder;
}

}  // namespace orienta

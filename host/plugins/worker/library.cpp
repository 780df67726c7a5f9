// SPDX-License-Identifier: MIT
#include "plugins/worker/library.hpp"

#include <boost/dll/shared_library.hpp>

namespace orienta::worker {
namespace {

using wire::EntryProblem;

std::string clipped(orienta_text_t text) {
  constexpr std::uint64_t kLongest = 200;
  if (text.data == nullptr) return {};
  return {text.data, static_cast<std::size_t>(std::min(text.size, kLongest))};
}

bool is_equal(orienta_text_t text, std::string_view wanted) {
  return text.data != nullptr && std::string_view(text.data, text.size) == wanted;
}

const char* missing_function(const orienta_entry_t& entry) {
  if (entry.check == nullptr) return "check";
  if (entry.prepare == nullptr) return "prepare";
  if (entry.release == nullptr) return "release";
  if (entry.score == nullptr) return "score";
  return nullptr;
}

}  // namespace

Refusal check_entry(const orienta_entry_t& entry, std::string_view id, std::string_view version) {
  // Only what every major version begins with may be read before size and version are known.
  if (entry.size < offsetof(orienta_entry_t, id))
    return {EntryProblem::kTooSmall, std::to_string(entry.size)};
  if (orienta_version_is_compatible(entry.abi) == 0)
    return {EntryProblem::kVersion, std::to_string(entry.abi.major) + "." + std::to_string(entry.abi.minor)};
  if (entry.size < sizeof(orienta_entry_t)) return {EntryProblem::kTooSmall, std::to_string(entry.size)};
  if (!is_equal(entry.id, id)) return {EntryProblem::kOtherId, clipped(entry.id)};
  if (!is_equal(entry.version, version)) return {EntryProblem::kOtherVersion, clipped(entry.version)};
  if (const char* name = missing_function(entry)) return {EntryProblem::kNullFunction, name};
  return {};
}

Library::Library() = default;
Library::~Library() = default;
Library::Library(Library&&) noexcept = default;
Library& Library::operator=(Library&&) noexcept = default;

Refusal Library::open(const std::string& path, std::string_view id, std::string_view version) try {
  // Now, so that an undefined symbol is found here and not in the middle of a call. Only the throwing
  // overload has dlerror's text.
  using boost::dll::load_mode::rtld_local;
  using boost::dll::load_mode::rtld_now;
  library_ = std::make_unique<boost::dll::shared_library>(path, rtld_now | rtld_local);
  if (!library_->has(ORIENTA_ENTRY_SYMBOL)) return {EntryProblem::kNoEntry, ORIENTA_ENTRY_SYMBOL};
  entry_ = &library_->get<const orienta_entry_t>(ORIENTA_ENTRY_SYMBOL);
  return check_entry(*entry_, id, version);
} catch (const std::exception& problem) {
  return {EntryProblem::kNotLoaded, problem.what()};
}

}  // namespace orienta::worker

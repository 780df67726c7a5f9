// SPDX-License-Identifier: MIT
// Opens a plugin's library and looks at its entry before any of its functions is called. The only place that
// uses Boost.DLL.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "plugins/worker/wire.hpp"

namespace boost::dll {
class shared_library;
}

namespace orienta::worker {

/// Why a library was refused; kNone when it was not.
struct Refusal {
  wire::EntryProblem problem = wire::EntryProblem::kNone;
  std::string text;
};

/// Reads `size` first and nothing beyond it: version, id and version as in the manifest, all functions there.
Refusal check_entry(const orienta_entry_t& entry, std::string_view id, std::string_view version);

class Library {
 public:
  Library();
  ~Library();
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;

  /// Loads the file at once and completely, without showing its symbols to others. Runs its static
  /// initialisers: code that nothing in this process is protected against. `path` has a folder in it.
  Refusal open(const std::string& path, std::string_view id, std::string_view version);

  /// The checked entry; valid while this lives.
  const orienta_entry_t& entry() const { return *entry_; }

 private:
  std::unique_ptr<boost::dll::shared_library> library_;
  const orienta_entry_t* entry_ = nullptr;
};

}  // namespace orienta::worker

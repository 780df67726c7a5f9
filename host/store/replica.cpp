// SPDX-License-Identifier: MIT
// Which chain of the log this machine continues.
#include "base/hash.hpp"
#include "base/os.hpp"
#include "store/open_file.hpp"

namespace orienta::store {
namespace {

/// Tells only whoever knows the machine's id; two files of one machine do not show that they are.
std::string mark_of(const std::string& replica, const std::string& machine) {
  return hash_of(replica + '\n' + machine).hex();
}

}  // namespace

std::string own_replica(Database& database) {
  const std::string machine = os::machine_id();
  Query replicas = database.query("SELECT id, machine FROM replica");
  while (replicas.step()) {
    if (replicas.view(1) == mark_of(replicas.text(0), machine)) return replicas.text(0);
  }
  return {};
}

bool is_from_elsewhere(Database& database) {
  Query last = database.query("SELECT replica FROM log ORDER BY id DESC LIMIT 1");
  return !last.step() || last.view(0) != own_replica(database);
}

std::string ensure_replica(Database& database) {
  if (std::string known = own_replica(database); !known.empty()) return known;
  std::string made = random_id();
  database.query("INSERT INTO replica VALUES (?, ?)").bind(made).bind(mark_of(made, os::machine_id())).run();
  return made;
}

}  // namespace orienta::store

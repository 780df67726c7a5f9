// SPDX-License-Identifier: MIT
#include "viewmodel/sets_found.hpp"

namespace orienta::gui {

Known<std::vector<SetOnDisk>> sets_found(Desk& desk) {
  return desk.known<std::vector<SetOnDisk>>(
      "sets found", [](Office& office) -> Result<std::vector<SetOnDisk>> {
        std::vector<SetOnDisk> all;
        for (FoundSet& found : find_sets(office.places().criteria)) {
          auto read = read_set_file(found.file);
          if (read)
            all.push_back({std::move(found), std::make_shared<const CriteriaSet>(std::move(read->set)),
                           std::move(read->remarks)});
          else
            all.push_back({std::move(found), nullptr, std::move(read.error().problems)});
        }
        return all;
      });
}

}  // namespace orienta::gui

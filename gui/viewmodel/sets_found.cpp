// SPDX-License-Identifier: MIT
#include "viewmodel/sets_found.hpp"

#include "base/os.hpp"

namespace orienta::gui {

Known<std::vector<SetOnDisk>> sets_found(Desk& desk) {
  return desk.known<std::vector<SetOnDisk>>(
      "sets found", [](Office& office) -> Result<std::vector<SetOnDisk>> {
        std::vector<SetOnDisk> all;
        std::vector<FoundSet> found = find_sets(office.places().criteria);
        std::vector<Result<ReadSet>> read = read_sets(found, os::user_cache_folder());
        for (std::size_t i = 0; i < found.size(); ++i) {
          if (read[i])
            all.push_back({std::move(found[i]), std::make_shared<const CriteriaSet>(std::move(read[i]->set)),
                           std::move(read[i]->remarks)});
          else
            all.push_back({std::move(found[i]), nullptr, std::move(read[i].error().problems)});
        }
        return all;
      });
}

}  // namespace orienta::gui

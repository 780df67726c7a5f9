// SPDX-License-Identifier: MIT
#include "reports/document.hpp"

namespace orienta::report {

Words words_in(const Catalogue& catalogue) {
  return {catalogue.text(msg("reports.contents")), catalogue.text(msg("reports.skip-to-text"))};
}

}  // namespace orienta::report

// SPDX-License-Identifier: MIT
// What writing a report takes, once its content is there: 4 sets, 76 units, every answer.
#include <string>
#include <vector>

#include "figure.hpp"
#include "reports/document_samples.hpp"
#include "reports/html.hpp"

int main() {
  using namespace orienta;
  using namespace orienta::bench;
  constexpr int kTimes = 15;
  const report::Document document = report::samples::network_document();
  std::size_t bytes = 0;
  std::vector<double> milliseconds;
  for (int i = 0; i < kTimes; ++i)
    milliseconds.push_back(1e3 * seconds_of([&] { bytes = to_html(document).size(); }));
  const Spread spread = spread_of(std::move(milliseconds));
  print_figure("report of 4 sets and 76 units written as HTML, median", spread.median, "ms", 100);
  print_figure("report of 4 sets and 76 units written as HTML, least", spread.least, "ms", 100);
  print_figure("its size", static_cast<double>(bytes) / (1 << 20), "MiB");
  return 0;
}

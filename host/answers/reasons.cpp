// SPDX-License-Identifier: MIT
#include "answers/reasons.hpp"

#include <algorithm>

namespace orienta {

void Reasons::add(const Message& message, std::uint32_t line, Severity severity) {
  if (message.code.empty()) return;
  std::size_t alike = 0;
  std::size_t at = all_.size();
  for (std::size_t i = 0; i < all_.size() && at == all_.size(); ++i) {
    if (all_[i].severity != severity || all_[i].message.code != message.code) continue;
    ++alike;
    if (all_[i].is_varied || all_[i].message == message) at = i;
  }
  if (at == all_.size() && alike == kAlike) {
    fold(message.code, severity);
    return add(message, line, severity);
  }
  if (at == all_.size()) {
    all_.push_back({message, severity, 0, {}, false});
    last_.push_back(0);
  }
  Reason& reason = all_[at];
  if (reason.rows > 0 && last_[at] == line) return;
  last_[at] = line;
  ++reason.rows;
  if (line > 0 && reason.lines.size() < kLines) reason.lines.push_back(line);
}

void Reasons::fold(std::string_view code, Severity severity) {
  const auto is_such = [&](const Reason& each) {
    return each.severity == severity && each.message.code == code;
  };
  const auto first = static_cast<std::size_t>(std::ranges::find_if(all_, is_such) - all_.begin());
  for (std::size_t i = all_.size(); --i > first;) {
    if (!is_such(all_[i])) continue;
    all_[first].rows += all_[i].rows;
    all_[first].lines.insert(all_[first].lines.end(), all_[i].lines.begin(), all_[i].lines.end());
    last_[first] = std::max(last_[first], last_[i]);
    all_.erase(all_.begin() + static_cast<std::ptrdiff_t>(i));
    last_.erase(last_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  std::vector<std::uint32_t>& lines = all_[first].lines;
  std::ranges::sort(lines);
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  if (lines.size() > kLines) lines.resize(kLines);
  all_[first].is_varied = true;
}

Reasons Reasons::of(const Problems& problems) {
  Reasons reasons;
  for (const Problem& problem : problems.kept())
    reasons.add(problem.message, problem.where.line, problem.severity);
  return reasons;
}

}  // namespace orienta

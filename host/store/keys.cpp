// SPDX-License-Identifier: MIT
#include "store/keys.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "store/database.hpp"

namespace orienta::store::keys {
namespace {

bool is_part(std::string_view text) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' '; };
  return text.size() <= kMostBytes && std::none_of(text.begin(), text.end(), is_control) && is_utf8(text);
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const std::string_view part : parts) {
    if (!key.empty()) key += kSeparator;
    key += part;
  }
  return key;
}

}  // namespace

Result<std::string> join(std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts) {
    if (!is_part(part)) return failure(ErrorKind::kInput, msg("store.bad-id", {{"id", part.substr(0, 80)}}));
  }
  return joined(parts);
}

std::vector<std::string_view> split(std::string_view key) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const std::size_t end = key.find(kSeparator, start);
    parts.push_back(key.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

Range below(std::initializer_list<std::string_view> parts) {
  const std::string prefix = joined(parts);
  return {prefix + kSeparator, prefix + static_cast<char>(kSeparator + 1)};
}

Result<std::string> of(const AssessmentId& assessment, const AnswerKey& answer) {
  return join({kAnswer, assessment.value, answer.unit.value, answer.set.value, answer.indicator.value,
               name_of(answer.source), answer.assessor.value, answer.occasion});
}

Result<std::string> of(const AssessmentId& assessment, const MeasureFigure& figure) {
  Result<std::string> key =
      join({kMeasure, assessment.value, figure.unit.value, figure.set.value, figure.indicator.value,
            std::to_string(figure.period.from.days), std::to_string(figure.period.to.days)});
  for (const auto& [segment, value] : figure.segments) {
    if (!key) break;
    key = join({segment, value}).map([&](const std::string& more) { return *key + kSeparator + more; });
  }
  return key;
}

AnswerKey answer_key(const std::vector<std::string_view>& parts) {
  if (parts.size() != 8) throw BadRecord{"answer"};
  const std::optional<Source> source = source_of(parts[5]);
  if (!source) throw BadRecord{"answer"};
  AnswerKey key;
  key.unit = UnitId(parts[2]);
  key.set = SetId(parts[3]);
  key.indicator = NodeId(parts[4]);
  key.source = *source;
  key.assessor = PersonId(parts[6]);
  key.occasion = std::string(parts[7]);
  return key;
}

std::string_view assessment_of(std::string_view key) {
  const std::vector<std::string_view> parts = split(key);
  const bool has_none = parts.size() < 2 || parts[0] == kSet || parts[0] == kEvidence;
  return has_none ? std::string_view() : parts[1];
}

std::string shown(std::string_view key) {
  std::string text;
  for (const std::string_view part : split(key)) {
    if (part.empty()) continue;
    if (!text.empty()) text += " / ";
    text += part;
  }
  return text;
}

}  // namespace orienta::store::keys

// SPDX-License-Identifier: MIT
#include <unordered_set>

#include "answers/bytes.hpp"
#include "answers/tally.hpp"
#include "base/limits.hpp"

namespace orienta {
namespace {

constexpr std::uint8_t kFormat = 1;
constexpr std::size_t kMaxSlots = 2 * limits::kIndicators;
constexpr std::size_t kMaxPoints = limits::kScalePoints * limits::kScalePoints;
constexpr std::size_t kMaxSegments = 0xFFFF;
constexpr std::size_t kMaxIdBytes = 1024;

std::vector<std::string> points_of(const Scale& scale) {
  std::vector<std::string> ids;
  ids.reserve(scale.points.size());
  for (const Point& point : scale.points)
    ids.push_back(point.id);
  return ids;
}

TallyLayout::Slot slot_of(const CriteriaSet& set, const Joint& joint) {
  const Scale& first = set.scales[set.indicators[joint.first].scale];
  const Scale& second = set.scales[set.indicators[joint.second].scale];
  TallyLayout::Slot slot{"joint:" + joint.id, {}, 0};
  for (const Point& row : first.points)
    for (const Point& column : second.points)
      slot.points.push_back(row.id + "|" + column.id);
  return slot;
}

bool read_text(ByteReader& reader, std::string& text) {
  std::uint64_t size = 0;
  std::string_view bytes;
  if (!reader.number(size) || size > kMaxIdBytes || !reader.text(size, bytes)) return false;
  text = bytes;
  return true;
}

// Each entry needs at least one byte, so a count beyond what is left is a lie and nothing is reserved for it.
bool read_count(ByteReader& reader, std::size_t most, std::uint64_t& count) {
  return reader.number(count) && count <= most && count <= reader.left();
}

bool read_slot(ByteReader& reader, TallyLayout::Slot& slot) {
  std::uint64_t points = 0;
  if (!read_text(reader, slot.id) || !read_count(reader, kMaxPoints, points)) return false;
  slot.points.resize(points);
  std::unordered_set<std::string_view> seen;
  for (std::string& point : slot.points)
    if (!read_text(reader, point) || !seen.insert(point).second) return false;
  return reader.byte(slot.digits) && slot.digits <= Decimal::kMaxDigits && (points == 0 || slot.digits == 0);
}

bool read_slots(ByteReader& reader, std::vector<TallyLayout::Slot>& slots) {
  std::uint64_t count = 0;
  if (!read_count(reader, kMaxSlots, count)) return false;
  slots.resize(count);
  std::unordered_set<std::string_view> seen;
  for (TallyLayout::Slot& slot : slots)
    if (!read_slot(reader, slot) || !seen.insert(slot.id).second) return false;
  return true;
}

bool read_segments(ByteReader& reader, TallyLayout& layout) {
  std::uint64_t count = 0;
  if (!read_count(reader, kMaxSegments, count)) return false;
  std::unordered_set<std::string> seen;
  for (std::uint64_t i = 0; i < count; ++i) {
    TallyLayout::SegmentValue value;
    if (!read_text(reader, value.segment) || !read_text(reader, value.value)) return false;
    if (!seen.insert(value.segment + '\0' + value.value).second) return false;
    layout.segments.push_back(std::move(value));
  }
  return true;
}

}  // namespace

std::string TallyLayout::bytes() const {
  std::string out;
  ByteWriter writer(out);
  writer.byte(kFormat);
  writer.number(slots.size());
  for (const Slot& slot : slots) {
    writer.text(slot.id);
    writer.number(slot.points.size());
    for (const std::string& point : slot.points)
      writer.text(point);
    writer.byte(slot.digits);
  }
  writer.number(segments.size());
  for (const SegmentValue& value : segments) {
    writer.text(value.segment);
    writer.text(value.value);
  }
  return out;
}

Result<TallyLayout> TallyLayout::parse(std::string_view bytes) {
  ByteReader reader(bytes);
  TallyLayout layout;
  std::uint8_t format = 0;
  const bool good = reader.byte(format) && format == kFormat && read_slots(reader, layout.slots) &&
                    read_segments(reader, layout) && reader.left() == 0;
  if (!good) return failure(ErrorKind::kCorrupt, msg("answers.layout-damaged"));
  return layout;
}

std::optional<std::uint16_t> TallyLayout::segment(std::string_view id, std::string_view value) const {
  for (std::size_t i = 0; i < segments.size(); ++i)
    if (segments[i].segment == id && segments[i].value == value) return static_cast<std::uint16_t>(i + 1);
  return std::nullopt;
}

std::shared_ptr<const TallyLayout> layout_of(const CriteriaSet& set) {
  auto layout = std::make_shared<TallyLayout>();
  layout->slots.reserve(set.indicators.size() + set.joints.size());
  for (const Indicator& indicator : set.indicators) {
    const Scale& scale = set.scales[indicator.scale];
    const std::uint8_t digits = scale.measure ? scale.measure->digits : std::uint8_t{0};
    layout->slots.push_back({indicator.id, points_of(scale), digits});
  }
  for (const Joint& joint : set.joints)
    layout->slots.push_back(slot_of(set, joint));
  for (const Segment& segment : set.segments)
    for (const std::string& value : segment.values)
      layout->segments.push_back({segment.id, value});
  return layout;
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include <sstream>

#include "criteria/small_set.hpp"

namespace orienta::test {
namespace {

class Dump {
 public:
  template <class Value>
  Dump& line(std::string_view name, const Value& value) {
    out_ << name << '=';
    print(value);
    out_ << '\n';
    return *this;
  }
  std::string text() const { return out_.str(); }

 private:
  template <class Value>
  void print(const Value& value) {
    if constexpr (std::is_enum_v<Value>)
      out_ << static_cast<int>(value);
    else
      out_ << value;
  }
  void print(std::uint8_t value) { out_ << static_cast<int>(value); }
  void print(const LocalText& text) {
    for (const Lang lang : kLangs)
      out_ << '|' << text[lang];
  }
  template <class Enum>
  void print(const Mask<Enum>& mask) {
    out_ << mask.bits;
  }
  void print(const Decimal& decimal) { out_ << decimal.to_string(); }
  template <class Value>
  void print(const std::optional<Value>& value) {
    if (value)
      print(*value);
    else
      out_ << '-';
  }
  void print(const Target& target) {
    print(target.level);
    out_ << '/';
    print(target.index);
    out_ << '/';
    print(target.value);
  }
  void print(const Reference& reference) {
    print(reference.title);
    out_ << ';' << reference.edition << ';' << reference.clause << ';' << reference.accessed;
  }
  void print(const Advice& advice) {
    out_ << advice.below;
    print(advice.text);
  }
  void print(const Improvement::Raise& raise) { out_ << raise.criterion << "->" << raise.to; }
  template <class Value, std::size_t kCount>
  void print(const std::array<Value, kCount>& values) {
    for (const Value& value : values)
      print_item(value);
  }
  template <class Value>
  void print(const std::vector<Value>& values) {
    for (const Value& value : values)
      print_item(value);
  }
  template <class First, class Second>
  void print(const std::pair<First, Second>& value) {
    print(value.first);
    out_ << ':';
    print(value.second);
  }
  template <class Value>
  void print(const std::map<std::string, Value>& values) {
    for (const auto& value : values)
      print_item(value);
  }
  void print(const Param& param) {
    out_ << param.index() << ' ';
    std::visit([this](const auto& value) { out_ << value; }, param);
  }
  template <class Value>
  void print_item(const Value& value) {
    out_ << '[';
    print(value);
    out_ << ']';
  }

  std::ostringstream out_;
};

void dump_scale(Dump& out, const Scale& scale) {
  out.line("scale", scale.id).line("headline", scale.headline);
  for (const Point& point : scale.points)
    out.line("point", point.id).line("value", point.value).line("label", point.label);
  for (const Statistic& statistic : scale.statistics)
    out.line("statistic", statistic.id)
        .line("kind", statistic.kind)
        .line("plus", statistic.plus)
        .line("minus", statistic.minus)
        .line("title", statistic.title);
  if (!scale.measure) return;
  const Measure& measure = *scale.measure;
  out.line("measure", measure.unit).line("digits", measure.digits).line("combine", measure.combine);
  out.line("better", measure.better).line("least", measure.least).line("most", measure.most);
  out.line("from", measure.from).line("to", measure.to).line("per", measure.per);
  for (const Band& band : measure.bands)
    out.line("edge", band.edge).line("bound", band.bound).line("value", band.value).line("label", band.label);
}

void dump_nodes(Dump& out, const CriteriaSet& set) {
  for (const Dimension& node : set.dimensions)
    out.line("dimension", node.id)
        .line("title", node.title)
        .line("help", node.help)
        .line("weight", node.weight)
        .line("aggregate", node.aggregate)
        .line("rollup", node.rollup)
        .line("target", node.target)
        .line("replaces", node.replaces);
  for (const Criterion& node : set.criteria)
    out.line("criterion", node.id)
        .line("of", node.dimension)
        .line("title", node.title)
        .line("help", node.help)
        .line("weight", node.weight)
        .line("aggregate", node.aggregate)
        .line("level", node.level)
        .line("mandatory", node.mandatory)
        .line("applies_to", node.applies_to)
        .line("inherit", node.inherit)
        .line("tags", node.tags)
        .line("target", node.target)
        .line("evidence", node.evidence)
        .line("maps_to", node.maps_to)
        .line("references", node.references)
        .line("replaces", node.replaces);
  for (const Indicator& node : set.indicators)
    out.line("indicator", node.id)
        .line("of", node.criterion)
        .line("ask", node.ask)
        .line("help", node.help)
        .line("scale", node.scale)
        .line("weight", node.weight)
        .line("answered_by", node.answered_by)
        .line("combine", node.combine)
        .line("source_weights", node.source_weights)
        .line("occasions", node.occasions)
        .line("counts_when", node.counts_when)
        .line("same_as", node.same_as)
        .line("pairs_with", node.pairs_with)
        .line("advice", node.advice)
        .line("target", node.target)
        .line("maps_to", node.maps_to)
        .line("replaces", node.replaces);
}

void dump_plan(Dump& out, const CriteriaSet& set) {
  for (const Segment& segment : set.segments)
    out.line("segment", segment.id).line("values", segment.values).line("title", segment.title);
  for (const Role& role : set.roles)
    out.line("role", role.id).line("title", role.title).line("requires", role.requires_index);
  for (const Level& level : set.levels)
    out.line("level", level.level)
        .line("stage", level.stage)
        .line("title", level.title)
        .line("means", level.means);
  for (const Joint& joint : set.joints)
    out.line("joint", joint.id).line("first", joint.first).line("second", joint.second);
  for (const Improvement& improvement : set.improvements)
    out.line("improvement", improvement.id)
        .line("title", improvement.title)
        .line("effort", improvement.effort_days)
        .line("raises", improvement.raises)
        .line("needs", improvement.needs);
}

}  // namespace

std::string dump(const CriteriaSet& set) {
  Dump out;
  out.line("set", set.id.value).line("version", set.version).line("plugin", set.plugin.value);
  out.line("title", set.title).line("description", set.description).line("references", set.references);
  out.line("minutes", set.minutes).line("replaces", set.replaces).line("scored_at", set.scored_at);
  out.line("rollup", set.rollup).line("aggregate", set.aggregate).line("pool", set.pooled);
  out.line("anonymous", set.anonymous).line("target", set.target);
  out.line("rating", set.holds.rating).line("mandatory", set.holds.mandatory);
  out.line("completeness", set.holds.completeness).line("params", set.params);
  for (const Scale& scale : set.scales)
    dump_scale(out, scale);
  dump_nodes(out, set);
  dump_plan(out, set);
  return out.text();
}

}  // namespace orienta::test

// SPDX-License-Identifier: MIT
#include "answers/mapping.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/nearest.hpp"
#include "criteria/yaml.hpp"

namespace orienta {
namespace {

constexpr std::array<std::string_view, 10> kKeys{"shape",  "set",      "columns",    "constants",
                                                 "count",  "segments", "indicators", "ignore",
                                                 "values", "scale_by"};
constexpr std::array<std::string_view, 17> kOurColumns{
    "unit",   "set",     "indicator",  "source",   "assessor", "occasion", "date",       "state", "value",
    "reason", "comment", "confidence", "evidence", "finding",  "period",   "respondent", "of"};

/// Reads one mapping file into a Mapping and gathers its problems.
class MappingReader {
 public:
  explicit MappingReader(std::string_view file) : file_(file) {}

  Result<Mapping> read(const Yaml& top) {
    if (top.kind != Yaml::Kind::kMap) {
      error(top, msg("answers.mapping-not-a-map"));
    } else {
      for (const auto& [key, value] : top.entries)
        read_entry(key, value);
      check_columns(top);
    }
    problems_.sort_by_place();
    if (problems_.has_errors()) return failure(ErrorKind::kInput, std::move(problems_));
    return std::move(mapping_);
  }

 private:
  void read_entry(const std::string& key, const Yaml& value) {
    if (key == "shape") return read_shape(value);
    if (key == "set") return read_text(value, mapping_.set);
    if (key == "count") return read_text(value, mapping_.count);
    if (key == "columns") return read_ours(value, mapping_.columns);
    if (key == "constants") return read_ours(value, mapping_.constants);
    if (key == "segments") return read_words(value, mapping_.segments, true);
    if (key == "indicators") return read_words(value, mapping_.indicators, true);
    if (key == "ignore") return read_list(value);
    if (key == "values") return read_values(value);
    if (key == "scale_by") return read_factors(value);
    unknown_key(key, value);
  }

  void error(const Yaml& at, Message message) {
    problems_.add(std::move(message), {file_, at.line, at.column});
  }
  void error_at_key(const Yaml& at, Message message) {
    problems_.add(std::move(message), {file_, at.key_line, at.key_column});
  }

  void unknown_key(const std::string& key, const Yaml& value) {
    if (const auto near = nearest(key, kKeys))
      error_at_key(value, msg("answers.mapping-key-near", {{"key", key}, {"nearest", *near}}));
    else
      error_at_key(value, msg("answers.mapping-key", {{"key", key}}));
  }

  bool is_text(const Yaml& value) {
    if (value.kind == Yaml::Kind::kText && !value.text.empty()) return true;
    error(value, msg("answers.mapping-needs-text"));
    return false;
  }
  bool is_map(const Yaml& value) {
    if (value.kind == Yaml::Kind::kMap) return true;
    error(value, msg("answers.mapping-needs-map"));
    return false;
  }

  void read_text(const Yaml& value, std::string& out) {
    if (is_text(value)) out = value.text;
  }

  void read_shape(const Yaml& value) {
    if (!is_text(value)) return;
    mapping_.shape = shape_of(value.text);
    if (!mapping_.shape) error(value, msg("answers.mapping-shape", {{"word", value.text}}));
  }

  void read_words(const Yaml& value, Mapping::Words& out, bool or_list) {
    if (or_list && value.kind == Yaml::Kind::kList) {
      for (const Yaml& item : value.items)
        if (is_text(item)) out[item.text] = item.text;
      return;
    }
    if (!is_map(value)) return;
    for (const auto& [key, item] : value.entries)
      if (is_text(item)) out[key] = item.text;
  }

  void read_ours(const Yaml& value, Mapping::Words& out) {
    read_words(value, out, false);
    if (value.kind != Yaml::Kind::kMap) return;
    for (const auto& [key, item] : value.entries) {
      if (std::find(kOurColumns.begin(), kOurColumns.end(), key) != kOurColumns.end()) continue;
      if (const auto near = nearest(key, kOurColumns))
        error_at_key(item, msg("answers.mapping-column-near", {{"column", key}, {"nearest", *near}}));
      else
        error_at_key(item, msg("answers.mapping-column", {{"column", key}}));
    }
  }

  void read_list(const Yaml& value) {
    if (value.kind != Yaml::Kind::kList) return error(value, msg("answers.mapping-needs-list"));
    for (const Yaml& item : value.items)
      if (is_text(item)) mapping_.ignore.push_back(item.text);
  }

  void read_values(const Yaml& value) {
    if (!is_map(value)) return;
    for (const auto& [key, words] : value.entries)
      read_words(words, mapping_.values[key], false);
  }

  void read_factors(const Yaml& value) {
    if (!is_map(value)) return;
    for (const auto& [indicator, item] : value.entries) {
      if (!is_text(item)) continue;
      if (const auto factor = parse_factor(item.text))
        mapping_.scale_by[indicator] = *factor;
      else
        error(item, msg("answers.mapping-factor", {{"text", item.text}}));
    }
  }

  static std::optional<Factor> parse_factor(std::string_view text) {
    constexpr std::int64_t kMost = 1'000'000'000;
    const auto slash = text.find('/');
    const auto over = parse_decimal(text.substr(0, slash));
    const auto under =
        slash == std::string_view::npos ? Decimal{1, 0} : parse_decimal(text.substr(slash + 1));
    if (!over || !under || over->units <= 0 || under->units <= 0) return std::nullopt;
    // Both with as many digits: their quotient is that of their units.
    const std::uint8_t digits = std::max(over->digits, under->digits);
    const auto whole_over = over->with_digits(digits);
    const auto whole_under = under->with_digits(digits);
    if (!whole_over || !whole_under) return std::nullopt;
    const Factor factor{whole_over->units, whole_under->units};
    if (factor.over > kMost || factor.under > kMost) return std::nullopt;
    return factor;
  }

  /// A column of theirs has one meaning, and a column of ours one origin.
  void check_columns(const Yaml& top) {
    std::set<std::string_view> used;
    const auto once = [&](std::string_view column, const char* key) {
      const Yaml* const at = top.find(key);
      if (!column.empty() && !used.insert(column).second && at != nullptr)
        error_at_key(*at, msg("answers.mapping-column-used-twice", {{"column", column}}));
    };
    for (const auto& [ours, theirs] : mapping_.columns)
      once(theirs, "columns");
    once(mapping_.count, "count");
    for (const auto& [theirs, ours] : mapping_.indicators)
      once(theirs, "indicators");
    for (const auto& [theirs, ours] : mapping_.segments)
      once(theirs, "segments");
    for (const std::string& theirs : mapping_.ignore)
      once(theirs, "ignore");
    for (const auto& [ours, value] : mapping_.constants)
      if (mapping_.columns.contains(ours))
        error_at_key(*top.find("constants"), msg("answers.mapping-constant-and-column", {{"column", ours}}));
  }

  std::string file_;
  Mapping mapping_;
  Problems problems_;
};

}  // namespace

std::string_view name_of(Shape shape) {
  switch (shape) {
    case Shape::kAnswers:
      return "answers";
    case Shape::kSurvey:
      return "survey";
    case Shape::kMeasures:
      return "measures";
  }
  return {};
}

std::optional<Shape> shape_of(std::string_view name) {
  for (const Shape shape : {Shape::kAnswers, Shape::kSurvey, Shape::kMeasures})
    if (name == name_of(shape)) return shape;
  return std::nullopt;
}

std::optional<Decimal> multiply(const Decimal& figure, const Factor& factor, std::uint8_t digits) {
  // figure < 10^15, factor.over <= 10^9, 10^digits <= 10^9: the product stays below 2^127.
  __extension__ using Wide = __int128;
  Wide over = static_cast<Wide>(figure.units) * factor.over;
  Wide under = factor.under;
  for (int i = figure.digits; i < digits; ++i)
    over *= 10;
  for (int i = digits; i < figure.digits; ++i)
    under *= 10;
  const Wide half = over < 0 ? -(under / 2) : under / 2;
  const Wide units = (over + half) / under;
  if (units >= Decimal::kMaxUnits || units <= -Decimal::kMaxUnits) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(units), digits};
}

Result<Mapping> read_mapping(std::string_view yaml, std::string_view name) {
  const auto top = parse_yaml(yaml, name);
  if (!top) return failure(top.error());
  return MappingReader(name).read(*top);
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
// Takes yaml-cpp's events, refuses what a criteria file must not have, and builds the tree. Internal to
// criteria.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include "criteria/report.hpp"
#include "criteria/yaml.hpp"
#include "criteria/yaml_bytes.hpp"

namespace orienta {

/// Thrown out of an event to end parsing; the reason is in the report.
struct StopParsing {};

class TreeBuilder final : public YAML::EventHandler {
 public:
  /// `text` is what the parser reads, without a byte order mark.
  TreeBuilder(std::string_view text, Report& report) : text_(text), places_(text), report_(report) {}

  /// The document, once the parser is done; nothing when there was none or it has no content.
  std::optional<Yaml> take() { return std::move(root_); }
  /// Where a quoted text begins that is never closed (yaml-cpp takes the end of the file for its end).
  std::optional<Mark> open_quote();

  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnMapEnd() override;

 private:
  /// A list or map whose end has not come yet.
  struct Open {
    Yaml node;
    Yaml key;  ///< of the entry whose value comes next
    bool has_key = false;
    bool is_key = false;  ///< the node itself stands where a key should
  };

  Yaml begin(const YAML::Mark& mark, Yaml::Kind kind);
  void refuse_extras(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void open(Yaml node);
  void close();
  void put(Yaml node);
  void put_key(Open& map, Yaml key);
  void drop_duplicates(Yaml& map);
  char byte_at(const YAML::Mark& mark) const;

  std::string_view text_;
  Places places_;
  Report& report_;
  std::vector<Open> open_;
  std::optional<Yaml> root_;
  std::optional<std::size_t> last_quote_;
  std::size_t nodes_ = 0;
  std::size_t documents_ = 0;
};

}  // namespace orienta

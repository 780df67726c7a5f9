// SPDX-License-Identifier: MIT
// Sets for tests: the smallest that is right, with one part replaced; and what reading one says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "criteria/reader.hpp"
#include "criteria/yaml.hpp"

namespace orienta::test {

/// Every member is a piece of YAML. The scale stands in line 7, the criterion in 12, the indicator in 14, the
/// tail from 15.
struct SmallSet {
  std::string scale = "{points: [{id: no, value: 0}, {id: yes, value: 1}]}";
  std::string criterion = {};  ///< more keys in the criterion "c": ", level: 1"
  std::string indicator = {};  ///< more keys in its indicator "i": ", weight: 2"
  std::string tail = {};       ///< more keys at the end, each line ended

  std::string text() const;
};

/// What was said: "line:column code" (and "warning" or "note" before it), in order. Columns of 0 are the
/// whole file.
using Said = std::vector<std::string>;
Said said(const Problems& problems);
Said said(const Result<ReadSet>& read);
Said said(const Result<Yaml>& read);
/// The same without places.
Said codes(const Result<ReadSet>& read);

Result<ReadSet> read(const SmallSet& set);

/// The text of an argument of the first problem with that code; empty when there is none.
std::string argument(const Problems& problems, std::string_view code, std::string_view name);

/// A file beside the tests: "sets/whole.yaml".
std::string fixture(std::string_view name);

/// Everything in a set but its text and hash, one value per line.
std::string dump(const CriteriaSet& set);

}  // namespace orienta::test

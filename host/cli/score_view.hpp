// SPDX-License-Identifier: MIT
// Results as a person reads them on a terminal: few columns, a number with its range, a word for what is
// missing.
#pragma once

#include "app/explain.hpp"
#include "app/snapshot.hpp"
#include "base/catalogue.hpp"
#include "reports/table.hpp"

namespace orienta::cli {

/// unit · node · level "2 of 5, possible 4" · index "62.6" with its interval · completeness · n · remark;
/// under a rolled result of a sample the estimate from it.
Table score_view(const OpenAssessment& assessment, const std::vector<SetScore>& scores,
                 const Selection& selection, bool every_node, const Catalogue& words);

/// A line of an explanation with its place in the tree.
std::string explain_line(const ExplainLine& line, const Catalogue& words);

/// The explanation for programs: depth, kind, id, code, and the sentence.
Table explain_table(const Explanation& told, const Catalogue& words);

Table verdict_table(const std::vector<Verified>& results);

/// The exit code for sets that failed: 3 when a plugin did, 1 when it was not found, not trusted or refused
/// the set.
int exit_of(const std::vector<SetScore>& scores);

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
// From answers and measures to tallies.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "answers/records.hpp"
#include "answers/tally.hpp"

namespace orienta {

/// Under which set and indicator the answers to an indicator are kept.
using Home = std::pair<SetId, NodeId>;

/// Tallies the answers of one unit to one set. Occasions are resolved first, as each indicator declares:
/// `latest` keeps per source and assessor the one with the latest date (undated ones are earliest; ties: the
/// greater occasion id), `all` keeps all. Of what was agreed only the latest stands, whoever wrote it down
/// and whatever the indicator declares.
///
/// Confidence and evidence are counted for answers with a value: evidence once per answer and kind, looked up
/// in `evidence`; expired pieces (before `as_of`) do not count.
///
/// Kept out and reported as warnings: answers of this set to indicators or points it does not have, with a
/// figure it cannot hold, from sources it does not ask, and evidence that is not there. Answers of other sets
/// are left alone, unless `homes` (homes_of; by indicator) says that one of this set's indicators lives
/// there; without it each indicator is at home in this set.
///
/// The order of answers changes nothing in the result.
TallySheet tally_answers(const CriteriaSet& set, std::shared_ptr<const TallyLayout> layout,
                         std::span<const Answer> answers, std::span<const Evidence> evidence, Date as_of,
                         Problems* remarks = nullptr, std::span<const Home> homes = {});

/// Adds the figures of one unit whose periods begin within `period`, for the whole and for each of their
/// segment values, as answers of Source::kSystem. Rates go in by numerator and denominator, other figures by
/// themselves. What a scale's `combine` asks for is done first, so that one cell says it:
///   mean, sum  all figures
///   latest     those of the latest period (of the indicator's, whatever the segment) only
///   lowest     per cell the lowest figure (of a rate: the period with the lowest rate); highest likewise
/// A period without cases (0 of 0) says nothing and is passed over. Figures of this set that it cannot hold
/// are kept out and reported as warnings. kLimit when a sum does not fit (the sheet is unchanged then).
Status tally_measures(const CriteriaSet& set, std::span<const MeasureFigure> figures, Period period,
                      TallySheet& sheet, Problems* remarks = nullptr, std::span<const Home> homes = {});

/// Where an answer to this indicator is kept: under itself, or, following `same_as` from set to set, under
/// the first id of the chain. `sets` are those of the assessment; the chain is followed by id also where the
/// first set is absent. A chain that runs in a circle has no first id: the indicator keeps its answers
/// itself.
Home home_of(const CriteriaSet& set, std::uint32_t indicator, std::span<const CriteriaSet> sets);
Home home_of(const CriteriaSet& set, std::uint32_t indicator, std::span<const CriteriaSet* const> sets);

/// The homes of all indicators of a set, in its order.
std::vector<Home> homes_of(const CriteriaSet& set, std::span<const CriteriaSet> sets);
std::vector<Home> homes_of(const CriteriaSet& set, std::span<const CriteriaSet* const> sets);

}  // namespace orienta

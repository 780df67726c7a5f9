// SPDX-License-Identifier: MIT
#include "app/gap_words.hpp"

namespace orienta {

Message gap_head_words(const OpenAssessment& assessment, const SetGaps& gaps, std::uint32_t unit) {
  const CriteriaSet& criteria = assessment.sets[gaps.set];
  const NodeResult& now = gaps.report.now;
  const Unit& named = assessment.organisation.units()[unit];
  const std::string name = named.name.empty() ? named.id.value : named.name;
  const Argument set = criteria.title.empty() ? Argument(criteria.id.value) : Argument(criteria.title);
  if (!now.index) return msg("app.gaps-head-none", {{"set", set}, {"unit", name}});
  if (now.basis == Basis::kRolled)
    return msg("app.gaps-head-rolled", {{"set", set},
                                        {"unit", name},
                                        {"index", *now.index},
                                        {"n", gaps.report.units.size() - gaps.report.without_result}});
  if (!now.level) return msg("app.gaps-head-index", {{"set", set}, {"unit", name}, {"index", *now.index}});
  return msg("app.gaps-head",
             {{"set", set}, {"unit", name}, {"level", *now.level}, {"of", now.of}, {"index", *now.index}});
}

std::optional<Message> gap_then_words(const GapReport& report, const Gap& gap) {
  if (!gap.effect) return std::nullopt;
  if (gap.effect->level && gap.effect->level != report.now.level)
    return msg("app.gaps-then-level", {{"level", *gap.effect->level}});
  if (gap.effect->share && gap.effect->share != report.now.share)
    return msg("app.gaps-then-share", {{"share", *gap.effect->share}});
  return std::nullopt;
}

std::optional<Message> gap_remark_words(const Gap& gap) {
  if (gap.mandatory_failed) return msg("app.gaps-mandatory");
  if (gap.indicator != ORIENTA_NONE && !(gap.points > 0)) return msg("app.gaps-same-band");
  if (gap.kind == ORIENTA_TARGET_LEVEL) return msg("app.gaps-rungs");
  return std::nullopt;
}

Message settle_words(const NextLevel& next) {
  return msg("app.gaps-settle", {{"proven", next.proven.value_or(0)},
                                 {"possible", next.possible.value_or(0)},
                                 {"n", next.to_settle.size()}});
}

Message count_words(std::size_t count, std::size_t of) {
  return msg("app.gaps-of", {{"below", count}, {"n", of}});
}

}  // namespace orienta

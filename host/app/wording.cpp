// SPDX-License-Identifier: MIT
#include "app/wording.hpp"

#include <array>

#include "base/nearest.hpp"
#include "orienta/batch.h"

namespace orienta {

std::string listed(const std::vector<std::string>& words) {
  constexpr std::size_t kShown = 10;
  if (words.empty()) return "-";
  std::string out;
  for (std::size_t i = 0; i < words.size() && i < kShown; ++i)
    out += (i > 0 ? ", " : "") + words[i];
  return words.size() > kShown ? out + ", …" : out;
}

Message unknown_id(const Message& kind, std::string_view id, const std::vector<std::string>& known) {
  const std::vector<std::string_view> views(known.begin(), known.end());
  if (const auto near = nearest(id, views))
    return msg("app.unknown-id-near", {{"kind", word(kind)}, {"id", id}, {"nearest", *near}});
  return msg("app.unknown-id", {{"kind", word(kind)}, {"id", id}, {"known", listed(known)}});
}

std::string word_or_list(std::string_view word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> views(known.begin(), known.end());
  const auto near = nearest(word, views);
  return near ? std::string(*near) : listed(known);
}

Message words_of(Source source) {
  switch (source) {
    case Source::kSelf:
      return msg("app.source-self");
    case Source::kManager:
      return msg("app.source-manager");
    case Source::kPeer:
      return msg("app.source-peer");
    case Source::kClient:
      return msg("app.source-client");
    case Source::kAuditor:
      return msg("app.source-auditor");
    case Source::kMysteryShopper:
      return msg("app.source-mystery-shopper");
    case Source::kSystem:
      return msg("app.source-system");
    case Source::kAgreed:
      return msg("app.source-agreed");
  }
  return msg("app.source-combined");
}

Message words_of(UnitKind kind) {
  switch (kind) {
    case UnitKind::kOrganisation:
      return msg("app.kind-organisation");
    case UnitKind::kRegion:
      return msg("app.kind-region");
    case UnitKind::kBranch:
      return msg("app.kind-branch");
    case UnitKind::kDepartment:
      return msg("app.kind-department");
    case UnitKind::kTeam:
      return msg("app.kind-team");
    case UnitKind::kEmployee:
      break;
  }
  return msg("app.kind-employee");
}

Message words_of(EvidenceKind kind) {
  switch (kind) {
    case EvidenceKind::kDocument:
      return msg("app.evidence-document");
    case EvidenceKind::kRecord:
      return msg("app.evidence-record");
    case EvidenceKind::kInterview:
      return msg("app.evidence-interview");
    case EvidenceKind::kObservation:
      break;
  }
  return msg("app.evidence-observation");
}

Message words_of(ResultState state) {
  switch (state) {
    case ResultState::kScored:
      return msg("app.result-scored");
    case ResultState::kIncomplete:
      return msg("app.result-incomplete");
    case ResultState::kNoLadder:
      return msg("app.result-no-ladder");
    case ResultState::kOpen:
      return msg("app.result-open");
    case ResultState::kNotApplicable:
      return msg("app.result-not-applicable");
    case ResultState::kWithheld:
      return msg("app.result-withheld");
    case ResultState::kOutOfScope:
      return msg("app.result-out-of-scope");
    case ResultState::kNotScored:
      return msg("app.result-not-scored");
    case ResultState::kFailed:
      break;
  }
  return msg("app.result-failed");
}

Message words_of_origin(std::string_view origin) {
  if (origin == "program") return msg("app.origin-program");
  return origin == "user" ? msg("app.origin-user") : msg("app.origin-given");
}

Message words_of(Basis basis) {
  return basis == Basis::kOwn ? msg("app.basis-own") : msg("app.basis-rolled");
}

Message words_of_state(std::uint8_t state) {
  switch (state) {
    case ORIENTA_STATE_VALUE:
      return msg("app.state-value");
    case ORIENTA_STATE_DONT_KNOW:
      return msg("app.state-dont-know");
    case ORIENTA_STATE_NOT_APPLICABLE:
      return msg("app.state-not-applicable");
    case ORIENTA_STATE_NOT_ASKED:
      return msg("app.state-not-asked");
    case ORIENTA_STATE_OUT_OF_SCOPE:
      return msg("app.state-out-of-scope");
    case ORIENTA_STATE_WITHHELD:
      return msg("app.state-withheld");
    default:
      return msg("app.state-missing");
  }
}

Argument title_of_statistic(const Scale& scale, const std::string& id) {
  for (const Statistic& statistic : scale.statistics)
    if (statistic.id == id && !statistic.title.empty()) return statistic.title;
  if (id == "index") return word(msg("app.statistic-index"));
  if (id == "mean") return word(msg("app.statistic-mean"));
  if (id == "rate") return word(msg("app.statistic-rate"));
  if (id == "sum") return word(msg("app.statistic-sum"));
  if (id == "latest") return word(msg("app.statistic-latest"));
  if (id == "lowest") return word(msg("app.statistic-lowest"));
  if (id == "highest") return word(msg("app.statistic-highest"));
  return id;
}

std::string_view name_of_state(std::uint8_t state) {
  constexpr std::array<std::string_view, 7> kNames{"missing",   "dont_know",    "value",   "not_applicable",
                                                   "not_asked", "out_of_scope", "withheld"};
  return state < kNames.size() ? kNames[state] : kNames[0];
}

}  // namespace orienta

// SPDX-License-Identifier: MIT
#include "cli/verb_support.hpp"

#include "app/wording.hpp"
#include "base/decimal.hpp"

namespace orienta::cli {

Result<Opened> open(const OnProject& on, Project::Access access) {
  auto project = Project::open(on.file, access);
  if (!project) return failure(std::move(project.error()));
  auto assessment = open_assessment(*project, on.assessment);
  if (!assessment) return failure(std::move(assessment.error()));
  return Opened{std::move(*project), std::move(*assessment)};
}

Coded origin_of(const std::string& origin) {
  return {origin, words_of_origin(origin)};
}

Result<std::optional<Date>> date_option(const std::string& option, const std::string& text) {
  if (text.empty()) return std::optional<Date>();
  const auto date = parse_date(text);
  if (!date) return failure(ErrorKind::kUsage, msg("cli.not-a-date", {{"option", option}, {"text", text}}));
  return std::optional(*date);
}

Result<std::optional<Period>> period_option(const std::string& option, const std::string& text) {
  if (text.empty()) return std::optional<Period>();
  const auto period = parse_period(text);
  if (!period)
    return failure(ErrorKind::kUsage, msg("cli.not-a-period", {{"option", option}, {"text", text}}));
  return std::optional(*period);
}

Result<std::size_t> count_option(const std::string& option, const std::string& text, std::size_t otherwise) {
  if (text.empty()) return otherwise;
  const auto number = parse_decimal(text);
  if (!number || number->digits > 0 || number->units < 1 || number->units > 100'000)
    return failure(ErrorKind::kUsage, msg("cli.bad-count", {{"option", option}, {"text", text}}));
  return static_cast<std::size_t>(number->units);
}

void add_plugin_words(Session& session, PluginHost& plugins, const OpenAssessment& assessment) {
  for (const CriteriaSet& set : assessment.sets)
    if (const auto package = plugins.package(set.plugin)) session.add_words_of(**package);
}

}  // namespace orienta::cli

// SPDX-License-Identifier: MIT
#include <charconv>
#include <limits>
#include <memory>

#include "app/sampling.hpp"
#include "cli/verb_support.hpp"
#include "cli/verbs.hpp"

namespace orienta::cli {
namespace {

struct SampleWords {
  OnProject on;
  std::string kind, rule, share, random, seed;
  bool apply = false;
};

/// "25%", "0.25" or "0,25": 0 to 1.
Result<Decimal> share_option(const std::string& option, const std::string& text) {
  std::string_view number = text;
  const bool per_cent = number.ends_with('%');
  if (per_cent) number.remove_suffix(1);
  auto share = parse_decimal(number, DecimalMark::kPointOrComma);
  if (share && per_cent) share->digits = static_cast<std::uint8_t>(share->digits + 2);
  if (!share || share->digits > Decimal::kMaxDigits || *share < Decimal{0, 0} || *share > Decimal{1, 0})
    return failure(ErrorKind::kUsage, msg("cli.not-a-share", {{"option", option}, {"text", text}}));
  return *share;
}

Result<std::uint64_t> seed_option(const std::string& text) {
  std::uint64_t seed = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seed);
  constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
  if (problem != std::errc{} || end != text.data() + text.size() || seed > kMost)
    return failure(ErrorKind::kUsage, msg("cli.not-a-seed", {{"text", text}}));
  return seed;
}

Result<SampleOrder> order_of(const SampleWords& words) {
  SampleOrder order;
  order.kind = unit_kind_of(words.kind).value_or(UnitKind::kBranch);  // only known ones are let through
  if (words.rule == "share") {
    order.plan.rule = Sample::Rule::kShare;
    const auto share = share_option("--share", words.share);
    if (!share) return failure(share.error());
    if (share->units == 0)
      return failure(ErrorKind::kUsage, msg("cli.share-of-nothing", {{"option", "--share"}}));
    order.plan.share = *share;
  } else if (!words.share.empty()) {
    return failure(ErrorKind::kUsage, msg("cli.share-without-rule"));
  }
  const auto random = share_option("--random", words.random);
  if (!random) return failure(random.error());
  order.plan.random = *random;
  const auto seed = seed_option(words.seed);
  if (!seed) return failure(seed.error());
  order.plan.seed = *seed;
  return order;
}

void explain(const Session& session, const SampleProposal& proposal) {
  const Sample& sample = proposal.sample;
  session.print(msg("cli.sample-size", {{"n", sample.drawn.size() + sample.judged.size()},
                                        {"frame", sample.frame},
                                        {"drawn", sample.drawn.size()},
                                        {"judged", sample.judged.size()}}));
  if (!sample.judged.empty()) session.print(msg("cli.sample-judgement"));
}

int run_sample(Session& session, const SampleWords& words) {
  const auto order = order_of(words);
  if (!order) return session.fail_with(order.error());
  auto opened = open(words.on, words.apply ? Project::Access::kWrite : Project::Access::kRead);
  if (!opened) return session.fail_with(opened.error());
  PluginHost plugins(session.places());
  const auto proposal = propose_sample(opened->project, opened->assessment, plugins, *order);
  if (!proposal) return session.fail_with(proposal.error());
  session.report(proposal->remarks);
  if (words.apply)
    if (const Status done = apply_sample(opened->project, opened->assessment, *proposal); !done)
      return session.fail_with(done.error());
  session.print(sample_table(opened->assessment, *proposal));
  if (session.for_people()) {
    explain(session, *proposal);
    session.print(words.apply ? msg("cli.sample-applied") : msg("cli.sample-proposed"));
  }
  if (words.apply) session.next("score " + shell_word(words.on.file), msg("cli.next-score"));
  return kDone;
}

}  // namespace

void add_sample_verb(Verb& root, Session& session) {
  auto words = std::make_shared<SampleWords>();
  root.verb("sample", msg("cli.about-sample"))
      .argument("FILE", &words->on.file, msg("cli.arg-file"))
      .needed_option("--kind", "KIND", &words->kind, msg("cli.opt-sample-kind"),
                     {"region", "branch", "department", "team", "employee"})
      .option("--rule", "RULE", &words->rule, msg("cli.opt-sample-rule"), {"sqrt", "share"})
      .option("--share", "S", &words->share, msg("cli.opt-sample-share"))
      .needed_option("--random", "S", &words->random, msg("cli.opt-sample-random"))
      .needed_option("--seed", "N", &words->seed, msg("cli.opt-sample-seed"))
      .flag("--apply", words->apply, msg("cli.opt-sample-apply"))
      .option("--assessment", "ID", &words->on.assessment, msg("cli.opt-assessment"))
      .example("orienta sample network.orienta --kind branch --random 25% --seed 7")
      .example(
          "orienta sample network.orienta --kind branch --rule share --share 20% --random 25% --seed 7 "
          "--apply")
      .run([&session, words] { return run_sample(session, *words); });
}

}  // namespace orienta::cli

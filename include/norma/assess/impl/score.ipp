// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/score.hpp>

#include <algorithm>  // std::any_of, std::min, std::sort
#include <optional>   // std::optional
#include <utility>    // std::move

#include <norma/assess/bind.hpp>
#include <norma/assess/distance.hpp>
#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/impl/point_sums.ipp>
#include <norma/assess/impl/score_hull.ipp>
#include <norma/assess/impl/score_part.ipp>
#include <norma/assess/impl/score_within.ipp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/most_points.hpp>
#include <norma/rule/scheme.hpp>
#include <norma/value/cause.hpp>

namespace norma::detail {

// Adds up what the parts earn and decides what the sum leads to.
class score_keeper {
 public:
  score_keeper(const scheme& by, const bound_facts& facts, step_account* telling)
      : by_(by.definition()),
        sums_(facts),
        parts_(by.gates().content(), facts, telling),
        facts_(facts) {}

  [[nodiscard]] scored run(verdict gates) {
    scored found{{}, verdict::undetermined};
    found.overall = count(found.score, gates);
    if (const auto why = merge(sums_.why(), open_tests_)) found.score.causes = *why;
    return found;
  }

 private:
  [[nodiscard]] verdict count(scheme_score& out, verdict gates) {
    decisive_.add(gates);
    out.points = by_.points;
    for (const score_block& block : by_.blocks)
      blocks_.push_back(count_block(block, out));
    const bool may_leave_out =
        std::any_of(blocks_.begin(), blocks_.end(),
                    [](const share& block) { return block.counts != presence::in; });
    const auto& at_best = may_leave_out ? by_.most_of_some : by_.most;
    sums_.count_for("total");
    const auto total = rescale(blocks_, out.points, at_best, sums_);
    if (!total) return without_points(gates, verdict::not_applicable);
    out.total = rounded(*total);
    auto most = rounded({number{}, at_best});
    const auto add = [&](const score_range& more, const score_range& at_most) {
      most = {most.low + at_most.low, most.high + at_most.high};
      sums_.count_for("total");
      out.total = sums_.sum(out.total, more).value_or(most);
    };
    if (by_.bonus) {
      out.bonus = count_extra("bonus", "R3004", *by_.bonus, false);
      add(out.bonus->earned, {number{}, by_.bonus->max});
    }
    if (by_.deductions) {
      out.deductions = count_extra("deductions", "R3005", *by_.deductions, true);
      const auto& taken = out.deductions->earned;
      add({-taken.high, -taken.low}, {-by_.deductions->max, number{}});
    }
    auto overall = decide(out);
    if (presence_of(blocks_) == presence::open) {
      overall = without_points(gates, verdict::undetermined);
    }
    find_tier(out, overall);
    return overall;
  }

  // Where it may be that no scored part applies, only the gates can decide.
  [[nodiscard]] static verdict without_points(verdict gates, verdict otherwise) {
    if (gates == verdict::fail || gates == verdict::undetermined) return gates;
    return otherwise;
  }

  [[nodiscard]] share count_block(const score_block& block, scheme_score& out) {
    sums_.count_for(block.id);
    block_score shown;
    shown.id = block.id;
    shown.title = block.title;
    shown.points = block.points;
    shown.floor = block.floor;
    std::vector<share> shares;
    std::optional<number> worth{number{}};
    for (const scored_part& part : block.parts) {
      auto counted = parts_.count(part, false);
      shares.push_back(counted.counts);
      if (worth) worth = sums_.sum(*worth, part.points);
      shown.parts.push_back(std::move(counted.shown));
    }
    share of_block;
    of_block.points = block.points;
    of_block.counts = presence_of(shares);
    const auto earned =
        worth ? rescale(shares, *worth, *worth, sums_) : open_unless_out(of_block);
    if (earned) {
      shown.earned = rounded(
          {std::min(earned->low, block.points), std::min(earned->high, block.points)});
      of_block.earned = shown.earned;
    } else {
      shown.left_out = true;
    }
    if (block.floor && earned) {
      shown.reached = *block.floor <= shown.earned.low   ? verdict::pass
                      : shown.earned.high < *block.floor ? verdict::fail
                                                         : verdict::undetermined;
      // A block that drops out has no floor: one that may is kept from nothing
      // by a floor that it reaches wherever it counts.
      const bool open = of_block.counts == presence::open;
      if (open && shown.reached != verdict::pass) decisive_.add(verdict::undetermined);
      if (open) shown.reached = verdict::undetermined;
      if (!open) decisive_.add(shown.reached);
    }
    out.blocks.push_back(std::move(shown));
    return of_block;
  }

  // Points of a block of which nothing can be told but whether they count.
  [[nodiscard]] static std::optional<score_range> open_unless_out(const share& block) {
    if (block.counts == presence::out) return std::nullopt;
    return score_range{number{}, block.points};
  }

  [[nodiscard]] block_score count_extra(const std::string& id, std::string_view title,
                                        const score_extra& extra, bool takes) {
    sums_.count_for(id);
    block_score shown;
    shown.id = id;
    shown.title = message_text(title);
    shown.points = extra.max;
    std::optional<score_range> all{score_range{}};
    for (const scored_part& part : extra.parts) {
      auto counted = parts_.count(part, takes);
      if (all) all = sums_.sum(*all, counted.counts.earned);
      shown.parts.push_back(std::move(counted.shown));
    }
    const auto earned = all.value_or(score_range{number{}, extra.max});
    shown.earned = {std::min(earned.low, extra.max), std::min(earned.high, extra.max)};
    return shown;
  }

  [[nodiscard]] score_range rounded(const score_range& r) const {
    return {rounded_points(by_, r.low), rounded_points(by_, r.high)};
  }

  // The points as the facts that `pass` and the tiers name.
  [[nodiscard]] bound_facts results(const scheme_score& s, bool least) const {
    bound_facts facts;
    facts.names = &by_.results;
    facts.on = facts_.on;
    facts.bounds = facts_.bounds;
    facts.account = facts_.account;
    const auto add = [&](const score_range& r) {
      facts.slots.push_back(least ? value{r.low} : bounded_number(r));
    };
    add(s.total);
    for (std::size_t i = 0; i < s.blocks.size(); ++i) {
      auto earned = s.blocks[i].earned;
      // A block that drops out has 0 points.
      if (blocks_[i].counts == presence::open) earned.low = number{};
      add(earned);
    }
    if (s.bonus) add(s.bonus->earned);
    if (s.deductions) add(s.deductions->earned);
    facts.from.resize(facts.slots.size());
    return facts;
  }

  [[nodiscard]] verdict test(const expr::expression& e, const bound_facts& facts) {
    // What is open of the points has no causes here: its parts tell them.
    const auto held = expr::evaluate(e, environment_of(facts, true));
    switch (expr::to_truth(held)) {
      case truth::yes: return verdict::pass;
      case truth::no: return verdict::fail;
      case truth::unknown: break;
    }
    open_tests_ = merge(open_tests_, held.causes());
    if (held.is_null())
      open_tests_ =
          merge(open_tests_, one_cause({cause_kind::data_error, {}, {}, "R0209", {}}));
    return verdict::undetermined;
  }

  [[nodiscard]] verdict decide(scheme_score& out) {
    const auto facts = results(out, false);
    tally all = decisive_;
    if (by_.pass) {
      out.passed = test(*by_.pass, facts);
      all.add(*out.passed);
      if (*out.passed != verdict::pass) out.pass_needs = needs_of(*by_.pass, out);
    }
    for (const score_tier& tier : by_.tiers) {
      out.tiers.push_back({tier.id, tier.title, test(tier.when, facts)});
    }
    if (!by_.pass && !by_.tiers.empty()) {
      // Without `pass`, some tier must be reached.
      tally tiers;
      for (const tier_score& tier : out.tiers) tiers.add(tier.reached);
      all.add(conclude(combine::any, tiers));
    }
    return conclude(combine::all, all);
  }

  // A unit that does not pass has no tier, whatever its points.
  void find_tier(scheme_score& out, verdict overall) const {
    std::size_t reached = out.tiers.size();
    bool open = overall == verdict::undetermined;
    for (std::size_t i = 0; i < out.tiers.size() && reached == out.tiers.size(); ++i) {
      if (out.tiers[i].reached == verdict::undetermined) open = true;
      if (out.tiers[i].reached == verdict::pass) reached = i;
    }
    if (overall == verdict::fail) {
      reached = out.tiers.size();
    } else if (!open && reached < out.tiers.size()) {
      out.tier = out.tiers[reached].id;
    }
    if (reached == 0) return;
    out.next_tier = out.tiers.empty() ? std::string() : out.tiers[reached - 1].id;
    if (!out.next_tier.empty())
      out.next_needs = needs_of(by_.tiers[reached - 1].when, out);
  }

  // Each comparison of the test that the least score does not meet.
  [[nodiscard]] std::vector<score_shortfall> needs_of(const expr::expression& when,
                                                      const scheme_score& s) const {
    std::vector<score_shortfall> needs;
    const auto facts = results(s, true);
    std::vector<const expr::node*> open{&when.tree};
    while (!open.empty()) {
      const expr::node& at = *open.back();
      open.pop_back();
      if (at.kind == expr::node_kind::conjunction) {
        for (const expr::node& child : at.children) open.push_back(&child);
        continue;
      }
      const auto found = thresholds_of(when, at, facts);
      if (found.empty() || found.front().by.sign() >= 0) continue;
      const auto& result = *by_.results.fact(found.front().slot);
      needs.push_back({result.name, result.label, -found.front().by});
    }
    std::sort(
        needs.begin(), needs.end(),
        [](const score_shortfall& a, const score_shortfall& b) { return a.of > b.of; });
    return needs;
  }

  const scheme_definition& by_;
  point_sums sums_;
  part_counter parts_;
  const bound_facts& facts_;
  std::vector<share> blocks_;  ///< what they come to, in order
  tally decisive_;             ///< gates and floors
  cause_list open_tests_;      ///< what errors or limits leave `pass` and tiers open
};

NORMA_INLINE scored score_within(const scheme& by, const bound_facts& facts,
                                 verdict gates, step_account* telling,
                                 step_account* judging) {
  counted_facts counted{facts};
  if (judging != nullptr) counted.facts.account = judging;
  return score_keeper{by, counted.facts, telling}.run(gates);
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE std::vector<const block_score*> scheme_score::all_blocks() const {
  std::vector<const block_score*> all;
  for (const block_score& block : blocks) all.push_back(&block);
  if (bonus) all.push_back(&*bonus);
  if (deductions) all.push_back(&*deductions);
  return all;
}

NORMA_INLINE bool scheme_score::tier_is_open(verdict overall) const {
  if (!tier.empty() || overall == verdict::fail || overall == verdict::not_applicable) {
    return false;
  }
  return std::any_of(tiers.begin(), tiers.end(),
                     [](const tier_score& t) { return t.reached != verdict::fail; });
}

NORMA_INLINE scored score(const scheme& by, const bound_facts& facts, verdict gates) {
  step_account telling{facts.bounds.assessment_steps};
  return detail::score_within(by, facts, gates, &telling);
}

}  // namespace norma

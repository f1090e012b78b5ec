// SPDX-License-Identifier: Apache-2.0
#pragma once

// Joins the plans that are found in the conditions of parts, as the structure of
// the rule says.

#include <algorithm>  // std::max
#include <cstddef>    // std::size_t
#include <span>       // std::span
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/examine.hpp>
#include <norma/assess/impl/remedy_conditions.ipp>
#include <norma/assess/impl/remedy_plan.ipp>
#include <norma/assess/judge.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

class planner {
 public:
  planner(const standard& by, const bound_facts& facts, std::span<const verdict> verdicts)
      : facts_(facts),
        verdicts_(verdicts),
        env_(environment_of(facts, false)),
        conditions_(by.content(), facts, env_) {}
  planner(const planner&) = delete;
  planner& operator=(const planner&) = delete;

  // Plans after which the node at `place` of the walk is not `unwanted`.
  [[nodiscard]] mending_plans avoid(const rule_node& at, std::size_t place,
                                    verdict unwanted) const {
    if (verdicts_[place] != unwanted) return {mending_plan{}};
    if (at.role == node_role::part) return mend_part(at, unwanted);
    if (at.combine == combine::at_least) return mend_at_least(at, place, unwanted);
    // What a member must not be for the group not to be `unwanted`.
    const bool flipped = at.combine == combine::none;
    const auto member_unwanted =
        flipped == (unwanted == verdict::pass) ? verdict::fail : verdict::pass;
    const bool each = (at.combine != combine::any) == (unwanted == verdict::fail);
    mending_plans plans;
    if (each) plans.push_back({});
    std::size_t member_place = place + 1;
    for (const auto& member : at.members) {
      if (member.role != node_role::part || deciding(member)) {
        if (verdicts_[member_place] == member_unwanted) {
          const auto mended = avoid(member, member_place, member_unwanted);
          plans = each ? joined(plans, mended, facts_) : either_of(plans, mended);
        } else if (!each && verdicts_[member_place] == verdict::not_applicable) {
          const auto wanted =
              member_unwanted == verdict::fail ? verdict::pass : verdict::fail;
          plans = either_of(plans, bring_in(member, member_place, wanted));
        }
      }
      member_place += size_of(member);
    }
    return plans;
  }

  [[nodiscard]] static std::size_t size_of(const rule_node& at) {
    std::size_t size = 1;
    for (const auto& member : at.members) size += size_of(member);
    return size;
  }

 private:
  // Plans after which the node at `place` of the walk, which does not apply, comes
  // out as `wanted`, no guard changed: what is a duty on a condition that does not
  // hold, or set aside by an exception, may be met all the same.
  [[nodiscard]] mending_plans bring_in(const rule_node& at, std::size_t place,
                                       verdict wanted) const {
    if (verdict_behind(examine_gate(at, env_).is)) return {};
    if (at.role == node_role::part) {
      return deciding(at) && wanted == verdict::pass ? mend_part(at, verdict::fail)
                                                     : mending_plans{};
    }
    const bool flipped = at.combine == combine::none;
    const auto of_members =
        flipped == (wanted == verdict::pass) ? verdict::fail : verdict::pass;
    std::vector<mending_plans> choices;
    std::size_t member_place = place + 1;
    for (const auto& member : at.members) {
      if (verdicts_[member_place] == verdict::not_applicable) {
        choices.push_back(bring_in(member, member_place, of_members));
      }
      member_place += size_of(member);
    }
    const bool several = at.combine == combine::at_least && wanted == verdict::pass;
    return mend_some(choices, several ? at.at_least : 1);
  }

  // The cheapest ways to take up so many of the choices.
  [[nodiscard]] mending_plans mend_some(const std::vector<mending_plans>& choices,
                                        std::size_t many) const {
    constexpr std::size_t most_ways = 10'000;  // of more no plan is told
    if (many > most_ways / std::max<std::size_t>(choices.size(), 1)) return {};
    // ways[k]: plans that take up k of the choices looked at so far
    std::vector<mending_plans> ways(many + 1);
    ways[0].push_back({});
    for (const auto& choice : choices) {
      for (auto k = many; k > 0; --k) {
        ways[k] = either_of(std::move(ways[k]), joined(ways[k - 1], choice, facts_));
      }
    }
    return ways[many];
  }

  // Not to fail, n members must not fail, those that do not apply not counted; not
  // to pass, fewer than n may pass: the cheapest ways to mend as many as it takes.
  [[nodiscard]] mending_plans mend_at_least(const rule_node& at, std::size_t place,
                                            verdict unwanted) const {
    std::size_t standing = 0;  // members that pass, or that do not fail
    std::vector<mending_plans> choices;
    std::size_t member_place = place + 1;
    for (const auto& member : at.members) {
      if (member.role != node_role::part || deciding(member)) {
        const auto v = verdicts_[member_place];
        const bool open = v == verdict::undetermined && unwanted == verdict::fail;
        if (v == verdict::pass || open) ++standing;
        if (v == unwanted) choices.push_back(avoid(member, member_place, unwanted));
        if (v == verdict::not_applicable && unwanted == verdict::fail) {
          choices.push_back(bring_in(member, member_place, verdict::pass));
        }
      }
      member_place += size_of(member);
    }
    const auto short_by =
        unwanted == verdict::fail ? at.at_least - standing : standing - at.at_least + 1;
    return mend_some(choices, short_by);
  }

  [[nodiscard]] mending_plans mend_part(const rule_node& at, verdict unwanted) const {
    const bool want = unwanted == verdict::fail;
    if (at.fact) return conditions_.mend_boolean(*at.fact, want);
    if (!at.require) return {};
    auto plans = conditions_.mend(*at.require, at.require->tree, want);
    for (auto& plan : plans) {
      for (auto& one : plan.requirements) one.part = &at;
    }
    return plans;
  }

  const bound_facts& facts_;
  std::span<const verdict> verdicts_;
  expr::environment env_;
  condition_mender conditions_;
};

}  // namespace norma::detail

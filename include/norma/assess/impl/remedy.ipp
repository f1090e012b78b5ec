// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/remedy.hpp>

#include <algorithm>  // std::any_of, std::find, std::none_of
#include <optional>   // std::optional
#include <utility>    // std::move
#include <vector>     // std::erase_if

#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/impl/remedy_planner.ipp>
#include <norma/assess/impl/remedy_wait.ipp>
#include <norma/assess/impl/tried_values.ipp>
#include <norma/assess/impl/turning_values.ipp>
#include <norma/rule/content.hpp>

namespace norma {

namespace detail {

// A plan tried out: what the standard says of the changed unit.
class remedy_trial {
 public:
  remedy_trial(const standard& by, const bound_facts& base,
               std::span<const verdict> before)
      : by_(by), base_(base), before_(before), tried_(base) {}

  struct outcome {
    bool mends = false;  ///< nothing fails, and the changes break no check
    verdict gives = verdict::fail;
    std::vector<verdict> verdicts;
  };

  // It takes steps for every node and, more, for every change, beside those of
  // conditions.
  [[nodiscard]] outcome run(const mending_plan& plan) {
    if (!counted_facts::takes(base_, 2 * before_.size() + 8 * plan.cost()))
      return {false, verdict::undetermined, {}};
    const auto& facts = tried_.with(plan.changes);
    const bool sound = (facts.checks_hold || !base_.checks_hold) &&
                       std::none_of(plan.changes.begin(), plan.changes.end(),
                                    [&facts](const slot_change& c) {
                                      return facts.slots[c.first].is_unknown();
                                    });
    outcome out;
    out.verdicts = judge_again(by_, facts, before_, tried_.changed(), plan.assumed());
    out.gives = out.verdicts.front();
    out.mends =
        sound && (out.gives == verdict::pass || out.gives == verdict::undetermined);
    return out;
  }

  // The plan, joined with further ones while what it mends makes something
  // else fail; nothing if that leads nowhere.
  [[nodiscard]] std::optional<mending_plan> complete(const mending_plan& plan) {
    std::size_t tries = 24;
    return complete(plan, 4, tries);
  }

  // Leaves out and makes smaller whatever can be (design section 7).
  [[nodiscard]] mending_plan shrink(mending_plan plan) {
    for (int pass = 0; pass < 4; ++pass) {
      const bool fewer = leave_out(plan);
      bool smaller = false;
      for (std::size_t i = 0; i < plan.changes.size(); ++i) {
        smaller = make_smaller(plan, i) || smaller;
      }
      if (!fewer && !smaller) break;
    }
    return plan;
  }

 private:
  [[nodiscard]] std::optional<mending_plan> complete(const mending_plan& plan, int deeper,
                                                     std::size_t& tries) {
    if (tries == 0) return std::nullopt;
    --tries;
    const auto got = run(plan);
    if (got.mends) {
      auto whole = plan;
      whole.gives = got.gives;
      return whole;
    }
    if (got.gives != verdict::fail || deeper == 0) return std::nullopt;
    const auto facts = values_with(base_, plan.changes);
    const planner again{by_, facts, got.verdicts};
    for (const auto& more : again.avoid(by_.definition().root, 0, verdict::fail)) {
      if (more.cost() == 0) continue;
      if (auto whole = complete(joined(plan, more), deeper - 1, tries)) return whole;
    }
    return std::nullopt;
  }

  // True if an entry was left out.
  bool leave_out(mending_plan& plan) {
    bool fewer = false;
    for (std::size_t i = 0; i < plan.changes.size();) {
      auto tried = plan;
      tried.leave_out(i);
      fewer = take_if_mends(plan, std::move(tried), i) || fewer;
    }
    for (std::size_t i = 0; i < plan.requirements.size();) {
      auto tried = plan;
      std::erase_if(tried.requirements, [&](const worded_requirement& r) {
        return r.part == plan.requirements[i].part;
      });
      fewer = take_if_mends(plan, std::move(tried), i) || fewer;
    }
    return fewer;
  }

  bool take_if_mends(mending_plan& plan, mending_plan tried, std::size_t& next) {
    if (tried.cost() > 0 && mends(tried)) {
      plan = std::move(tried);
      return true;
    }
    ++next;
    return false;
  }

  // Notes what the plan gives.
  bool mends(mending_plan& plan) {
    const auto got = run(plan);
    plan.gives = got.gives;
    return got.mends;
  }

  // True if the change can be made smaller; then it is made as small as it can be: the
  // values nearer by at which something may turn are tried, the nearest first.
  bool make_smaller(mending_plan& plan, std::size_t i) {
    const auto slot = plan.changes[i].first;
    const auto* from = base_.slots[slot].num();
    const auto* to = plan.changes[i].second.num();
    if (from == nullptr || to == nullptr) return false;
    const way_to_value way{*from, *to, step_of(*base_.names->fact(slot))};
    if (!counted_facts::takes(base_, 8 * before_.size())) return false;
    const auto& others = plan.changes.size() == 1 ? base_ : tried_.with(plan.changes);
    const auto turning = turning_finder{by_, others, slot}.found();
    for (const auto& nearer : way.stations(turning)) {
      if (take_if_mends(plan, i, nearer)) return true;
    }
    return !turning.all && halve(plan, i, way);
  }

  // By halves, as if what holds at one value held at all farther ones.
  bool halve(mending_plan& plan, std::size_t i, const way_to_value& way) {
    if (way.steps() < 2 || !take_if_mends(plan, i, way.after(way.steps() - 1)))
      return false;
    std::int64_t low = 0;                 // does not mend
    std::int64_t high = way.steps() - 1;  // does
    while (high - low > 1) {
      const auto middle = low + (high - low) / 2;
      (take_if_mends(plan, i, way.after(middle)) ? high : low) = middle;
    }
    return true;
  }

  bool take_if_mends(mending_plan& plan, std::size_t i, const number& to) {
    auto tried = plan;
    tried.changes[i].second = value{to};
    if (!mends(tried)) return false;
    plan = std::move(tried);
    return true;
  }

  const standard& by_;
  const bound_facts& base_;
  std::span<const verdict> before_;
  tried_values tried_;
};

NORMA_INLINE fact_change describe_change(const slot_change& c, const bound_facts& base,
                                         const pack_content& pack) {
  const auto& f = *base.names->fact(c.first);
  const wording zh{pack, *base.names, language::zh};
  const wording en{pack, *base.names, language::en};
  const auto& from = base.slots[c.first];
  text by;
  if (from.num() != nullptr && c.second.num() != nullptr) {
    auto size = *c.second.num() - *from.num();
    if (size.sign() < 0) size = -size;
    by = {zh.amount(size, f.unit, f.scale), en.amount(size, f.unit, f.scale)};
  }
  return {f.name,
          f.label,
          from,
          c.second,
          f.unit,
          f.scale,
          {zh.of(from, f), en.of(from, f)},
          {zh.of(c.second, f), en.of(c.second, f)},
          std::move(by)};
}

NORMA_INLINE remedies_found search_remedies(const standard& by, const bound_facts& facts,
                                            std::span<const verdict> verdicts) {
  remedies_found found;
  remedy_trial trial{by, facts, verdicts};
  const planner first{by, facts, verdicts};
  std::vector<mending_plan> mended;
  for (const auto& plan : first.avoid(by.definition().root, 0, verdict::fail)) {
    if (auto whole = trial.complete(plan))
      mended.push_back(trial.shrink(std::move(*whole)));
  }
  // What another plan does with less is not a least change.
  std::vector<mending_plan> least;
  for (const auto& plan : mended) {
    const bool does_more =
        std::any_of(mended.begin(), mended.end(),
                    [&](const auto& other) { return is_within(other, plan, facts); });
    if (!does_more) least.push_back(plan);
  }
  mended = std::move(least);
  keep_cheapest(mended);
  for (const auto& plan : mended) {
    remedy one;
    one.gives = plan.gives;
    for (const auto& change : plan.changes) {
      one.changes.push_back(describe_change(change, facts, by.content()));
    }
    for (const auto& required : plan.requirements) {
      if (std::find(one.requirements.begin(), one.requirements.end(), required.words) ==
          one.requirements.end()) {
        one.requirements.push_back(required.words);
      }
    }
    const bool known =
        std::any_of(found.remedies.begin(), found.remedies.end(),
                    [&one](const remedy& other) { return same_changes(one, other); });
    if (!known) found.remedies.push_back(std::move(one));
  }
  if (!found.remedies.empty()) {
    found.state = remedy_state::found;
    return found;
  }
  const failing_parts failing{by, facts, verdicts};
  if (auto later = wait_for(by, facts, failing)) {
    found.remedies.push_back(std::move(*later));
    found.state = remedy_state::found;
    return found;
  }
  found.state =
      failing.rest_on_changeable() ? remedy_state::none_found : remedy_state::none;
  return found;
}

}  // namespace detail

NORMA_INLINE remedies_found find_remedies(const standard& by, const bound_facts& facts,
                                          std::span<const verdict> verdicts) {
  if (verdicts.empty() || verdicts.front() != verdict::fail) return {};
  if (facts.account == nullptr) {
    detail::counted_facts own{facts};
    own.search_after_judging(by);
    return find_remedies(by, own.facts, verdicts);
  }
  auto found = detail::search_remedies(by, facts, verdicts);
  // What was tried last was not judged to its end.
  if (detail::counted_facts::stopped(facts)) return {remedy_state::none_found, {}};
  return found;
}

}  // namespace norma

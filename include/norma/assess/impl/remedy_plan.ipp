// SPDX-License-Identifier: Apache-2.0
#pragma once

// Plans: changes that would make a node of the rule, or of a condition, come
// out as wanted, each found where it stands and joined as the structure says.

#include <algorithm>  // std::sort, std::find_if
#include <cstddef>    // std::size_t
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/distance.hpp>
#include <norma/assess/impl/condition_words.ipp>
#include <norma/assess/judge.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/expr/evaluate.hpp>

namespace norma::detail {

// Changes of facts, and what can only be said in words: then the part that
// the words are about counts as met.
struct mending_plan {
  std::vector<slot_change> changes;
  std::vector<text> requirements;
  std::vector<const rule_node*> assumed;

  [[nodiscard]] std::size_t cost() const {
    return changes.size() + requirements.size();
  }
};
using mending_plans = std::vector<mending_plan>;

inline constexpr std::size_t most_plans = 5;

NORMA_INLINE void keep_cheapest(mending_plans& plans) {
  std::stable_sort(plans.begin(), plans.end(),
                   [](const mending_plan& a, const mending_plan& b) {
                     return a.cost() < b.cost();
                   });
  if (plans.size() > most_plans) plans.resize(most_plans);
}

// Both plans in one; of two changes of one fact the later stands.
NORMA_INLINE mending_plan joined(mending_plan a, const mending_plan& b) {
  for (const auto& change : b.changes) {
    const auto same = std::find_if(
        a.changes.begin(), a.changes.end(),
        [&change](const slot_change& c) { return c.first == change.first; });
    if (same == a.changes.end()) {
      a.changes.push_back(change);
    } else {
      same->second = change.second;
    }
  }
  a.requirements.insert(a.requirements.end(), b.requirements.begin(),
                        b.requirements.end());
  a.assumed.insert(a.assumed.end(), b.assumed.begin(), b.assumed.end());
  return a;
}

// Every combination of one plan of each, the cheapest kept.
NORMA_INLINE mending_plans joined(const mending_plans& a, const mending_plans& b) {
  mending_plans all;
  for (const auto& x : a) {
    for (const auto& y : b) all.push_back(joined(x, y));
  }
  keep_cheapest(all);
  return all;
}

NORMA_INLINE mending_plans either_of(mending_plans a, const mending_plans& b) {
  a.insert(a.end(), b.begin(), b.end());
  keep_cheapest(a);
  return a;
}

class planner {
 public:
  planner(const standard& by, const bound_facts& facts,
          std::span<const verdict> verdicts)
      : pack_(by.content()), facts_(facts), verdicts_(verdicts),
        env_(environment_of(facts, false)) {}

  // Plans after which the node at `place` of the walk is not `unwanted`.
  [[nodiscard]] mending_plans avoid(const rule_node& at, std::size_t place,
                                    verdict unwanted) const {
    if (verdicts_[place] != unwanted) return {mending_plan{}};
    if (at.role == node_role::part) return mend_part(at, unwanted);
    if (at.combine == combine::at_least) return mend_at_least(at, place, unwanted);
    // What a member must not be for the group not to be `unwanted`.
    const bool flipped = at.combine == combine::none;
    const auto member_unwanted = flipped == (unwanted == verdict::pass)
                                     ? verdict::fail
                                     : verdict::pass;
    const bool each = (at.combine == combine::all) == (unwanted == verdict::fail);
    mending_plans plans;
    if (each) plans.push_back({});
    std::size_t member_place = place + 1;
    for (const auto& member : at.members) {
      if (member.role != node_role::part || deciding(member)) {
        if (each) {
          plans = joined(plans, avoid(member, member_place, member_unwanted));
        } else if (verdicts_[member_place] == member_unwanted) {
          plans = either_of(plans, avoid(member, member_place, member_unwanted));
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
  // n members must not fail: the cheapest of those that do are mended.
  [[nodiscard]] mending_plans mend_at_least(const rule_node& at, std::size_t place,
                                            verdict unwanted) const {
    if (unwanted != verdict::fail) return {};
    std::size_t short_by = at.at_least;
    std::vector<mending_plans> choices;
    std::size_t member_place = place + 1;
    for (const auto& member : at.members) {
      if (member.role != node_role::part || deciding(member)) {
        const auto v = verdicts_[member_place];
        if (v == verdict::pass || v == verdict::undetermined) {
          short_by -= short_by > 0 ? 1 : 0;
        } else if (v == verdict::fail) {
          auto plans = avoid(member, member_place, verdict::fail);
          if (!plans.empty()) choices.push_back(std::move(plans));
        }
      }
      member_place += size_of(member);
    }
    if (choices.size() < short_by) return {};
    std::stable_sort(choices.begin(), choices.end(),
                     [](const mending_plans& a, const mending_plans& b) {
                       return a.front().cost() < b.front().cost();
                     });
    mending_plans plans{mending_plan{}};
    for (std::size_t i = 0; i < short_by; ++i) plans = joined(plans, choices[i]);
    return plans;
  }

  [[nodiscard]] mending_plans mend_part(const rule_node& at, verdict unwanted) const {
    const bool want = unwanted == verdict::fail;
    if (at.fact) return mend_boolean(*at.fact, want);
    if (!at.require) return {};
    auto plans = mend(*at.require, at.require->tree, want);
    for (auto& plan : plans) {
      if (!plan.requirements.empty()) plan.assumed = {&at};
    }
    return plans;
  }

  [[nodiscard]] mending_plans mend(const expr::expression& e, const expr::node& n,
                                   bool want) const {
    using k = expr::node_kind;
    const auto now = expr::to_truth(expr::evaluate(e, n, env_));
    if (now == truth::unknown || now == truth_of(want)) return {mending_plan{}};
    switch (n.kind) {
      case k::conjunction:
      case k::disjunction: {
        const auto left = mend(e, n.children[0], want);
        const auto right = mend(e, n.children[1], want);
        return (n.kind == k::conjunction) == want ? joined(left, right)
                                                  : either_of(left, right);
      }
      case k::name:
        return n.bound == expr::binding::slot ? mend_boolean(n.index, want)
                                              : mending_plans{};
      case k::call:
        if (n.name == "not") return mend(e, n.children[0], !want);
        return {};
      case k::some: return want ? one_more_record(e, n) : mending_plans{};
      case k::in: return want ? one_more_value(n) : mending_plans{};
      case k::equal:
      case k::less:
      case k::less_equal:
      case k::greater:
      case k::greater_equal: return mend_comparison(e, n, want);
      default: return {};
    }
  }

  [[nodiscard]] const fact_definition* changeable_fact(std::uint32_t slot) const {
    const auto* f = facts_.names->fact(slot);
    return f == nullptr || f->derived() ? nullptr : f;
  }

  [[nodiscard]] static bool may_go(const fact_definition& f, bool up) {
    return f.change == changeable::either ||
           f.change == (up ? changeable::up : changeable::down);
  }

  [[nodiscard]] mending_plans mend_boolean(std::uint32_t slot, bool want) const {
    const auto* f = changeable_fact(slot);
    if (f == nullptr || facts_.slots[slot].boolean() == nullptr) return {};
    if (!may_go(*f, want)) return {};
    return {mending_plan{{{slot, value{want}}}, {}, {}}};
  }

  [[nodiscard]] mending_plans mend_comparison(const expr::expression& e,
                                              const expr::node& n, bool want) const {
    auto wanted = n;
    if (!want) {
      if (n.kind == expr::node_kind::equal) return {};
      wanted.kind = opposite(n.kind);
    }
    mending_plans plans;
    for (const auto& t : thresholds_of(e, wanted, facts_)) {
      const auto* f = changeable_fact(t.slot);
      if (f == nullptr || !may_go(*f, t.nearest > t.current)) continue;
      mending_plan plan;
      if (!t.counts_list) {
        plan.changes.push_back({t.slot, value{t.nearest}});
      } else if (t.nearest > t.current) {
        plan.requirements.push_back(in_both([&](const wording& w) {
          return format_message("R0602",
                                {w.label(t.slot), (t.nearest - t.current).to_string()},
                                w.lang());
        }));
      } else {
        continue;
      }
      plans.push_back(std::move(plan));
    }
    keep_cheapest(plans);
    return plans;
  }

  [[nodiscard]] static expr::node_kind opposite(expr::node_kind kind) {
    using k = expr::node_kind;
    switch (kind) {
      case k::less: return k::greater_equal;
      case k::less_equal: return k::greater;
      case k::greater: return k::less_equal;
      default: return k::less;
    }
  }

  [[nodiscard]] mending_plans one_more_record(const expr::expression& e,
                                              const expr::node& n) const {
    const auto& domain = n.children.front();
    if (n.children.size() != 2 || !is_growing_list(domain)) return {};
    return in_words([&](const wording& w) {
      return format_message(
          "R0601",
          {w.label(domain.index),
           condition_words{w, e, facts_}.show(n.children.back())},
          w.lang());
    });
  }

  [[nodiscard]] mending_plans one_more_value(const expr::node& n) const {
    if (n.children.size() != 2) return {};
    const auto& item = n.children[0];
    const auto& list = n.children[1];
    if (item.kind != expr::node_kind::literal || !is_growing_list(list)) return {};
    return in_words([&](const wording& w) {
      const auto as = list.checked_type.element ? *list.checked_type.element
                                                : item.checked_type;
      return format_message("R0603", {w.label(list.index), w.of(item.literal, as)},
                            w.lang());
    });
  }

  [[nodiscard]] bool is_growing_list(const expr::node& n) const {
    if (n.kind != expr::node_kind::name || n.bound != expr::binding::slot) return false;
    const auto* f = changeable_fact(n.index);
    return f != nullptr && facts_.slots[n.index].list() != nullptr && may_go(*f, true);
  }

  template <class Say>
  [[nodiscard]] text in_both(const Say& say) const {
    const wording zh{pack_, *facts_.names, language::zh};
    const wording en{pack_, *facts_.names, language::en};
    return {say(zh), say(en)};
  }
  template <class Say>
  [[nodiscard]] mending_plans in_words(const Say& say) const {
    mending_plan plan;
    plan.requirements.push_back(in_both(say));
    return {plan};
  }

  const pack_content& pack_;
  const bound_facts& facts_;
  std::span<const verdict> verdicts_;
  expr::environment env_;
};

}  // namespace norma::detail

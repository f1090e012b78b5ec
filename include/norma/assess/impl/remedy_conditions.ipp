// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds plans where they stand: in conditions, and in the facts that these read.

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint32_t
#include <map>      // std::map
#include <span>     // std::span
#include <utility>  // std::move, std::pair
#include <vector>   // std::vector

#include <norma/assess/distance.hpp>
#include <norma/assess/impl/comparison.ipp>
#include <norma/assess/impl/derived.ipp>
#include <norma/assess/impl/remedy_plan.ipp>
#include <norma/assess/impl/remedy_words.ipp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

class condition_mender {
 public:
  condition_mender(const pack_content& pack, const bound_facts& facts,
                   const expr::environment& env)
      : facts_(facts), env_(env), in_words_(pack, facts, env) {}

  // Plans after which the node of the condition comes out as wanted.
  [[nodiscard]] mending_plans mend(const expr::expression& e, const expr::node& n,
                                   bool want) const {
    using k = expr::node_kind;
    const auto now = expr::to_truth(expr::evaluate(e, n, env_));
    if (now == truth::unknown || now == truth_of(want)) return {mending_plan{}};
    switch (n.kind) {
      case k::conjunction:
      case k::disjunction:
        return combined(mend(e, n.children[0], want), mend(e, n.children[1], want),
                        (n.kind == k::conjunction) == want);
      case k::name:
        return n.bound == expr::binding::slot ? mend_boolean(n.index, want)
                                              : mending_plans{};
      case k::call:
        if (n.name == "not") return mend(e, n.children[0], !want);
        return {};
      case k::some: {
        if (!want) return {};
        auto plans = in_words_.one_more_record(e, n);
        return plans.empty() ? in_words_.members(e, n) : plans;
      }
      case k::every: return want ? in_words_.members(e, n) : mending_plans{};
      case k::between: return mend_between(e, n, want);
      case k::in: return mend_membership(e, n, want);
      case k::conditional: {
        const auto* taken = branch_taken(e, n, env_);
        return taken == nullptr ? mending_plans{} : mend(e, *taken, want);
      }
      case k::equal:
      case k::not_equal:
      case k::less:
      case k::less_equal:
      case k::greater:
      case k::greater_equal: return mend_comparison(e, n, want);
      default: return {};
    }
  }

  // The same of a fact.
  [[nodiscard]] mending_plans mend_boolean(std::uint32_t slot, bool want) const {
    if (computed_fact(slot, facts_) != nullptr) return mend_computed(slot, want);
    const auto* f = changeable_fact(slot, facts_);
    if (f == nullptr || facts_.slots[slot].boolean() == nullptr) return {};
    if (!may_go(*f, want)) return {};
    return {mending_plan{{{slot, value{want}}}, {}}};
  }

 private:
  [[nodiscard]] mending_plans combined(const mending_plans& a, const mending_plans& b,
                                       bool both) const {
    return both ? joined(a, b, facts_) : either_of(a, b);
  }

  // The comparison that a range or `between` abbreviates.
  [[nodiscard]] static expr::node compare(expr::node_kind kind, const expr::node& left,
                                          const expr::node& right) {
    expr::node n;
    n.kind = kind;
    n.checked_type = expr::make(expr::type_kind::boolean);
    n.children = {left, right};
    return n;
  }

  [[nodiscard]] mending_plans mend_between(const expr::expression& e, const expr::node& n,
                                           bool want) const {
    using k = expr::node_kind;
    const auto low = compare(k::greater_equal, n.children[0], n.children[1]);
    const auto high = compare(k::less_equal, n.children[0], n.children[2]);
    return combined(mend(e, low, want), mend(e, high, want), want);
  }

  [[nodiscard]] mending_plans mend_membership(const expr::expression& e,
                                              const expr::node& n, bool want) const {
    using k = expr::node_kind;
    const auto& subject = n.children[0];
    if (subject.kind == k::literal) {
      return want ? in_words_.one_more_value(n) : mending_plans{};
    }
    if (auto plans = mend_category(e, n, want); !plans.empty()) return plans;
    return mend_tests(e, subject, std::span{n.children}.subspan(1), want);
  }

  // The alternatives that `in` is followed by, or those in a list of them.
  [[nodiscard]] mending_plans mend_tests(const expr::expression& e,
                                         const expr::node& subject,
                                         std::span<const expr::node> tests,
                                         bool want) const {
    mending_plans plans;
    if (!want) plans.push_back({});
    for (const auto& test : tests) {
      plans = combined(plans, mend_test(e, subject, test, want), !want);
    }
    return plans;
  }

  [[nodiscard]] mending_plans mend_test(const expr::expression& e,
                                        const expr::node& subject, const expr::node& test,
                                        bool want) const {
    using k = expr::node_kind;
    if (test.kind == k::comparison_range) {
      return mend(e, compare(test.comparison, subject, test.children[0]), want);
    }
    if (test.kind == k::range) {
      const auto low = compare(test.low_included ? k::greater_equal : k::greater, subject,
                               test.children[0]);
      const auto high = compare(test.high_included ? k::less_equal : k::less, subject,
                                test.children[1]);
      return combined(mend(e, low, want), mend(e, high, want), want);
    }
    const bool of_number = subject.checked_type.kind == expr::type_kind::number;
    if (of_number && test.kind == k::list)
      return mend_tests(e, subject, test.children, want);
    return of_number && test.checked_type.kind == expr::type_kind::number
               ? mend(e, compare(k::equal, subject, test), want)
               : mending_plans{};
  }

  // Once for each fact; nothing is found below very many of them.
  [[nodiscard]] mending_plans mend_computed(std::uint32_t slot, bool want) const {
    const auto known = computed_plans_.find({slot, want});
    if (known != computed_plans_.end()) return known->second;
    if (depth_ == most_computed) return {};
    ++depth_;
    const auto& by = *facts_.names->fact(slot)->value;
    auto plans = mend(by, by.tree, want);
    --depth_;
    return computed_plans_.emplace(std::pair{slot, want}, std::move(plans)).first->second;
  }

  // The values of the category that a condition compares with which it holds;
  // where there are several, in words.
  [[nodiscard]] mending_plans mend_category(const expr::expression& e,
                                            const expr::node& n, bool want) const {
    const auto* named = category_fact(n);
    const auto* f = named == nullptr ? nullptr : changeable_fact(named->index, facts_);
    if (f == nullptr || f->change == changeable::no) return {};
    const auto& category = *f->type.category;
    const auto* is = facts_.slots[named->index].string();
    const auto from = is == nullptr ? std::nullopt : category.rank(*is);
    if (!from) return {};
    auto slots = facts_.slots;
    auto env = env_;
    env.slots = slots;
    std::vector<value> allowed;
    for (std::size_t to = 0; to < category.values.size(); ++to) {
      if (env.account != nullptr && env.account->left == 0) break;
      if (to == *from || (category.ordered && !may_go(*f, to > *from))) continue;
      slots[named->index] = value{category.values[to].first};
      if (expr::to_truth(expr::evaluate(e, n, env)) != truth_of(want)) continue;
      allowed.push_back(slots[named->index]);
    }
    if (allowed.empty()) return {};
    if (allowed.size() > 1) return in_words_.one_of(*f, allowed);
    return {mending_plan{{{named->index, allowed.front()}}, {}}};
  }

  [[nodiscard]] static const expr::node* category_fact(const expr::node& n) {
    for (const auto& side : n.children) {
      if (side.kind == expr::node_kind::name && side.bound == expr::binding::slot &&
          side.checked_type.kind == expr::type_kind::text && side.checked_type.category) {
        return &side;
      }
    }
    return nullptr;
  }

  [[nodiscard]] mending_plans mend_comparison(const expr::expression& e,
                                              const expr::node& n, bool want) const {
    if (auto plans = mend_category(e, n, want); !plans.empty()) return plans;
    if (const auto* is = n.children[1].literal.boolean()) {
      return mend(e, n.children[0], want == (*is == (n.kind == expr::node_kind::equal)));
    }
    mending_plans plans;
    for (const auto& t : thresholds_of(e, n, facts_, want)) {
      if (auto worded = in_words_.total_of_members(t))
        plans.push_back(std::move(*worded));
      if (auto worded = in_words_.more_members(e, t)) plans.push_back(std::move(*worded));
      const auto* f = changeable_fact(t.slot, facts_);
      if (f == nullptr || !may_go(*f, t.nearest > t.current)) continue;
      mending_plan plan;
      if (!t.counts_list) {
        plan.changes.push_back({t.slot, value{t.nearest}});
      } else if (t.nearest > t.current && worded_mending::counts_records(t)) {
        plan.requirements.push_back({in_words_.more_records(e, t), nullptr});
      } else {
        continue;
      }
      plans.push_back(std::move(plan));
    }
    keep_cheapest(plans);
    return plans;
  }

  /// Computed facts, one inside the other.
  static constexpr std::size_t most_computed = 100;

  const bound_facts& facts_;
  const expr::environment& env_;
  worded_mending in_words_;
  mutable std::map<std::pair<std::uint32_t, bool>, mending_plans> computed_plans_;
  mutable std::size_t depth_ = 0;
};

}  // namespace norma::detail

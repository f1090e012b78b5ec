// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finds plans where they stand, in the conditions of parts, and joins them as
// the structure of the rule says.

#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <map>        // std::map
#include <optional>   // std::optional
#include <span>       // std::span
#include <string>     // std::string
#include <utility>    // std::move, std::pair
#include <vector>     // std::vector

// First: without a compiled library it brings the words in itself.
#include <norma/assess/wording.hpp>

#include <norma/assess/distance.hpp>
#include <norma/assess/impl/comparison.ipp>
#include <norma/assess/impl/condition_words.ipp>
#include <norma/assess/impl/derived.ipp>
#include <norma/assess/impl/member_facts.ipp>
#include <norma/assess/impl/remedy_plan.ipp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/core/message.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

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
    const bool each = (at.combine != combine::any) == (unwanted == verdict::fail);
    mending_plans plans;
    if (each) plans.push_back({});
    std::size_t member_place = place + 1;
    for (const auto& member : at.members) {
      if (member.role != node_role::part || deciding(member)) {
        if (each) {
          plans = joined(plans, avoid(member, member_place, member_unwanted), &facts_);
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
  // Not to fail, n members must not fail; not to pass, fewer than n may pass:
  // the cheapest ways to mend as many as it takes.
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
      }
      member_place += size_of(member);
    }
    const auto short_by =
        unwanted == verdict::fail ? at.at_least - standing : standing - at.at_least + 1;
    // ways[k]: plans that mend k of the choices looked at so far
    std::vector<mending_plans> ways(short_by + 1);
    ways[0].push_back({});
    for (const auto& choice : choices) {
      for (auto k = short_by; k > 0; --k) {
        ways[k] = either_of(std::move(ways[k]), joined(ways[k - 1], choice, &facts_));
      }
    }
    return ways[short_by];
  }

  [[nodiscard]] mending_plans mend_part(const rule_node& at, verdict unwanted) const {
    const bool want = unwanted == verdict::fail;
    if (at.fact) return mend_boolean(*at.fact, want);
    if (!at.require) return {};
    auto plans = mend(*at.require, at.require->tree, want);
    for (auto& plan : plans) {
      for (auto& one : plan.requirements) one.part = &at;
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
      case k::disjunction:
        return combined(mend(e, n.children[0], want), mend(e, n.children[1], want),
                        (n.kind == k::conjunction) == want);
      case k::name: return n.bound == expr::binding::slot ? mend_boolean(n.index, want)
                                                          : mending_plans{};
      case k::call:
        if (n.name == "not") return mend(e, n.children[0], !want);
        return {};
      case k::some: {
        if (!want) return {};
        auto plans = one_more_record(e, n);
        return plans.empty() ? in_members(e, n) : plans;
      }
      case k::every: return want ? in_members(e, n) : mending_plans{};
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

  [[nodiscard]] mending_plans combined(const mending_plans& a, const mending_plans& b,
                                       bool both) const {
    return both ? joined(a, b, &facts_) : either_of(a, b);
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
    if (subject.kind == k::literal) return want ? one_more_value(n) : mending_plans{};
    if (n.children.size() != 2) return {};
    const auto& test = n.children[1];
    if (test.kind == k::comparison_range) {
      return mend(e, compare(test.comparison, subject, test.children[0]), want);
    }
    if (test.kind != k::range) return {};
    const auto low = compare(test.low_included ? k::greater_equal : k::greater, subject,
                             test.children[0]);
    const auto high =
        compare(test.high_included ? k::less_equal : k::less, subject, test.children[1]);
    return combined(mend(e, low, want), mend(e, high, want), want);
  }

  // A derived fact is changed itself only where it was supplied.
  [[nodiscard]] const fact_definition* changeable_fact(std::uint32_t slot) const {
    const auto* f = facts_.names->fact(slot);
    const bool computed = f != nullptr && f->derived() && facts_.stated[slot].is_unknown();
    return computed ? nullptr : f;
  }

  [[nodiscard]] static bool may_go(const fact_definition& f, bool up) {
    return f.change == changeable::either ||
           f.change == (up ? changeable::up : changeable::down);
  }

  [[nodiscard]] mending_plans mend_boolean(std::uint32_t slot, bool want) const {
    if (computed_fact(slot, facts_) != nullptr) return mend_computed(slot, want);
    const auto* f = changeable_fact(slot);
    if (f == nullptr || facts_.slots[slot].boolean() == nullptr) return {};
    if (!may_go(*f, want)) return {};
    return {mending_plan{{{slot, value{want}}}, {}}};
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

  [[nodiscard]] mending_plans mend_comparison(const expr::expression& e,
                                              const expr::node& n, bool want) const {
    if (const auto* is = n.children[1].literal.boolean()) {
      return mend(e, n.children[0], want == (*is == (n.kind == expr::node_kind::equal)));
    }
    mending_plans plans;
    for (const auto& t : thresholds_of(e, n, facts_, want)) {
      if (auto in_words = total_of_members(t)) plans.push_back(std::move(*in_words));
      const auto* f = changeable_fact(t.slot);
      if (f == nullptr || !may_go(*f, t.nearest > t.current)) continue;
      mending_plan plan;
      if (!t.counts_list) {
        plan.changes.push_back({t.slot, value{t.nearest}});
      } else if (t.nearest > t.current && can_be_worded(t)) {
        plan.requirements.push_back({more_records(e, t), nullptr});
      } else {
        continue;
      }
      plans.push_back(std::move(plan));
    }
    keep_cheapest(plans);
    return plans;
  }

  // What a unit in a list has to do is said in words: of the members that do not
  // meet a condition over facts that they can change.
  [[nodiscard]] mending_plans in_members(const expr::expression& e,
                                         const expr::node& n) const {
    const auto& domain = n.children.front();
    const auto& list = domain.kind == expr::node_kind::filter ? domain.children[0] : domain;
    if (n.children.size() != 2 || list.kind != expr::node_kind::name ||
        list.bound != expr::binding::slot) {
      return {};
    }
    const auto* words = words_of_members(list.index, pack_, *facts_.names);
    if (words == nullptr || !names_changeable(n.children[1], *words)) return {};
    const auto all = expr::elements_of(e, n, env_);
    if (!all) return {};
    return in_words([&](const wording& w) {
      const auto condition = inside(w, e, n.children[1]);
      if (n.kind == expr::node_kind::some) {
        return format_message("R0611", {w.label(list.index), condition}, w.lang());
      }
      std::string who;
      std::size_t failing = 0;
      for (const auto& one : *all) {
        if (one.holds != truth::no || one.unreported || ++failing > 10) continue;
        if (!who.empty()) who += w.lang() == language::zh ? "、" : ", ";
        who += make_visible(w.element_name(one.element, *list.checked_type.element));
      }
      if (failing > 10) {
        who += (w.lang() == language::zh ? "、" : ", ") +
               format_message("R0517", {std::to_string(failing - 10)}, w.lang());
      }
      return format_message("R0610", {w.label(list.index), who, condition}, w.lang());
    });
  }

  // A figure that is computed from members changes with theirs.
  [[nodiscard]] std::optional<mending_plan> total_of_members(const threshold& t) const {
    const auto* f = t.counts_list ? nullptr : computed_fact(t.slot, facts_);
    if (f == nullptr || !may_go(*f, t.nearest > t.current)) return std::nullopt;
    for (const auto slot : f->value->slots) {
      const auto* words = words_of_members(slot, pack_, *facts_.names);
      if (words == nullptr || !names_changeable(f->value->tree, *words)) continue;
      mending_plan plan;
      plan.requirements.push_back({in_both([&](const wording& w) {
                                     return format_message(
                                         "R0609",
                                         {w.label(t.slot), w.of(value{t.current}, *f),
                                          w.of(value{t.nearest}, *f), w.label(slot)},
                                         w.lang());
                                   }),
                                   nullptr});
      return plan;
    }
    return std::nullopt;
  }

  // Records of a list as it stands, or filtered once.
  [[nodiscard]] static bool can_be_worded(const threshold& t) {
    using k = expr::node_kind;
    const auto& of = t.counted->children[0];
    return of.kind == k::name ||
           (of.kind == k::filter && of.children[0].kind == k::name);
  }

  [[nodiscard]] text more_records(const expr::expression& e, const threshold& t) const {
    const auto more = (t.nearest - t.current).to_string();
    const auto& of = t.counted->children[0];
    return in_both([&](const wording& w) {
      if (of.kind != expr::node_kind::filter) {
        return format_message("R0602", {w.label(t.slot), more}, w.lang());
      }
      return format_message("R0608", {w.label(t.slot), more, inside(w, e, of.children[1])},
                            w.lang());
    });
  }

  [[nodiscard]] mending_plans one_more_record(const expr::expression& e,
                                              const expr::node& n) const {
    const auto& domain = n.children.front();
    if (n.children.size() != 2 || !is_growing_list(domain)) return {};
    return in_words([&](const wording& w) {
      return format_message(
          "R0601",
          {w.label(domain.index), inside(w, e, n.children.back())}, w.lang());
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

  [[nodiscard]] std::string inside(const wording& w, const expr::expression& e,
                                   const expr::node& n) const {
    std::string out;
    condition_words{w, e, facts_, out}.inside(n);
    return out;
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
    plan.requirements.push_back({in_both(say), nullptr});
    return {plan};
  }

  /// Computed facts, one inside the other.
  static constexpr std::size_t most_computed = 100;

  const pack_content& pack_;
  const bound_facts& facts_;
  std::span<const verdict> verdicts_;
  expr::environment env_;
  mutable std::map<std::pair<std::uint32_t, bool>, mending_plans> computed_plans_;
  mutable std::size_t depth_ = 0;
};

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What no single value can mend, because members or records of a list do, is
// said in words.

#include <cstddef>   // std::size_t
#include <cstdint>   // std::int64_t
#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::move
#include <vector>    // std::vector

// First: without a compiled library it brings the words in itself.
#include <norma/assess/wording.hpp>

#include <norma/assess/distance.hpp>
#include <norma/assess/impl/condition_words.ipp>
#include <norma/assess/impl/derived.ipp>
#include <norma/assess/impl/member_facts.ipp>
#include <norma/assess/impl/remedy_plan.ipp>
#include <norma/core/message.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

class worded_mending {
 public:
  worded_mending(const pack_content& pack, const bound_facts& facts,
                 const expr::environment& env)
      : pack_(pack), facts_(facts), env_(env) {}

  // What a unit in a list has to do is said in words: of the members that do not
  // meet a condition over facts that they can change.
  [[nodiscard]] mending_plans members(const expr::expression& e,
                                      const expr::node& n) const {
    const auto& domain = n.children.front();
    const auto& list =
        domain.kind == expr::node_kind::filter ? domain.children[0] : domain;
    if (n.children.size() != 2 || list.kind != expr::node_kind::name ||
        list.bound != expr::binding::slot) {
      return {};
    }
    const auto* words = words_of_members(list.index, pack_, *facts_.names);
    if (words == nullptr || !names_changeable(n.children[1], *words)) return {};
    const auto all = expr::elements_of(e, n, env_);
    if (!all) return {};
    return in_words([&](const wording& w) {
      const auto condition = inside(w, e, n);
      if (n.kind == expr::node_kind::some) {
        return format_message("R0611", {w.label(list.index), condition}, w.lang());
      }
      std::string who;
      std::size_t failing = 0;
      for (const auto& one : all->elements) {
        if (one.holds != truth::no || one.unreported || ++failing > 10) continue;
        if (!who.empty()) who += list_comma(w.lang());
        who += make_visible(w.element_name(one.element, *list.checked_type.element));
      }
      if (failing > 10) {
        who += list_comma(w.lang());
        who += format_message("R0517", {std::to_string(failing - 10)}, w.lang());
      }
      if (!all->all) {
        who += semicolon(w.lang());
        who += format_message("R0556", {}, w.lang());
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

  // More members have to meet the condition that members are counted by.
  [[nodiscard]] std::optional<mending_plan> more_members(const expr::expression& e,
                                                         const threshold& t) const {
    using k = expr::node_kind;
    if (!t.counts_list || t.nearest <= t.current) return std::nullopt;
    const auto& of = t.counted->children[0];
    const auto* words = words_of_members(t.slot, pack_, *facts_.names);
    if (words == nullptr || of.kind != k::filter || of.children[0].kind != k::name ||
        !names_changeable(of.children[1], *words)) {
      return std::nullopt;
    }
    const auto* all = facts_.slots[t.slot].list();
    if (all == nullptr || t.nearest > number{static_cast<std::int64_t>(all->size())}) {
      return std::nullopt;
    }
    const auto more = (t.nearest - t.current).to_string();
    return in_words([&](const wording& w) {
             return format_message("R0612", {w.label(t.slot), more, inside(w, e, of)},
                                   w.lang());
           })
        .front();
  }

  [[nodiscard]] mending_plans one_of(const fact_definition& f,
                                     const std::vector<value>& allowed) const {
    return in_words([&](const wording& w) {
      std::string values;
      for (const auto& one : allowed) {
        if (!values.empty()) values += list_comma(w.lang());
        values += w.of(one, f);
      }
      return format_message(
          "R0613", {f.label.empty() ? f.name : f.label.in(w.lang()), values}, w.lang());
    });
  }

  // Records of a list as it stands, or filtered once.
  [[nodiscard]] static bool counts_records(const threshold& t) {
    using k = expr::node_kind;
    const auto& of = t.counted->children[0];
    return of.kind == k::name || (of.kind == k::filter && of.children[0].kind == k::name);
  }

  [[nodiscard]] text more_records(const expr::expression& e, const threshold& t) const {
    const auto more = (t.nearest - t.current).to_string();
    const auto& of = t.counted->children[0];
    return in_both([&](const wording& w) {
      if (of.kind != expr::node_kind::filter) {
        return format_message("R0602", {w.label(t.slot), more}, w.lang());
      }
      return format_message("R0608", {w.label(t.slot), more, inside(w, e, of)}, w.lang());
    });
  }

  [[nodiscard]] mending_plans one_more_record(const expr::expression& e,
                                              const expr::node& n) const {
    const auto& domain = n.children.front();
    if (n.children.size() != 2 || !is_growing_list(domain)) return {};
    return in_words([&](const wording& w) {
      return format_message("R0601", {w.label(domain.index), inside(w, e, n)}, w.lang());
    });
  }

  [[nodiscard]] mending_plans one_more_value(const expr::node& n) const {
    if (n.children.size() != 2) return {};
    const auto& item = n.children[0];
    const auto& list = n.children[1];
    if (item.kind != expr::node_kind::literal || !is_growing_list(list)) return {};
    return in_words([&](const wording& w) {
      const auto as =
          list.checked_type.element ? *list.checked_type.element : item.checked_type;
      return format_message("R0603", {w.label(list.index), w.of(item.literal, as)},
                            w.lang());
    });
  }

 private:
  [[nodiscard]] std::string inside(const wording& w, const expr::expression& e,
                                   const expr::node& of) const {
    std::string out;
    condition_words{w, e, facts_, out}.inside(of);
    return out;
  }

  [[nodiscard]] bool is_growing_list(const expr::node& n) const {
    if (n.kind != expr::node_kind::name || n.bound != expr::binding::slot) return false;
    const auto* f = changeable_fact(n.index, facts_);
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

  const pack_content& pack_;
  const bound_facts& facts_;
  const expr::environment& env_;
};

}  // namespace norma::detail

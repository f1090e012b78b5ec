// SPDX-License-Identifier: Apache-2.0
#pragma once

// One side of a comparison as constant + factor × one fact, through derived facts.

#include <algorithm>  // std::any_of, std::none_of
#include <cstdint>    // std::uint32_t
#include <map>        // std::map
#include <optional>   // std::optional
#include <vector>     // std::vector

#include <norma/assess/examine.hpp>
#include <norma/assess/impl/derived.ipp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// constant + factor × the fact
struct linear_form {
  number constant;
  number factor;
};

// The fact that a comparison may be linear in: a number, or what a `count`
// of elements of a list gives.
struct lever {
  std::uint32_t slot;
  const expr::node* counted;  // null: the number itself
};

// The list that `n` takes elements of, by names, projections and filters.
inline std::optional<std::uint32_t> list_below(const expr::node& n) {
  using k = expr::node_kind;
  if (n.kind == k::name && n.bound == expr::binding::slot) return n.index;
  const bool by_condition =
      n.kind == k::filter && n.children[1].checked_type.kind == expr::type_kind::boolean;
  return n.kind == k::path || by_condition ? list_below(n.children[0]) : std::nullopt;
}

inline bool is_count(const expr::node& n) {
  return n.kind == expr::node_kind::call && n.name == "count" && n.children.size() == 1;
}

// What a comparison may be linear in, in reading order, and the computed facts
// through which it is, each after those it rests on.
struct lever_list {
  std::vector<lever> levers;
  std::vector<std::uint32_t> computed;
};

// What a computed fact is computed from follows it, and is looked at once.
inline lever_list collect_levers(const expr::node& left, const expr::node& right,
                                 const bound_facts& facts) {
  struct visit {
    const expr::node* at;
    bool in_derived;
  };
  lever_list out;
  bool counts = false;  // a lever that is no count is met once
  const auto add = [&](lever found) {
    const auto same = [&found](const lever& l) {
      return l.slot == found.slot && (l.counted == nullptr || found.counted == nullptr ||
                                      expr::same_tree(*l.counted, *found.counted));
    };
    counts = counts || found.counted != nullptr;
    if (!counts || std::none_of(out.levers.begin(), out.levers.end(), same))
      out.levers.push_back(found);
  };
  std::vector<bool> seen(facts.names->slots.size());
  std::vector<visit> open{{&right, false}, {&left, false}};
  while (!open.empty()) {
    const auto [at, in_derived] = open.back();
    open.pop_back();
    const expr::node& n = *at;
    if (is_count(n)) {
      const auto list = list_below(n.children[0]);
      if (list && !in_derived && facts.names->fact(*list) != nullptr) add({*list, &n});
      continue;
    }
    if (n.kind == expr::node_kind::name && n.bound == expr::binding::slot &&
        n.checked_type.kind == expr::type_kind::number &&
        facts.names->fact(n.index) != nullptr && !seen[n.index]) {
      seen[n.index] = true;
      add({n.index, nullptr});
      if (const auto* f = computed_fact(n.index, facts))
        open.push_back({&f->value->tree, true});
    }
    for (auto child = n.children.rbegin(); child != n.children.rend(); ++child) {
      open.push_back({&*child, in_derived});
    }
  }
  for (const auto slot : facts.names->derived) {
    if (seen[slot] && computed_fact(slot, facts) != nullptr) out.computed.push_back(slot);
  }
  return out;
}

class linear_reader {
 public:
  linear_reader(const bound_facts& facts, const expr::environment& env, lever in,
                const std::vector<std::uint32_t>& computed)
      : env_(env), in_(in), rests_(resting_on(in.slot, *facts.names)) {
    for (const auto slot : computed) {
      const bool is_it = slot == in.slot && in.counted == nullptr;
      if (is_it || !rests_[slot]) continue;
      const auto& by = *facts.names->fact(slot)->value;
      forms_.emplace(slot, read(by, by.tree));
    }
  }

  // The node as a linear form in the lever, or nothing.
  [[nodiscard]] std::optional<linear_form> read(const expr::expression& e,
                                                const expr::node& n) const {
    using k = expr::node_kind;
    if (is_lever(n)) return linear_form{number{0}, number{1}};
    switch (n.kind) {
      case k::negate: return times(read(e, n.children[0]), number{-1});
      case k::add: return sum(e, n, number{1});
      case k::subtract: return sum(e, n, number{-1});
      case k::multiply: return product(e, n);
      case k::divide: return quotient(e, n);
      case k::call:
        if (n.name == "rate") return quotient(e, n);
        break;
      case k::conditional: {
        const auto* taken = branch_taken(e, n, env_);
        return taken == nullptr || mentions(n.children[0]) ? std::nullopt
                                                           : read(e, *taken);
      }
      case k::name:
        if (n.bound == expr::binding::slot && mentions(n)) {
          const auto computed = forms_.find(n.index);
          return computed == forms_.end() ? std::nullopt : computed->second;
        }
        break;
      default: break;
    }
    if (mentions(n)) return std::nullopt;
    const auto v = expr::evaluate(e, n, env_);
    if (v.num() == nullptr) return std::nullopt;
    return linear_form{*v.num(), number{0}};
  }

  // True if the node's value rests on the fact.
  [[nodiscard]] bool mentions(const expr::node& n) const {
    if (n.kind == expr::node_kind::name &&
        (n.bound != expr::binding::slot || rests_[n.index])) {
      return true;
    }
    return std::any_of(n.children.begin(), n.children.end(),
                       [this](const expr::node& c) { return mentions(c); });
  }

 private:
  [[nodiscard]] bool is_lever(const expr::node& n) const {
    if (in_.counted != nullptr) return is_count(n) && expr::same_tree(n, *in_.counted);
    return n.kind == expr::node_kind::name && n.bound == expr::binding::slot &&
           n.index == in_.slot;
  }
  // Nothing where a number would be longer than an expression may compute.
  [[nodiscard]] std::optional<linear_form> within(linear_form a) const {
    const auto most = env_.bounds.number_digits;
    if (a.constant.digits() > most || a.factor.digits() > most) return std::nullopt;
    return a;
  }
  [[nodiscard]] std::optional<linear_form> times(const std::optional<linear_form>& a,
                                                 const number& k) const {
    return a ? within({a->constant * k, a->factor * k}) : std::nullopt;
  }
  [[nodiscard]] std::optional<linear_form> sum(const expr::expression& e,
                                               const expr::node& n,
                                               const number& sign) const {
    const auto a = read(e, n.children[0]);
    const auto b = times(read(e, n.children[1]), sign);
    if (!a || !b) return std::nullopt;
    return within({a->constant + b->constant, a->factor + b->factor});
  }
  [[nodiscard]] std::optional<linear_form> product(const expr::expression& e,
                                                   const expr::node& n) const {
    const auto a = read(e, n.children[0]);
    const auto b = read(e, n.children[1]);
    if (!a || !b) return std::nullopt;
    if (b->factor.sign() == 0) return times(a, b->constant);
    if (a->factor.sign() == 0) return times(b, a->constant);
    return std::nullopt;
  }
  [[nodiscard]] std::optional<linear_form> quotient(const expr::expression& e,
                                                    const expr::node& n) const {
    const auto a = read(e, n.children[0]);
    const auto b = read(e, n.children[1]);
    if (!a || !b || b->factor.sign() != 0) return std::nullopt;
    const auto inverse = divide(number{1}, b->constant);
    return inverse ? times(a, *inverse) : std::nullopt;
  }

  const expr::environment& env_;
  lever in_;
  std::vector<bool> rests_;                                    ///< by slot: on the lever
  std::map<std::uint32_t, std::optional<linear_form>> forms_;  ///< of computed facts
};

}  // namespace norma::detail

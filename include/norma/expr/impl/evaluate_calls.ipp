// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>  // std::array
#include <span>   // std::span

#include <norma/expr/impl/bounds.ipp>
#include <norma/expr/impl/evaluator.ipp>

// Calls of built-ins: arguments are matched to an overload, unknown ones make
// the result unknown, the others must be of the kinds its parameters accept.

namespace norma::expr::detail {

inline value evaluator::negated_call(const node& n) {
  value scratch;
  const value& v = ref(n.children[0], scratch);
  if (const auto* b = v.boolean()) return !*b;
  if (v.is_unknown()) return unknown_of(v, v);
  if (v.is_null()) return {};
  return fail_at(n, "N0704", {"not", "1", k_boolean, kind_of(v)});
}

inline value evaluator::rate(const node& n) {
  value n_scratch, d_scratch;
  const value& above = ref(n.children[0], n_scratch);
  const value& below = ref(n.children[1], d_scratch);
  const auto* a = above.num();
  const auto* b = below.num();
  if (a != nullptr && b != nullptr) {
    if (b->sign() > 0) return checked(n, *divide(*a, *b));
    if (b->sign() < 0) return fail_at(n, "N0715", {below});
    return a->sign() == 0 ? fail_at(n, "N0701", {}) : fail_at(n, "N0722", {above});
  }
  if (above.is_unknown() && b != nullptr && b->sign() > 0)
    return unknown_within(combine_bounds(node_kind::divide, above, below),
                          unknown_of(above, above));
  if (above.is_unknown() || below.is_unknown()) return unknown_of(above, below);
  const bool first = a == nullptr;
  return fail_at(n, "N0704",
                 {"rate", first ? "1" : "2", k_number, kind_of(first ? above : below)});
}

/// Whether a number may be 0, one that is not known within its bounds.
[[nodiscard]] inline bool may_be_zero(const value& v) {
  if (const auto* n = v.num()) return n->sign() == 0;
  const auto* within = bounds_of(v);
  return within == nullptr || ((!within->low || within->low->sign() <= 0) &&
                               (!within->high || within->high->sign() >= 0));
}

inline rate_guard evaluator::guard(const node& rate) {
  value n_scratch, d_scratch;
  const value& above = ref(rate.children[0], n_scratch);
  const value& below = ref(rate.children[1], d_scratch);
  const auto open = [&](const value& v) {
    return rate_guard{rate_state::open, finish(v).causes()};
  };
  if (exhausted_) return open(below);  // neither was looked at to its end
  if (below.is_unknown()) {
    auto unknown = open(above.is_unknown() ? unknown_of(above, below) : below);
    unknown.may_be_nothing = may_be_zero(above) && may_be_zero(below);
    return unknown;
  }
  const auto* b = below.num();
  if (b == nullptr)
    return open(fail_at(rate, "N0704", {"rate", "2", k_number, kind_of(below)}));
  if (b->sign() > 0) return {};
  if (b->sign() < 0) return open(fail_at(rate, "N0715", {below}));
  if (above.is_unknown()) return {rate_state::nothing_to_measure, nullptr};
  const auto* a = above.num();
  if (a == nullptr)
    return open(fail_at(rate, "N0704", {"rate", "1", k_number, kind_of(above)}));
  if (a->sign() == 0) return {rate_state::nothing_to_measure, nullptr};
  return open(fail_at(rate, "N0722", {above}));
}

inline value evaluator::call(const node& n) {
  if (n.index == call_not && n.children.size() == 1) return negated_call(n);
  if (n.index == call_rate && n.children.size() == 2) return rate(n);
  if (asks_verdict(n)) return member_verdict(n);
  const auto table = builtins();
  if (n.index < table.size()) return call_function(n, table[n.index]);
  if (n.index == no_index) return fail_at(n, "N0706", {n.name});
  return fail_at(n, "N0705",
                 {n.name, n.index == call_not ? "not(negand)" : "rate(n, d)"});
}

/// What the member's record says of it.
inline value evaluator::member_verdict(const node& n) {
  value scratch;
  const value& member = ref(n.children[0], scratch);
  if (member.is_unknown()) return unknown_of(member, member);
  const auto* record = member.record();
  const auto* found =
      record != nullptr ? record->find(n.children[1].names.front()) : nullptr;
  if (found == nullptr)
    return fail_at(n, "N0704", {n.name, "1", k_record, kind_of(member)});
  if (found->is_unknown()) return unknown_of(*found, *found);
  const auto* said = found->string();
  return n.index == call_complies ? value{said != nullptr && *said == "pass"} : *found;
}

inline value evaluator::call_function(const node& n, const builtin& b) {
  const auto* o = choose_overload(b, n.children.size(), n.names);
  if (o == nullptr) {
    const auto forms = describe_builtin(b);
    return fail_at(n, "N0705", {n.name, forms});
  }
  if (o->more == tail::none) {
    // Left out at the end is not given; left out in the middle is null.
    std::array<value, 4> args;
    std::size_t count = n.names.empty() ? n.children.size() : 0;
    for (std::size_t i = 0; i < n.children.size(); ++i) {
      const auto place = n.names.empty() ? i : *find_parameter(*o, n.names[i]);
      args[place] = eval(n.children[i]);
      count = std::max(count, place + 1);
    }
    return call_with(n, b, *o, std::span(args).first(count));
  }
  list_value args;
  args.reserve(n.children.size());
  for (const auto& child : n.children) args.push_back(eval(child));
  if (o->more == tail::repeats) return call_with(n, b, *o, args);
  value gathered{std::move(args)};
  return call_with(n, b, *o, std::span(&gathered, 1));
}

/// Whether `v` holds something unknown, and why.
inline void evaluator::gather_unknown(const value& v, bool deep, bool& found,
                                      cause_gatherer& causes) {
  visit_unknown(
      v, deep, [this](std::size_t n) { return spend(n); },
      [&](const value& part) {
        found = true;
        if (env_.with_causes) causes.add(part.causes());
      });
}

/// Takes a list of one element for that element and the other way round where
/// the parameter wants it so; false if the value does not fit.
inline bool evaluator::fit(value& v, const builtin_parameter& p) const {
  auto kind = kind_of(v);
  if ((kind & p.accepts) == 0 && kind == k_list && v.list()->size() == 1) {
    v = value{v.list()->front()};
    kind = kind_of(v);
  } else if ((kind & p.accepts) == 0 && p.accepts == k_list && kind != k_null) {
    list_value single;
    single.push_back(std::move(v));
    v = std::move(single);
    kind = k_list;
  }
  return (kind & p.accepts) != 0;
}

inline value evaluator::wrong_argument(const node& n, const builtin& b,
                                       const builtin_parameter& p, const value& v) {
  return fail_at(n, "N0704", {b.name, p.name, p.accepts, kind_of(v)});
}

inline value evaluator::call_with(const node& n, const builtin& b,
                                  const builtin_overload& o, std::span<value> args) {
  bool some_unknown = false;
  cause_gatherer causes;
  for (const auto& arg : args) {
    if ((b.flags & bi_sees_unknown) != 0 && arg.list() != nullptr) continue;
    gather_unknown(arg, (b.flags & bi_moves) == 0, some_unknown, causes);
  }
  if (exhausted_) return {};
  if (some_unknown) {
    auto unknown = value::unknown(causes.all());
    if (b.name == "flatten") return flattened(args[0], std::move(unknown));
    if ((b.flags & bi_aggregate) == 0) return unknown;
    return aggregate(n, b, args[0], std::move(unknown));
  }
  for (std::size_t i = 0; i < args.size(); ++i) {
    const auto& p = o.parameters[std::min(i, o.count - 1)];
    if (!fit(args[i], p)) return wrong_argument(n, b, p, args[i]);
    if (p.element == k_all || args[i].list() == nullptr) continue;
    for (const auto& element : *args[i].list())
      if ((kind_of(element) & p.element) == 0)
        return fail_at(n, "N0704", {b.name, p.name, p.element, kind_of(element)});
  }
  at_ = &n;
  name = b.name;
  category = n.checked_type.category.get();
  auto result = b.function(args, *this);
  if (const auto* made = result.num()) return checked(n, *made);
  return result.list() != nullptr ? bounded(n, std::move(result)) : result;
}

/// A list of lists, some of them unknown: the elements of the others surely
/// belong, and any number more may follow.
inline value evaluator::flattened(const value& list, value unknown) {
  partial_value known;
  known.list.emplace();
  flatten_known(list, nullptr, *known.list);
  if (exhausted_) return unknown;
  // What would be elements of unknown lists may be lists of their own.
  known.list->rest =
      list_rest{value::unknown(unknown.causes()), {}, true, unknown.causes()};
  return value::unknown(unknown.causes(), std::move(known));
}

/// Adds the elements that `v` is known to have, at any depth; with a doubt they
/// may not belong.
inline void evaluator::flatten_known(const value& v, const cause_list* doubt,
                                     open_list& into) {
  const auto* open = open_list_of(v);
  const auto* items = open != nullptr ? &open->items : v.list();
  if (items != nullptr) {
    for (std::size_t i = 0; i < items->size() && spend(1); ++i) {
      const bool maybe = open != nullptr && open->is_maybe(i);
      flatten_known((*items)[i], maybe ? &open->doubts[i] : doubt, into);
    }
    return;
  }
  if (v.is_unknown()) return;
  into.items.push_back(v);
  if (doubt == nullptr && into.maybe.empty()) return;
  into.maybe.resize(into.items.size());
  into.doubts.resize(into.items.size());
  if (doubt == nullptr) return;
  into.maybe.back() = true;
  into.doubts.back() = *doubt;
}

/// What an aggregate comes to of a list with unknown elements, or an open one:
/// `unknown`, between bounds where there are any.
inline value evaluator::aggregate(const node& n, const builtin& b, const value& list,
                                  value unknown) {
  const auto elements = spread(n, list);
  if (elements.stopped || !spend(elements.size())) return unknown;
  if (b.name == "count" && !elements.any_maybe()) {
    // Elements that were not given count as well, where their number is known.
    const auto* rest = elements.rest();
    if (rest == nullptr || (rest->count && !rest->maybe))
      return static_cast<std::int64_t>(elements.size() +
                                       (rest != nullptr ? *rest->count : 0));
  }
  for (std::size_t i = 0; i < elements.size(); ++i) {
    value scratch;
    const auto bounds = element_bounds(elements.at(i, scratch));
    if (!bounds) break;
    for (const auto* end : {&bounds->low, &bounds->high})
      if (*end && !spend(bound_cost(**end))) return unknown;
  }
  return unknown_within(bounds_of_aggregate(b.name, elements, env_.bounds.number_digits),
                        std::move(unknown));
}

}  // namespace norma::expr::detail

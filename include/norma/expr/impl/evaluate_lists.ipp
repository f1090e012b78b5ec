// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/evaluator.ipp>
#include <norma/expr/impl/records_ahead.ipp>
#include <norma/expr/impl/builtin_text.ipp>
#include <norma/expr/impl/time_math.ipp>

// Filters, quantifiers and `for`. An element whose predicate is unknown is a
// *maybe* element: `some`, `every` and aggregates weigh it, all else becomes
// unknown.

namespace norma::expr::detail {

/// The members of a range, up or (where `any_way`) down.
inline sequence evaluator::members_of(const node& n, const value& from, const value& to,
                                      bool low_included, bool high_included,
                                      bool any_way) {
  const auto stop = [&] {
    return sequence::stop(fail_at(n, "N0718", {kind_of(from), kind_of(to)}));
  };
  if (from.is_unknown() || to.is_unknown()) return sequence::stop(unknown_of(from, to));
  std::optional<number> distance;
  if (const number* low = from.num(), *high = to.num();
      low != nullptr && high != nullptr) {
    if (low->is_integer() && high->is_integer()) distance = *high - *low;
  } else if (from.day() != nullptr && to.day() != nullptr) {
    distance = number{to.day()->days() - from.day()->days()};
  }
  if (!distance) return stop();
  const bool down = distance->sign() < 0;
  if (down && !any_way) return stop();
  // Of any size: ends that are far apart are too many members, and not none.
  const auto steps = (down ? -*distance : *distance).to_int64();
  if (!steps || static_cast<std::uint64_t>(*steps) >= env_.bounds.list_items)
    return sequence::stop(fail_at(n, "N0709", {env_.bounds.list_items}));
  auto count = static_cast<std::uint64_t>(*steps);
  auto start = from;
  ++count;
  if (!low_included) {
    --count;
    start = from.num() != nullptr ? value{*from.num() + number{1}}
                                  : value{from.day()->plus_days(1).value_or(*from.day())};
  }
  if (!high_included && count > 0) --count;
  return sequence::counting(std::move(start), down ? -1 : 1, count);
}

/// A path on what a filter by a condition keeps: `events[confirmed].amount`.
[[nodiscard]] inline bool is_path_on_filter(const node& n) {
  const auto* at = &n;
  while (at->kind == node_kind::path) at = &at->children[0];
  return at != &n && at->kind == node_kind::filter &&
         at->children[1].checked_type.kind == type_kind::boolean;
}

/// What an iterator or a filter goes through.
inline sequence evaluator::go_through(const node& n) {
  if (n.kind == node_kind::filter) {
    auto kept = filtered(n);
    return kept.element ? spread(n, std::move(*kept.element)) : kept;
  }
  if (n.kind == node_kind::range) {
    // `for i in 4..2` counts down; as a value in brackets, a range does not.
    value low_scratch, high_scratch;
    const value& low = ref(n.children[0], low_scratch);
    const value& high = ref(n.children[1], high_scratch);
    const bool bare = is_iteration(n);
    return members_of(n, low, high, bare || n.low_included, bare || n.high_included,
                      bare);
  }
  if (!is_path_on_filter(n)) return spread(n, eval(n));
  const auto from = go_through(n.children[0]);
  if (from.stopped) return from;
  sequence result;
  for (std::size_t i = 0; i < from.size(); ++i) {
    value scratch;
    const value& object = from.at(i, scratch);
    result.add(object.is_null() || object.is_unknown() ? object : property(n, object));
    if (from.is_maybe(i)) result.mark_maybe(from.doubt(i));
  }
  if (const auto* rest = from.rest()) {
    auto of_path = *rest;
    const auto& object = rest->element;
    if (!object.is_null() && !object.is_unknown()) of_path.element = property(n, object);
    result.set_rest(std::move(of_path));
  }
  return result;
}

/// The elements of a list, the members of a range; any other value by itself.
inline sequence evaluator::spread(const node& n, value v) {
  if (v.list() != nullptr) return sequence::of(std::move(v));
  if (open_list_of(v) != nullptr) return sequence::of_open(std::move(v));
  if (v.is_unknown()) return sequence::stop(std::move(v));
  if (v.is_null()) return sequence::stop(fail_at(n, "N0718", {k_null, k_null}));
  if (const auto* r = v.range()) {
    if (!r->low || !r->high || r->negated)
      return sequence::stop(fail_at(n, "N0718", {k_range, k_range}));
    return members_of(n, *r->low, *r->high, r->low_included, r->high_included, false);
  }
  list_value single;
  single.push_back(std::move(v));
  return sequence::made(std::move(single));
}

inline value evaluator::predicate(const node& n, const value& element) {
  elements_.push_back(&element);
  auto result = eval(n);
  elements_.pop_back();
  return result;
}

inline value evaluator::element_at(const node& n, const sequence& list,
                                   const value& place) {
  if (list.is_open()) return value::unknown(doubts_of(list));
  const auto whole = place.num()->to_int64();
  if (!whole) return fail_at(n, "N0717", {"[]", place});
  const auto at = place_of(*whole, list.size());
  if (!at) return {};
  value scratch;
  return list.at(*at, scratch);
}

inline cause_list evaluator::doubts_of(const sequence& list) const {
  return env_.with_causes ? list.doubts() : nullptr;
}

/// Of the elements that were not given, those that a filter may keep.
inline std::optional<list_rest> evaluator::filtered_rest(const node& condition,
                                                         const list_rest& rest) {
  const auto is_kept = predicate(condition, rest.element);
  const auto* known = is_kept.boolean();
  if (known != nullptr ? !*known : !is_kept.is_unknown()) return std::nullopt;
  auto kept = rest;
  if (known != nullptr) return kept;
  kept.maybe = true;
  if (env_.with_causes) kept.doubt = merge(rest.doubt, is_kept.causes());
  return kept;
}

/// The elements that a filter keeps, or the one at its position.
inline sequence evaluator::filtered(const node& n) {
  const auto from = go_through(n.children[0]);
  if (from.stopped) return from;
  const auto& condition = n.children[1];
  const auto static_kind = condition.checked_type.kind;
  if (static_kind == type_kind::number ||
      (from.size() == 0 && static_kind == type_kind::any)) {
    const value nothing;
    const auto place = predicate(condition, nothing);
    if (place.is_unknown()) return sequence::stop(place);
    if (place.num() != nullptr) return sequence::one(element_at(n, from, place));
    if (static_kind == type_kind::number)
      return sequence::stop(fail_at(n, "N0717", {"[]", place}));
  }
  sequence kept;
  const records_ahead ahead(from.items(), condition);
  for (std::size_t i = 0; i < from.size() && spend(1); ++i) {
    ahead.reach(i);
    value scratch;
    const value& element = from.at(i, scratch);
    const auto is_kept = predicate(condition, element);
    if (i == 0 && is_kept.num() != nullptr)
      return sequence::one(element_at(n, from, is_kept));
    const auto* known = is_kept.boolean();
    if (known == nullptr && !is_kept.is_null() && !is_kept.is_unknown())
      return sequence::stop(
          fail_at(condition, "N0704", {"[]", "1", k_boolean, kind_of(is_kept)}));
    if (known != nullptr ? !*known : is_kept.is_null()) continue;
    kept.add(element);
    if (is_kept.is_unknown()) {
      kept.mark_maybe(from.is_maybe(i) && env_.with_causes
                          ? merge(from.doubt(i), is_kept.causes())
                          : is_kept.causes());
    } else if (from.is_maybe(i)) {
      kept.mark_maybe(from.doubt(i));
    }
  }
  if (const auto* rest = from.rest())
    if (auto others = filtered_rest(condition, *rest)) kept.set_rest(std::move(*others));
  return kept;
}

inline value evaluator::filter(const node& n) {
  auto kept = filtered(n);
  if (kept.stopped) return std::move(*kept.stopped);
  if (kept.element) return std::move(*kept.element);
  if (!kept.is_open()) return bounded(n, kept.take());
  auto causes = doubts_of(kept);
  partial_value known;
  known.list = kept.take_open();
  return value::unknown(std::move(causes), std::move(known));
}

/// `some` is the `or`, `every` the `and` over the elements; a *maybe* element
/// joins in with its doubt: `doubt and condition`, `not doubt or condition`. The
/// elements that were not given are one more, *maybe* where there may be none.
inline value evaluator::quantified(const node& n, std::size_t iterator) {
  const bool some = n.kind == node_kind::some;
  if (iterator + 1 == n.children.size()) return eval(n.children[iterator]);
  const auto domain = go_through(n.children[iterator]);
  if (domain.stopped) return *domain.stopped;
  logic all(some, env_.with_causes);
  const auto join = [&](const value& element, const cause_list* doubt) {
    locals_.push_back(&element);
    auto holds = quantified(n, iterator + 1);
    locals_.pop_back();
    const auto* known = holds.boolean();
    if (doubt != nullptr) {
      if (known != nullptr && *known != some) return;
      logic weighed(!some, env_.with_causes);
      weighed.add(holds);
      weighed.add_unknown(*doubt);
      holds = weighed.result();
    }
    all.add(holds);
  };
  const records_ahead ahead(domain.items(), n.children.back());
  for (std::size_t i = 0; i < domain.size() && !all.decided() && spend(1); ++i) {
    ahead.reach(i);
    value scratch;
    join(domain.at(i, scratch), domain.is_maybe(i) ? &domain.doubt(i) : nullptr);
  }
  const auto* rest = domain.rest();
  if (rest != nullptr && !all.decided() && spend(1))
    join(rest->element, rest->maybe || !rest->count ? &rest->doubt : nullptr);
  return all.result();
}

/// Adds what the body gives for every combination; false: `stopped` says why not.
inline bool evaluator::collect(const node& n, std::size_t iterator, list_value& into,
                               value& stopped) {
  if (iterator + 1 == n.children.size()) {
    if (into.size() >= env_.bounds.list_items) {
      stopped = fail_at(n, "N0709", {env_.bounds.list_items});
      return false;
    }
    if (n.index != for_partial) {
      into.push_back(eval(n.children[iterator]));
      return spend(keeping_of(into.back()));
    }
    if (!spend(into.size())) return false;
    const value partial{into};
    locals_.push_back(&partial);
    into.push_back(bounded(n, eval(n.children[iterator])));
    locals_.pop_back();
    return true;
  }
  const auto domain = go_through(n.children[iterator]);
  if (domain.stopped) {
    stopped = *domain.stopped;
    return false;
  }
  if (domain.is_open()) {
    stopped = value::unknown(doubts_of(domain));
    return false;
  }
  for (std::size_t i = 0; i < domain.size(); ++i) {
    if (!spend(1)) return false;
    value scratch;
    locals_.push_back(&domain.at(i, scratch));
    const bool goes_on = collect(n, iterator + 1, into, stopped);
    locals_.pop_back();
    if (!goes_on) return false;
  }
  return true;
}

inline value evaluator::for_each(const node& n) {
  list_value result;
  value stopped;
  if (!collect(n, 0, result, stopped)) return stopped;
  return bounded(n, std::move(result));
}

}  // namespace norma::expr::detail

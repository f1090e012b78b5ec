// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::reverse
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int64_t
#include <optional>   // std::optional
#include <utility>    // std::move

#include <norma/expr/impl/builtin.hpp>
#include <norma/expr/impl/builtin_text.ipp>
#include <norma/expr/impl/compare.ipp>
#include <norma/value/cause_gatherer.hpp>

// Functions of lists (DMN 1.5, 10.3.4.4). Positions count from 1, negative ones
// from the end.

namespace norma::expr::detail {

/// Compares elements as `=` does all through, but for kinds that differ: they are
/// not equal. Stops once too much was looked at; gathers why some are unknown.
class finder {
 public:
  explicit finder(call_frame& frame) : frame_(frame) {}

  [[nodiscard]] bool same(const value& a, const value& b) {
    cause_gatherer causes;
    equality equal(frame_.with_causes() ? &causes : nullptr);
    const auto result = equal(a, b);
    if (!frame_.spend(equal.steps())) stopped_ = true;
    if (result == sameness::unknown) {
      unknown_ = true;
      causes_.add(causes.all());
    }
    return result == sameness::yes;
  }
  /// Whether `v` is surely among the first `size` of `list`.
  [[nodiscard]] bool among(const value& v, const list_value& list, std::size_t size) {
    for (std::size_t i = 0; i < size && !stopped_; ++i)
      if (same(list[i], v)) return true;
    return false;
  }
  /// `v`, or unknown if one of the comparisons was.
  [[nodiscard]] value result(value v) const {
    return unknown_ ? value::unknown(causes_.all()) : v;
  }
  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  call_frame& frame_;
  cause_gatherer causes_;
  bool unknown_ = false;
  bool stopped_ = false;
};

[[nodiscard]] inline value list_contains(std::span<const value> args, call_frame& frame) {
  finder find(frame);
  bool found = false;
  // All of them are looked at: an unknown one makes the answer unknown wherever
  // it stands.
  for (const auto& element : *args[0].list())
    if (!find.stopped() && find.same(element, args[1])) found = true;
  return find.result(found);
}

[[nodiscard]] inline value index_of(std::span<const value> args, call_frame& frame) {
  finder find(frame);
  list_value places;
  const auto& list = *args[0].list();
  for (std::size_t i = 0; i < list.size() && !find.stopped(); ++i)
    if (find.same(list[i], args[1])) places.push_back(static_cast<std::int64_t>(i) + 1);
  return find.result(std::move(places));
}

[[nodiscard]] inline value distinct_of(const list_value& list, call_frame& frame) {
  finder find(frame);
  list_value kept;
  for (const auto& element : list)
    if (!find.stopped() && !find.among(element, kept, kept.size()))
      kept.push_back(element);
  return find.result(std::move(kept));
}

[[nodiscard]] inline value distinct_values(std::span<const value> args,
                                           call_frame& frame) {
  return distinct_of(*args[0].list(), frame);
}

/// The lists one behind the other; an error before memory is taken for too many elements.
[[nodiscard]] inline value join_lists(std::span<const value> args, call_frame& frame) {
  std::size_t items = 0;
  for (const auto& list : args) items += list.list()->size();
  if (items > frame.bounds().list_items)
    return frame.fail("N0709", {frame.bounds().list_items});
  list_value joined;
  joined.reserve(items);
  for (const auto& list : args)
    joined.insert(joined.end(), list.list()->begin(), list.list()->end());
  return joined;
}

[[nodiscard]] inline value union_of(std::span<const value> args, call_frame& frame) {
  const auto joined = join_lists(args, frame);
  return joined.list() == nullptr ? joined : distinct_of(*joined.list(), frame);
}

[[nodiscard]] inline value append(std::span<const value> args, call_frame&) {
  list_value result = *args[0].list();
  result.insert(result.end(), args.begin() + 1, args.end());
  return result;
}

inline void flatten_into(const list_value& list, list_value& flat, call_frame& frame) {
  for (const auto& element : list) {
    if (!frame.spend(1)) return;
    if (const auto* inner = element.list())
      flatten_into(*inner, flat, frame);
    else
      flat.push_back(element);
  }
}

[[nodiscard]] inline value flatten(std::span<const value> args, call_frame& frame) {
  list_value flat;
  flatten_into(*args[0].list(), flat, frame);
  return flat;
}

[[nodiscard]] inline value reverse(std::span<const value> args, call_frame&) {
  list_value result = *args[0].list();
  std::reverse(result.begin(), result.end());
  return result;
}

[[nodiscard]] inline value sublist(std::span<const value> args, call_frame& frame) {
  const auto& list = *args[0].list();
  const auto position = cut_whole(args[1]);
  const auto start = position ? place_of(*position, list.size()) : std::nullopt;
  if (!start) return frame.fail("N0717", {frame.name, args[1]});
  auto length = list.size() - *start;
  if (args.size() > 2) {
    const auto wanted = cut_whole(args[2]);
    if (!wanted || *wanted < 1 || static_cast<std::size_t>(*wanted) > length)
      return frame.fail("N0714", {frame.name, args[2]});
    length = static_cast<std::size_t>(*wanted);
  }
  const auto first = list.begin() + static_cast<std::ptrdiff_t>(*start);
  return list_value(first, first + static_cast<std::ptrdiff_t>(length));
}

/// A copy of `args[0]` changed at the place `args[1]`.
template <class Change>
[[nodiscard]] value changed_at(std::span<const value> args, call_frame& frame,
                               Change change) {
  list_value list = *args[0].list();
  const auto position = cut_whole(args[1]);
  const auto place = position ? place_of(*position, list.size()) : std::nullopt;
  if (!place) return frame.fail("N0717", {frame.name, args[1]});
  change(list, list.begin() + static_cast<std::ptrdiff_t>(*place));
  return list;
}

[[nodiscard]] inline value insert_before(std::span<const value> args, call_frame& frame) {
  return changed_at(args, frame, [&](list_value& l, auto at) { l.insert(at, args[2]); });
}

[[nodiscard]] inline value remove_at(std::span<const value> args, call_frame& frame) {
  return changed_at(args, frame, [](list_value& l, auto at) { l.erase(at); });
}

[[nodiscard]] inline value replace_at(std::span<const value> args, call_frame& frame) {
  return changed_at(args, frame, [&](list_value&, auto at) { *at = args[2]; });
}

}  // namespace norma::expr::detail

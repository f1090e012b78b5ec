// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>     // std::optional
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/expr/impl/builtin.hpp>
#include <norma/expr/impl/builtin_time.ipp>
#include <norma/expr/impl/compare.ipp>
#include <norma/expr/impl/instance_type.ipp>
#include <norma/expr/parse.hpp>

// Relations of points and ranges (DMN 1.5, 10.3.4.7), after Allen's intervals.

namespace norma::expr::detail {

/// An end of a range, or a point; `value_at` null: open to infinity.
struct bound {
  const value* value_at = nullptr;
  bool included = true;
};

struct span_of {
  bound low, high;
  bool point = false;
};

[[nodiscard]] inline span_of span_in(const value& v) {
  const auto* r = v.range();
  if (r == nullptr) return {{&v, true}, {&v, true}, true};
  return {{r->low ? &*r->low : nullptr, r->low_included},
          {r->high ? &*r->high : nullptr, r->high_included},
          false};
}

/// Compares two ends that are both there; the call fails where they have no
/// order, which shows in `failed`: every relation looks at all of its ends.
class end_order {
 public:
  explicit end_order(const category_type* by) : by_(by) {}

  [[nodiscard]] ordering operator()(const bound& a, const bound& b) {
    const auto c = a.value_at == nullptr || b.value_at == nullptr
                       ? ordering::none
                       : order(*a.value_at, *b.value_at, by_);
    if (c == ordering::none) failed = true;
    return c;
  }
  [[nodiscard]] bool same(const bound& a, const bound& b) {
    if (a.value_at == nullptr || b.value_at == nullptr) return a.value_at == b.value_at;
    return (*this)(a, b) == ordering::equal && a.included == b.included;
  }

  /// a ends before b begins.
  [[nodiscard]] bool before(const span_of& a, const span_of& b) {
    if (a.high.value_at == nullptr || b.low.value_at == nullptr) return false;
    const auto c = (*this)(a.high, b.low);
    return c == ordering::less ||
           (c == ordering::equal && !(a.high.included && b.low.included));
  }
  [[nodiscard]] bool meets(const span_of& a, const span_of& b) {
    if (a.high.value_at == nullptr || b.low.value_at == nullptr) return false;
    return (*this)(a.high, b.low) == ordering::equal && a.high.included && b.low.included;
  }
  [[nodiscard]] bool overlaps(const span_of& a, const span_of& b) {
    const bool apart = before(a, b);
    return !before(b, a) && !apart;
  }
  /// a begins no later than b.
  [[nodiscard]] bool low_covers(const span_of& a, const span_of& b) {
    if (a.low.value_at == nullptr) return true;
    if (b.low.value_at == nullptr) return false;
    const auto c = (*this)(a.low, b.low);
    return c == ordering::less ||
           (c == ordering::equal && (a.low.included || !b.low.included));
  }
  [[nodiscard]] bool high_covers(const span_of& a, const span_of& b) {
    if (a.high.value_at == nullptr) return true;
    if (b.high.value_at == nullptr) return false;
    const auto c = (*this)(a.high, b.high);
    return c == ordering::greater ||
           (c == ordering::equal && (a.high.included || !b.high.included));
  }
  [[nodiscard]] bool includes(const span_of& a, const span_of& b) {
    const bool low = low_covers(a, b);
    return high_covers(a, b) && low;
  }
  /// a begins first, and ends within b.
  [[nodiscard]] bool overlaps_before(const span_of& a, const span_of& b) {
    return overlaps(a, b) && low_covers(a, b) && !low_covers(b, a) && high_covers(b, a);
  }
  [[nodiscard]] bool finishes(const span_of& a, const span_of& b) {
    const bool together = same(a.high, b.high);
    return low_covers(b, a) && together;
  }
  [[nodiscard]] bool starts(const span_of& a, const span_of& b) {
    const bool together = same(a.low, b.low);
    return high_covers(b, a) && together;
  }
  [[nodiscard]] bool coincides(const span_of& a, const span_of& b) {
    const bool low = same(a.low, b.low);
    return same(a.high, b.high) && low;
  }

  bool failed = false;

 private:
  const category_type* by_;
};

/// A relation of two spans as a function, its sides exchanged by `Turned`.
template <bool (end_order::*Relation)(const span_of&, const span_of&),
          bool Turned = false>
[[nodiscard]] value relation(std::span<const value> args, call_frame& frame) {
  end_order ends(frame.category);
  const auto a = span_in(args[Turned ? 1 : 0]);
  const auto b = span_in(args[Turned ? 0 : 1]);
  const bool holds = (ends.*Relation)(a, b);
  if (ends.failed) return frame.fail("N0702", {kind_of(args[0]), kind_of(args[1])});
  return holds;
}

/// Whether two points, or two ranges, are the same; a point is no range.
[[nodiscard]] inline value alike(std::span<const value> args, call_frame& frame) {
  if ((args[0].range() == nullptr) != (args[1].range() == nullptr))
    return frame.fail("N0702", {kind_of(args[0]), kind_of(args[1])});
  return relation<&end_order::coincides>(args, frame);
}

/// The end of a range written in a text: a literal, or one of the conversions
/// with a literal.
[[nodiscard]] inline std::optional<value> literal_end(const node& n) {
  if (n.kind == node_kind::negate && n.children[0].literal.num() != nullptr)
    return value{-*n.children[0].literal.num()};
  return constant_value(n);
}

/// A range of which a text gives one end only (`[2..)`, `(..2)`: DMN 1.5, grammar
/// rule 66); the other bracket is open.
struct half_range {
  std::string_view end;
  bool low = false;
  bool included = false;
};

[[nodiscard]] inline std::optional<half_range> read_half_range(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 5) return std::nullopt;
  const char first = text.front();
  const char last = text.back();
  const auto inside = trimmed(text.substr(1, text.size() - 2));
  if (inside.starts_with("..") && (first == '(' || first == ']'))
    return half_range{inside.substr(2), false, last == ']'};
  if (inside.ends_with("..") && (last == ')' || last == '['))
    return half_range{inside.substr(0, inside.size() - 2), true, first == '['};
  return std::nullopt;
}

[[nodiscard]] inline value to_range(std::span<const value> args, call_frame& frame) {
  const auto& text = *args[0].string();
  // Each is parsed anew.
  if (!frame.spend(40 + 2 * text.size())) return {};
  const auto fail = [&] { return frame.fail("N0712", {args[0], k_range}); };
  range_value result;
  if (const auto half = read_half_range(text)) {
    const auto end = parse(half->end, {}, frame.bounds());
    auto value_there = end.tree ? literal_end(*end.tree) : std::nullopt;
    if (!value_there || (kind_of(*value_there) & k_ordered) == 0) return fail();
    (half->low ? result.low : result.high) = std::move(value_there);
    (half->low ? result.low_included : result.high_included) = half->included;
    return result;
  }
  const auto parsed = parse(text, {}, frame.bounds());
  if (!parsed.tree || parsed.tree->kind != node_kind::range) return fail();
  const auto low = literal_end(parsed.tree->children[0]);
  const auto high = literal_end(parsed.tree->children[1]);
  if (!low || !high) return fail();
  const auto c = order(*low, *high);
  if (c == ordering::none || c == ordering::greater) return fail();
  result.low = *low;
  result.high = *high;
  result.low_included = parsed.tree->low_included;
  result.high_included = parsed.tree->high_included;
  return result;
}

}  // namespace norma::expr::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::min
#include <cstddef>    // std::size_t
#include <cstdint>    // std::int64_t
#include <optional>   // std::optional

#include <norma/expr/impl/compare_bounds.ipp>
#include <norma/expr/impl/unknown_parts.ipp>
#include <norma/expr/type.hpp>
#include <norma/value/cause_gatherer.hpp>
#include <norma/value/value.hpp>

// FEEL's order and equality of values. Times count by whole seconds in both, as
// DMN's equality does, so that of x < y, x = y and x > y exactly one holds.

namespace norma::expr::detail {

/// `none`: the two have no order (different kinds, null, lists …).
enum class ordering : signed char { less = -1, equal = 0, greater = 1, none = 2 };

template <class T>
[[nodiscard]] ordering ordering_of(const T& a, const T& b) {
  const auto c = a <=> b;
  return c < 0 ? ordering::less : c > 0 ? ordering::greater : ordering::equal;
}

[[nodiscard]] inline std::int64_t whole_seconds(time_of_day t) {
  return t.nanoseconds / 1'000'000'000;
}

/// Two known values; texts by their rank where `by` is an ordered category.
[[nodiscard]] inline ordering order(const value& a, const value& b,
                                    const category_type* by = nullptr) {
  if (const auto* x = a.num()) {
    const auto* y = b.num();
    return y != nullptr ? ordering_of(*x, *y) : ordering::none;
  }
  if (const auto* x = a.day()) {
    const auto* y = b.day();
    return y != nullptr ? ordering_of(*x, *y) : ordering::none;
  }
  if (const auto* x = a.string()) {
    const auto* y = b.string();
    if (y == nullptr) return ordering::none;
    if (by == nullptr) return ordering_of(x->compare(*y), 0);
    const auto p = by->rank(*x);
    const auto q = by->rank(*y);
    return by->ordered && p && q ? ordering_of(*p, *q) : ordering::none;
  }
  if (const auto* x = a.time()) {
    const auto* y = b.time();
    return y != nullptr ? ordering_of(whole_seconds(*x), whole_seconds(*y))
                        : ordering::none;
  }
  if (const auto* x = a.moment()) {
    const auto* y = b.moment();
    if (y == nullptr) return ordering::none;
    if (x->day != y->day) return ordering_of(x->day, y->day);
    return ordering_of(whole_seconds(x->time), whole_seconds(y->time));
  }
  if (const auto* x = a.months()) {
    const auto* y = b.months();
    return y != nullptr ? ordering_of(*x, *y) : ordering::none;
  }
  if (const auto* x = a.days()) {
    const auto* y = b.days();
    return y != nullptr ? ordering_of(*x, *y) : ordering::none;
  }
  return ordering::none;
}

/// What two texts take to be compared, in steps: as far as the shorter goes.
[[nodiscard]] inline std::size_t texts_cost(const value& a, const value& b) {
  const auto* x = a.string();
  const auto* y = b.string();
  return x == nullptr || y == nullptr
             ? 0
             : std::min(x->size(), y->size()) / text_bytes_a_step;
}

/// What two numbers, or durations, take to be put in order, in steps.
[[nodiscard]] inline std::size_t numbers_cost(const value& a, const value& b) {
  const auto* x = amount_in(a);
  const auto* y = amount_in(b);
  return x == nullptr || y == nullptr ? 0 : order_cost(*x, *y);
}

/// `mismatch`: FEEL's null with error.
enum class sameness : unsigned char { no, yes, unknown, mismatch };

/// Equality all through lists, ranges and records: the `and` of their parts.
class equality {
 public:
  /// Gathers the causes of unknown parts where `causes` is not null.
  explicit equality(cause_gatherer* causes = nullptr,
                    std::size_t budget = static_cast<std::size_t>(-1))
      : causes_(causes), budget_(budget) {}

  [[nodiscard]] sameness operator()(const value& a, const value& b) {
    if (++steps_ > budget_) return sameness::mismatch;  // which is not looked at
    if (a.is_unknown() || b.is_unknown()) {
      if (const auto decided = compare_bounds(node_kind::equal, a, b))
        return of(*decided);
      // Of a whole all parts are compared, whatever the other side turns out to be.
      for (const auto* side : {&a, &b})
        visit_unknown(
            *side, true, [this](std::size_t n) { return (steps_ += n) <= budget_; },
            [this](const value& part) {
              if (causes_ != nullptr) causes_->add(part.causes());
            });
      return sameness::unknown;
    }
    if (a.is_null() || b.is_null()) return of(a.is_null() && b.is_null());
    if (const auto* x = a.boolean()) {
      const auto* y = b.boolean();
      return y != nullptr ? of(*x == *y) : sameness::mismatch;
    }
    if (const auto* x = a.list()) {
      const auto* y = b.list();
      return y != nullptr ? lists(*x, *y) : sameness::mismatch;
    }
    if (const auto* x = a.range()) {
      const auto* y = b.range();
      return y != nullptr ? ranges(*x, *y) : sameness::mismatch;
    }
    if (const auto* x = a.record()) {
      const auto* y = b.record();
      return y != nullptr ? records(*x, *y) : sameness::mismatch;
    }
    const bool numbers = a.num() != nullptr && b.num() != nullptr;
    if (numbers || (a.days() != nullptr && b.days() != nullptr)) {
      const auto& x = *amount_in(a);
      const auto& y = *amount_in(b);
      if ((steps_ += sameness_cost(x, y)) > budget_) return sameness::mismatch;
      return of(x == y);
    }
    if ((steps_ += texts_cost(a, b)) > budget_) return sameness::mismatch;
    const auto c = order(a, b);
    return c == ordering::none ? sameness::mismatch : of(c == ordering::equal);
  }

  [[nodiscard]] std::size_t steps() const { return steps_; }

 private:
  [[nodiscard]] static sameness of(bool same) {
    return same ? sameness::yes : sameness::no;
  }

  /// The `and` of two: no, else unknown, else mismatch, else yes.
  [[nodiscard]] static sameness both(sameness a, sameness b) {
    if (a == sameness::no || b == sameness::no) return sameness::no;
    if (a == sameness::unknown || b == sameness::unknown) return sameness::unknown;
    return a == sameness::yes ? b : a;
  }

  [[nodiscard]] sameness lists(const list_value& a, const list_value& b) {
    if (a.size() != b.size()) return sameness::no;
    auto result = sameness::yes;
    for (std::size_t i = 0; i < a.size() && result != sameness::no; ++i)
      result = both(result, (*this)(a[i], b[i]));
    return result;
  }

  [[nodiscard]] sameness ends(const std::optional<value>& a,
                              const std::optional<value>& b) {
    if (a.has_value() != b.has_value()) return sameness::no;
    return a ? (*this)(*a, *b) : sameness::yes;
  }

  [[nodiscard]] sameness ranges(const range_value& a, const range_value& b) {
    if (a.negated != b.negated || a.equal != b.equal ||
        a.low_included != b.low_included || a.high_included != b.high_included)
      return sameness::no;
    const auto low = ends(a.low, b.low);
    return low == sameness::no ? low : both(low, ends(a.high, b.high));
  }

  [[nodiscard]] sameness records(const record_value& a, const record_value& b) {
    if (a.fields.size() != b.fields.size() || !a.shape || !b.shape) return sameness::no;
    auto result = sameness::yes;
    for (std::size_t i = 0; i < a.fields.size() && result != sameness::no; ++i) {
      const auto* other = b.find(a.name(i));
      result =
          other == nullptr ? sameness::no : both(result, (*this)(a.fields[i], *other));
    }
    return result;
  }

  cause_gatherer* causes_;
  std::size_t budget_;
  std::size_t steps_ = 0;
};

/// Elements of a value all through, texts and numbers by their length: what it
/// costs to write it down. Stops counting beyond `most` elements or `depth` levels.
struct weight {
  bool with_parts = false;  ///< fields of records and ends of ranges count, too
  std::size_t items = 0;
  std::size_t held = 0;     ///< in steps, of the memory that its values take
  std::size_t writing = 0;  ///< in steps, of the numbers
  bool too_deep = false;
};

/// What it costs to keep a value, in steps: as many as memory has room for.
[[nodiscard]] inline std::size_t keeping_of(const value& v) {
  if (const auto* s = v.string()) return 2 + s->size() / 8;
  if (v.range() != nullptr) return 10;
  return v.is_unknown() ? 40 : 2;  // causes are many times as large as what is known
}

inline void weigh(const value& v, std::size_t most, std::size_t depth, weight& sum) {
  ++sum.items;
  sum.held += keeping_of(v);
  if (const auto* s = v.string()) sum.items += s->size() / 8;
  if (const auto* n = amount_in(v)) {
    sum.items += cost_of(*n);
    sum.writing += writing_of(*n);
  }
  const auto* list = v.list();
  const auto* range = sum.with_parts ? v.range() : nullptr;
  const auto* record = sum.with_parts ? v.record() : nullptr;
  if (list == nullptr && range == nullptr && record == nullptr) return;
  if (depth == 0) {
    sum.too_deep = true;
    return;
  }
  const auto go_on = [&](const value& part) {
    if (sum.items > most || sum.too_deep) return false;
    weigh(part, most, depth - 1, sum);
    return true;
  };
  for (std::size_t i = 0; list != nullptr && i < list->size(); ++i)
    if (!go_on((*list)[i])) return;
  for (std::size_t i = 0; record != nullptr && i < record->fields.size(); ++i) {
    sum.items += record->name(i).size() / 8;
    if (!go_on(record->fields[i])) return;
  }
  if (range != nullptr && range->low) go_on(*range->low);
  if (range != nullptr && range->high) go_on(*range->high);
}

}  // namespace norma::expr::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/bounds.ipp>
#include <norma/expr/impl/evaluator.ipp>
#include <norma/expr/impl/real_math.ipp>
#include <norma/expr/impl/time_math.ipp>

// Arithmetic of numbers, texts, dates, times and durations (DMN 1.5, 10.3.2.3).

namespace norma::expr::detail {

/// The unknown `v` between `bounds`, if there are any and they are not too long.
inline value evaluator::unknown_within(std::optional<number_bounds> bounds,
                                       value v) const {
  const auto too_long = [this](const std::optional<number>& end) {
    return end && end->digits() > env_.bounds.number_digits;
  };
  if (!bounds || (!bounds->low && !bounds->high)) return v;
  if (too_long(bounds->low) || too_long(bounds->high)) return v;
  partial_value known;
  known.bounds = std::move(bounds);
  return value::unknown(v.causes(), std::move(known));
}

/// A number or duration of nothing.
[[nodiscard]] inline bool is_zero(const value& v) {
  if (const auto* n = v.num()) return n->sign() == 0;
  if (const auto* m = v.months()) return m->months == 0;
  const auto* d = v.days();
  return d != nullptr && d->seconds.sign() == 0;
}

inline value evaluator::mismatch(const node& n, const value& a, const value& b) {
  return fail_at(n, "N0703", {sign_of(n.kind), kind_of(a), kind_of(b)});
}

inline value evaluator::checked(const node& n, number result) {
  if (result.digits() > env_.bounds.number_digits)
    return fail_at(n, "N0708", {env_.bounds.number_digits});
  if (!spend(cost_of(result))) return {};
  return result;
}

inline value evaluator::checked_seconds(const node& n, number seconds) {
  auto result = checked(n, std::move(seconds));
  return result.num() != nullptr ? value{days_duration{*result.num()}} : result;
}

inline value evaluator::checked_months(const node& n, const number& months) {
  const auto whole = months.rounded(0, rounding::down).to_int64();
  return whole ? value{months_duration{*whole}} : fail_at(n, "N0711", {});
}

inline value evaluator::arithmetic(const node& n) {
  value left_scratch, right_scratch;
  const value& a = ref(n.children[0], left_scratch);
  const value& b = ref(n.children[1], right_scratch);
  const auto* x = a.num();
  const auto* y = b.num();
  if (x != nullptr && y != nullptr) return numeric(n, *x, *y);
  if (a.is_unknown() && n.kind == node_kind::divide && is_zero(b)) {
    // An error, whatever is divided.
    const auto failed = no_divisor(n, a);
    return failed.is_unknown() ? unknown_of(failed, a) : failed;
  }
  if (a.is_unknown() || b.is_unknown())
    return unknown_within(combine_bounds(n.kind, a, b), unknown_of(a, b));
  if (const auto* p = amount_in(a), *q = amount_in(b); p != nullptr && q != nullptr)
    if (!spend(work_of(*p, *q, n.kind == node_kind::divide))) return {};
  switch (n.kind) {
    case node_kind::add: return add(n, a, b);
    case node_kind::subtract: return subtract(n, a, b);
    case node_kind::multiply: return multiply(n, a, b);
    case node_kind::divide: return divide_by(n, a, b);
    default: return mismatch(n, a, b);
  }
}

inline value evaluator::numeric(const node& n, const number& a, const number& b) {
  if (!spend(work_of(a, b, n.kind == node_kind::divide))) return {};
  switch (n.kind) {
    case node_kind::add: return checked(n, a + b);
    case node_kind::subtract: return checked(n, a - b);
    case node_kind::multiply: return checked(n, a * b);
    case node_kind::divide: {
      auto quotient = divide(a, b);
      return quotient ? checked(n, std::move(*quotient)) : no_divisor(n, value{a});
    }
    default: return raise(n, a, b);
  }
}

/// A fact that is divided by and is 0 is named: there was nothing to count.
inline value evaluator::no_divisor(const node& n, const value& above) {
  auto failed = fail_at(n, "N0701", {});
  const node& by = n.children[1];
  const auto causes = failed.causes();
  if (by.kind != node_kind::name || by.bound != binding::slot || !causes) return failed;
  auto why = causes->front();
  why.fact = std::string(env_.place) + (by.names.empty() ? by.name : by.names.front());
  why.arguments = {above.is_unknown() ? "?" : above.to_string()};
  return value::unknown(one_cause(std::move(why)));
}

inline value evaluator::raise(const node& n, const number& a, const number& b) {
  const auto digits = env_.bounds.number_digits;
  if (a.sign() == 0 && b.sign() < 0) return fail_at(n, "N0701", {});
  if (b.is_integer()) {
    // Only 0, 1 and -1 have powers of exponents that do not fit.
    auto exponent = b.to_int64();
    const auto size = a.sign() < 0 ? -a : a;
    if (!exponent && (size == number{0} || size == number{1}))
      exponent = (*divide(b, number{2})).is_integer() ? 2 : 1;
    const auto power = exponent ? a.power(*exponent, digits) : std::nullopt;
    return power ? checked(n, *power) : fail_at(n, "N0708", {digits});
  }
  if (a.sign() == 0) return a;
  if (a.sign() < 0) return fail_at(n, "N0714", {sign_of(n.kind), value{a}});
  if (!spend(power_cost(a) + work_of(a, b, true))) return {};
  const auto power = real_power(a, b, digits);
  return power ? value{*power} : fail_at(n, "N0708", {digits});
}

/// A date, time or both, moved by a duration.
inline value evaluator::moved(const node& n, const value& point, const value& by,
                              int sign) {
  const auto out = [&] { return fail_at(n, "N0711", {}); };
  if (const auto* m = by.months()) {
    if (point.time() != nullptr)
      return sign > 0 ? mismatch(n, point, by) : mismatch(n, by, point);
    std::int64_t months = 0;
    if (__builtin_mul_overflow(m->months, static_cast<std::int64_t>(sign), &months))
      return out();
    const auto start = moment_of(point);
    const auto day = start.day.plus_months(months);
    if (!day) return out();
    if (point.day() != nullptr) return *day;
    return date_time{*day, start.time};
  }
  const auto& seconds = by.days()->seconds;
  const auto shift_by = sign > 0 ? seconds : -seconds;
  if (const auto* d = point.day()) {
    const auto day = shift(*d, shift_by);
    return day ? value{*day} : out();
  }
  if (const auto* t = point.time()) {
    const auto time = shift(*t, shift_by);
    return time ? value{*time} : out();
  }
  const auto moment = shift(*point.moment(), shift_by);
  return moment ? value{*moment} : out();
}

inline value evaluator::add(const node& n, const value& a, const value& b) {
  constexpr kinds points = k_date | k_time | k_moment;
  const auto of_a = kind_of(a);
  const auto of_b = kind_of(b);
  if (of_a == k_text && of_b == k_text) return bounded(n, *a.string() + *b.string());
  if ((of_a & points) != 0 && (of_b & k_duration) != 0) return moved(n, a, b, 1);
  if ((of_a & k_duration) != 0 && (of_b & points) != 0) return moved(n, b, a, 1);
  if (of_a == k_months && of_b == k_months)
    return checked_months(n, number{a.months()->months} + number{b.months()->months});
  if (of_a == k_days && of_b == k_days)
    return checked_seconds(n, a.days()->seconds + b.days()->seconds);
  return mismatch(n, a, b);
}

inline value evaluator::subtract(const node& n, const value& a, const value& b) {
  constexpr kinds points = k_date | k_time | k_moment;
  const auto of_a = kind_of(a);
  const auto of_b = kind_of(b);
  if ((of_a & points) != 0 && (of_b & k_duration) != 0) return moved(n, a, b, -1);
  if (of_a != of_b) return mismatch(n, a, b);
  switch (of_a) {
    case k_date: return days_duration::of_days(a.day()->days() - b.day()->days());
    case k_time: {
      const auto gap = a.time()->nanoseconds - b.time()->nanoseconds;
      return days_duration{*divide(number{gap}, number{1'000'000'000})};
    }
    case k_moment: return days_duration{seconds_between(*b.moment(), *a.moment())};
    case k_months:
      return checked_months(n, number{a.months()->months} - number{b.months()->months});
    case k_days: return checked_seconds(n, a.days()->seconds - b.days()->seconds);
    default: return mismatch(n, a, b);
  }
}

inline value evaluator::multiply(const node& n, const value& a, const value& b) {
  const auto* factor = a.num() != nullptr ? a.num() : b.num();
  const auto& other = a.num() != nullptr ? b : a;
  if (factor == nullptr) return mismatch(n, a, b);
  if (const auto* m = other.months())
    return checked_months(n, number{m->months} * *factor);
  if (const auto* d = other.days()) return checked_seconds(n, d->seconds * *factor);
  return mismatch(n, a, b);
}

inline value evaluator::divide_by(const node& n, const value& a, const value& b) {
  const auto amount = [](const value& v) {
    return v.months() != nullptr ? number{v.months()->months} : v.days()->seconds;
  };
  const auto of_a = kind_of(a);
  const auto of_b = kind_of(b);
  if ((of_a & k_duration) == 0 || (of_b != of_a && of_b != k_number))
    return mismatch(n, a, b);
  const auto quotient = divide(amount(a), of_b == k_number ? *b.num() : amount(b));
  if (!quotient) return fail_at(n, "N0701", {});
  auto result = checked(n, *quotient);
  if (of_b == of_a || result.num() == nullptr) return result;
  if (of_a == k_months) return checked_months(n, *quotient);
  return days_duration{*quotient};
}

inline value evaluator::negate(const node& n) {
  value scratch;
  const value& v = ref(n.children[0], scratch);
  if (const auto* x = v.num()) return -*x;
  if (v.is_unknown())
    return unknown_within(combine_bounds(node_kind::subtract, number{0}, v),
                          unknown_of(v, v));
  if (const auto* m = v.months()) return checked_months(n, -number{m->months});
  if (const auto* d = v.days()) return days_duration{-d->seconds};
  return fail_at(n, "N0704",
                 {"-", "1", static_cast<kinds>(k_number | k_duration), kind_of(v)});
}

}  // namespace norma::expr::detail

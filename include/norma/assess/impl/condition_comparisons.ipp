// SPDX-License-Identifier: Apache-2.0
#pragma once

// Comparisons in words: what is measured, what it comes to, what is required.

#include <optional>     // std::optional
#include <string_view>  // std::string_view
#include <variant>      // std::get_if

#include <norma/assess/impl/condition_words.ipp>

namespace norma::detail {

// As readers write it, who are no programmers.
inline std::string_view condition_words::symbol(expr::node_kind kind) {
  using k = expr::node_kind;
  switch (kind) {
    case k::not_equal: return "≠";
    case k::less_equal: return "≤";
    case k::greater_equal: return "≥";
    case k::negate:
    case k::subtract: return "−";
    case k::multiply: return "×";
    case k::power: return "^";
    default: return expr::sign_of(kind);
  }
}

inline condition_words::share condition_words::share_of(const expr::node& n) const {
  if (n.kind == expr::node_kind::literal) return share_sign_of(source_of(n));
  if (const auto* p = parameter_of(n)) return p->share;
  return is_rate(n) ? share::percent : share::none;
}

inline const parameter* condition_words::parameter_of(const expr::node& n) const {
  if (n.kind != expr::node_kind::name || n.bound != expr::binding::slot) return nullptr;
  return std::get_if<parameter>(&words_.names().slots[n.index]);
}

// The same for every unit.
inline bool condition_words::is_fixed(const expr::node& n) const {
  return n.kind == expr::node_kind::literal || parameter_of(n) != nullptr;
}

// As the threshold says; where it does not, a rate is a percentage.
inline condition_words::share condition_words::share_of(const expr::node& measured,
                                                        const expr::node& bound) const {
  const auto as = share_of(bound);
  return as == share::none ? share_of(measured) : as;
}

inline bool condition_words::is_percentage(const expr::node& n) const {
  return n.kind == expr::node_kind::literal && share_of(n) != share::none;
}

inline void condition_words::exact_percentage(const number& n, share as) {
  out_ += wording::share(n, as);
}

// As it is written.
inline void condition_words::percent_of(const expr::node& n) {
  const auto written = source_of(n);
  const auto digits = written.find_first_not_of("0123456789.");
  out_.append(written.substr(0, digits)).append(" ").append(written.substr(digits));
}

// What is measured stands before the number it is held against.
inline void condition_words::comparison(const expr::node& n, bool wanted) {
  const bool turned = is_fixed(n.children[0]) && !is_fixed(n.children[1]);
  const auto& left = n.children[turned ? 1 : 0];
  const auto& right = n.children[turned ? 0 : 1];
  const auto kind = turned ? mirrored(n.kind) : n.kind;
  const auto op = wanted ? kind : opposite(kind);
  const auto sign = [&] { out_.append(symbol(op)).append(" "); };
  if (mood_ == mood::element && is_field_of_two(left, right)) {
    field_of_list(left);
    out_ += ' ';
    sign();
    return field_of_list(right);
  }
  if (mood_ == mood::element && has_local(n)) {
    side(left);
    out_ += ' ';
    sign();
    return is_year(left) ? term(right, left) : side(right);
  }
  // A rate is a percentage on both sides.
  const auto as = share_of(left, right);
  const auto measured = [&] { measure(left, right, op, as); };
  const auto bound = [&] {
    sign();
    required(right, left, as);
  };
  if (mood_ == mood::demanded) return say("R0505", measured, bound);
  measured();
  out_ += ' ';
  bound();
}

// The left side, and what it comes to.
inline void condition_words::measure(const expr::node& left, const expr::node& right,
                                     expr::node_kind op, share as) {
  side(left);
  if (!compound(left)) return;
  const auto got = expr::evaluate(e_, left, env_);
  const auto bound =
      got.is_unknown() || as != share::none ? expr::evaluate(e_, right, env_) : value{};
  if (got.is_unknown()) {
    if (bound.num() != nullptr) deciding_bound(got, left, *bound.num(), op, as);
    return;
  }
  out_ += " = ";
  if (as == share::none || got.num() == nullptr) return value_of(got, left);
  const bool down =
      op == expr::node_kind::greater || op == expr::node_kind::greater_equal;
  out_ += wording::percentage(
      *got.num(), down,
      bound.num() != nullptr ? std::optional{*bound.num()} : std::nullopt,
      as == share::per_mille);
}

inline void condition_words::with_outcome(const expr::node& n) {
  side(n);
  if (has_local(n) || !compound(n)) return;
  const auto is = expr::evaluate(e_, n, env_);
  if (is.is_unknown() || is.is_null()) return;
  out_ += " = ";
  value_of(is, n);
}

inline void condition_words::deciding_bound(const value& got, const expr::node& left,
                                            const number& held_against,
                                            expr::node_kind op, share as) {
  using k = expr::node_kind;
  const auto* within = bounds_of(got);
  if (within == nullptr || !is_comparison(op)) return;
  const auto& [low, high] = *within;
  const bool from_low = op == k::greater_equal || op == k::less;
  const bool from_high = op == k::greater || op == k::less_equal;
  const auto told = [&](std::string_view code, const number& n, bool down) {
    out_ += ' ';
    say(code, [&] {
      if (as == share::none) return value_of(value{n}, left);
      out_ += wording::percentage(n, down, held_against, as == share::per_mille);
    });
  };
  if (low && (from_low ? *low >= held_against : *low > held_against)) {
    told("R0547", *low, true);
  } else if (high && (from_high ? *high <= held_against : *high < held_against)) {
    told("R0549", *high, false);
  }
}

// The threshold: as written, or put together from facts and what it comes to.
inline void condition_words::required(const expr::node& n, const expr::node& beside,
                                      share as) {
  if (is_percentage(n)) return percent_of(n);
  if (!compound(n)) {
    if (as != share::none && n.kind == expr::node_kind::name) {
      const auto is = expr::evaluate(e_, n, env_);
      if (is.num() == nullptr) return term(n);
      out_.append(words_.label(n.index)).append(" ");
      return exact_percentage(*is.num(), as);
    }
    return term(n, beside);
  }
  side(n);
  const auto is = expr::evaluate(e_, n, env_);
  if (is.is_unknown() || is.is_null()) return;
  out_ += " = ";
  if (as != share::none && is.num() != nullptr) return exact_percentage(*is.num(), as);
  value_of(is, n);
}

}  // namespace norma::detail

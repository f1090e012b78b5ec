// SPDX-License-Identifier: Apache-2.0
#pragma once

// Comparisons in words: what is measured, what it comes to, what is required.

#include <optional>     // std::optional
#include <string_view>  // std::string_view

#include <norma/assess/impl/condition_words.ipp>

namespace norma::detail {

inline std::string_view condition_words::symbol(expr::node_kind kind) {
  using k = expr::node_kind;
  switch (kind) {
    case k::equal: return "=";
    case k::not_equal: return "≠";
    case k::less: return "<";
    case k::less_equal: return "≤";
    case k::greater: return ">";
    case k::greater_equal: return "≥";
    case k::add: return "+";
    case k::subtract: return "−";
    case k::multiply: return "×";
    case k::divide: return "/";
    default: return "";
  }
}

inline void condition_words::comparison(const expr::node& n, bool wanted) {
  const auto& left = n.children[0];
  const auto& right = n.children[1];
  const auto op = wanted ? n.kind : opposite(n.kind);
  const auto sign = [&] { out_.append(symbol(op)).append(" "); };
  if (mood_ == mood::element && has_local(n)) {
    term(left);
    out_ += ' ';
    sign();
    return term(right);
  }
  // A rate is a percentage on both sides.
  const bool percent = is_percentage(right) || is_rate(left);
  const auto measured = [&] { measure(left, right, op, percent); };
  const auto bound = [&] {
    sign();
    required(right, left, percent);
  };
  if (mood_ == mood::demanded) return say("R0505", measured, bound);
  measured();
  out_ += ' ';
  bound();
}

// The left side, and what it comes to.
inline void condition_words::measure(const expr::node& left, const expr::node& right,
                                     expr::node_kind op, bool percent) {
  term(left);
  if (!compound(left)) return;
  const auto got = expr::evaluate(e_, left, env_);
  if (got.is_unknown()) return;
  out_ += " = ";
  if (!percent || got.num() == nullptr) return value_of(got, left);
  const bool down = op == expr::node_kind::greater || op == expr::node_kind::greater_equal;
  const auto bound = expr::evaluate(e_, right, env_);
  out_ += wording::percentage(
      *got.num(), down, bound.num() != nullptr ? std::optional{*bound.num()} : std::nullopt);
}

// The threshold: as written, or put together from facts and what it comes to.
inline void condition_words::required(const expr::node& n, const expr::node& beside,
                                      bool percent) {
  if (is_percentage(n)) return percent_of(n);
  if (!compound(n)) {
    if (percent && n.kind == expr::node_kind::name) {
      const auto is = expr::evaluate(e_, n, env_);
      if (is.num() == nullptr) return term(n);
      out_.append(words_.label(n.index)).append(" ");
      return exact_percentage(*is.num());
    }
    return term(n, beside);
  }
  term(n);
  const auto is = expr::evaluate(e_, n, env_);
  if (is.is_unknown() || is.is_null()) return;
  out_ += " = ";
  if (percent && is.num() != nullptr) return exact_percentage(*is.num());
  value_of(is, n);
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sums, products and powers in words: what is told comes to what stands behind it.

#include <norma/assess/impl/condition_words.ipp>

namespace norma::detail {

inline condition_words::firmness condition_words::firmness_of(const expr::node& n) const {
  using k = expr::node_kind;
  switch (n.kind) {
    case k::add:
    case k::subtract: return firmness::sum;
    case k::multiply:
    case k::divide: return firmness::product;
    case k::negate: return firmness::sign;
    case k::power: return firmness::power;
    case k::literal: {
      const auto* written = n.literal.num();
      return written != nullptr && written->sign() < 0 ? firmness::sign : firmness::whole;
    }
    case k::conditional: {
      const auto holds = truth_at(n.children[0]);
      if (holds == truth::unknown) return firmness::nothing;
      return firmness_of(n.children[holds == truth::yes ? 1 : 2]);
    }
    case k::equal:
    case k::not_equal:
    case k::less:
    case k::less_equal:
    case k::greater:
    case k::greater_equal:
    case k::conjunction:
    case k::disjunction:
    case k::some:
    case k::every:
    case k::between:
    case k::in: return firmness::nothing;
    default: return is_rate(n) ? firmness::product : firmness::whole;
  }
}

inline void condition_words::calculation(const expr::node& n, expr::node_kind kind) {
  using k = expr::node_kind;
  // Of days and months the order counts.
  const bool numbers = n.checked_type.kind == expr::type_kind::number;
  auto left = firmness::product;
  auto right = firmness::product;
  switch (kind) {
    case k::add:
      left = firmness::sum;
      if (numbers) right = firmness::sum;
      break;
    case k::subtract: left = firmness::sum; break;
    case k::divide: right = firmness::sign; break;
    case k::power: left = right = firmness::whole; break;
    default: break;
  }
  operand(n.children[0], left, false);
  out_.append(" ").append(symbol(kind)).append(" ");
  operand(n.children[1], right);
}

inline void condition_words::operand(const expr::node& n, firmness least,
                                     bool behind_sign) {
  const auto own = firmness_of(n);
  if (own >= least && !(behind_sign && own == firmness::sign)) return term(n);
  out_ += '(';
  term(n);
  out_ += ')';
}

}  // namespace norma::detail

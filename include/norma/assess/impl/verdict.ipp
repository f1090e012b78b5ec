// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/verdict.hpp>

namespace norma {

NORMA_INLINE std::string_view to_string(verdict v) {
  switch (v) {
    case verdict::pass: return "pass";
    case verdict::fail: return "fail";
    case verdict::undetermined: return "undetermined";
    case verdict::not_applicable: break;
  }
  return "not_applicable";
}

NORMA_INLINE void tally::add(verdict v) {
  switch (v) {
    case verdict::pass: ++pass; break;
    case verdict::fail: ++fail; break;
    case verdict::undetermined: ++undetermined; break;
    case verdict::not_applicable: ++not_applicable; break;
  }
}

namespace detail {

// A verdict that wins over the others, then undetermined, then the last.
NORMA_INLINE verdict conclude_by_dominance(bool dominant, verdict wins, bool open,
                                           bool other, verdict otherwise) {
  if (dominant) return wins;
  if (open) return verdict::undetermined;
  return other ? otherwise : verdict::not_applicable;
}

NORMA_INLINE verdict conclude_at_least(const tally& m, std::size_t n) {
  if (m.pass >= n) return verdict::pass;
  const bool some_decided = m.pass + m.fail > 0;
  if (m.pass + m.undetermined < n && some_decided) return verdict::fail;
  if (!some_decided && m.undetermined == 0) return verdict::not_applicable;
  return verdict::undetermined;
}

}  // namespace detail

NORMA_INLINE verdict conclude(combine how, const tally& m, std::size_t n) {
  switch (how) {
    case combine::all:
      return detail::conclude_by_dominance(m.fail > 0, verdict::fail, m.undetermined > 0,
                                           m.pass > 0, verdict::pass);
    case combine::any:
      return detail::conclude_by_dominance(m.pass > 0, verdict::pass, m.undetermined > 0,
                                           m.fail > 0, verdict::fail);
    case combine::none:  // `any` with pass and fail exchanged
      return detail::conclude_by_dominance(m.pass > 0, verdict::fail, m.undetermined > 0,
                                           m.fail > 0, verdict::pass);
    case combine::at_least: break;
  }
  return detail::conclude_at_least(m, n);
}

NORMA_INLINE verdict decide_part(strength s, truth when, truth requirement) {
  const auto met = requirement == truth::yes  ? verdict::pass
                   : requirement == truth::no ? verdict::fail
                                              : verdict::undetermined;
  if (when == truth::yes) return met;
  if (s != strength::conditional) {
    return when == truth::no ? verdict::not_applicable : verdict::undetermined;
  }
  if (met == verdict::pass) return met;
  return when == truth::no && met == verdict::fail ? verdict::not_applicable
                                                   : verdict::undetermined;
}

}  // namespace norma

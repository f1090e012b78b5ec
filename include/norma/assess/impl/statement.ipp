// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which statement about a fact holds on the two days, and what it says.

#include <compare>   // std::strong_ordering
#include <cstddef>   // std::size_t
#include <optional>  // std::optional
#include <string>    // std::string
#include <utility>   // std::move
#include <vector>    // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/told_apart.ipp>
#include <norma/assess/wording.hpp>
#include <norma/core/limits.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/unit.hpp>

namespace norma::detail {

// The days of evidence.
struct evidence_days {
  std::optional<date> day, recorded;
  friend auto operator<=>(const evidence_days&, const evidence_days&) = default;
};

// What fills in the days that a statement's own evidence leaves open.
struct outer_days {
  evidence_days from = {};
  bool dated_by_fact = false;  ///< the day of the unit is not the statement's

  [[nodiscard]] evidence_days of(const supplied_value& s) const {
    const auto& own = s.from.get();
    evidence_days all{own.day, own.recorded};
    if (dated_by_fact && own.day_of_unit) all.day.reset();
    if (!all.day && !dated_by_fact) all.day = from.day;
    if (!all.recorded) all.recorded = from.recorded;
    return all;
  }
};

// The statement that holds, or why none does.
struct chosen_statement {
  const supplied_value* holds = nullptr;
  value instead;  // unknown, where none holds
  evidence_days days = {};
};

NORMA_INLINE value unknown_because(cause_kind kind, std::string fact,
                                   std::string detail = {}) {
  return value::unknown(one_cause({kind, std::move(fact), std::move(detail), {}, {}}));
}

NORMA_INLINE value data_error(std::string fact, std::string code,
                              std::vector<std::string> arguments) {
  return value::unknown(one_cause({cause_kind::data_error,
                                   std::move(fact),
                                   {},
                                   std::move(code),
                                   std::move(arguments)}));
}

// What an expression, or a fact that rests on one, comes to where a limit of steps
// ended it.
NORMA_INLINE value stopped_by(step_limit met, std::string fact, const limits& bounds) {
  auto why = expr::error_of(met, bounds);
  return data_error(std::move(fact), std::move(why.code), std::move(why.arguments));
}

// Competing versions stand in the order of their days, then of the days of record
// (none = earliest).
NORMA_INLINE chosen_statement choose_version(const supplied_fact& given,
                                             const fact_definition& f,
                                             const std::string& fact,
                                             const bound_facts& in,
                                             const outer_days& outer) {
  const days& on = in.on;
  chosen_statement best;
  const supplied_value* rival = nullptr;
  for (const auto& one : given.statements) {
    const auto own = outer.of(one);
    if (own.day && *own.day > on.as_of) continue;
    if (on.known_as_of && own.recorded && *own.recorded > *on.known_as_of) continue;
    if (best.holds == nullptr || best.days < own) {
      best = {&one, {}, own};
      rival = nullptr;
    } else if (!(own < best.days) && !same_statement(one, *best.holds, f)) {
      rival = &one;
    }
  }
  if (best.holds == nullptr)
    return {nullptr, unknown_because(cause_kind::dated_later, fact)};
  if (rival != nullptr) {
    auto [one, other] = told_apart(*best.holds, *rival, f, in);
    return {nullptr, data_error(fact, "N0744",
                                {fact, std::move(one), std::move(other),
                                 best.days.day ? best.days.day->to_string()
                                               : word_argument("R0406")})};
  }
  return best;
}

// `fact` is where `f` stands: its name, of a member behind its place.
NORMA_INLINE chosen_statement choose_statement(const supplied_fact& given,
                                               const fact_definition& f,
                                               const std::string& fact,
                                               const bound_facts& in,
                                               const outer_days& outer = {}) {
  if (given.versioned && given.statements.empty()) {
    return {nullptr, unknown_because(cause_kind::missing, fact)};
  }
  if (given.versioned) return choose_version(given, f, fact, in, outer);
  const days& on = in.on;
  const auto& only = given.said().front();
  const auto own = outer.of(only);
  if (on.known_as_of && own.recorded && *own.recorded > *on.known_as_of) {
    return {nullptr,
            unknown_because(cause_kind::recorded_later, fact, own.recorded->to_string())};
  }
  return {&only, {}, own};
}

}  // namespace norma::detail

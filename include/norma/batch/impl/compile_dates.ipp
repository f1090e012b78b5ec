// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::find_if
#include <memory>     // std::make_unique
#include <utility>    // std::move
#include <variant>    // std::get_if

#include <norma/batch/impl/compile.hpp>
#include <norma/batch/impl/compile_facts.ipp>

// Days that are moved by a duration, and what is compared with null.

namespace norma::batch::detail {

/// `day + duration`, `duration + day` and `day - duration`, of a fact that is a day.
inline std::optional<std::size_t> condition_compiler::moved(const node& n) {
  const bool minus = n.kind == node_kind::subtract;
  const bool turned_round = !minus && is_closed(n.children[0]);
  const node& by = n.children[turned_round ? 0 : 1];
  if (!is_closed(by)) return std::nullopt;
  const auto lasting = duration_of(closed_value(by));
  const auto day = lasting ? named(n.children[turned_round ? 1 : 0]) : std::nullopt;
  if (!day || definition(*day)->declared != fact_type::date) return std::nullopt;
  read_move move{*day, {}, {}};
  if (const auto* months = std::get_if<months_duration>(&*lasting)) {
    const auto whole = minus ? months->negated() : *months;
    if (!whole) return std::nullopt;
    move.months = whole->months;
  } else {
    // A day begins at midnight, and what is moved to within a day is that day.
    const number& seconds = std::get_if<days_duration>(&*lasting)->seconds;
    const auto days = divide(minus ? -seconds : seconds, number{86400})
                          ->rounded(0, rounding::floor)
                          .to_int64();
    if (!days) return std::nullopt;
    move.days = *days;
  }
  read_scope& in = scope();
  const auto same = std::find_if(in.facts.begin(), in.facts.end(),
                                 [&](const read_fact& f) { return f.move == move; });
  if (same != in.facts.end()) return static_cast<std::size_t>(same - in.facts.begin());
  read_fact made;
  made.is = in.facts[*day].is;
  made.move = move;
  in.facts.push_back(std::move(made));
  return in.facts.size() - 1;
}

/// What is known is not null: a column has no way to say that a thing is absent.
class known_step final : public truth_step {
 public:
  explicit known_step(std::size_t fact) : fact_(fact) {}
  void run(block& in, kleene out) const override {
    std::copy_n(in.known(fact_), in.words(), out.yes);
    fill(out.no, in.words(), false);
  }

 private:
  std::size_t fact_;
};

/// `= null` and `!= null`.
inline step_ptr condition_compiler::compare_null(node_kind kind, const node& left) {
  const bool equal = kind == node_kind::equal;
  if (!equal && kind != node_kind::not_equal) return nullptr;
  const auto place = left.kind == node_kind::call ? pooled(left) : named(left);
  if (!place) return nullptr;
  const fact_type is = definition(*place)->declared;
  const bool pools = left.kind == node_kind::call;
  if (!pools && !is_numeric(is) && is != fact_type::boolean && is != fact_type::date &&
      is != fact_type::category) {
    return nullptr;
  }
  step_ptr known = std::make_unique<known_step>(*place);
  return equal ? negate(std::move(known)) : std::move(known);
}

}  // namespace norma::batch::detail

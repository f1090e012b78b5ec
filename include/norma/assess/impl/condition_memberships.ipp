// SPDX-License-Identifier: Apache-2.0
#pragma once

// `in` in words: a list, a span, an interval, some alternatives.

#include <cstddef>      // std::size_t
#include <string_view>  // std::string_view

#include <norma/assess/impl/condition_words.ipp>

namespace norma::detail {

inline void condition_words::membership(const expr::node& n, bool wanted) {
  const auto& subject = n.children[0];
  const auto& test = n.children[1];
  const bool single = n.children.size() == 2;
  if (single && test.kind == expr::node_kind::call && test.name == "last") {
    return say(
        {"R0511", "R0526", "R0532"}, wanted, [&] { with_outcome(subject); },
        [&] { out_ += env_.as_of.to_string(); }, [&] { length_of(test.children[0]); });
  }
  if (single && is_name_or_field(test)) {
    const bool span = test.checked_type.kind == expr::type_kind::range;
    return say(span ? sentences{"R0524", "R0530", "R0535"} : includes, wanted,
               term_of(test), [&] { term(subject, test); });
  }
  if (single && test.kind == expr::node_kind::comparison_range) {
    expr::node same;
    same.kind = test.comparison;
    same.children = {subject, test.children[0]};
    return comparison(same, wanted);
  }
  if (single && test.kind == expr::node_kind::range && test.name.empty()) {
    return within(subject, test, wanted);
  }
  say(
      {"R0512", "R0527", "R0533"}, wanted, [&] { with_outcome(subject); },
      [&] {
        for (std::size_t i = 1; i < n.children.size(); ++i) {
          if (i > 1) out_ += comma();
          term(n.children[i], subject);
        }
      });
}

// The list or span itself is what holds the value: `"wages" in e.topics`.
inline bool condition_words::is_name_or_field(const expr::node& n) {
  return n.kind == expr::node_kind::path ||
         (n.kind == expr::node_kind::name &&
          (n.checked_type.kind == expr::type_kind::list ||
           n.checked_type.kind == expr::type_kind::range));
}

// A duration's length alone: `12 months`, also where a parameter names it.
inline void condition_words::length_of(const expr::node& n) {
  if (has_local(n)) return term(n);
  value_of(expr::evaluate(e_, n, env_), n);
}

inline condition_words::share condition_words::share_of(const expr::node& measured,
                                                        const expr::node& low,
                                                        const expr::node& high) const {
  const auto as = share_of(measured, low);
  return share_of(high) == share::per_mille ? share::per_mille : as;
}

// With the end that it is beyond.
inline void condition_words::measure_within(const expr::node& subject,
                                            const expr::node& low, const expr::node& high,
                                            share as) {
  if (has_local(subject) || has_local(low) || has_local(high)) return side(subject);
  const auto got = expr::evaluate(e_, subject, env_);
  const auto end = expr::evaluate(e_, high, env_);
  const bool over =
      got.num() != nullptr && end.num() != nullptr && *got.num() > *end.num();
  measure(subject, over ? high : low,
          over ? expr::node_kind::less_equal : expr::node_kind::greater_equal, as);
}

inline void condition_words::end_of_range(const expr::node& at, const expr::node& subject,
                                          share as) {
  has_local(at) ? term(at) : required(at, subject, as);
}

inline void condition_words::between(const expr::node& n, bool wanted) {
  const auto& subject = n.children[0];
  const auto& low = n.children[1];
  const auto& high = n.children[2];
  const auto as = share_of(subject, low, high);
  say(
      {"R0513", "R0528", "R0531"}, wanted,
      [&] { measure_within(subject, low, high, as); },
      [&] { end_of_range(low, subject, as); }, [&] { end_of_range(high, subject, as); });
}

// `x in [2..5)`: at least 2 and less than 5.
inline void condition_words::within(const expr::node& subject, const expr::node& range,
                                    bool wanted) {
  const auto& low = range.children[0];
  const auto& high = range.children[1];
  const auto as = share_of(subject, low, high);
  const bool day = subject.checked_type.kind != expr::type_kind::number;
  const auto end = [&](const expr::node& at, std::string_view number,
                       std::string_view point) {
    const auto code = day ? point : number;
    return [this, &at, &subject, as, code] {
      say(code, [&] { end_of_range(at, subject, as); });
    };
  };
  say(
      {"R0545", "R0555", "R0546"}, wanted,
      [&] { measure_within(subject, low, high, as); },
      range.low_included ? end(low, "R0547", "R0551") : end(low, "R0548", "R0552"),
      range.high_included ? end(high, "R0549", "R0553") : end(high, "R0550", "R0554"));
}

}  // namespace norma::detail

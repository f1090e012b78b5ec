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
        {"R0511", "R0526", "R0532"}, wanted, term_of(subject),
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
  say({"R0512", "R0527", "R0533"}, wanted, term_of(subject), [&] {
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

// `x in [2..5)`: at least 2 and less than 5.
inline void condition_words::within(const expr::node& subject, const expr::node& range,
                                    bool wanted) {
  const auto& low = range.children[0];
  const auto& high = range.children[1];
  auto as = share_of(subject, low);
  if (share_of(high) == share::per_mille) as = share::per_mille;
  const auto is_over = [&] {
    const auto got = expr::evaluate(e_, subject, env_);
    const auto end = expr::evaluate(e_, high, env_);
    return got.num() != nullptr && end.num() != nullptr && *got.num() > *end.num();
  };
  const auto measured = [&] {
    const bool local = has_local(subject) || has_local(range);
    if (as == share::none || !compound(subject) || local) return term(subject);
    const bool over = is_over();
    measure(subject, over ? high : low,
            over ? expr::node_kind::less_equal : expr::node_kind::greater_equal, as);
  };
  const bool day = subject.checked_type.kind != expr::type_kind::number;
  const auto end = [&](const expr::node& at, std::string_view number,
                       std::string_view point) {
    const auto code = day ? point : number;
    return [this, &at, &subject, as, code] {
      say(code, [&] { has_local(at) ? term(at) : required(at, subject, as); });
    };
  };
  say({"R0545", "R0555", "R0546"}, wanted, measured,
      range.low_included ? end(low, "R0547", "R0551") : end(low, "R0548", "R0552"),
      range.high_included ? end(high, "R0549", "R0553") : end(high, "R0550", "R0554"));
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Properties of days, durations and periods in words, and what needs none: years, and
// what is the same for every unit.

#include <string_view>  // std::string_view
#include <utility>      // std::pair

#include <norma/assess/impl/condition_words.ipp>

namespace norma::detail {

inline std::string_view word_of_property(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"year", "R0571"},           {"month", "R0572"},       {"day", "R0573"},
      {"weekday", "R0574"},        {"hour", "R0575"},        {"minute", "R0576"},
      {"second", "R0577"},         {"years", "R0578"},       {"months", "R0579"},
      {"days", "R0580"},           {"hours", "R0581"},       {"minutes", "R0582"},
      {"seconds", "R0583"},        {"start", "R0216"},       {"end", "R0217"},
      {"start included", "R0584"}, {"end included", "R0585"}};
  for (const auto& [property, code] : words) {
    if (property == name) return code;
  }
  return {};
}

inline void condition_words::property(const expr::node& n) {
  if (is_closed(n) && value_alone(n)) return;
  say(
      "R0570", [&] { operand(n.children[0], firmness::whole); },
      [&] { property_name(n); });
}

inline void condition_words::property_name(const expr::node& n) {
  const auto code = word_of_property(n.name);
  if (code.empty()) {
    out_ += make_visible(n.name);
  } else {
    say(code);
  }
}

inline bool condition_words::is_bare_number(const expr::node& n) const {
  return is_fixed(n) && n.checked_type.kind == expr::type_kind::number &&
         n.checked_type.unit.empty() && share_of(n) == share::none;
}

inline bool condition_words::value_alone(const expr::node& n) {
  const auto is = expr::evaluate(e_, n, env_);
  if (is.is_unknown() || is.is_null()) return false;
  value_of(is, n);
  return true;
}

}  // namespace norma::detail

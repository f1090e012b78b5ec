// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/rule/suppose.hpp>

#include <algorithm>  // std::any_of, std::find
#include <set>        // std::set
#include <string>     // std::string
#include <utility>    // std::move
#include <variant>    // std::get_if
#include <vector>     // std::vector

#include <norma/core/error.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>

namespace norma {

namespace detail {

inline bool may_be(const parameter& p, const number& n) {
  return (p.declared != fact_type::count || n.is_integer()) &&
         (!p.scaled || n.rounded(p.scale, rounding::floor) == n);
}

/// Conditions were checked for months, or for days, where all values are of that kind.
inline bool may_be(const parameter& p, const duration& d) {
  using expr::type_kind;
  const bool months = std::holds_alternative<months_duration>(d);
  return p.type.kind != (months ? type_kind::days_duration : type_kind::months_duration);
}

inline bool may_be(const parameter& p, const value& v) {
  switch (p.declared) {
    case fact_type::boolean: return v.boolean() != nullptr;
    case fact_type::count:
    case fact_type::amount:
    case fact_type::number: return v.num() != nullptr && may_be(p, *v.num());
    case fact_type::text: return v.string() != nullptr;
    case fact_type::date: return v.day() != nullptr;
    case fact_type::category:
      return v.string() != nullptr && p.type.category != nullptr &&
             p.type.category->rank(*v.string()).has_value();
    case fact_type::duration:
      return (v.months() != nullptr && may_be(p, duration{*v.months()})) ||
             (v.days() != nullptr && may_be(p, duration{*v.days()}));
    default: return false;
  }
}

/// A span for which evidence holds, as the loader wants it: whole days or months.
inline bool holds_evidence(const vocabulary& words, std::uint32_t slot) {
  return std::any_of(words.slots.begin(), words.slots.end(), [&](const auto& one) {
    const auto* f = std::get_if<fact_definition>(&one);
    const auto* lasting =
        f == nullptr ? nullptr : std::get_if<std::uint32_t>(&f->valid_for);
    return lasting != nullptr && *lasting == slot;
  });
}

inline bool counts_days(const value& v) {
  if (const auto* months = v.months()) return norma::counts_days(duration{*months});
  return v.days() != nullptr && norma::counts_days(duration{*v.days()});
}

/// As rule files write it, or nearly so: `6 months`, `90 %`.
inline std::string told_value(const value& v, share_sign as) {
  const auto words = [](const duration& d) {
    return text_argument({describe(d, true), describe(d, false)});
  };
  if (const auto* months = v.months()) return words(duration{*months});
  if (const auto* days = v.days()) return words(duration{*days});
  if (v.num() == nullptr || as == share_sign::none) return v.to_string();
  const int whole = as == share_sign::percent ? 100 : 1000;
  return (*v.num() * number{whole}).to_string() + (whole == 100 ? "%" : "‰");
}

[[noreturn]] inline void refuse_parameter(const pack_content& in, std::string_view name) {
  std::set<std::string> known;
  for (const auto& [kind, words] : in.vocabularies) {
    for (const auto& [each, symbol] : words.names) {
      if (words.fact(symbol.slot) == nullptr) known.insert(each);
    }
  }
  throw rule_error({{"N0577",
                     {in.identity.id, std::string(name),
                      did_you_mean(name, {known.begin(), known.end()})},
                     {},
                     {}}});
}

}  // namespace detail

NORMA_INLINE pack suppose(const pack& of, std::string_view name, const value& to) {
  pack_content changed = of.content();
  bool found = false;
  for (auto& [kind, words] : changed.vocabularies) {
    const auto slot = words.find_parameter(name);
    if (!slot) continue;
    found = true;
    auto& p = std::get<parameter>(words.slots[*slot]);
    const bool fits = detail::may_be(p, to) &&
                      (!detail::holds_evidence(words, *slot) || detail::counts_days(to));
    if (!fits) {
      const auto like = p.values.empty() ? value{} : p.values.back().content;
      throw rule_error({{"N0578",
                         {std::string(name), detail::told_value(to, p.share),
                          detail::told_value(like, p.share)},
                         {},
                         {}}});
    }
    p.supposed = to;
  }
  if (!found) detail::refuse_parameter(changed, name);
  auto& all = changed.supposed;
  if (std::find(all.begin(), all.end(), name) == all.end()) all.emplace_back(name);
  return pack(std::move(changed));
}

}  // namespace norma

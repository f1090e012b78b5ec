// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a statement says on the two days: its value, or why there is none.

#include <optional>  // std::optional
#include <string>    // std::string
#include <variant>   // std::get_if
#include <vector>    // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/admit.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/rule/content.hpp>

namespace norma {

namespace detail {

NORMA_INLINE void state_parameters(bound_facts& out) {
  for (std::uint32_t slot = 0; slot < out.names->slots.size(); ++slot) {
    const auto* p = std::get_if<parameter>(&out.names->slots[slot]);
    if (p == nullptr) continue;
    const auto* dated = p->on(out.on.as_of);
    out.stated[slot] = dated != nullptr
                           ? dated->content
                           : unknown_because(cause_kind::missing, p->name);
  }
}

NORMA_INLINE std::optional<duration> validity_of(const fact_definition& f,
                                                 const bound_facts& in) {
  if (const auto* fixed = std::get_if<duration>(&f.valid_for)) return *fixed;
  if (const auto* slot = std::get_if<std::uint32_t>(&f.valid_for)) {
    const auto& v = in.stated[*slot];
    if (const auto* m = v.months()) return duration{*m};
    if (const auto* d = v.days()) return duration{*d};
  }
  return std::nullopt;
}

// True if there is something that evidence can be of.
NORMA_INLINE bool holds_content(const supplied_value& s) {
  return s.state == supply::none ||
         (s.state == supply::known && (s.members || !s.content.is_null()));
}

// The days of evidence.
struct evidence_days {
  std::optional<date> day, recorded;
};

// The units that the fact, a list of units, holds; `from` is of the list.
NORMA_INLINE value bind_members(const bound_facts& outer, const fact_definition& f,
                                const std::vector<unit>& members,
                                const evidence_days& from);

NORMA_INLINE value value_stated(const fact_definition& f, const supplied_value& s,
                                const std::string& path, const bound_facts& in) {
  switch (s.state) {
    case supply::known:
      // An empty value is one that was not given, never FEEL's null.
      if (!holds_content(s)) return unknown_because(cause_kind::missing, path);
      break;
    case supply::none:
      if (!f.optional) return data_error(path, "N0745", {path});
      break;
    case supply::blank: return unknown_because(cause_kind::missing, path);
    case supply::pending: return unknown_because(cause_kind::pending, path, s.note);
    case supply::disagreement:
      return unknown_because(cause_kind::disagreement, path, s.note);
  }
  const auto lasting = validity_of(f, in);
  if (lasting && s.from.day && *s.from.day <= in.on.as_of &&
      !holds_on(*s.from.day, *lasting, in.on.as_of)) {
    const auto last = last_day_of(*s.from.day, *lasting);
    return value::unknown(one_cause({cause_kind::expired, path, s.from.day->to_string(), {},
                                     {last ? last->to_string() : std::string{}}}));
  }
  if (s.state == supply::none) return {};
  if (s.members) return bind_members(in, f, *s.members, {s.from.day, s.from.recorded});
  return admit(f, s.content, path);
}

}  // namespace detail

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a statement says on the two days: its value, or why there is none.

#include <algorithm>  // std::max
#include <cstddef>    // std::size_t
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::move
#include <variant>    // std::get_if
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/admit.ipp>
#include <norma/assess/impl/statement.ipp>
#include <norma/assess/impl/validity.ipp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>

namespace norma {

namespace detail {

NORMA_INLINE void state_parameters(bound_facts& out) {
  for (std::uint32_t slot = 0; slot < out.names->slots.size(); ++slot) {
    const auto* p = std::get_if<parameter>(&out.names->slots[slot]);
    if (p == nullptr) continue;
    const auto* given = p->value_on(out.on.as_of);
    out.stated[slot] =
        given != nullptr ? *given : unknown_because(cause_kind::missing, p->name);
  }
}

// True if there is something that evidence can be of.
NORMA_INLINE bool holds_content(const supplied_value& s) {
  return s.state == supply::none ||
         (s.state == supply::known && (s.members || !s.content.is_null()));
}

// The units that the fact, a list of units, holds; `from` is of the list, `unsaid` why
// its day is not known, if a fact that is not known says it.
NORMA_INLINE value bind_members(const bound_facts& outer, const fact_definition& f,
                                const std::vector<unit>& members,
                                const evidence_days& from, const value& unsaid);

// The day of evidence; or why there is none to tell whether it holds.
struct evidence_day {
  std::optional<date> day;
  value open;    // unknown, if so
  value unsaid;  // unknown, where another fact is to say the day and does not
};

// Its own, or the value of the fact that dates it. Both must agree; with
// neither, evidence that expires is as good as none.
NORMA_INLINE evidence_day day_of_evidence(const fact_definition& f,
                                          std::optional<date> own,
                                          const std::string& path,
                                          const bound_facts& in) {
  if (!f.dated_by) return {own, {}, {}};
  const auto& dating = in.stated[*f.dated_by];
  const auto name = in.place + in.names->fact(*f.dated_by)->name;
  if (const auto* day = dating.day()) {
    if (!own || *own == *day) return {*day, {}, {}};
    auto differ =
        data_error(path, "N0753", {path, own->to_string(), name, day->to_string()});
    // Of whichever day: evidence that is of a later one does not hold yet.
    if (std::max(*own, *day) > in.on.as_of && validity_of(f, in)) {
      const auto later = unknown_because(cause_kind::dated_later, path);
      differ = value::unknown(merge(differ.causes(), later.causes()));
    }
    return {own, std::move(differ), {}};
  }
  if (own) return {own, {}, {}};
  auto unsaid = dating.is_unknown() ? dating : unknown_because(cause_kind::missing, name);
  if (!validity_of(f, in)) return {{}, {}, std::move(unsaid)};
  return {{}, unsaid, unsaid};
}

// Why evidence of that day is none on the as-of day; nothing where it holds.
NORMA_INLINE std::optional<value> why_not_held(const fact_definition& f,
                                               const evidence_day& evidence,
                                               const std::string& path,
                                               const bound_facts& in) {
  if (evidence.open.is_unknown()) return evidence.open;
  const auto lasting = validity_of(f, in);
  const auto& day = evidence.day;
  if (!lasting || !day || holds_on(*day, *lasting, in.on.as_of)) return std::nullopt;
  if (*day > in.on.as_of) return unknown_because(cause_kind::dated_later, path);
  const auto last = last_day_of(*day, *lasting);
  return value::unknown(one_cause({cause_kind::expired,
                                   path,
                                   day->to_string(),
                                   {},
                                   {last ? last->to_string() : std::string{}}}));
}

// What the parties say: `government: yes; trade union: no`.
NORMA_INLINE std::string opinions_in_words(const fact_definition& f,
                                           const std::vector<opinion>& all,
                                           const wording& words) {
  const auto lang = words.lang();
  const auto party = [&](const opinion& of) {
    const auto code = of.party == "government" ? "R0212"
                      : of.party == "union"    ? "R0213"
                                               : "R0214";
    return format_message(code, {}, lang);
  };
  std::string out;
  for (const auto& one : all) {
    if (!out.empty()) out += semicolon(lang);
    out.append(party(one)).append(colon(lang));
    for (std::size_t i = 0; i < one.said.size(); ++i) {
      if (i > 0) out += list_comma(lang);
      out += make_visible(words.of(one.said[i], f));
    }
  }
  return out;
}

NORMA_INLINE value disagreed(const fact_definition& f, const supplied_value& s,
                             const std::string& path, const bound_facts& in) {
  cause why{cause_kind::disagreement, path, s.note, {}, {}};
  if (!s.opinions.empty()) {
    const auto in_words = [&](language lang) {
      return opinions_in_words(f, s.opinions, wording{*in.words, *in.names, lang});
    };
    why.arguments = {text_argument({in_words(language::zh), in_words(language::en)})};
  }
  return value::unknown(one_cause(std::move(why)));
}

// What a statement says, whatever its day.
NORMA_INLINE value content_stated(const fact_definition& f, const supplied_value& s,
                                  const std::string& path, const evidence_days& from,
                                  const value& unsaid, const bound_facts& in) {
  switch (s.state) {
    case supply::known:
      // An empty value is one that was not given, never FEEL's null.
      if (!holds_content(s)) break;
      if (s.members) return bind_members(in, f, *s.members, from, unsaid);
      return admit(f, s.content, path);
    case supply::none: return f.optional ? value{} : data_error(path, "N0745", {path});
    case supply::blank: break;
    case supply::pending: return unknown_because(cause_kind::pending, path, s.note);
    case supply::disagreement: return disagreed(f, s, path, in);
  }
  return unknown_because(cause_kind::missing, path);
}

NORMA_INLINE value value_stated(const fact_definition& f, const supplied_value& s,
                                const std::string& path, const evidence_day& evidence,
                                const std::optional<date>& recorded,
                                const bound_facts& in) {
  if (holds_content(s) && (s.state == supply::known || f.optional)) {
    if (auto instead = why_not_held(f, evidence, path, in)) return *std::move(instead);
  }
  auto content =
      content_stated(f, s, path, {evidence.day, recorded}, evidence.unsaid, in);
  // Where the fact is wanting and the day, too, both are told.
  if (!evidence.open.is_unknown()) return content;
  return value::unknown(merge(content.causes(), evidence.open.causes()));
}

// Of a fact that was not supplied.
NORMA_INLINE value not_stated(const fact_definition& f, const std::string& path,
                              const evidence_day& evidence, const bound_facts& in) {
  static const supplied_fact blank;
  return value_stated(f, blank.said().front(), path, evidence, {}, in);
}

}  // namespace detail

}  // namespace norma

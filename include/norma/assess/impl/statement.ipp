// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which statement about a fact holds on the two days, and what it says.

#include <algorithm>  // std::equal
#include <compare>    // std::strong_ordering
#include <cstddef>    // std::size_t
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
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

// The units that two lists hold: the same in the same order.
NORMA_INLINE bool same_members(const supplied_value& a, const supplied_value& b) {
  if (!a.members || !b.members) return a.members == b.members;
  return std::equal(a.members->begin(), a.members->end(), b.members->begin(),
                    b.members->end(), [](const unit& x, const unit& y) {
                      return x.default_evidence == y.default_evidence &&
                             canonical_json(x) == canonical_json(y);
                    });
}

// As `same_as`, but what is unknown for the same reasons is the same.
NORMA_INLINE bool same_content(const value& a, const value& b) {
  const auto each = [](const auto& some, const auto& others) {
    return std::equal(some.begin(), some.end(), others.begin(), others.end(),
                      same_content);
  };
  if (const auto* list = a.list(); list != nullptr && b.list() != nullptr) {
    return each(*list, *b.list());
  }
  if (const auto* record = a.record(); record != nullptr && b.record() != nullptr) {
    const auto names = [](const record_value& of) {
      return of.shape ? of.shape->names() : std::vector<std::string>{};
    };
    return names(*record) == names(*b.record()) &&
           each(record->fields, b.record()->fields);
  }
  if (!a.is_unknown() || !b.is_unknown()) return a.same_as(b);
  const auto why = a.causes(), other = b.causes();
  if (!why || !other) return why == other;
  return std::equal(why->begin(), why->end(), other->begin(), other->end(),
                    [](const cause& x, const cause& y) {
                      return x.kind == y.kind && x.detail == y.detail;
                    });
}

NORMA_INLINE bool same_statement(const supplied_value& a, const supplied_value& b) {
  if (a.state != b.state || a.note != b.note) return false;
  if (a.state != supply::known) return true;
  return same_content(a.content, b.content) && same_members(a, b);
}

// Of a list of units who they are, three of them at most.
NORMA_INLINE std::string members_text(const std::vector<unit>& members) {
  std::string text = "[";
  for (std::size_t i = 0; i < members.size() && i < 3; ++i) {
    if (i > 0) text += ", ";
    text += members[i].id.empty() ? members[i].name : members[i].id;
  }
  return text + (members.size() > 3 ? ", …] × " + std::to_string(members.size()) : "]");
}

// A value for readers, in both languages.
NORMA_INLINE std::string in_words(const value& v, const fact_definition& f,
                                  const bound_facts& in) {
  const auto of = [&](language lang) {
    return make_visible(wording{*in.words, *in.names, lang}.of(v, f));
  };
  return text_argument({of(language::zh), of(language::en)});
}

// For messages that name both of two: a value in words, what has none as a unit's
// file would write it.
NORMA_INLINE std::string statement_text(const supplied_value& s, const fact_definition& f,
                                        const bound_facts& in) {
  switch (s.state) {
    case supply::known:
      return s.members ? members_text(*s.members) : in_words(s.content, f, in);
    case supply::none: return "{none: " + s.note.get() + '}';
    case supply::pending: return "{pending: " + s.note.get() + '}';
    case supply::disagreement: return "{opinions: " + s.note.get() + '}';
    case supply::blank: break;
  }
  return "null";
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
    } else if (!(own < best.days) && !same_statement(one, *best.holds)) {
      rival = &one;
    }
  }
  if (best.holds == nullptr)
    return {nullptr, unknown_because(cause_kind::dated_later, fact)};
  if (rival != nullptr) {
    return {nullptr,
            data_error(
                fact, "N0744",
                {fact, statement_text(*best.holds, f, in), statement_text(*rival, f, in),
                 best.days.day ? best.days.day->to_string() : word_argument("R0406")})};
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

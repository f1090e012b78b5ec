// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which statement about a fact holds on the two days, and what it says.

#include <algorithm>  // std::equal
#include <cstddef>    // std::size_t
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/unit.hpp>

namespace norma::detail {

// The statement that holds, or why none does.
struct chosen_statement {
  const supplied_value* holds = nullptr;
  value instead;  // unknown, where none holds
};

NORMA_INLINE value unknown_because(cause_kind kind, std::string fact,
                                   std::string detail = {}) {
  return value::unknown(
      one_cause({kind, std::move(fact), std::move(detail), {}, {}}));
}

NORMA_INLINE value data_error(std::string fact, std::string code,
                              std::vector<std::string> arguments) {
  return value::unknown(one_cause({cause_kind::data_error, std::move(fact), {},
                                   std::move(code), std::move(arguments)}));
}

// The units that two lists hold: the same in the same order.
NORMA_INLINE bool same_members(const supplied_value& a, const supplied_value& b) {
  if (!a.members || !b.members) return a.members == b.members;
  return std::equal(a.members->begin(), a.members->end(), b.members->begin(), b.members->end(),
                    [](const unit& x, const unit& y) {
                      return x.default_evidence == y.default_evidence &&
                             canonical_json(x) == canonical_json(y);
                    });
}

// As `same_as`, but what is unknown for the same reasons is the same.
NORMA_INLINE bool same_content(const value& a, const value& b) {
  const auto each = [](const auto& some, const auto& others) {
    return std::equal(some.begin(), some.end(), others.begin(), others.end(), same_content);
  };
  if (const auto* list = a.list(); list != nullptr && b.list() != nullptr) {
    return each(*list, *b.list());
  }
  if (const auto* record = a.record(); record != nullptr && b.record() != nullptr) {
    const auto names = [](const record_value& of) {
      return of.shape ? of.shape->names() : std::vector<std::string>{};
    };
    return names(*record) == names(*b.record()) && each(record->fields, b.record()->fields);
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

// Orders competing versions: by day, then by day of record (none = earliest).
NORMA_INLINE bool stands_before(const supplied_value& a, const supplied_value& b) {
  if (a.from.day != b.from.day) return a.from.day < b.from.day;
  return a.from.recorded < b.from.recorded;
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
    case supply::known: return s.members ? members_text(*s.members) : in_words(s.content, f, in);
    case supply::none: return "{none: " + s.note + '}';
    case supply::pending: return "{pending: " + s.note + '}';
    case supply::disagreement: return "{opinions: " + s.note + '}';
    case supply::blank: break;
  }
  return "null";
}

NORMA_INLINE chosen_statement choose_version(const supplied_fact& given,
                                             const fact_definition& f, const std::string& fact,
                                             const bound_facts& in) {
  const days& on = in.on;
  const supplied_value* best = nullptr;
  const supplied_value* rival = nullptr;
  for (const auto& one : given.statements) {
    if (one.from.day && *one.from.day > on.as_of) continue;
    if (on.known_as_of && one.from.recorded && *one.from.recorded > *on.known_as_of) {
      continue;
    }
    if (best == nullptr || stands_before(*best, one)) {
      best = &one;
      rival = nullptr;
    } else if (!stands_before(one, *best) && !same_statement(one, *best)) {
      rival = &one;
    }
  }
  if (best == nullptr) return {nullptr, unknown_because(cause_kind::dated_later, fact)};
  if (rival != nullptr) {
    return {nullptr, data_error(fact, "N0744",
                                {fact, statement_text(*best, f, in),
                                 statement_text(*rival, f, in),
                                 best->from.day ? best->from.day->to_string()
                                                : word_argument("R0406")})};
  }
  return {best, {}};
}

// `fact` is where `f` stands: its name, of a member behind its place.
NORMA_INLINE chosen_statement choose_statement(const supplied_fact& given,
                                               const fact_definition& f,
                                               const std::string& fact,
                                               const bound_facts& in) {
  const days& on = in.on;
  if (given.statements.empty()) {
    return {nullptr, unknown_because(cause_kind::missing, fact)};
  }
  if (given.versioned) return choose_version(given, f, fact, in);
  const auto& only = given.statements.front();
  if (on.known_as_of && only.from.recorded && *only.from.recorded > *on.known_as_of) {
    return {nullptr, unknown_because(cause_kind::recorded_later, fact,
                                     only.from.recorded->to_string())};
  }
  return {&only, {}};
}

}  // namespace norma::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Two statements about one fact: whether they say the same, and if not, what each
// says, in words by which they can be told apart.

#include <algorithm>  // std::equal, std::stable_sort, std::unique
#include <cstddef>    // std::size_t
#include <string>     // std::string
#include <utility>    // std::move, std::pair
#include <vector>     // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/find_supplied.ipp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/unit.hpp>

namespace norma::detail {

NORMA_INLINE bool same_member(const unit& a, const unit& b) {
  return a.default_evidence == b.default_evidence &&
         norma::canonical_json(a) == norma::canonical_json(b);
}

// The units that two lists hold: the same in the same order.
NORMA_INLINE bool same_members(const supplied_value& a, const supplied_value& b) {
  if (!a.members || !b.members) return a.members == b.members;
  return std::equal(a.members->begin(), a.members->end(), b.members->begin(),
                    b.members->end(), same_member);
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

// The same words, in any order, each once; what is not known of them stands as it stands.
NORMA_INLINE bool same_set(const value& a, const value& b) {
  const auto *x = a.list(), *y = b.list();
  if (x == nullptr || y == nullptr) return same_content(a, b);
  const auto in_order = [](const list_value& of) {
    std::vector<value> all(of.begin(), of.end());
    std::stable_sort(all.begin(), all.end(), [](const value& one, const value& other) {
      const auto *s = one.string(), *t = other.string();
      return s != nullptr && (t == nullptr || *s < *t);
    });
    const auto again = [](const value& one, const value& other) {
      const auto *s = one.string(), *t = other.string();
      return s != nullptr && t != nullptr && *s == *t;
    };
    all.erase(std::unique(all.begin(), all.end(), again), all.end());
    return all;
  };
  const auto some = in_order(*x), others = in_order(*y);
  return std::equal(some.begin(), some.end(), others.begin(), others.end(), same_content);
}

NORMA_INLINE bool same_statement(const supplied_value& a, const supplied_value& b,
                                 const fact_definition& f) {
  if (a.state != b.state) return false;
  // Opinions beside what was decided in the end do not contradict.
  if (a.state != supply::known) return a.note == b.note;
  const bool same = f.declared == fact_type::set ? same_set(a.content, b.content)
                                                 : same_content(a.content, b.content);
  return same && same_members(a, b);
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

// Both statements, each as it is told beside the other.
using both_told = std::pair<std::string, std::string>;

template <class Words>
[[nodiscard]] std::string in_both_languages(const Words& words) {
  return text_argument({words(language::zh), words(language::en)});
}

// Where two lists part: by how many elements they have, else at the first that is
// another. `words` says of which list (true: the first) an element is told.
template <class List, class Same, class Words>
[[nodiscard]] both_told lists_apart(const List& a, const List& b, const Same& same,
                                    const Words& words) {
  const auto each = [](const auto& tell) {
    return both_told{in_both_languages([&](language lang) { return tell(true, lang); }),
                     in_both_languages([&](language lang) { return tell(false, lang); })};
  };
  if (a.size() != b.size()) {
    return each([&](bool first, language lang) {
      return format_message("R0566", {std::to_string((first ? a : b).size())}, lang);
    });
  }
  std::size_t i = 0;
  while (i + 1 < a.size() && same(a[i], b[i])) ++i;
  return each([&](bool first, language lang) {
    return format_message("R0567", {std::to_string(i + 1), words(i, first, lang)}, lang);
  });
}

// Two lists of units: by who they are, else by the first fact that is said otherwise.
class members_apart {
 public:
  members_apart(const std::vector<unit>& a, const std::vector<unit>& b,
                const fact_definition& f, const bound_facts& in)
      : a_(a), b_(b), in_(in) {
    const auto found = in.words->vocabularies.find(f.element->type.record->id);
    if (found != in.words->vocabularies.end()) words_ = &found->second;
  }

  [[nodiscard]] both_told tell() const {
    return lists_apart(a_, b_, same_member,
                       [this](std::size_t i, bool first, language lang) {
                         return words(first ? a_[i] : b_[i], first ? b_[i] : a_[i], lang);
                       });
  }

 private:
  [[nodiscard]] std::string words(const unit& one, const unit& other,
                                  language lang) const {
    auto who = make_visible(one.name.empty() ? one.id : one.name);
    if (one.name == other.name && !one.name.empty() && one.id != other.id &&
        !one.id.empty()) {
      who += ' ' + make_visible(one.id);
    }
    if (one.id != other.id || one.name != other.name || words_ == nullptr) return who;
    std::string told = format_message("R0568", {}, lang);  // evidence, exceptions …
    for (std::uint32_t slot = 0; slot < words_->slots.size(); ++slot) {
      const auto* f = words_->fact(slot);
      if (f == nullptr) continue;
      const auto& said = of(one, *f);
      if (same_fact(said, of(other, *f), *f)) continue;
      told = f->label.in(lang) + ' ' + statement(said, *f, lang);
      break;
    }
    return who.empty() ? told : who + std::string(comma(lang)) + told;
  }

  [[nodiscard]] static const supplied_fact& of(const unit& u, const fact_definition& f) {
    static const supplied_fact blank;
    const auto* found = find_supplied(u, f).any();
    return found == nullptr ? blank : *found;
  }

  [[nodiscard]] static bool same_fact(const supplied_fact& a, const supplied_fact& b,
                                      const fact_definition& f) {
    const auto x = a.said(), y = b.said();
    return std::equal(x.begin(), x.end(), y.begin(), y.end(),
                      [&f](const auto& one, const auto& other) {
                        return same_statement(one, other, f);
                      });
  }

  [[nodiscard]] std::string statement(const supplied_fact& said, const fact_definition& f,
                                      language lang) const {
    if (said.said().size() != 1)
      return format_message("R0566", {std::to_string(said.said().size())}, lang);
    const auto& s = said.said().front();
    if (s.state == supply::blank) return format_message("R0503", {}, lang);
    if (s.state != supply::known || s.members) return statement_text(s, f, in_);
    return make_visible(wording{*in_.words, *words_, lang}.of(s.content, f));
  }

  const std::vector<unit>& a_;
  const std::vector<unit>& b_;
  const bound_facts& in_;
  const vocabulary* words_ = nullptr;  // of the units in the list
};

// Short lists of plain values are told whole, longer ones and those of records or
// units by what differs.
NORMA_INLINE both_told told_apart(const supplied_value& a, const supplied_value& b,
                                  const fact_definition& f, const bound_facts& in) {
  constexpr std::size_t most_whole = 10;
  if (a.state == supply::known && b.state == supply::known) {
    if (a.members && b.members)
      return members_apart{*a.members, *b.members, f, in}.tell();
    const auto* x = a.content.list();
    const auto* y = b.content.list();
    if (x != nullptr && y != nullptr && f.type.element) {
      const bool plain = f.type.element->kind != expr::type_kind::record;
      if (!plain || x->size() > most_whole || y->size() > most_whole) {
        return lists_apart(*x, *y, same_content,
                           [&](std::size_t i, bool first, language lang) {
                             return make_visible(wording{*in.words, *in.names, lang}.of(
                                 (first ? *x : *y)[i], *f.type.element));
                           });
      }
    }
  }
  return {statement_text(a, f, in), statement_text(b, f, in)};
}

}  // namespace norma::detail

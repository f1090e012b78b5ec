// SPDX-License-Identifier: Apache-2.0
#pragma once

// What conditions are about: facts with their values, fields, sums, calls.

#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <variant>      // std::get, std::get_if

#include <norma/assess/impl/condition_words.ipp>

namespace norma::detail {

inline void condition_words::label_only(const expr::node& n) {
  if (is_full()) return;
  if (n.kind == expr::node_kind::name && n.bound == expr::binding::slot) {
    out_ += words_.label(n.index);
  } else {
    term(n);
  }
}

// Numbers and words take the unit or the labels of what they stand beside.
inline void condition_words::term(const expr::node& n, const expr::node& beside) {
  if (n.kind == expr::node_kind::comparison_range) {
    out_.append(symbol(n.comparison)).append(" ");
    return term(n.children[0], beside);
  }
  if (is_year(beside) && is_bare_number(n)) {
    if (n.kind == expr::node_kind::name) out_.append(words_.label(n.index)).append(" ");
    return value_of(expr::evaluate(e_, n, env_), beside);
  }
  if (n.kind != expr::node_kind::literal) return term(n);
  if (is_percentage(n)) return percent_of(n);
  const auto& as = beside.checked_type;
  const bool element = as.kind == expr::type_kind::list && as.element;
  put(n.literal, element ? *as.element : as);
}

inline void condition_words::term(const expr::node& n) {
  using k = expr::node_kind;
  if (is_full()) return;
  switch (n.kind) {
    case k::literal: return term(n, n);
    case k::as_of: out_ += env_.as_of.to_string(); return;
    case k::name:
      if (n.bound == expr::binding::slot) return fact_with_value(n.index);
      if (n.bound == expr::binding::local) return element(n);
      return field_of(fields_.get(), n.name);
    case k::path: return field(n);
    case k::add:
    case k::subtract:
    case k::multiply:
    case k::divide:
    case k::power: return calculation(n, n.kind);
    case k::negate:
      out_ += symbol(n.kind);
      return operand(n.children[0], firmness::whole);
    case k::call: return call(n);
    case k::list:
      for (std::size_t i = 0; i < n.children.size(); ++i) {
        if (i > 0) out_ += comma();
        term(n.children[i]);
      }
      return;
    case k::filter: return filtered(n);
    case k::conditional: return chosen_value(n);
    case k::for_each: return of_each(n);
    case k::equal:
    case k::not_equal:
    case k::less:
    case k::less_equal:
    case k::greater:
    case k::greater_equal:
    case k::between:
    case k::in: return told(n, true, mood_ == mood::demanded ? mood::told : mood_);
    case k::conjunction:
    case k::disjunction: return told(n, true, mood::element);
    case k::some:
    case k::every: return state(n, true);
    default: out_ += make_visible(expr::print(n));
  }
}

// The value of the branch that is taken, and why it is.
inline void condition_words::chosen_value(const expr::node& n) {
  const auto holds = truth_at(n.children[0]);
  if (holds == truth::unknown) {
    return say(
        "R0541", [&] { told(n.children[0], true, mood::element); },
        term_of(n.children[1]), term_of(n.children[2]));
  }
  const bool yes = holds == truth::yes;
  say("R0542", term_of(n.children[yes ? 1 : 2]),
      [&] { told(n.children[0], yes, mood::told); });
}

// Of several in a row the last tells the elements, of those that one is left for.
inline void condition_words::filtered(const expr::node& n, bool decides) {
  const auto& list = n.children[0];
  const bool in_a_row = list.kind == expr::node_kind::filter;
  const bool reached = !in_a_row || looks_at_some(n);
  if (in_a_row) {
    filtered(list, decides && !reached);
  } else {
    label_only(list);
  }
  out_ += chinese() ? "（" : " (";
  inside(n);
  if (decides && reached) deciding_elements(n);
  out_ += chinese() ? "）" : ")";
}

// No part of the sentence around it, nor a value of another kind.
inline bool condition_words::reads_as_word(std::string_view told) const {
  if (told.empty() || told.front() == ' ' || told.back() == ' ') return false;
  for (const std::string_view value : {"R0501", "R0502", "R0503", "R0504"}) {
    if (told == pattern_of(value, words_.lang())) return false;
  }
  for (const std::string_view sign :
       {",",  ";",  ":",  "=", "<", ">", "(",  ")",  "\"", "，", "；", "：",
        "、", "（", "）", "≠", "≤", "≥", "。", "！", "？", "“",  "”"}) {
    if (told.find(sign) != told.npos) return false;
  }
  return true;
}

inline void condition_words::fact_with_value(std::uint32_t slot) {
  out_.append(words_.label(slot)).append(" ");
  const auto& entry = words_.names().slots[slot];
  if (const auto* f = std::get_if<fact_definition>(&entry)) {
    put(env_.slots[slot], *f);
  } else {
    put(env_.slots[slot], std::get<parameter>(entry));
  }
}

inline void condition_words::field(const expr::node& n) {
  const auto& object = n.children[0];
  const auto& of = object.checked_type;
  const auto* record =
      of.record ? of.record.get()
                : (of.element && of.element->record ? of.element->record.get() : nullptr);
  if (record == nullptr || record->find(n.name) == nullptr) return property(n);
  const auto* by = iterator_at(object);
  if (object.kind != expr::node_kind::name || object.bound == expr::binding::slot ||
      (by != nullptr && by->named)) {
    label_only(object);
    of_what();
  }
  field_of(record, n.name);
}

inline void condition_words::element(const expr::node& n) {
  const auto* by = iterator_at(n);
  if (by == nullptr || !by->named) return say("R0525");
  out_ += by->name;
}

inline void condition_words::field_of(const expr::record_type* record,
                                      const std::string& name) {
  const auto* found = record != nullptr ? record->find(name) : nullptr;
  if (found == nullptr && name == "item") return say("R0525");
  const bool labelled = found != nullptr && !found->label.empty();
  out_ += labelled ? found->label.in(words_.lang()) : name;
}

inline void condition_words::of_each(const expr::node& n) {
  // What was made so far (`partial`) has no words.
  if (n.children.size() != 2 || mood_ == mood::element ||
      mentions(n.children[1], "partial")) {
    out_ += make_visible(expr::print(n));
    return;
  }
  const auto outer = mood_;
  say(
      "R0560", [&] { lists_of(n); },
      [&] {
        mood_ = mood::element;
        const auto own = iterators_of(n);
        iterators_.push_back(own.front());
        operand(n.children[1], firmness::whole, false);
        iterators_.pop_back();
        mood_ = outer;
      });
}

inline void condition_words::extreme(const expr::node& n) {
  const bool number = n.checked_type.kind == expr::type_kind::number;
  const bool most = n.name == "max";
  say(number ? (most ? "R0561" : "R0562") : (most ? "R0563" : "R0564"),
      [&] { label_only(n.children[0]); });
}

inline void condition_words::call(const expr::node& n) {
  if (!expr::standard_asked(n).empty()) {
    if (n.name == "complies") return state(n, true);
    return say("R0559", term_of(n.children[0]), title_of(n));
  }
  const bool ordered = n.checked_type.kind == expr::type_kind::number ||
                       n.checked_type.kind == expr::type_kind::date;
  const bool of_one =
      n.children.size() == 1 && n.children[0].kind != expr::node_kind::list;
  if ((n.name == "max" || n.name == "min") && of_one && ordered) {
    return extreme(n);
  }
  if (n.name == "count") return say("R0514", [&] { label_only(n.children[0]); });
  if ((n.name == "total" || n.name == "sum") && n.children.size() == 1) {
    return say("R0544", term_of(n.children[0]));
  }
  if (is_rate(n)) return calculation(n, expr::node_kind::divide);
  if (is_moment(n.checked_type.kind) && is_closed(n) && value_alone(n)) return;
  out_.append(n.name).append("(");
  for (std::size_t i = 0; i < n.children.size(); ++i) {
    if (i > 0) out_ += ", ";
    term(n.children[i]);
  }
  out_ += ')';
}

}  // namespace norma::detail

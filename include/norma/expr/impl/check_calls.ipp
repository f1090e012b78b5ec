// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>    // std::array
#include <utility>  // std::move, std::pair

#include <norma/expr/impl/check_operators.ipp>
#include <norma/expr/impl/check_structure.ipp>
#include <norma/expr/impl/time_literal.ipp>

// Calls: the function, its arguments, what is known of constant ones.

namespace norma::expr::detail {

/// Functions of DMN that this profile leaves out (design section 4).
inline constexpr std::array<std::string_view, 10> outside_functions{
    "context", "context merge", "context put", "get entries", "get value",
    "invoke",  "matches",       "replace",     "sort",        "split"};

/// What others call functions of ours.
inline constexpr std::pair<std::string_view, std::string_view> other_names[] = {
    {"latest", "max"},   {"earliest", "min"}, {"average", "mean"}, {"avg", "mean"},
    {"length", "count"}, {"len", "count"},    {"size", "count"},
};

inline type checker::unknown_function(const node& n) {
  if (n.name.empty()) {
    report(n, "N0444");
  } else if (n.name == "today" || n.name == "now") {
    report(n, "N0405", {n.name});
  } else if (std::find(outside_functions.begin(), outside_functions.end(), n.name) !=
             outside_functions.end()) {
    report(n, "N0404", {n.name});
  } else {
    std::vector<std::string> known{"not", "rate"};
    if (options_.standards != nullptr) known.insert(known.end(), {"complies", "verdict"});
    for (const auto& b : builtins()) known.emplace_back(b.name);
    auto meant = near(n.name, known);
    for (const auto& [other, ours] : other_names) {
      if (n.name == other) meant = ours;
    }
    report(n, "N0403", {n.name, std::move(meant)});
  }
  return {};
}

inline type checker::infer_call(node& n) {
  n.index = no_index;
  if (n.name == "not") return infer_not(n);
  if (n.name == "rate") return infer_rate(n);
  if (options_.standards != nullptr && (n.name == "complies" || n.name == "verdict"))
    return infer_verdict(n);
  if (const auto place = find_builtin(n.name)) {
    n.index = static_cast<std::uint32_t>(*place);
    return infer_builtin(n, builtins()[*place]);
  }
  for (auto& child : n.children) check(child);
  return unknown_function(n);
}

inline type checker::infer_not(node& n) {
  n.index = call_not;
  for (auto& child : n.children) check(child);
  const bool named = !n.names.empty() && n.names[0] != "negand";
  if (n.children.size() != 1 || named) {
    report(n, "N0406", {n.name, std::to_string(n.children.size()), "not(negand)"});
  } else if ((kinds_of(n.children[0].checked_type) & (k_boolean | k_null)) == 0) {
    report(n.children[0], "N0408",
           {"not", "negand", word_argument(word_for(k_boolean)),
            word(n.children[0].checked_type)});
  }
  return make(type_kind::boolean);
}

inline type checker::infer_rate(node& n) {
  n.index = call_rate;
  const bool first = !has_rate_;
  has_rate_ = true;
  for (auto& child : n.children) check(child);
  auto result = make(type_kind::number);
  if (n.children.size() != 2 || !n.names.empty()) {
    report(n, "N0406", {"rate", std::to_string(n.children.size()), "rate(n, d)"});
    return result;
  }
  const bool in_place =
      options_.rate_anywhere || &n == rate_sides_[0] || &n == rate_sides_[1];
  if (!in_place)
    report(n, "N0431");
  else if (!first)
    report(n, "N0432");
  constexpr std::array<const char*, 2> parameters{"n", "d"};
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& t = n.children[i].checked_type;
    if ((kinds_of(t) & k_number) == 0)
      report(n.children[i], "N0408",
             {"rate", parameters[i], word_argument(word_for(k_number)), word(t)});
  }
  const auto& above = n.children[0].checked_type;
  const auto& below = n.children[1].checked_type;
  // 0 of 0 is not applicable; anything else of 0 can only be in error.
  if (whole_literal(n.children[1]) == 0 && whole_literal(n.children[0]) != 0)
    report(n.children[1], "N0437");
  result.unit = expr::multiply(above.unit, below.unit, -1);
  result.inexact = above.inexact || below.inexact;
  return result;
}

/// The words of `verdict`: undetermined is none of them, it is unknown.
[[nodiscard]] inline category_ptr verdict_category() {
  static const auto words = [] {
    category_type c;
    c.id = "verdict";
    c.values = {{"pass", {"达标", "pass"}},
                {"fail", {"不达标", "fail"}},
                {"not_applicable", {"不适用", "not applicable"}}};
    return std::make_shared<const category_type>(std::move(c));
  }();
  return words;
}

/// `complies(m, "standard id")` and `verdict(m, "standard id")`: of a unit that is
/// an element of a list.
inline type checker::infer_verdict(node& n) {
  const bool complies = n.name == "complies";
  n.index = complies ? call_complies : call_verdict;
  auto result = make(complies ? type_kind::boolean : type_kind::text);
  if (!complies) result.category = verdict_category();
  for (auto& child : n.children) check(child);
  const auto* written = n.children.size() == 2 && n.names.empty() &&
                                n.children[1].kind == node_kind::literal
                            ? n.children[1].literal.string()
                            : nullptr;
  if (written == nullptr) {
    report(n, "N0446", {n.name});
    return result;
  }
  const auto& of = n.children[0].checked_type;
  if (of.kind == type_kind::any) return result;
  if (of.kind != type_kind::record || !of.record) {
    report(n.children[0], "N0447", {n.name, word(of)});
    return result;
  }
  const auto found = options_.standards->find(*written);
  if (found == options_.standards->end() || found->second.unit != of.record->id) {
    std::vector<std::string> known;
    if (compares(options_.standards->size())) {
      for (const auto& [name, standard] : *options_.standards)
        if (standard.unit == of.record->id) known.push_back(name);
    }
    report(n.children[1], "N0448", {*written, of.record->id, near(*written, known)});
    return result;
  }
  n.children[1].names = {expr::verdict_field(found->second.key)};
  return result;
}

inline void checker::wrong_call(const node& n, const builtin& b) {
  for (const auto& given : n.names) {
    bool found = false;
    for (std::size_t i = 0; i < b.count; ++i)
      found = found || find_parameter(b.overloads[i], given).has_value();
    if (found) continue;
    report(n, "N0407", {n.name, given, describe_builtin(b)});
    return;
  }
  report(n, "N0406", {n.name, std::to_string(n.children.size()), describe_builtin(b)});
}

inline void checker::check_argument(const node& arg, const builtin& b,
                                    const builtin_parameter& p) {
  const auto& t = arg.checked_type;
  if (t.kind == type_kind::any) return;
  const auto refuse = [&](kinds wanted, const type& got) {
    report(arg, "N0408",
           {std::string(b.name), std::string(p.name), word_argument(word_for(wanted)),
            word(got)});
  };
  if ((kinds_of(t) & p.accepts) == 0) {
    refuse(p.accepts, t);
  } else if (t.kind == type_kind::list && p.element != k_all && t.element &&
             t.element->kind != type_kind::any &&
             (kinds_of(*t.element) & p.element) == 0) {
    refuse(p.element, *t.element);
  }
}

/// What the conversions make of a text that is written out; and `last` of a
/// duration.
inline void checker::check_constant(const node& n, const builtin& b) {
  if (n.children.size() != 1) return;
  const auto& arg = n.children[0];
  if (b.name == "last") {
    const auto constant = constant_duration(arg);
    if (!constant) return;
    const auto* days = constant->days();
    const bool negative =
        days != nullptr ? days->seconds.sign() < 0 : constant->months()->months < 0;
    if (negative)
      report(arg, "N0433");
    else if (days != nullptr && !days->whole_days())
      report(arg, "N0434");
    return;
  }
  const auto* text = arg.kind == node_kind::literal ? arg.literal.string() : nullptr;
  if (text == nullptr) return;
  const auto fits = reads_as(b.name, *text);
  if (fits && !*fits) report(n, "N0438", {*text});
}

/// Arguments that are compared with each other.
inline category_ptr checker::relate_arguments(node& n, const builtin& b,
                                              const std::vector<node*>& args) {
  const auto with_element = [&](node& list, node& element) {
    const auto& t = list.checked_type;
    if (t.kind == type_kind::list && t.element)
      compare_types(n, *t.element, element.checked_type, false, &list, &element);
  };
  if ((b.flags & bi_relation) != 0 && args.size() == 2) {
    const auto& a = args[0]->checked_type;
    const auto& c = args[1]->checked_type;
    const bool mixed = (a.kind == type_kind::range) != (c.kind == type_kind::range);
    if (mixed && b.name == "coincides")  // a point is no range
      return compare_types(n, a, c, false, args[0], args[1]);
    const auto part = [](const type& t) {
      return t.kind == type_kind::range ? (t.element ? *t.element : type{}) : t;
    };
    return compare_types(n, part(a), part(c), true, args[0], args[1]);
  }
  if (args.size() == 2 && (b.name == "list contains" || b.name == "index of"))
    with_element(*args[0], *args[1]);
  if (b.name == "is" && args.size() == 2)
    static_cast<void>(compare_types(n, args[0]->checked_type, args[1]->checked_type,
                                    false, args[0], args[1]));
  if (b.name == "append")
    for (std::size_t i = 1; i < args.size(); ++i) with_element(*args[0], *args[i]);
  if (args.size() == 3 && (b.name == "insert before" || b.name == "list replace"))
    with_element(*args[0], *args[2]);
  if (args.size() == 2 && b.name == "modulo")
    static_cast<void>(units_agree(n, args[0]->checked_type, args[1]->checked_type));
  return nullptr;
}

inline type checker::infer_builtin(node& n, const builtin& b) {
  for (std::size_t i = 0; i < n.children.size(); ++i)
    check_beside(n.children[i], i > 0 ? n.children[0].checked_type : type{});
  if ((b.flags & bi_inexact) != 0 && options_.exact) report(n, "N0435", {n.name});
  const auto* o = choose_overload(b, n.children.size(), n.names);
  if (o == nullptr) {
    wrong_call(n, b);
    return b.result({});
  }
  std::vector<node*> args(n.children.size());
  for (std::size_t i = 0; i < n.children.size(); ++i)
    args[n.names.empty() ? i : *find_parameter(*o, n.names[i])] = &n.children[i];
  while (!args.empty() && args.back() == nullptr) args.pop_back();
  std::vector<type> types;
  if (o->more == tail::gathers) {
    std::optional<type> element;
    for (auto* arg : args) {
      const auto& p = o->parameters[0];
      check_argument(*arg, b, {p.name, p.element});
      const auto& t = arg->checked_type;
      element = element ? unify(*arg, *element, t) : std::optional{t};
      if (!element) element = type{};
    }
    types.push_back(make_list(element.value_or(type{})));
    types[0].may_be_empty = false;
  } else {
    for (std::size_t i = 0; i < args.size(); ++i) {
      const auto& p = o->parameters[std::min(i, o->count - 1)];
      if (args[i] != nullptr) check_argument(*args[i], b, p);
      types.push_back(args[i] != nullptr ? args[i]->checked_type : make(type_kind::null));
    }
  }
  check_constant(n, b);
  const auto by = relate_arguments(n, b, args);
  if (b.name == "sum" && types[0].kind == type_kind::list && types[0].may_be_empty)
    report(n, "N0436");
  auto result = b.result(types);
  if (by) result.category = by;
  if ((b.flags & bi_inexact) != 0) result.inexact = true;
  const bool orders = b.name == "min" || b.name == "max";
  if (orders && result.category && !result.category->ordered) {
    report(n, "N0418", {result.category->id});
    result.category = nullptr;
  }
  if (b.name == "@" || b.name == "duration")
    if (const auto constant = constant_value(n)) result = type_of_literal(*constant);
  return result;
}

}  // namespace norma::expr::detail

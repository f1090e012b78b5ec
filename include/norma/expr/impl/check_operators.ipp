// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::find_if
#include <utility>    // std::exchange

#include <norma/expr/impl/checker.ipp>

// Operators: arithmetic with its units, connectives, comparison, `in`.

namespace norma::expr::detail {

/// A whole number that is written out, `-2` too.
[[nodiscard]] inline std::optional<std::int64_t> whole_literal(const node& n) {
  const bool minus = n.kind == node_kind::negate;
  const auto& literal = minus ? n.children[0] : n;
  if (literal.kind != node_kind::literal || literal.literal.num() == nullptr)
    return std::nullopt;
  const auto whole = literal.literal.num()->to_int64();
  if (!whole || !minus) return whole;
  return -*whole;
}

/// True if the number is whole whatever the facts are.
[[nodiscard]] inline bool is_whole(const node& n) {
  switch (n.kind) {
    case node_kind::literal:
      return n.literal.num() != nullptr && n.literal.num()->is_integer();
    case node_kind::negate: return is_whole(n.children[0]);
    case node_kind::add:
    case node_kind::subtract:
    case node_kind::multiply: return is_whole(n.children[0]) && is_whole(n.children[1]);
    case node_kind::power:
      return is_whole(n.children[0]) && is_whole(n.children[1]) &&
             n.children[1].kind != node_kind::negate;
    case node_kind::call:
      return n.children.size() == 1 &&
             (n.name == "count" || n.name == "floor" || n.name == "ceiling");
    default: return false;
  }
}

inline type checker::infer_negate(node& n) {
  const auto& operand = check(n.children[0]);
  if (operand.kind == type_kind::any) return {};
  if ((kinds_of(operand) & (k_number | k_duration)) != 0) {
    auto result = operand;
    result.category = nullptr;
    return result;
  }
  report(n, "N0412", {word(operand)});
  return {};
}

inline type checker::infer_arithmetic(node& n) {
  const auto a = check(n.children[0]);
  const auto b = check(n.children[1]);
  if (a.kind == type_kind::any || b.kind == type_kind::any) return {};
  if (a.kind == type_kind::null || b.kind == type_kind::null) {
    report(n, "N0439");
    return {};
  }
  constexpr kinds points = k_date | k_time | k_moment;
  const auto ka = kinds_of(a);
  const auto kb = kinds_of(b);
  if (n.kind == node_kind::divide && whole_literal(n.children[1]) == 0) {
    report(n.children[1], "N0437");
    return {};
  }
  if (ka == k_number && kb == k_number)
    return n.kind == node_kind::power ? raised(n, a) : numbers(n, a, b);
  const auto plain = [](const type& t) { return make(t.kind); };
  const bool spans = (ka & k_duration) != 0 && (kb & k_duration) != 0 && (ka & kb) != 0;
  // A time of day has no months.
  const bool shifts =
      (ka & points) != 0 && (kb & k_duration) != 0 && !(ka == k_time && kb == k_months);
  switch (n.kind) {
    case node_kind::add:
      if (ka == k_text && kb == k_text) return make(type_kind::text);
      if (shifts) return plain(a);
      if ((kb & points) != 0 && (ka & k_duration) != 0 &&
          !(kb == k_time && ka == k_months))
        return plain(b);
      if (spans) return plain(a);
      break;
    case node_kind::subtract:
      if (shifts) return plain(a);
      if (ka == kb && (ka & points) != 0) return make(type_kind::days_duration);
      if (spans) return plain(a);
      break;
    case node_kind::multiply:
      if (ka == k_number && (kb & k_duration) != 0) return plain(b);
      if (kb == k_number && (ka & k_duration) != 0) return plain(a);
      break;
    case node_kind::divide:
      if (kb == k_number && (ka & k_duration) != 0) return plain(a);
      if (spans) return make(type_kind::number);
      break;
    default: break;
  }
  report(n, "N0411", {std::string(sign_of(n.kind)), word(a), word(b)});
  return {};
}

inline type checker::numbers(const node& n, const type& a, const type& b) {
  auto result = make(type_kind::number);
  result.inexact = a.inexact || b.inexact;
  switch (n.kind) {
    case node_kind::multiply: result.unit = expr::multiply(a.unit, b.unit); break;
    case node_kind::divide: result.unit = expr::multiply(a.unit, b.unit, -1); break;
    default:
      if (!units_agree(n, a, b)) return {};
      result.unit = a.unit.empty() ? b.unit : a.unit;
  }
  return result;
}

inline type checker::raised(const node& n, const type& a) {
  const auto exponent = whole_literal(n.children[1]);
  auto result = make(type_kind::number);
  const bool whole = is_whole(n.children[1]);
  result.inexact = a.inexact || !whole;
  if (!whole && options_.exact) report(n, "N0435", {"**"});
  if (a.unit.empty()) return result;
  constexpr std::int64_t most = 100;
  const auto refuse = [&] {
    report(n.children[1], "N0414", {to_string(a.unit)});
    return type{};
  };
  if (!exponent || *exponent > most || *exponent < -most) return refuse();
  if (*exponent == 0) return result;
  for (const auto& [unit, power] : a.unit) {
    const auto raised = power * *exponent;
    if (raised > most || raised < -most) return refuse();
    result.unit[unit] = static_cast<int>(raised);
  }
  return result;
}

inline type checker::infer_connective(node& n) {
  for (auto& child : n.children) {
    const auto& t = check(child);
    const auto accepted = k_boolean | k_null;
    if (t.kind != type_kind::any && (kinds_of(t) & accepted) == 0)
      report(child, "N0419", {std::string(sign_of(n.kind)), word(t)});
  }
  return make(type_kind::boolean);
}

inline type checker::infer_comparison(node& n) {
  const auto a = check(n.children[0]);
  const auto b = check_beside(n.children[1], a);
  const bool ordered = n.kind != node_kind::equal && n.kind != node_kind::not_equal;
  auto result = make(type_kind::boolean);
  result.category = compare_types(n, a, b, ordered, &n.children[0], &n.children[1]);
  return result;
}

inline type checker::infer_between(node& n) {
  const auto subject = check(n.children[0]);
  auto result = make(type_kind::boolean);
  for (std::size_t i = 1; i < 3; ++i) {
    const auto end = check_beside(n.children[i], subject);
    const auto by = compare_types(n, subject, end, true, &n.children[0], &n.children[i]);
    if (by) result.category = by;
  }
  return result;
}

inline type checker::infer_in(node& n) {
  const auto subject = check(n.children[0]);
  auto result = make(type_kind::boolean);
  for (std::size_t i = 1; i < n.children.size(); ++i) {
    auto& test = n.children[i];
    // In a cell `?` is what the cell tests.
    if (!in_cell_ && looks_at_input(test)) {
      n.index = tests_input;
      check_input_test(test, subject);
    } else if (const auto by = check_test(n, &n.children[0], subject, test)) {
      result.category = by;
    }
  }
  return result;
}

/// `? > 3` after `in` (DMN 1.5, table 55). The pack door refuses it: who writes a
/// condition can name what it is about.
inline void checker::check_input_test(node& test, const type& subject) {
  const auto* outer = std::exchange(subject_, &subject);
  check(test);
  check_condition(test, "N0430");
  subject_ = outer;
  const auto* at = &test;
  while (at->kind != node_kind::input)
    at = &*std::find_if(at->children.begin(), at->children.end(), looks_at_input);
  report(*at, "N0343");
}

/// A test as it is written; each literal of a list is a test of its own.
inline category_ptr checker::check_test(const node& at, node* subject_node,
                                        const type& subject, node& test) {
  category_ptr by;
  if (test.kind == node_kind::list && subject.kind != type_kind::list) {
    test.checked_type = make_list({});
    test.checked_type.may_be_empty = test.children.empty();
    for (auto& element : test.children)
      if (auto found = check_test(at, subject_node, subject, element)) by = found;
    return by;
  }
  check_beside(test, subject);
  if (test.kind == node_kind::comparison_range) {
    const bool ordered =
        test.comparison != node_kind::equal && test.comparison != node_kind::not_equal;
    auto& end = test.children[0];
    return compare_types(at, subject, end.checked_type, ordered, subject_node, &end);
  }
  if (test.kind == node_kind::range) {
    for (auto& end : test.children)
      if (auto found =
              compare_types(at, subject, end.checked_type, true, subject_node, &end))
        by = found;
    return by;
  }
  return test_type(at, subject, test.checked_type, subject_node, &test);
}

inline category_ptr checker::test_type(const node& at, const type& subject,
                                       const type& test, node* subject_node,
                                       node* test_node) {
  if (test.kind == type_kind::range)
    return test.element
               ? compare_types(at, subject, *test.element, true, subject_node, test_node)
               : nullptr;
  if (test.kind != type_kind::list)
    return compare_types(at, subject, test, false, subject_node, test_node);
  if (!test.element) return nullptr;
  if (subject.kind == type_kind::list &&
      (test.element->kind != type_kind::list || !subject.element))
    return compare_types(at, subject, test, false, subject_node, test_node);
  return test_type(at, subject, *test.element, subject_node, test_node);
}

}  // namespace norma::expr::detail

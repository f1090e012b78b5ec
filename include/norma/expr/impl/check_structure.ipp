// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/checker.ipp>
#include <norma/expr/impl/compare.ipp>
#include <norma/expr/impl/instance_type.ipp>

// Ranges, lists, filters, conditionals, iterations; what a place demands.

namespace norma::expr::detail {

[[nodiscard]] inline type type_of_literal(const value& v) {
  switch (kind_of(v)) {
    case k_null: return make(type_kind::null);
    case k_boolean: return make(type_kind::boolean);
    case k_number: return make(type_kind::number);
    case k_text: return make(type_kind::text);
    case k_date: return make(type_kind::date);
    case k_time: return make(type_kind::time);
    case k_moment: return make(type_kind::date_time);
    case k_months: return make(type_kind::months_duration);
    case k_days: return make(type_kind::days_duration);
    default: return {};
  }
}

inline type checker::infer(node& n) {
  switch (n.kind) {
    case node_kind::literal: return type_of_literal(n.literal);
    case node_kind::name: return infer_name(n);
    case node_kind::as_of: return make(type_kind::date);
    case node_kind::input:
      if (subject_ != nullptr) return *subject_;
      return {};
    case node_kind::path: return infer_path(n);
    case node_kind::call: return infer_call(n);
    case node_kind::negate: return infer_negate(n);
    case node_kind::add:
    case node_kind::subtract:
    case node_kind::multiply:
    case node_kind::divide:
    case node_kind::power: return infer_arithmetic(n);
    case node_kind::conjunction:
    case node_kind::disjunction: return infer_connective(n);
    case node_kind::equal:
    case node_kind::not_equal:
    case node_kind::less:
    case node_kind::less_equal:
    case node_kind::greater:
    case node_kind::greater_equal: return infer_comparison(n);
    case node_kind::between: return infer_between(n);
    case node_kind::in: return infer_in(n);
    case node_kind::range: return infer_range(n);
    case node_kind::comparison_range: {
      const auto end = check(n.children[0]);
      return make_range(end);
    }
    case node_kind::list: return infer_list(n);
    case node_kind::filter: return infer_filter(n);
    case node_kind::conditional: return infer_conditional(n);
    case node_kind::for_each:
    case node_kind::some:
    case node_kind::every: return infer_iteration(n);
    case node_kind::instance_of: return infer_instance(n);
    case node_kind::unary_tests:
    case node_kind::any_test: return make(type_kind::boolean);
  }
  return {};
}

inline type checker::infer_range(node& n) {
  const auto low = check(n.children[0]);
  const auto high = check(n.children[1]);
  auto result = make_range(low.kind == type_kind::any ? high : low);
  // In `size in ["small".."large"]` the subject says what the texts are.
  if (beside_)
    for (auto& end : n.children) push_category(end, beside_);
  result.category =
      compare_types(n, n.children[0].checked_type, n.children[1].checked_type, true,
                    &n.children[0], &n.children[1]);
  const auto& first = n.children[0];
  const auto& last = n.children[1];
  if (is_iteration(n) || first.kind != node_kind::literal ||
      last.kind != node_kind::literal)
    return result;
  const auto c = order(first.literal, last.literal, result.category.get());
  const bool open = !n.low_included || !n.high_included;
  if (c == ordering::greater || (c == ordering::equal && open)) report(n, "N0427");
  return result;
}

inline type checker::infer_list(node& n) {
  auto result = make_list({});
  result.may_be_empty = n.children.empty();
  category_ptr category;
  for (auto& child : n.children)
    if (const auto& t = check(child); t.category) category = t.category;
  std::optional<type> element;
  for (auto& child : n.children) {
    if (category) push_category(child, category);
    const auto& t = child.checked_type;
    if (!element) {
      element = t;
      continue;
    }
    auto both = unify(child, *element, t);
    // Tests may stand side by side: `[1, [5..9]]`.
    const bool tests = element->kind == type_kind::range || t.kind == type_kind::range;
    if (!both && !tests) report(child, "N0422", {word(*element), word(t)});
    element = both.value_or(type{});
  }
  if (element) result.element = std::make_shared<const type>(std::move(*element));
  return result;
}

inline type checker::infer_filter(node& n) {
  const auto list = check(n.children[0]);
  const bool is_list = list.kind == type_kind::list;
  if (!is_list && list.kind != type_kind::any)
    report(n.children[0], "N0423", {word(list)});
  const auto element = is_list ? (list.element ? *list.element : type{}) : list;
  around_.push_back({true, {}, element, filters_++});
  const auto condition = check(n.children[1]);
  around_.pop_back();
  --filters_;
  if (condition.kind == type_kind::number) {
    if (whole_literal(n.children[1]) == 0) report(n.children[1], "N0425");
    if (list.set) report(n.children[1], "N0449");
    auto result = element;
    result.optional = true;
    return result;
  }
  if ((kinds_of(condition) & (k_boolean | k_null)) == 0)
    report(n.children[1], "N0424", {word(condition)});
  if (!is_list) return {};
  auto result = list;
  result.may_be_empty = true;
  return result;
}

inline void checker::check_condition(const node& n, std::string_view code) {
  const auto& t = n.checked_type;
  if ((kinds_of(t) & (k_boolean | k_null)) == 0) report(n, code, {word(t)});
}

inline type checker::infer_conditional(node& n) {
  check(n.children[0]);
  check_condition(n.children[0], "N0420");
  const auto yes = check(n.children[1]);
  const auto no = check(n.children[2]);
  if (yes.category && !no.category) push_category(n.children[2], yes.category);
  if (no.category && !yes.category) push_category(n.children[1], no.category);
  auto both = unify(n, n.children[1].checked_type, n.children[2].checked_type);
  if (!both) report(n, "N0421", {word(yes), word(no)});
  return both.value_or(type{});
}

/// The type of an iterator that goes through `domain`.
inline type checker::iterated(const node& n, const type& domain) {
  if (domain.kind == type_kind::any) return {};
  if (domain.kind == type_kind::list) return domain.element ? *domain.element : type{};
  if (domain.kind == type_kind::range && domain.element) {
    const auto kind = kinds_of(*domain.element);
    if ((kind & (k_number | k_date)) != 0) return *domain.element;
  }
  report(n, "N0426", {word(domain)});
  return {};
}

[[nodiscard]] inline bool mentions_partial(const node& n) {
  return (n.kind == node_kind::name && n.name == "partial") ||
         std::any_of(n.children.begin(), n.children.end(), mentions_partial);
}

inline type checker::infer_iteration(node& n) {
  const auto depth = around_.size();
  const auto outer = iterators_;
  const bool is_for = n.kind == node_kind::for_each;
  bool may_be_empty = false;
  for (std::size_t i = 0; i + 1 < n.children.size(); ++i) {
    const auto domain = check(n.children[i]);
    const bool is_list = domain.kind == type_kind::list;
    may_be_empty = may_be_empty || !is_list || domain.may_be_empty;
    around_.push_back({false, n.names[i], iterated(n.children[i], domain), iterators_++});
  }
  auto& body = n.children.back();
  n.index = 0;
  if (is_for && mentions_partial(body)) {
    n.index = for_partial;
    around_.push_back({false, "partial", make_list({}), iterators_++});
  }
  const auto result = check(body);
  around_.resize(depth);
  iterators_ = outer;
  if (is_for) {
    auto list = make_list(result);
    list.may_be_empty = may_be_empty;
    return list;
  }
  check_condition(body, "N0443");
  return make(type_kind::boolean);
}

inline type checker::infer_instance(node& n) {
  check(n.children[0]);
  if (!read_type(n.name)) {
    std::vector<std::string> known;
    for (const auto& [name, kind] : type_names) known.emplace_back(name);
    report(n, "N0428", {n.name, near(n.name, known)});
  }
  return make(type_kind::boolean);
}

inline void checker::check_wanted(node& tree) {
  const auto& wanted = options_.wanted;
  const auto& got = tree.checked_type;
  if (wanted.kind == type_kind::any || got.kind == type_kind::any) return;
  if ((kinds_of(wanted) & kinds_of(got)) == 0) {
    if (wanted.kind == type_kind::boolean)
      report(tree, "N0430", {word(got)});
    else
      report(tree, "N0429", {word(wanted), word(got)});
    return;
  }
  if (wanted.kind == type_kind::number) {
    if (!wanted.unit.empty() && !got.unit.empty() && wanted.unit != got.unit)
      report(tree, "N0442", {to_string(wanted.unit), to_string(got.unit)});
  }
  if (wanted.category) {
    if (!got.category) {
      push_category(tree, wanted.category);
      if (!is_written_out(&tree)) report(tree, "N0441", {wanted.category->id});
    } else if (got.category->id != wanted.category->id) {
      report(tree, "N0417", {wanted.category->id, got.category->id});
    }
  }
  if (wanted.element && got.element && wanted.element->kind != type_kind::any &&
      got.element->kind != type_kind::any)
    compare_types(tree, *wanted.element, *got.element, false, nullptr, &tree);
}

inline void checker::check_root(node& tree) {
  const bool comparison =
      tree.kind >= node_kind::equal && tree.kind <= node_kind::greater_equal;
  if (options_.rate_allowed && comparison) {
    rate_sides_[0] = &tree.children[0];
    rate_sides_[1] = &tree.children[1];
  }
  check(tree);
  check_wanted(tree);
}

inline void checker::check_tests(node& tree, const type& subject) {
  subject_ = &subject;
  in_cell_ = true;
  tree.checked_type = make(type_kind::boolean);
  for (auto& test : tree.children) {
    if (looks_at_input(test)) {
      tree.index = tests_input;
      check(test);
      check_condition(test, "N0430");
    } else if (auto by = check_test(tree, nullptr, subject, test)) {
      tree.checked_type.category = by;
    }
  }
  subject_ = nullptr;
  in_cell_ = false;
}

}  // namespace norma::expr::detail

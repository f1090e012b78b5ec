// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/impl/block.ipp>
#include <norma/batch/impl/compile.ipp>

// Conditions over lists and sets, and tests of one value: `in`, ranges, cells.

namespace norma::batch::detail {

/// `count(list)` or `count(list[condition])`, and a number.
inline step_ptr condition_compiler::compare_count(node_kind kind, const node& call,
                                                  const node& right) {
  const auto limit = closed_number(right);
  if (!limit || call.children.size() != 1) return nullptr;
  const node& counted = call.children.front();
  const bool filtered = counted.kind == node_kind::filter;
  const auto list = named(filtered ? counted.children[0] : counted);
  if (!list) return nullptr;
  const fact_type type = definition(*list)->declared;
  if (type != fact_type::list && type != fact_type::set) return nullptr;
  // at least n, n the next whole number
  const auto at_least = [&](const number& n) -> step_ptr {
    const auto whole = n.rounded(0, rounding::ceiling).to_int64();
    if (!whole) return nullptr;
    element_step_ptr condition;
    if (filtered) {
      if (counted.children[1].checked_type.kind != expr::type_kind::boolean)
        return nullptr;
      condition = in_elements(*list, counted.children[1]);
      if (!condition) return nullptr;
    }
    return std::make_unique<count_step>(*list, std::move(condition), *whole);
  };
  const number next = limit->rounded(0, rounding::floor) + number{1};
  switch (kind) {
    case node_kind::greater_equal: return at_least(*limit);
    case node_kind::greater: return at_least(next);
    case node_kind::less: return negate(at_least(*limit));
    case node_kind::less_equal: return negate(at_least(next));
    default: break;
  }
  if (!limit->is_integer()) return nullptr;
  step_ptr exactly = join(true, at_least(*limit), negate(at_least(next)));
  return kind == node_kind::not_equal ? negate(std::move(exactly)) : std::move(exactly);
}

inline step_ptr condition_compiler::is_in(const node& n) {
  const node& subject = n.children[0];
  step_ptr result;
  for (std::size_t i = 1; i < n.children.size(); ++i) {
    step_ptr one = fits(subject, n.children[i]);
    if (!one) return nullptr;
    result = i == 1 ? std::move(one) : join(false, std::move(result), std::move(one));
  }
  return result;
}

/// subject >= low and subject <= high, of what there is of them.
inline step_ptr condition_compiler::fits_range(const node& subject, const value& low,
                                               bool low_included, const value& high,
                                               bool high_included) {
  const auto form = [](const value& v) -> std::optional<linear_form> {
    if (const number* n = v.num()) return linear_form{{}, *n};
    if (const date* day = v.day()) return linear_form{{}, number{day->days()}};
    return std::nullopt;
  };
  step_ptr above;
  step_ptr below;
  if (!low.is_null()) {
    auto of = linear(subject);
    const auto end = form(low);
    if (!of || !end) return nullptr;
    above = compare_forms(low_included ? node_kind::greater_equal : node_kind::greater,
                          *std::move(of), *end);
    if (!above) return nullptr;
  }
  if (!high.is_null()) {
    auto of = linear(subject);
    const auto end = form(high);
    if (!of || !end) return nullptr;
    below = compare_forms(high_included ? node_kind::less_equal : node_kind::less,
                          *std::move(of), *end);
    if (!below) return nullptr;
  }
  if (above && below) return join(true, std::move(above), std::move(below));
  return above ? std::move(above) : std::move(below);
}

/// One test of `in` or of a cell.
inline step_ptr condition_compiler::fits(const node& subject, const node& test) {
  if (test.kind == node_kind::comparison_range && is_closed(test.children[0])) {
    return compare(test.comparison, subject, test.children[0]);
  }
  if (test.kind == node_kind::list) {
    // In a list null is just none of its numbers.
    const for_now matters(null_matters_, true);
    step_ptr result;
    for (std::size_t i = 0; i < test.children.size(); ++i) {
      step_ptr one = fits(subject, test.children[i]);
      result = i == 0 ? std::move(one) : join(false, std::move(result), std::move(one));
      if (!result) break;
    }
    return result;
  }
  if (is_closed(test)) {
    const value v = closed_value(test);
    if (const range_value* r = v.range(); r != nullptr && !r->negated && !r->equal) {
      return fits_range(subject, r->low.value_or(value{}), r->low_included,
                        r->high.value_or(value{}), r->high_included);
    }
    if (v.num() != nullptr || v.day() != nullptr || v.string() != nullptr) {
      return compare(node_kind::equal, subject, test);
    }
    // The days of `last(…)`.
    const bool days = test.kind == node_kind::call && test.name == "last";
    if (!days || !is_closed(test.children[0])) return nullptr;
    const auto lasting = duration_of(closed_value(test.children[0]));
    const auto first = lasting ? first_day_held(*lasting, as_of_) : std::nullopt;
    if (!first) return nullptr;
    return fits_range(subject, value{*first}, true, value{as_of_}, true);
  }
  const auto place = named(test);
  if (!place) return nullptr;
  const fact_definition& f = *definition(*place);
  if (f.declared == fact_type::set && is_closed(subject)) {
    const value v = closed_value(subject);
    const auto& category = f.element->type.category;
    const auto rank =
        v.string() == nullptr || !category ? std::nullopt : category->rank(*v.string());
    if (!rank || *rank >= 64 || category->values.size() > 64) return nullptr;
    return std::make_unique<member_step>(*place, static_cast<std::int32_t>(*rank));
  }
  // Of a list of periods: their ends lie in columns of their own.
  const bool itself = !elements_.empty() && &f == elements_.back().element;
  if (f.declared == fact_type::period && itself && is_closed(subject)) {
    const value day = closed_value(subject);
    if (day.day() == nullptr) return nullptr;
    read_scope& in = scope();
    const linear_form is{{}, number{day.day()->days()}};
    const auto end = [&](bool first) {
      return linear_form{{{end_of_period(in, first), number{1}}}, number{}};
    };
    step_ptr within = join(true, compare_forms(node_kind::less_equal, end(true), is),
                           compare_forms(node_kind::greater_equal, end(false), is));
    if (!within) return nullptr;
    return std::make_unique<where_known_step>(*place, std::move(within));
  }
  return nullptr;
}

/// The first or last day of periods, as a fact of its own.
inline std::size_t condition_compiler::end_of_period(read_scope& of, bool first) {
  const char* name = first ? "from" : "to";
  for (std::size_t i = 0; i < of.facts.size(); ++i) {
    const read_fact& f = of.facts[i];
    const bool given = !f.outer && !f.made();
    if (given && f.is->declared == fact_type::date && f.is->name == name) return i;
  }
  auto made = std::make_unique<fact_definition>();
  made->name = name;
  made->declared = fact_type::date;
  made->type = expr::make(expr::type_kind::date);
  to_.ends.push_back(std::move(made));
  return *field(of, *to_.ends.back());
}

inline element_step_ptr condition_compiler::in_elements(std::size_t list,
                                                        const node& condition) {
  if (!elements_.empty()) return nullptr;
  read_fact& of = to_.units.facts[list];
  if (of.is->declared != fact_type::list || !of.is->element) return nullptr;
  if (!of.elements) of.elements = std::make_unique<read_scope>();
  elements_.push_back({of.elements.get(), of.is->element.get()});
  step_ptr of_each = truth(condition);
  std::vector<std::size_t> around = std::move(elements_.back().around);
  elements_.pop_back();
  if (!of_each) return nullptr;
  return std::make_unique<element_step>(std::move(of_each), std::move(around));
}

/// Whatever of the elements of lists can be in error, whether conditions read it or not.
inline void condition_compiler::read_elements_whole() {
  for (read_fact& f : to_.units.facts) {
    const bool only_measured = !f.is->complete.empty();
    if (!f.made() && !only_measured && !f.is->lists_units()) read_elements_whole(f);
  }
}
inline void condition_compiler::read_elements_whole(read_fact& list) {
  if (!list.is->element || list.is->declared == fact_type::set) return;
  if (!list.elements) list.elements = std::make_unique<read_scope>();
  const auto read = [&](const fact_definition& part) {
    const bool always_right = part.declared == fact_type::boolean ||
                              part.declared == fact_type::duration ||
                              (part.declared == fact_type::date && !part.range);
    if (always_right) return;
    const auto place = field(*list.elements, part);
    read_elements_whole(list.elements->facts[*place]);
  };
  const fact_definition& element = *list.is->element;
  if (element.fields.empty()) read(element);
  for (const fact_definition& part : element.fields) read(part);
}

inline step_ptr condition_compiler::quantifier(const node& n) {
  if (n.children.size() != 2) return nullptr;
  const auto list = named(n.children[0]);
  if (!list) return nullptr;
  element_step_ptr condition = in_elements(*list, n.children[1]);
  if (!condition) return nullptr;
  return std::make_unique<quantifier_step>(*list, std::move(condition),
                                           n.kind == node_kind::every);
}

}  // namespace norma::batch::detail

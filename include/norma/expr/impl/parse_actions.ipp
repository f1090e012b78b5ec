// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/parse_literals.ipp>

#include <algorithm>    // std::max
#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view

#include <boost/spirit/home/x3.hpp>

// What the grammar is made of: directives around parsers, and the actions that
// build nodes.

namespace norma::expr::detail::grammar {

// Directives ---------------------------------------------------------------

/// The subject, or a failure that says what was wanted.
template <class Subject>
struct must_directive : x3::unary_parser<Subject, must_directive<Subject>> {
  using base = x3::unary_parser<Subject, must_directive<Subject>>;
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  constexpr must_directive(const Subject& subject, wanted what, std::string_view word,
                           std::string_view form)
      : base(subject), what_(what), word_(word), form_(form) {}

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context,
             RuleContext& rule, Attribute& attribute) const {
    if (this->subject.parse(first, last, context, rule, attribute)) return true;
    x3::skip_over(first, last, context);
    const std::size_t at = builder_of(context).offset(first);
    throw syntax_failure{what_, at, at, {}, {std::string(word_), std::string(form_)}};
  }

 private:
  wanted what_;
  std::string_view word_, form_;
};

template <class Subject>
[[nodiscard]] constexpr auto must(wanted what, const Subject& subject) {
  return must_directive<typename x3::extension::as_parser<Subject>::value_type>{
      x3::as_parser(subject), what, {}, {}};
}

/// The reserved word `w` of a construct that reads like `form`.
[[nodiscard]] constexpr auto must_word(std::string_view w, std::string_view form) {
  return must_directive<word>{word{w}, wanted::keyword, w, form};
}

/// Whether a `[` that follows an operand filters it.
enum class filtering : unsigned char { as_outside, yes, no };

/// The subject one level deeper.
template <class Subject, filtering Filters>
struct nested_directive : x3::unary_parser<Subject, nested_directive<Subject, Filters>> {
  using base = x3::unary_parser<Subject, nested_directive<Subject, Filters>>;
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  constexpr explicit nested_directive(const Subject& subject) : base(subject) {}

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Context& context,
             RuleContext& rule, Attribute& attribute) const {
    builder& b = builder_of(context);
    const bool outside = b.filters;
    b.enter(b.offset(first));
    if (Filters != filtering::as_outside) b.filters = Filters == filtering::yes;
    const bool matched = this->subject.parse(first, last, context, rule, attribute);
    b.filters = outside;
    b.leave();
    return matched;
  }
};

template <filtering Filters, class Subject>
[[nodiscard]] constexpr auto nested(const Subject& subject) {
  return nested_directive<Subject, Filters>{subject};
}

/// True where the state of the parse says so; reads nothing.
template <class Condition>
struct when_predicate : x3::parser<when_predicate<Condition>> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;
  constexpr explicit when_predicate(Condition condition) : condition_(condition) {}

  template <class Iterator, class Context, class RuleContext, class Attribute>
  bool parse(Iterator&, const Iterator&, const Context& context, const RuleContext&,
             Attribute&) const {
    return condition_(builder_of(context));
  }

 private:
  Condition condition_;
};

/// A `[` filters what stands before it.
inline constexpr when_predicate filters_here{[](const builder& b) { return b.filters; }};
/// The type just read is one of those that have types of their own.
inline constexpr when_predicate has_arguments{[](const builder& b) {
  for (const std::string_view word : {"list", "range", "context", "function"})
    if (b.type_text.ends_with(word)) return true;
  return false;
}};

// Actions ------------------------------------------------------------------

template <class Context>
[[nodiscard]] std::size_t offset_of(const Context& context) {
  return builder_of(context).offset(x3::_where(context).begin());
}

/// After a token of `Length` bytes: a construct begins with it.
template <std::size_t Length>
inline constexpr auto opens =
    [](auto& context) { builder_of(context).begin(offset_of(context) - Length); };
/// After `(`, `[` or `]`: a bracket begins.
inline constexpr auto opens_bracket = [](auto& context) {
  const std::size_t at = offset_of(context) - 1;
  builder_of(context).begin(at, at);
};
/// After `[` or `(`: a bracket begins, its first child is the node on top.
inline constexpr auto opens_after_operand = [](auto& context) {
  builder_of(context).begin_after_operand(offset_of(context) - 1);
};
/// The node on top is the first child of what begins.
inline constexpr auto opens_with_operand = [](auto& context) {
  builder_of(context).begin_after_operand();
};
inline constexpr auto opens_membership = [](auto& context) {
  builder_of(context).begin_after_operand().subject = true;
};
template <node_kind Kind>
inline constexpr auto closes =
    [](auto& context) { builder_of(context).end(Kind, offset_of(context)); };
/// Ends with its last child, or the bracket around its last children.
template <node_kind Kind>
inline constexpr auto closes_after_operand = [](auto& context) {
  builder& b = builder_of(context);
  b.end(Kind, std::max<std::size_t>(b.top().end, b.last_end));
};
inline constexpr auto closes_group = [](auto& context) {
  builder_of(context).end_group(offset_of(context));
};
inline constexpr auto dissolves = [](auto& context) {
  builder& b = builder_of(context);
  b.dissolve();
  b.last_end = offset_of(context);
};

template <node_kind Kind>
inline constexpr auto combines = [](auto& context) { builder_of(context).binary(Kind); };

inline constexpr auto compares = [](auto& context) {
  builder& b = builder_of(context);
  b.binary(b.operators.back());
  b.operators.pop_back();
};
/// `< 10`: the node on top becomes a test.
inline constexpr auto tests_operand = [](auto& context) {
  builder& b = builder_of(context);
  const std::size_t end = b.top().end;
  const node_kind comparison = b.operators.back();
  b.operators.pop_back();
  b.end(node_kind::comparison_range, end).comparison = comparison;
};
inline constexpr auto refuses_chain = [](auto& context) {
  const std::size_t end = offset_of(context);
  refuse("N0331", builder_of(context).top().begin, end);
};

/// `-`: of a number or duration as written a negative literal, else an
/// operation.
inline constexpr auto negates = [](auto& context) {
  builder& b = builder_of(context);
  node& operand = b.top();
  const char first = b.text()[operand.begin];
  if (operand.kind != node_kind::literal || !(is_digit(first) || first == '.')) {
    b.end(node_kind::negate, operand.end);
    return;
  }
  if (const number* n = operand.literal.num()) {
    operand.literal = -*n;
  } else if (const months_duration* m = operand.literal.months()) {
    operand.literal = months_duration{-m->months};
  } else {
    operand.literal = days_duration{-operand.literal.days()->seconds};
  }
  if (!operand.name.empty()) operand.name.insert(0, 1, '-');
  b.end_group(operand.end);
};

inline constexpr auto pushes_number = [](auto& context) {
  const auto& digits = x3::_attr(context);
  builder& b = builder_of(context);
  push_number(b, b.offset(digits.begin()), b.offset(digits.end()));
};

/// A word of `Length` bytes that is a value by itself.
template <node_kind Kind, std::size_t Length>
inline constexpr auto pushes = [](auto& context) {
  const std::size_t end = offset_of(context);
  builder_of(context).leaf(Kind, end - Length, end);
};
template <bool Value>
inline constexpr auto pushes_boolean = [](auto& context) {
  const std::size_t end = offset_of(context);
  builder_of(context).leaf(node_kind::literal, end - (Value ? 4 : 5), end).literal =
      value{Value};
};
inline constexpr auto pushes_input = [](auto& context) {
  builder& b = builder_of(context);
  const std::size_t end = offset_of(context);
  if (!b.has_subject()) refuse("N0343", end - 1, end);
  b.leaf(node_kind::input, end - 1, end);
};

/// A range ends: what its first and last byte say about its ends.
inline constexpr auto closes_range = [](auto& context) {
  builder& b = builder_of(context);
  const std::size_t end = offset_of(context);
  const char low = b.text()[b.open().back().begin];
  node& range = b.end(node_kind::range, end);
  range.low_included = low == '[';
  range.high_included = b.text()[end - 1] == ']';
};
/// `4..2` without brackets.
inline constexpr auto closes_iteration = [](auto& context) {
  node& range = builder_of(context).binary(node_kind::range);
  range.name = "..";
  range.low_included = range.high_included = true;
};

inline constexpr auto closes_call = [](auto& context) {
  builder& b = builder_of(context);
  node& call = b.end(node_kind::call, offset_of(context));
  const std::size_t arguments = call.children.size() - (call.name.empty() ? 1 : 0);
  if (!call.names.empty() && call.names.size() != arguments)
    refuse("N0342", call.begin, call.end);
};

inline constexpr auto begins_type = [](auto& context) {
  builder& b = builder_of(context);
  b.begin_after_operand();
  b.type_text.clear();
};
inline constexpr auto closes_type = [](auto& context) {
  builder& b = builder_of(context);
  b.end(node_kind::instance_of, b.last_end).name = b.type_text;
};
inline constexpr auto types_open = [](auto& context) {
  builder_of(context).type_text += '<';
};
inline constexpr auto types_comma = [](auto& context) {
  builder_of(context).type_text += ", ";
};
inline constexpr auto types_close = [](auto& context) {
  builder& b = builder_of(context);
  b.type_text += '>';
  b.last_end = offset_of(context);
};
inline constexpr auto types_arrow = [](auto& context) {
  builder_of(context).type_text += " -> ";
};

inline constexpr auto pushes_any = [](auto& context) {
  const std::size_t end = offset_of(context);
  builder_of(context).leaf(node_kind::any_test, 0, end);
};
inline constexpr auto closes_tests = [](auto& context) {
  builder_of(context).end(node_kind::unary_tests, offset_of(context));
};
inline constexpr auto closes_negated_tests = [](auto& context) {
  builder_of(context).end(node_kind::unary_tests, offset_of(context)).negated = true;
};

}  // namespace norma::expr::detail::grammar

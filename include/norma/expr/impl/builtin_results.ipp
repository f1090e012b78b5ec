// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <span>     // std::span

#include <norma/expr/type.hpp>

// Static types of what built-ins give, by those of their arguments.

namespace norma::expr::detail {

template <type_kind Kind>
[[nodiscard]] type gives(std::span<const type>) {
  return make(Kind);
}

[[nodiscard]] inline type gives_element(std::span<const type> args) {
  if (args.empty() || !args[0].element) return {};
  auto result = *args[0].element;
  result.optional = result.optional || args[0].may_be_empty;
  return result;
}

/// A number with the unit of the first argument, or of its elements.
[[nodiscard]] inline type gives_same_number(std::span<const type> args) {
  auto result = make(type_kind::number);
  if (args.empty()) return result;
  const auto& from = args[0].element ? *args[0].element : args[0];
  result.unit = from.unit;
  result.inexact = from.inexact;
  return result;
}

[[nodiscard]] inline type gives_mean(std::span<const type> args) {
  auto result = gives_same_number(args);
  result.optional = args.empty() || args[0].may_be_empty;
  return result;
}

[[nodiscard]] inline type gives_plain_number(std::span<const type> args) {
  auto result = gives_same_number(args);
  result.unit.clear();
  return result;
}

[[nodiscard]] inline type gives_first(std::span<const type> args) {
  return args.empty() ? type{} : args[0];
}

/// The list given; a value by itself is a list of one.
[[nodiscard]] inline type gives_list(std::span<const type> args) {
  auto result = gives_first(args);
  const bool alone = result.kind != type_kind::list && result.kind != type_kind::any &&
                     result.kind != type_kind::null;
  return alone ? make_list(result) : result;
}

/// The list given, of `any` where the third argument is not as its elements are.
[[nodiscard]] inline type gives_list_with_item(std::span<const type> args) {
  const auto result = gives_list(args);
  const bool mixed =
      args.size() > 2 && result.element && result.element->kind != args[2].kind;
  return mixed ? make_list({}) : result;
}

/// The list given, which may have become empty.
[[nodiscard]] inline type gives_sublist(std::span<const type> args) {
  auto result = gives_list(args);
  result.may_be_empty = true;
  return result;
}

/// A list of what all the arguments hold, `any` where they differ.
[[nodiscard]] inline type gives_joined(std::span<const type> args) {
  type element;
  bool may_be_empty = true;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const auto& one =
        args[i].kind == type_kind::list && args[i].element ? *args[i].element : args[i];
    if (i == 0)
      element = one;
    else if (one.kind != element.kind)
      element = type{};
    may_be_empty =
        may_be_empty && args[i].kind == type_kind::list && args[i].may_be_empty;
  }
  auto result = make_list(element);
  result.may_be_empty = may_be_empty;
  return result;
}

[[nodiscard]] inline type gives_flat(std::span<const type> args) {
  if (args.empty()) return make_list({});
  auto element = args[0];
  while (element.kind == type_kind::list && element.element)
    element = type{*element.element};
  return make_list(element);
}

[[nodiscard]] inline type gives_numbers(std::span<const type>) {
  return make_list(make(type_kind::number));
}

[[nodiscard]] inline type gives_days(std::span<const type>) {
  return make_range(make(type_kind::date));
}

[[nodiscard]] inline type gives_range(std::span<const type>) { return make_range({}); }

}  // namespace norma::expr::detail

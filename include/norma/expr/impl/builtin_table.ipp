// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>  // std::array

#include <norma/expr/impl/builtin.hpp>
#include <norma/expr/impl/builtin_list.ipp>
#include <norma/expr/impl/builtin_number.ipp>
#include <norma/expr/impl/builtin_range.ipp>
#include <norma/expr/impl/builtin_results.ipp>
#include <norma/expr/impl/builtin_text.ipp>
#include <norma/expr/impl/builtin_time.ipp>

// The table of built-ins: phrase, parameters of each overload, static type of
// the result, function. In order of phrase, which the compiler checks.

namespace norma::expr::detail {

// Parameters and overloads.

using bp = builtin_parameter;

inline constexpr kinds k_datelike = k_date | k_moment;
inline constexpr kinds k_spans = k_ordered | k_range;

[[nodiscard]] constexpr bp opt(std::string_view name, kinds accepts) {
  return {name, accepts, k_all, true};
}
[[nodiscard]] constexpr bp list_of(std::string_view name, kinds element) {
  return {name, k_list, element};
}

template <class... P>
[[nodiscard]] constexpr builtin_overload takes(P... parameters) {
  return {{parameters...}, sizeof...(P), tail::none};
}
template <class... P>
[[nodiscard]] constexpr builtin_overload takes_more(P... parameters) {
  return {{parameters...}, sizeof...(P), tail::repeats};
}

[[nodiscard]] constexpr builtin one(std::string_view name, builtin_overload o,
                                    builtin_type t, builtin_function f,
                                    unsigned flags = bi_plain) {
  return {name, {o}, 1, t, f, flags};
}

/// Takes a list, or its elements one by one.
[[nodiscard]] constexpr builtin of_list(std::string_view name, kinds element,
                                        builtin_type t, builtin_function f,
                                        unsigned flags = bi_plain) {
  const auto list = list_of("list", element);
  return {name, {takes(list), builtin_overload{{list}, 1, tail::gathers}}, 2, t, f,
          flags};
}

// Relations of points and ranges take what DMN defines them for (10.3.4.7). Without
// names the first form stands for all.

inline constexpr auto two_points =
    takes(bp{"point1", k_ordered}, bp{"point2", k_ordered});
inline constexpr auto point_range = takes(bp{"point", k_ordered}, bp{"range", k_range});
inline constexpr auto range_point = takes(bp{"range", k_range}, bp{"point", k_ordered});

template <class... O>
[[nodiscard]] constexpr builtin of_spans(std::string_view name, builtin_function f,
                                         kinds first, kinds second, O... by_name) {
  return {name,
          {takes(bp{"range1", first}, bp{"range2", second}), by_name...},
          1 + sizeof...(O),
          gives<type_kind::boolean>,
          f,
          bi_relation};
}

[[nodiscard]] constexpr builtin of_any_spans(std::string_view name, builtin_function f) {
  return of_spans(name, f, k_spans, k_spans, point_range, range_point, two_points);
}
[[nodiscard]] constexpr builtin of_ranges(std::string_view name, builtin_function f) {
  return of_spans(name, f, k_range, k_range);
}
/// What the first is to the second, a range.
[[nodiscard]] constexpr builtin within_range(std::string_view name, builtin_function f) {
  return of_spans(name, f, k_spans, k_range, point_range);
}
/// What the first, a range, is to the second.
[[nodiscard]] constexpr builtin of_range(std::string_view name, builtin_function f) {
  return of_spans(name, f, k_range, k_spans, range_point);
}

[[nodiscard]] constexpr builtin_overload scaled() {
  return takes(bp{"n", k_number}, bp{"scale", k_number});
}
[[nodiscard]] constexpr builtin_overload maybe_scaled() {
  return takes(bp{"n", k_number}, opt("scale", k_number));
}
[[nodiscard]] constexpr builtin_overload text_and_match() {
  return takes(bp{"string", k_text}, bp{"match", k_text});
}
[[nodiscard]] constexpr builtin_overload list_and_position() {
  return takes(bp{"list", k_list}, bp{"position", k_number});
}
[[nodiscard]] constexpr builtin_overload list_position_item() {
  return takes(bp{"list", k_list}, bp{"position", k_number}, bp{"newItem"});
}

using tk = type_kind;

inline constexpr auto builtin_table = std::to_array<builtin>({
    one("@", takes(bp{"from", k_text}), gives<tk::any>, from_at_literal),
    one("abs", takes(bp{"n", k_number | k_duration}), gives_first, absolute),
    of_any_spans("after", relation<&end_order::before, true>),
    of_list("all", k_boolean | k_null, gives<tk::boolean>, connective_of<false>),
    of_list("any", k_boolean | k_null, gives<tk::boolean>, connective_of<true>),
    one("append", takes_more(bp{"list", k_list}, bp{"item"}), gives_joined, append,
        bi_moves),
    of_any_spans("before", relation<&end_order::before>),
    one("ceiling", maybe_scaled(), gives_same_number, round_number<rounding::ceiling>),
    of_spans("coincides", alike, k_spans, k_spans, two_points),
    one("concatenate", takes_more(bp{"list", k_list}), gives_joined, join_lists,
        bi_moves),
    one("contains", text_and_match(), gives<tk::boolean>, contains_text),
    one("count", takes(list_of("list", k_all)), gives<tk::number>, count_of,
        bi_sees_unknown | bi_aggregate),
    builtin{"date",
            {takes(bp{"from", k_text | k_datelike}),
             takes(bp{"year", k_number}, bp{"month", k_number}, bp{"day", k_number})},
            2,
            gives<tk::date>,
            to_date,
            bi_plain},
    builtin{"date and time",
            {takes(bp{"from", k_text | k_datelike}),
             takes(bp{"date", k_datelike}, bp{"time", k_time})},
            2,
            gives<tk::date_time>,
            to_moment,
            bi_plain},
    one("day of week", takes(bp{"date", k_datelike}), gives<tk::text>, day_of_week),
    one("day of year", takes(bp{"date", k_datelike}), gives<tk::number>, day_of_year),
    one("decimal", scaled(), gives_same_number, round_number<rounding::half_even>),
    one("distinct values", takes(bp{"list", k_list}), gives_list, distinct_values,
        bi_moves),
    one("duration", takes(bp{"from", k_text | k_duration}), gives<tk::duration>,
        to_duration),
    within_range("during", relation<&end_order::includes, true>),
    one("ends with", text_and_match(), gives<tk::boolean>, ends_with),
    one("even", takes(bp{"number", k_number}), gives<tk::boolean>, parity<false>),
    one("exp", takes(bp{"number", k_number}), gives<tk::number>, exponential, bi_inexact),
    of_range("finished by", relation<&end_order::finishes, true>),
    within_range("finishes", relation<&end_order::finishes>),
    one("flatten", takes(bp{"list", k_list}), gives_flat, flatten, bi_moves),
    one("floor", maybe_scaled(), gives_same_number, round_number<rounding::floor>),
    of_range("includes", relation<&end_order::includes>),
    one("index of", takes(bp{"list", k_list}, bp{"match"}), gives_numbers, index_of,
        bi_moves),
    one("insert before", list_position_item(), gives_list_with_item, insert_before,
        bi_moves),
    one("is", takes(bp{"value1"}, bp{"value2"}), gives<tk::boolean>, is_same),
    one("last", takes(bp{"duration", k_duration}), gives_days, last_days),
    one("list contains", takes(bp{"list", k_list}, bp{"element"}), gives<tk::boolean>,
        list_contains, bi_moves),
    one("list replace", list_position_item(), gives_list_with_item, replace_at, bi_moves),
    one("log", takes(bp{"number", k_number}), gives<tk::number>, logarithm, bi_inexact),
    one("lower case", takes(bp{"string", k_text}), gives<tk::text>, with_case<false>),
    of_list("max", k_ordered, gives_element, extreme_of<true>, bi_aggregate),
    of_list("mean", k_number, gives_mean, mean_of, bi_aggregate),
    of_list("median", k_number, gives_mean, median_of),
    of_ranges("meets", relation<&end_order::meets>),
    of_ranges("met by", relation<&end_order::meets, true>),
    of_list("min", k_ordered, gives_element, extreme_of<false>, bi_aggregate),
    of_list("mode", k_number, gives_list, mode_of),
    one("modulo", takes(bp{"dividend", k_number}, bp{"divisor", k_number}),
        gives_same_number, modulo),
    one("month of year", takes(bp{"date", k_datelike}), gives<tk::text>, month_of_year),
    one("number",
        takes(bp{"from", k_text}, opt("grouping separator", k_text | k_null),
              opt("decimal separator", k_text | k_null)),
        gives<tk::number>, to_number),
    one("odd", takes(bp{"number", k_number}), gives<tk::boolean>, parity<true>),
    of_ranges("overlaps", relation<&end_order::overlaps>),
    of_ranges("overlaps after", relation<&end_order::overlaps_before, true>),
    of_ranges("overlaps before", relation<&end_order::overlaps_before>),
    of_list("product", k_number, gives_plain_number, product_of),
    one("range", takes(bp{"from", k_text}), gives_range, to_range),
    one("remove", list_and_position(), gives_sublist, remove_at, bi_moves),
    one("reverse", takes(bp{"list", k_list}), gives_list, reverse, bi_moves),
    one("round down", scaled(), gives_same_number, round_number<rounding::down>),
    one("round half down", scaled(), gives_same_number,
        round_number<rounding::half_down>),
    one("round half up", scaled(), gives_same_number, round_number<rounding::half_up>),
    one("round up", scaled(), gives_same_number, round_number<rounding::up>),
    one("sqrt", takes(bp{"number", k_number}), gives<tk::number>, square_root,
        bi_inexact),
    of_range("started by", relation<&end_order::starts, true>),
    within_range("starts", relation<&end_order::starts>),
    one("starts with", text_and_match(), gives<tk::boolean>, starts_with),
    of_list("stddev", k_number, gives<tk::number>, deviation_of, bi_inexact),
    one("string", takes(bp{"from"}), gives<tk::text>, to_text),
    one("string join",
        takes(list_of("list", k_text | k_null), opt("delimiter", k_text | k_null)),
        gives<tk::text>, string_join),
    one("string length", takes(bp{"string", k_text}), gives<tk::number>, string_length),
    one("sublist",
        takes(bp{"list", k_list}, bp{"start position", k_number},
              opt("length", k_number)),
        gives_sublist, sublist, bi_moves),
    one("substring",
        takes(bp{"string", k_text}, bp{"start position", k_number},
              opt("length", k_number | k_null)),
        gives<tk::text>, substring),
    one("substring after", text_and_match(), gives<tk::text>, substring_after),
    one("substring before", text_and_match(), gives<tk::text>, substring_before),
    of_list("sum", k_number, gives_mean, sum_of, bi_aggregate),
    builtin{"time",
            {takes(bp{"from", k_text | k_time | k_datelike}),
             takes(bp{"hour", k_number}, bp{"minute", k_number}, bp{"second", k_number},
                   opt("offset", k_null))},
            2,
            gives<tk::time>,
            to_time,
            bi_plain},
    of_list("total", k_number, gives_same_number, total_of, bi_aggregate),
    one("union", takes_more(bp{"list", k_list}), gives_joined, union_of, bi_moves),
    one("upper case", takes(bp{"string", k_text}), gives<tk::text>, with_case<true>),
    one("week of year", takes(bp{"date", k_datelike}), gives<tk::number>, week_of_year),
    one("years and months duration", takes(bp{"from", k_datelike}, bp{"to", k_datelike}),
        gives<tk::months_duration>, months_duration_between),
});

[[nodiscard]] constexpr bool table_in_order() {
  for (std::size_t i = 1; i < builtin_table.size(); ++i)
    if (!(builtin_table[i - 1].name < builtin_table[i].name)) return false;
  return true;
}
static_assert(table_in_order(), "the built-ins go in order of their phrases");

}  // namespace norma::expr::detail

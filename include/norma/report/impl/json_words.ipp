// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words by which JSON names enumerators: written and read by one table each.

#include <array>        // std::array, std::to_array
#include <cstddef>      // std::size_t
#include <optional>     // std::optional
#include <string_view>  // std::string_view

#include <norma/assess/report.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/core/enum_word.hpp>
#include <norma/rule/structure.hpp>
#include <norma/value/cause.hpp>

namespace norma::report_detail {

using detail::enum_word;

/// A table of words; it does not compile if an enumerator is not at its place.
template <class Enum, std::size_t N>
[[nodiscard]] consteval std::array<enum_word<Enum>, N> in_order(
    const enum_word<Enum> (&words)[N]) {
  if (!detail::each_at_its_place(words)) throw "an enumerator is missing";
  return std::to_array(words);
}

template <class Enum>
inline constexpr std::array<enum_word<Enum>, 0> words_of{};

template <>
inline constexpr auto words_of<verdict> =
    in_order<verdict>({{verdict::pass, "pass"},
                       {verdict::fail, "fail"},
                       {verdict::undetermined, "undetermined"},
                       {verdict::not_applicable, "not_applicable"}});
template <>
inline constexpr auto words_of<node_role> =
    in_order<node_role>({{node_role::standard, "standard"},
                         {node_role::item, "item"},
                         {node_role::group, "group"},
                         {node_role::part, "part"}});
template <>
inline constexpr auto words_of<combine> = in_order<combine>({{combine::all, "all"},
                                                             {combine::any, "any"},
                                                             {combine::none, "none"},
                                                             {combine::at_least,
                                                              "at_least"}});
template <>
inline constexpr auto words_of<strength> =
    in_order<strength>({{strength::mandatory, "mandatory"},
                        {strength::conditional, "conditional"},
                        {strength::encouraged, "encouraged"},
                        {strength::goal, "goal"},
                        {strength::reference, "reference"}});
template <>
inline constexpr auto words_of<remedy_state> =
    in_order<remedy_state>({{remedy_state::not_needed, "not_needed"},
                            {remedy_state::not_asked, "not_asked"},
                            {remedy_state::found, "found"},
                            {remedy_state::none_found, "none_found"},
                            {remedy_state::none, "none"}});
template <>
inline constexpr auto words_of<cause_kind> =
    in_order<cause_kind>({{cause_kind::missing, "missing"},
                          {cause_kind::pending, "pending"},
                          {cause_kind::expired, "expired"},
                          {cause_kind::disagreement, "disagreement"},
                          {cause_kind::dated_later, "dated_later"},
                          {cause_kind::recorded_later, "recorded_later"},
                          {cause_kind::data_error, "data_error"}});

template <class Enum>
[[nodiscard]] constexpr std::string_view word_of(Enum e) {
  return words_of<Enum>[static_cast<std::size_t>(e)].word;
}

/// The enumerator that `word` stands for, or nothing.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> find_word(std::string_view word) {
  for (const auto& each : words_of<Enum>) {
    if (each.word == word) return each.is;
  }
  return std::nullopt;
}

}  // namespace norma::report_detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Readers take the place of a word among those of its key for the number of its
// enumerator: here that is held.

#include <cstddef>      // std::size_t
#include <string_view>  // std::string_view

#include <norma/core/enum_word.hpp>
#include <norma/load/impl/rule_shapes.ipp>
#include <norma/load/impl/scheme_shapes.ipp>
#include <norma/load/impl/standard_shapes.ipp>
#include <norma/rule/fact.hpp>
#include <norma/rule/scheme.hpp>
#include <norma/rule/standard.hpp>
#include <norma/rule/structure.hpp>
#include <norma/rule/table.hpp>
#include <norma/value/number.hpp>

namespace norma::load_detail::shapes {

using detail::enum_word;

/// True if the key takes `one of` these words, each at its enumerator's place.
template <class Enum, std::size_t N>
[[nodiscard]] consteval bool takes(const shape& of, std::string_view key,
                                   const enum_word<Enum> (&words)[N]) {
  for (const shape_key& each : of.keys) {
    if (each.name != key) continue;
    std::string_view rest = each.form;
    if (!rest.starts_with("one of")) return false;
    rest.remove_prefix(6);
    if (!detail::each_at_its_place(words)) return false;
    for (std::size_t i = 0; i < N; ++i) {
      if (!rest.starts_with(' ') || !rest.substr(1).starts_with(words[i].word))
        return false;
      rest.remove_prefix(1 + words[i].word.size());
    }
    return rest.empty();
  }
  return false;
}

static_assert(takes<changeable>(fact, "changeable",
                                {{changeable::no, "no"},
                                 {changeable::up, "up"},
                                 {changeable::down, "down"},
                                 {changeable::either, "either"}}));
static_assert(takes<if_supplied>(derived_fact, "if_supplied",
                                 {{if_supplied::wins, "wins"},
                                  {if_supplied::must_agree, "must_agree"}}));
static_assert(takes<hit_policy>(table, "hit",
                                {{hit_policy::first, "first"},
                                 {hit_policy::unique, "unique"}}));
static_assert(takes<strength>(part, "strength",
                              {{strength::mandatory, "mandatory"},
                               {strength::conditional, "conditional"},
                               {strength::encouraged, "encouraged"},
                               {strength::goal, "goal"},
                               {strength::reference, "reference"}}));
static_assert(takes<layer_step>(part, "as",
                                {{layer_step::kept, "kept"},
                                 {layer_step::tightened, "tightened"},
                                 {layer_step::relaxed, "relaxed"}}));
static_assert(takes<inapplicable>(scheme, "not_applicable",
                                  {{inapplicable::full, "full"},
                                   {inapplicable::left_out, "left_out"},
                                   {inapplicable::zero, "zero"}}));
static_assert(takes<loss_count>(lose, "count",
                                {{loss_count::begun, "begun"},
                                 {loss_count::full, "full"},
                                 {loss_count::proportional, "proportional"}}));
static_assert(takes<rounding>(round, "mode",
                              {{rounding::half_even, "half_even"},
                               {rounding::half_up, "half_up"},
                               {rounding::half_down, "half_down"},
                               {rounding::up, "up"},
                               {rounding::down, "down"},
                               {rounding::floor, "floor"},
                               {rounding::ceiling, "ceiling"}}));

}  // namespace norma::load_detail::shapes

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::binary_search, std::find
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <memory>     // std::make_unique
#include <optional>   // std::optional

#include <norma/batch/impl/check_steps.ipp>
#include <norma/batch/impl/compile.hpp>
#include <norma/rule/reads.hpp>

// What puts a fact in error that by itself is in order: checks, lists that are longer
// than they may be, derived facts that have to agree with what derives them.

namespace norma::batch::detail {

/// The checks that name the fact, or the day of evidence that it can expire of: where one
/// is violated, the fact is in error.
inline bool condition_compiler::read_checks(std::uint32_t slot, std::size_t place) {
  const auto day = day_in_doubt(slot, place);
  const auto names = [&](const expr::expression& check, std::uint32_t named) {
    return std::binary_search(check.slots.begin(), check.slots.end(), named);
  };
  for (std::uint32_t by = 0; by < words_.slots.size(); ++by) {
    const fact_definition* f = words_.fact(by);
    if (f == nullptr) continue;
    for (const expr::expression& check : f->checks) {
      if (!names(check, slot) && !(day && names(check, *day))) continue;
      auto known = checks_.find(&check);
      if (known == checks_.end()) {
        known = checks_.emplace(&check, to_.units.checks.size()).first;
        to_.units.checks.push_back(nullptr);
        const auto* outer = at_;
        at_ = &check;
        step_ptr step = truth(check.tree);
        at_ = outer;
        if (!step) {
          leave_to_rows(known->second);
          return false;
        }
        to_.units.checks[known->second] = step.get();
        to_.owned.push_back(std::move(step));
      } else if (checks_by_rows_.count(known->second) != 0) {
        return false;
      }
      to_.units.facts[place].checks.push_back(known->second);
    }
  }
  return true;
}

/// The fact that is the day of its evidence, which is in doubt with it.
inline std::optional<std::uint32_t> condition_compiler::day_in_doubt(
    std::uint32_t slot, std::size_t place) const {
  const fact_definition& f = *words_.fact(slot);
  const bool expires = to_.units.facts[place].held_from.has_value();
  return expires && !f.derived() ? f.dated_by : std::nullopt;
}

/// A check without a step: facts that it names and that have been read already are known
/// to the scalar engine alone.
inline void condition_compiler::leave_to_rows(std::size_t check) {
  checks_by_rows_.insert(check);
  to_.owned.push_back(std::make_unique<scalar_step>());
  to_.units.checks[check] = to_.owned.back().get();
  for (const read_fact& f : to_.units.facts) {
    if (std::find(f.checks.begin(), f.checks.end(), check) == f.checks.end()) continue;
    const auto slot = words_.find_fact(f.is->name);
    if (slot) notes_[*slot] = no_form(f.is->name, "R1056");
  }
}

inline void condition_compiler::add_check(std::size_t place, step_ptr check) {
  to_.units.facts[place].checks.push_back(to_.units.checks.size());
  to_.units.checks.push_back(check.get());
  to_.owned.push_back(std::move(check));
}

/// A number that tells how long a list is: the list is no longer than that.
inline void condition_compiler::read_lengths(std::uint32_t slot, std::size_t place) {
  for (const measured_list& each : words_.measured) {
    if (each.length != slot) continue;
    const fact_definition& f = *words_.fact(each.list);
    read_fact made = given(f);
    const std::size_t list = to_.units.facts.size();
    to_.units.facts.push_back(std::move(made));
    if (f.dated_by) {  // what is wrong with the list itself is not looked at
      notes_[slot] = no_form(f.name, "R1081");
      add_check(place, std::make_unique<supplied_step>(list, false));
    } else {
      add_check(place, std::make_unique<length_step>(list, place));
    }
  }
}

/// Derived facts that rest on the fact, or are the fact, and have to agree with what
/// they are computed to be where they are supplied as well.
inline void condition_compiler::read_agreements(std::uint32_t slot, std::size_t place) {
  const auto day = day_in_doubt(slot, place);
  for (const std::uint32_t by : words_.derived) {
    const fact_definition& f = *words_.fact(by);
    const auto& inputs = norma::detail::inputs_of(f);
    const auto is_input = [&](std::uint32_t of) {
      return std::find(inputs.begin(), inputs.end(), of) != inputs.end();
    };
    const bool named = by == slot || is_input(slot) || (day && is_input(*day));
    if (f.supplied != if_supplied::must_agree || !named) continue;
    read_fact made = given(f);
    const bool dated = !f.dated_by || made.dated_by;
    const std::size_t supplied = to_.units.facts.size();
    to_.units.facts.push_back(std::move(made));
    step_ptr step = dated ? agreement(f, supplied) : nullptr;
    if (!step) {
      notes_[slot] = no_form(f.name, "R1068");
      step = std::make_unique<supplied_step>(supplied, dated);
      // What it is computed from may be in error where it is not supplied.
      const text why = why_;
      for (const std::uint32_t input : inputs) {
        if (words_.fact(input) == nullptr || read_slot(input)) continue;
        step = std::make_unique<scalar_step>();
      }
      why_ = why;
    }
    add_check(place, std::move(step));
  }
  note_of(slot);
}

/// What was supplied is what the fact is computed to be; null where there is no way.
inline step_ptr condition_compiler::agreement(const fact_definition& f,
                                              std::size_t supplied) {
  if (!f.value) return nullptr;
  const auto* outer = at_;
  const text why = why_;
  at_ = &*f.value;
  step_ptr result;
  if (f.declared == fact_type::boolean) {
    const auto is = [supplied] { return std::make_unique<boolean_step>(supplied); };
    step_ptr both = join(true, is(), truth(f.value->tree));
    step_ptr neither = join(true, negate(is()), negate(truth(f.value->tree)));
    result = join(false, std::move(both), std::move(neither));
  } else if (is_numeric(f.declared) || f.declared == fact_type::date) {
    const for_now matters(null_matters_, true);
    auto sum = linear(f.value->tree);
    const linear_form is{{{supplied, number{1}}}, number{}};
    if (sum) result = compare_forms(node_kind::equal, is, *sum);
  }
  at_ = outer;
  why_ = why;
  return result;
}

/// Keeps what is done row by row where the fact is read.
inline void condition_compiler::note_of(std::uint32_t slot) {
  const auto found = notes_.find(slot);
  if (found != notes_.end()) note_ = found->second;
}

}  // namespace norma::batch::detail

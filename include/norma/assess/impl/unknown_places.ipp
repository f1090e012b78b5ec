// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which unknown facts a condition rests on, and which places in lists.

#include <cstdint>  // std::uint32_t
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/cause_finder.ipp>
#include <norma/assess/impl/condition_reading.ipp>
#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/truth.hpp>

namespace norma::detail {

// A fact that a condition rests on, and why it is not known; without `why` all of it
// is to be given.
struct needed_fact {
  std::uint32_t slot = 0;
  cause_set why;
};

// What would have to be known for a condition to be decided.
struct condition_needs {
  truth holds = truth::unknown;
  std::vector<needed_fact> facts;  // of an unknown one
  bool in_error = false;           // whatever facts are given
};

// `held` is what the condition comes to. Of one that may still look elsewhere all is
// needed that it reads and is not known.
inline condition_needs needs_of(const expr::expression& e, const bound_facts& facts,
                                const expr::environment& env, const value& held,
                                bool lazily, list_unknowns& lists) {
  condition_needs out;
  cause_set told;
  if (const auto causes = held.causes()) told.insert(causes->begin(), causes->end());
  const reading of{e, env};
  const bool complete = told.size() < most_causes;
  const bool all = lazily || of.lazily || !complete;
  cause_set borne;
  for (const auto slot : of.slots) {
    if (facts.names->fact(slot) == nullptr) continue;
    cause_finder causes{of, told};
    causes.look(facts.slots[slot], lists);
    auto& here = causes.found;
    auto& both = causes.found_told;
    if (here.empty()) continue;
    borne.insert(both.begin(), both.end());
    const bool inside = !facts.slots[slot].is_unknown();  // elements of a known list
    if (!all && !inside && both.empty()) continue;
    if (of.whole_units) {
      here.clear();
    } else if (complete && !of.passes_over && !both.empty()) {
      here = std::move(both);
    }
    out.facts.push_back({slot, std::move(here)});
  }
  out.in_error = out.facts.empty() || (complete && borne != told);
  return out;
}

}  // namespace norma::detail

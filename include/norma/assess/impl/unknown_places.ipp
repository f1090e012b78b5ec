// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which unknown facts a condition rests on, and which places in lists.

#include <algorithm>    // std::find
#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <map>          // std::map
#include <memory>       // std::shared_ptr
#include <set>          // std::set
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/assess/bind.hpp>
#include <norma/expr/ast.hpp>
#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/partial.hpp>
#include <norma/value/truth.hpp>

namespace norma::detail {

using cause_set = std::set<cause>;

// What a condition reads.
class reading {
 public:
  reading(const expr::expression& e, const expr::environment& env) : e_(e), env_(env) {
    note(e.tree, false);
  }

  std::vector<std::uint32_t> slots;   // in the order of the text
  std::set<std::string_view> fields;  // of elements of lists
  bool whole_units = false;  // a standard is asked of members: whatever that reads
  bool lazily = false;       // what is unknown now may lead to looking elsewhere …
  bool passes_over = false;  // … in the same list

 private:
  void note(const expr::node& n, bool inside) {
    using kind = expr::node_kind;
    switch (n.kind) {
      case kind::name:
        fields.insert(n.name);
        if (n.bound == expr::binding::slot &&
            std::find(slots.begin(), slots.end(), n.index) == slots.end()) {
          slots.push_back(n.index);
        }
        break;
      case kind::path:
        fields.insert(n.name);
        if (n.children[0].kind == kind::filter) passes_over = true;
        break;
      case kind::filter:
      case kind::some:
      case kind::every:
        lazily = true;
        if (inside) passes_over = true;
        inside = true;
        break;
      case kind::list:
        lazily = true;  // of elements that are not known an operator need not tell
        break;
      case kind::for_each: lazily = passes_over = inside = true; break;
      case kind::conjunction:
      case kind::disjunction:
        // What is decided already stays so.
        for (const auto& child : n.children) {
          if (inside || !is_decided(child)) note(child, inside);
        }
        return;
      case kind::conditional:
        if (!inside && taken(n)) return;
        lazily = passes_over = true;
        break;
      case kind::call:
        if (!expr::standard_asked(n).empty()) {
          whole_units = true;
        } else if (n.name != "count" && !n.children.empty() &&
                   n.children[0].kind == kind::filter) {
          passes_over = true;  // fields of elements that may not belong
        }
        break;
      default: break;
    }
    for (const auto& child : n.children) note(child, inside);
  }

  [[nodiscard]] bool is_decided(const expr::node& n) const {
    return expr::to_truth(expr::evaluate(e_, n, env_)) != truth::unknown;
  }

  // Of an `if` whose condition is known only one branch is looked at.
  bool taken(const expr::node& n) {
    const auto condition = expr::evaluate(e_, n.children[0], env_);
    if (condition.is_unknown()) return false;
    note(n.children[0], false);
    note(n.children[expr::to_truth(condition) == truth::yes ? 1 : 2], false);
    return true;
  }

  const expr::expression& e_;
  const expr::environment& env_;
};

// A list with more unknown places than this is named as a whole.
inline constexpr std::size_t most_places = 20;

// The causes of all that is unknown in a value and is looked at, as far as they are
// of use: of a list of many, only those of more places than are ever named.
class cause_finder {
 public:
  cause_finder(const reading& of, const cause_set& told) : of_(of), told_(told) {}

  void look(const value& v) {
    if (const auto causes = v.causes()) {
      for (const auto& one : *causes) take(one);
    }
    if (const auto* open = open_list_of(v)) look(open->items);
    if (const auto* items = v.list()) look(*items);
    if (const auto* record = v.record()) {
      const auto& chosen = chosen_fields(*record);
      for (std::size_t i = 0; i < record->fields.size(); ++i) {
        if (chosen[i]) look(record->fields[i]);
      }
    }
  }

  cause_set found;
  cause_set found_told;  // those that are told, all of them

 private:
  void look(const list_value& items) {
    for (const auto& item : items) look(item);
  }
  void take(const cause& one) {
    if (told_.contains(one)) found_told.insert(one);
    if (places_.size() > most_places) return;
    found.insert(one);
    places_.insert(one.fact);
  }

  // By field of a record, whether it is looked at; once for all of one shape.
  const std::vector<bool>& chosen_fields(const record_value& of) {
    auto& chosen = chosen_[of.shape];
    for (auto i = chosen.size(); i < of.fields.size(); ++i) {
      chosen.push_back(of_.whole_units || of_.fields.contains(of.name(i)));
    }
    return chosen;
  }

  const reading& of_;
  const cause_set& told_;
  std::set<std::string_view> places_;
  std::map<std::shared_ptr<const record_shape>, std::vector<bool>> chosen_;
};

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
                                bool lazily) {
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
    causes.look(facts.slots[slot]);
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/missing.hpp>

#include <algorithm>      // std::all_of, std::find, std::stable_sort
#include <deque>          // std::deque
#include <optional>       // std::optional
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::move
#include <variant>        // std::holds_alternative

#include <norma/assess/examine.hpp>
#include <norma/assess/impl/unknown_places.ipp>
#include <norma/assess/judge.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// How a node stands if some facts were given, whatever their values.
enum class outlook {
  open,     // may stay undetermined
  settled,  // some verdict or other
  decided,  // the verdict that it has
};

// A standard with facts of which some are thought of as given.
class outlook_walk {
 public:
  outlook_walk(const standard& by, const bound_facts& facts)
      : root_(by.definition().root), facts_(facts), env_(environment_of(facts, true)),
        exceptions_(root_, facts) {
    read(root_);
  }

  // Slots that are not known and are read, in the order of the standard.
  [[nodiscard]] const std::vector<std::uint32_t>& unknown() const { return unknown_; }

  [[nodiscard]] bool is_decided(const std::vector<bool>& given) {
    given_ = &given;
    return look(root_).is != outlook::open;
  }

  // Why the fact is not known, wherever it is needed; empty: all of it is needed.
  [[nodiscard]] cause_set why(std::uint32_t slot) const {
    cause_set all;
    for (const auto& [tree, needs] : needs_) {
      for (const auto& fact : needs.facts) {
        if (fact.slot != slot) continue;
        if (fact.why.empty()) return {};
        all.insert(fact.why.begin(), fact.why.end());
      }
    }
    return all;
  }

 private:
  struct view {
    outlook is = outlook::open;
    verdict found = verdict::undetermined;  // of a decided one
  };
  static view decided(verdict v) { return {outlook::decided, v}; }

  // Looks at all conditions that may still count.
  void read(const rule_node& at) {
    if (!at.in_force.contains(env_.as_of)) return;
    if (at.role == node_role::part) {
      if (deciding(at)) read_part(at);
      return;
    }
    if (at.when) {
      const auto guard = expr::evaluate(*at.when, env_);
      note(*at.when, guard, false);
      if (expr::to_truth(guard) == truth::no) return;
    }
    for (const auto& member : at.members) read(member);
  }

  void read_part(const rule_node& at) {
    const auto rate = at.require ? expr::guard_of_rate(*at.require, env_) : expr::rate_guard{};
    rates_[&at] = rate.state;
    if (rate.state == expr::rate_state::nothing_to_measure) return;
    const bool open = rate.state == expr::rate_state::open;
    if (at.when) {
      const auto guard = expr::evaluate(*at.when, env_);
      note(*at.when, guard, false);
      if (!open && at.strength != strength::conditional &&
          expr::to_truth(guard) == truth::no) {
        return;
      }
    }
    if (at.fact) return note_fact(*at.fact);
    // Of a rate that is open the comparison is not looked at.
    note(*at.require,
         open ? value::unknown(rate.causes) : expr::evaluate(*at.require, env_), open);
  }

  void note(const expr::expression& e, const value& held, bool lazily) {
    auto& needs = needs_[&e];
    needs.holds = expr::to_truth(held);
    if (needs.holds != truth::unknown) return;
    auto found = needs_of(e, facts_, env_, held, lazily);
    needs.facts = std::move(found.facts);
    needs.in_error = found.in_error;
    for (const auto& fact : needs.facts) meet(fact.slot);
  }

  void note_fact(std::uint32_t slot) {
    if (facts_.slots[slot].is_unknown()) meet(slot);
  }

  void meet(std::uint32_t slot) {
    if (std::find(unknown_.begin(), unknown_.end(), slot) == unknown_.end()) {
      unknown_.push_back(slot);
    }
  }

  // Of a condition: as of a part that it decides alone.
  [[nodiscard]] view look(const expr::expression& e) const {
    const auto& needs = needs_.at(&e);
    if (needs.holds != truth::unknown) {
      return decided(needs.holds == truth::yes ? verdict::pass : verdict::fail);
    }
    const bool known =
        !needs.in_error && std::all_of(needs.facts.begin(), needs.facts.end(),
                                       [this](const needed_fact& f) { return is_given(f.slot); });
    return {known ? outlook::settled : outlook::open};
  }
  [[nodiscard]] view look_at_fact(std::uint32_t slot) const {
    const auto& held = facts_.slots[slot];
    const auto holds = expr::to_truth(held);
    if (holds != truth::unknown) {
      return decided(holds == truth::yes ? verdict::pass : verdict::fail);
    }
    return {held.is_unknown() && is_given(slot) ? outlook::settled : outlook::open};
  }
  [[nodiscard]] bool is_given(std::uint32_t slot) const { return (*given_)[slot]; }

  [[nodiscard]] view look(const rule_node& at) {
    if (!at.in_force.contains(env_.as_of)) return decided(verdict::not_applicable);
    return at.role == node_role::part ? look_at_part(at) : look_at_group(at);
  }

  [[nodiscard]] view look_at_part(const rule_node& at) const {
    const auto rate = rates_.at(&at);
    if (rate == expr::rate_state::nothing_to_measure) return decided(verdict::not_applicable);
    if (rate == expr::rate_state::open && look(*at.require).is == outlook::open) return {};
    const auto guard = at.when ? look(*at.when) : decided(verdict::pass);
    const bool later = at.strength == strength::conditional;
    if (!later && guard.is == outlook::decided && guard.found == verdict::fail) {
      return decided(verdict::not_applicable);
    }
    if (!later && guard.is == outlook::open) return guard;
    const auto met = at.require ? look(*at.require) : look_at_fact(*at.fact);
    if (exceptions_.misplaced(at) != nullptr) return {};
    if (later && met.is == outlook::decided && met.found == verdict::pass) return met;
    if (met.is == outlook::open || guard.is == outlook::open) return {};
    if (met.is == outlook::settled || guard.is == outlook::settled) return {outlook::settled};
    const bool set_aside = met.found == verdict::fail &&
                           (guard.found == verdict::fail || exceptions_.of(at) != nullptr);
    return set_aside ? decided(verdict::not_applicable) : met;
  }

  [[nodiscard]] view look_at_group(const rule_node& at) {
    const auto guard = at.when ? look(*at.when) : decided(verdict::pass);
    if (guard.is == outlook::open) return guard;
    if (guard.is == outlook::decided && guard.found == verdict::fail) {
      return decided(verdict::not_applicable);
    }
    tally members;
    bool some_open = false;
    for (const auto& member : at.members) {
      if (member.role == node_role::part && !deciding(member)) continue;
      const auto found = look(member);
      members.add(found.found);
      some_open = some_open || found.is == outlook::open;
    }
    const auto found = conclude(at.combine, members, at.at_least);
    if (found == verdict::undetermined) return {some_open ? outlook::open : outlook::settled};
    return guard.is == outlook::settled ? view{outlook::settled} : decided(found);
  }

  const rule_node& root_;
  const bound_facts& facts_;
  expr::environment env_;
  granted_exceptions exceptions_;
  std::unordered_map<const expr::expression*, condition_needs> needs_;
  std::unordered_map<const rule_node*, expr::rate_state> rates_;
  std::vector<std::uint32_t> unknown_;
  const std::vector<bool>* given_ = nullptr;
};

// The least sets of slots: whatever is left out of one must be in all others found.
class missing_search {
 public:
  using slots = std::vector<std::uint32_t>;

  missing_search(outlook_walk& walk, std::size_t size)
      : walk_(walk), all_(size) {
    for (const auto slot : walk.unknown()) all_[slot] = true;
  }

  [[nodiscard]] std::vector<slots> run() {
    if (!walk_.is_decided(all_)) return {};
    std::vector<slots> found;
    std::deque<slots> without{{}};
    while (!without.empty() && found.size() < most_found && tries_ < most_tries) {
      const auto left_out = std::move(without.front());
      without.pop_front();
      auto set = least(left_out);
      if (!set) continue;
      for (const auto slot : *set) {
        without.push_back(left_out);
        without.back().push_back(slot);
      }
      if (std::find(found.begin(), found.end(), *set) == found.end()) {
        found.push_back(std::move(*set));
      }
    }
    std::stable_sort(found.begin(), found.end(), [](const slots& a, const slots& b) {
      return a.size() < b.size();
    });
    if (found.size() > most_missing_sets) found.resize(most_missing_sets);
    return found;
  }

 private:
  static constexpr std::size_t most_found = 32, most_tries = 4000;

  [[nodiscard]] bool decides(const std::vector<bool>& given) {
    ++tries_;
    return walk_.is_decided(given);
  }

  // A least set without the slots; nothing if what is left does not decide.
  [[nodiscard]] std::optional<slots> least(const slots& left_out) {
    auto given = all_;
    for (const auto slot : left_out) given[slot] = false;
    if (!decides(given)) return std::nullopt;
    const auto& order = walk_.unknown();
    for (auto slot = order.rbegin(); slot != order.rend(); ++slot) {
      if (!given[*slot]) continue;
      given[*slot] = false;
      if (!decides(given)) given[*slot] = true;
    }
    slots set;
    for (const auto slot : order) {
      if (given[slot]) set.push_back(slot);
    }
    return set;
  }

  outlook_walk& walk_;
  std::vector<bool> all_;
  std::size_t tries_ = 0;
};

// A fact, or the places in a list that are not known; the list itself where it is not
// whole, or there are many, with its full length if that is no number.
NORMA_INLINE std::vector<std::string> places_of(const fact_definition& f, const cause_set& why,
                                                const bound_facts& facts) {
  constexpr std::size_t most_places = 20;
  const auto begin = f.name + '[';
  std::vector<std::string> places;
  if (f.element) {
    for (const auto& cause : why) {
      if (places.empty() || places.back() != cause.fact) places.push_back(cause.fact);
    }
  }
  const bool in_it = std::all_of(places.begin(), places.end(), [&](const std::string& path) {
    return path.compare(0, begin.size(), begin) == 0;
  });
  if (in_it && !places.empty() && places.size() <= most_places) return places;
  places = {f.name};
  const auto length = f.complete.empty() ? std::nullopt : facts.names->find_fact(f.complete);
  if (length && facts.slots[*length].num() == nullptr) places.push_back(f.complete);
  return places;
}

// The same, of evidence that a fact not known dates and that expires: that fact, too,
// or alone where it is all that is open.
NORMA_INLINE std::vector<std::string> places_with_day(std::uint32_t slot, const cause_set& why,
                                                      const bound_facts& facts) {
  const auto& f = *facts.names->fact(slot);
  if (!f.dated_by || !facts.slots[*f.dated_by].is_unknown() ||
      std::holds_alternative<std::monostate>(f.valid_for)) {
    return places_of(f, why, facts);
  }
  const auto& day = facts.names->fact(*f.dated_by)->name;
  const bool day_alone = !why.empty() && std::all_of(why.begin(), why.end(), [&](const cause& c) {
    return c.fact == day;
  });
  auto places = day_alone ? std::vector<std::string>{} : places_of(f, why, facts);
  places.push_back(day);
  return places;
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE std::vector<std::vector<std::string>> find_missing(const standard& by,
                                                                const bound_facts& facts) {
  if (judge(by, facts) != verdict::undetermined) return {};
  detail::outlook_walk walk{by, facts};
  std::vector<std::vector<std::string>> found;
  for (const auto& set : detail::missing_search{walk, facts.slots.size()}.run()) {
    auto& named = found.emplace_back();
    for (const auto slot : set) {
      for (auto& place : detail::places_with_day(slot, walk.why(slot), facts)) {
        if (std::find(named.begin(), named.end(), place) == named.end()) {
          named.push_back(std::move(place));
        }
      }
    }
  }
  return found;
}

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/missing.hpp>

#include <algorithm>  // std::all_of, std::find, std::stable_sort
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <deque>      // std::deque
#include <optional>   // std::optional
#include <set>        // std::set
#include <string>     // std::string
#include <utility>    // std::move
#include <variant>    // std::holds_alternative

#include <norma/assess/impl/counted_facts.ipp>
#include <norma/assess/impl/outlook.ipp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// The least sets of slots: whatever is left out of one must be in all others found.
class missing_search {
 public:
  using slots = std::vector<std::uint32_t>;

  missing_search(outlook_walk& walk, std::size_t size) : walk_(walk), all_(size) {
    for (const auto slot : walk.unknown()) all_[slot] = true;
  }

  [[nodiscard]] std::vector<slots> run() {
    const std::vector<bool> none(all_.size());
    if (walk_.is_decided(none) || !walk_.is_decided(all_)) return {};
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
    std::stable_sort(found.begin(), found.end(),
                     [](const slots& a, const slots& b) { return a.size() < b.size(); });
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
      if (tries_ >= most_tries) return std::nullopt;  // not known to be least
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
NORMA_INLINE std::vector<std::string> places_of(const fact_definition& f,
                                                const cause_set& why,
                                                const bound_facts& facts) {
  const auto begin = f.name + '[';
  std::vector<std::string> places;
  if (f.element) {
    for (const auto& cause : why) {
      if (places.empty() || places.back() != cause.fact) places.push_back(cause.fact);
    }
  }
  const bool in_it = std::all_of(
      places.begin(), places.end(),
      [&](const std::string& path) { return path.compare(0, begin.size(), begin) == 0; });
  if (in_it && !places.empty() && places.size() <= most_places) return places;
  places = {f.name};
  const auto length =
      f.complete.empty() ? std::nullopt : facts.names->find_fact(f.complete);
  if (length && facts.slots[*length].num() == nullptr) places.push_back(f.complete);
  return places;
}

// The same, of evidence that a fact not known dates: where it expires that fact, too, or
// alone if it is all that is open; and where units in a list wait for the list's day.
NORMA_INLINE std::vector<std::string> places_with_day(std::uint32_t slot,
                                                      const cause_set& why,
                                                      const bound_facts& facts) {
  const auto& f = *facts.names->fact(slot);
  const bool expires = !std::holds_alternative<std::monostate>(f.valid_for);
  if (!f.dated_by || !facts.slots[*f.dated_by].is_unknown() ||
      !(expires || f.lists_units())) {
    return places_of(f, why, facts);
  }
  const auto& day = facts.names->fact(*f.dated_by)->name;
  auto others = why;
  if (const auto all = facts.slots[slot].causes(); all && others.empty()) {
    others.insert(all->begin(), all->end());
  }
  const bool waits =
      std::erase_if(others, [&](const cause& c) { return c.fact == day; }) > 0;
  auto places =
      waits && others.empty() ? std::vector<std::string>{} : places_of(f, others, facts);
  if (expires || waits) places.push_back(day);
  return places;
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE std::vector<std::vector<std::string>> find_missing(
    const standard& by, const bound_facts& facts) {
  if (facts.account == nullptr) {
    detail::counted_facts own{facts};
    own.search_after_judging(by);
    return find_missing(by, own.facts);
  }
  detail::outlook_walk walk{by, facts};
  // Of what was not evaluated it is not known on which facts it waits.
  if (detail::counted_facts::stopped(facts)) return {};
  std::vector<std::vector<std::string>> found;
  for (const auto& set : detail::missing_search{walk, facts.slots.size()}.run()) {
    auto& named = found.emplace_back();
    std::set<std::string> told;
    for (const auto slot : set) {
      for (auto& place : detail::places_with_day(slot, walk.why(slot), facts)) {
        if (told.insert(place).second) named.push_back(std::move(place));
      }
    }
  }
  return found;
}

}  // namespace norma

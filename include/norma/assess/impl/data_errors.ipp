// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/data_errors.hpp>

#include <algorithm>  // std::any_of
#include <set>        // std::set
#include <string>     // std::to_string

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/error_codes.ipp>
#include <norma/rule/content.hpp>
#include <norma/value/value.hpp>

namespace norma {

namespace detail {

// True of what is wrong with a value; not of what follows from several, or of exceptions.
NORMA_INLINE bool is_of_value(const cause& c) {
  const std::string& code = c.code;
  return c.kind == cause_kind::data_error && is_of_facts(code) && code != "N0748" &&
         code != "N0750";
}

// True once `take` is, which is given each error of the value in turn.
template <class Take>
bool any_error(const value& v, const Take& take) {
  const auto in_part = [&](const value& part) { return any_error(part, take); };
  if (v.is_unknown()) {
    const auto causes = v.causes();
    return causes && std::any_of(causes->begin(), causes->end(), [&](const cause& each) {
             return is_of_value(each) && take(each);
           });
  }
  if (const auto* items = v.list())
    return std::any_of(items->begin(), items->end(), in_part);
  if (const auto* record = v.record())
    return std::any_of(record->fields.begin(), record->fields.end(), in_part);
  return false;
}

template <class Take>
bool any_error(const bound_facts& facts, const std::vector<std::uint32_t>& slots,
               const Take& take) {
  return std::any_of(slots.begin(), slots.end(), [&](std::uint32_t slot) {
    return facts.names->fact(slot) != nullptr && any_error(facts.slots[slot], take);
  });
}

// Two facts that break the same check, or a list and its length, have one error.
NORMA_INLINE std::vector<std::string> told_as(const cause& c) {
  std::vector<std::string> words{c.code.get()};
  const bool of_check = words.front() == "N0746" && c.arguments.size() > 1;
  const auto first = c.arguments.begin() + (of_check ? 1 : 0);
  words.insert(words.end(), first, of_check ? first + 1 : c.arguments.end());
  return words;
}

}  // namespace detail

NORMA_INLINE bool has_data_error(const bound_facts& facts,
                                 const std::vector<std::uint32_t>& slots) {
  return detail::any_error(facts, slots, [](const cause&) { return true; });
}

NORMA_INLINE std::vector<cause> data_errors(const bound_facts& facts,
                                            const std::vector<std::uint32_t>& slots) {
  std::vector<cause> all;
  std::set<std::vector<std::string>> told;
  detail::any_error(facts, slots, [&](const cause& each) {
    if (!told.insert(detail::told_as(each)).second) return false;
    const bool more = all.size() == most_causes;
    all.push_back(more ? cause{cause_kind::data_error,
                               {},
                               {},
                               "N0688",
                               {std::to_string(most_causes)}}
                       : each);
    return more;
  });
  return all;
}

NORMA_INLINE std::string fact_of(const cause& c) {
  return c.fact.substr(0, c.fact.find_first_of(".["));
}

}  // namespace norma

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/assess/data_errors.hpp>

#include <algorithm>    // std::any_of
#include <string_view>  // std::string_view

#include <norma/assess/bind.hpp>
#include <norma/rule/content.hpp>
#include <norma/value/value.hpp>

namespace norma {

namespace detail {

// True of what is wrong with a value; not of what follows from several, or of exceptions.
NORMA_INLINE bool is_of_value(const cause& c) {
  const std::string& code = c.code;
  return c.kind == cause_kind::data_error && code >= "N0740" && code <= "N0756" &&
         code != "N0748" && code != "N0750";
}

// Two facts that break the same check, or a list and its length, have one error.
NORMA_INLINE bool is_same_error(const cause& a, const cause& b) {
  if (a.code != b.code) return false;
  if (a.code.get() != "N0746") return a.arguments == b.arguments;
  return a.arguments.size() > 1 && b.arguments.size() > 1 &&
         a.arguments[1] == b.arguments[1];
}

NORMA_INLINE void collect_errors(const value& v, std::vector<cause>& to) {
  if (v.is_unknown()) {
    const auto causes = v.causes();
    if (!causes) return;
    for (const cause& each : *causes) {
      const bool told = std::any_of(to.begin(), to.end(), [&](const cause& other) {
        return is_same_error(each, other);
      });
      if (is_of_value(each) && !told) to.push_back(each);
    }
  } else if (const auto* items = v.list()) {
    for (const value& each : *items) collect_errors(each, to);
  } else if (const auto* record = v.record()) {
    for (const value& each : record->fields) collect_errors(each, to);
  }
}

}  // namespace detail

NORMA_INLINE std::vector<cause> data_errors(const bound_facts& facts,
                                            const std::vector<std::uint32_t>& slots) {
  std::vector<cause> all;
  for (const std::uint32_t slot : slots) {
    if (facts.names->fact(slot) != nullptr)
      detail::collect_errors(facts.slots[slot], all);
  }
  return all;
}

NORMA_INLINE std::string fact_of(const cause& c) {
  return c.fact.substr(0, c.fact.find_first_of(".["));
}

}  // namespace norma

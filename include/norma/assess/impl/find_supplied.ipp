// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>  // std::string

#include <norma/rule/fact.hpp>
#include <norma/rule/unit.hpp>

namespace norma::detail {

// What was supplied of a fact, under its name and under its alias.
struct found_fact {
  const supplied_fact* named = nullptr;
  const supplied_fact* other = nullptr;

  [[nodiscard]] bool both() const { return named != nullptr && other != nullptr; }
  // Of two that under its name; null if there is none.
  [[nodiscard]] const supplied_fact* any() const {
    return named != nullptr ? named : other;
  }
};

inline found_fact find_supplied(const unit& in, const fact_definition& f) {
  const auto under = [&in](const std::string& name) {
    const auto found = name.empty() ? in.facts.end() : in.facts.find(name);
    return found == in.facts.end() ? nullptr : &found->second;
  };
  return {under(f.name), under(f.alias)};
}

}  // namespace norma::detail

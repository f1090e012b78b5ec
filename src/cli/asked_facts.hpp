// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::uint32_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>

namespace norma::cli {

/// A fact that a standard asks for, and the item (or the standard) that asks
/// first.
struct asked_fact {
  std::uint32_t slot;
  const rule_node* under;
};

/// Every fact that the standard asks for, in order of its items: each once,
/// those that a derived fact rests on before it.
[[nodiscard]] std::vector<asked_fact> facts_asked(const standard& by);

/// True if the elements of the fact are units with facts of their own.
[[nodiscard]] bool holds_units(const pack_content& content, const fact_definition& fact);

/// The facts of the elements of `list`, a list of units, that the conditions
/// of the standard and the facts it asks for read.
[[nodiscard]] std::vector<const fact_definition*> member_facts_asked(
    const standard& by, const fact_definition& list);

struct table_head {
  std::string csv;
  std::vector<std::string> left_out;  ///< facts that a cell can not hold
};

/// The head of a CSV table of units (`id,name,unit,…`) and one row that says
/// their kind; of one for the members of a unit.
[[nodiscard]] table_head units_head(const standard& by, bool aliases);
[[nodiscard]] table_head members_head(const standard& by, const fact_definition& list,
                                      bool aliases);

}  // namespace norma::cli

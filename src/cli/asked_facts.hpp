// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint32_t
#include <string>   // std::string
#include <utility>  // std::pair
#include <vector>   // std::vector

#include <norma/core/text.hpp>
#include <norma/rule/content.hpp>

#include "criterion.hpp"

namespace norma::cli {

/// The item or block that asks for facts (or the standard, the scheme).
struct fact_heading {
  std::string clause;
  text title;
};

/// A fact that a standard or scheme asks for, and what asks first: of
/// `asked_facts::headings`.
struct asked_fact {
  std::uint32_t slot;
  std::size_t under;
};

struct asked_facts {
  std::vector<fact_heading> headings;
  std::vector<asked_fact> facts;
};

/// Every fact that the standard or scheme asks for, in order of its items and
/// blocks: each once, those that a derived fact rests on before it.
[[nodiscard]] asked_facts facts_asked(const criterion& by);

/// True if the elements of the fact are units with facts of their own.
[[nodiscard]] bool holds_units(const pack_content& content, const fact_definition& fact);

/// The facts of the elements of `list`, a list of units, that the conditions
/// of the standard or scheme and the facts it asks for read.
[[nodiscard]] std::vector<const fact_definition*> member_facts_asked(
    const criterion& by, const fact_definition& list);

struct table_head {
  std::string csv;
  std::vector<std::string> left_out;  ///< facts that a cell can not hold
  /// The columns of facts, by the name that they have here.
  std::vector<std::pair<std::string, const fact_definition*>> facts;
};

/// The head of a CSV table of units (`id,name,unit,…`) and one row that says
/// their kind; of one for the members of a unit.
[[nodiscard]] table_head units_head(const criterion& by, bool aliases);
[[nodiscard]] table_head members_head(const criterion& by, const fact_definition& list,
                                      bool aliases);

}  // namespace norma::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>   // std::string
#include <utility>  // std::pair
#include <vector>   // std::vector

#include <norma/rule/asked_facts.hpp>
#include <norma/rule/content.hpp>

#include "criterion.hpp"

namespace norma::cli {

/// Every fact that the standard or scheme asks for.
[[nodiscard]] asked_facts facts_asked(const criterion& by);

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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view

#include <norma/batch/frame.hpp>
#include <norma/rule/fact.hpp>

// Which column of a frame is of which fact.

namespace norma::batch::detail {

/// What the days of a fact's evidence are called: `<fact>__date`.
inline constexpr std::string_view day_suffix = "__date";

/// The column of a fact or of its days, by the fact's name or alias.
[[nodiscard]] inline const column* column_of(const frame& of, const fact_definition& f,
                                             std::string_view suffix = {}) {
  const column* found = of.find(f.name + std::string(suffix));
  if (found != nullptr || f.alias.empty()) return found;
  return of.find(f.alias + std::string(suffix));
}

}  // namespace norma::batch::detail

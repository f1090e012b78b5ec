// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/batch/frame.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact_names.hpp>

// Which column of a frame, or of the units in a list, is of which fact.

namespace norma::batch::detail {

/// The column of that name, with that at its end; null if there is none.
[[nodiscard]] inline const column* column_named(const std::vector<named_column>& among,
                                                std::string_view name,
                                                std::string_view suffix = {}) {
  const std::size_t size = name.size() + suffix.size();
  for (const named_column& each : among) {
    if (each.name.size() == size && each.name.starts_with(name) &&
        each.name.ends_with(suffix)) {
      return &each.content;
    }
  }
  return nullptr;
}

/// The column of a fact or of its days, by the fact's name or alias.
[[nodiscard]] inline const column* column_of(const std::vector<named_column>& among,
                                             const fact_definition& f,
                                             std::string_view suffix = {}) {
  const column* found = column_named(among, f.name, suffix);
  if (found != nullptr || f.alias.empty()) return found;
  return column_named(among, f.alias, suffix);
}

/// The dictionary of the units that the fact, a list of units, lists.
[[nodiscard]] inline const vocabulary& words_of_listed(const fact_definition& f,
                                                       const pack_content& pack) {
  return pack.vocabularies.at(f.element->type.record->id);
}

}  // namespace norma::batch::detail

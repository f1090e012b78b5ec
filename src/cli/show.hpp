// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>

#include "console.hpp"

namespace norma::cli {

/// The word for a strength, `mandatory` included.
[[nodiscard]] std::string strength_word(strength s, const console& to);

/// What a fact, parameter or table of that name is; "" if the pack has none. Among
/// its uses are those in `others`.
[[nodiscard]] std::string show_fact(const pack& of, std::string_view name,
                                    const console& to,
                                    const std::vector<const pack*>& others);

/// Every name that `show` knows, for "did you mean".
void collect_names(const pack& of, std::vector<std::string>& to);

}  // namespace norma::cli

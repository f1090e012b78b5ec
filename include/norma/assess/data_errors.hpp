// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>  // std::uint32_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/config.hpp>
#include <norma/value/cause.hpp>

namespace norma {

struct bound_facts;

/// True if `data_errors` tells any: it looks no further than the first.
[[nodiscard]] bool has_data_error(const bound_facts& facts,
                                  const std::vector<std::uint32_t>& slots);

/// What is wrong with the values that were supplied of the facts in `slots`: not of their
/// type, range or scale, no word of their category, against a check, which is told once
/// (codes N0727, N0740 …). In the order of `slots`, each once, the first `most_causes`
/// (100); where there are more, one of no fact behind them says so (N0688). Slots of
/// parameters have none.
[[nodiscard]] std::vector<cause> data_errors(const bound_facts& facts,
                                             const std::vector<std::uint32_t>& slots);

/// The fact of a cause: its name, without the place in a list or record.
[[nodiscard]] std::string fact_of(const cause& c);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/data_errors.ipp>
#endif

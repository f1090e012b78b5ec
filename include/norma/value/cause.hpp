// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>  // std::strong_ordering
#include <cstddef>  // std::size_t
#include <memory>   // std::shared_ptr
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/config.hpp>
#include <norma/core/rare.hpp>

namespace norma {

/// Why a value is unknown (design section 4).
enum class cause_kind {
  missing,         ///< not supplied, or left blank
  pending,         ///< waits for a decision; `detail` is the case
  expired,         ///< evidence too old; `detail` is its date
  disagreement,    ///< the parties' opinions without a joint decision
  dated_later,     ///< every version is dated after the as-of day
  recorded_later,  ///< recorded after the known-as-of day
  data_error,      ///< `code` and `arguments` say which, of the catalogue
};

/// One cause. `fact` is the fact's name, with index and field where it is one
/// of a list (`members[3].contract_due_count`); empty for an error that rests on
/// no single fact.
struct cause {
  cause_kind kind = cause_kind::missing;
  std::string fact;
  rare<std::string> detail;
  rare<std::string> code;
  std::vector<std::string> arguments;  ///< of expired: the last day it held
  friend bool operator==(const cause&, const cause&) = default;
  friend std::strong_ordering operator<=>(const cause& a, const cause& b);
};

/// The causes of an unknown value: sorted, without duplicates, shared, never
/// changed. Null stands for "not asked for" (verdicts without causes).
using cause_list = std::shared_ptr<const std::vector<cause>>;

/// The last day on which expired evidence held; "" if that is not told.
[[nodiscard]] inline std::string last_day_of(const cause& c) {
  return c.kind == cause_kind::expired && !c.arguments.empty() ? c.arguments.front()
                                                               : std::string{};
}

/// So many causes are told at most: of more, the first in their order.
inline constexpr std::size_t most_causes = 100;

[[nodiscard]] cause_list one_cause(cause c);

/// The causes of both; shares where one holds the other.
[[nodiscard]] cause_list merge(const cause_list& a, const cause_list& b);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/value/impl/cause.ipp>
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/config.hpp>
#include <norma/assess/bind.hpp>
#include <norma/rule/pack.hpp>

namespace norma {

/// So many sets of missing facts are told at most.
inline constexpr std::size_t most_missing_sets = 5;

/// The least sets of unknown facts that decide an undetermined standard whatever
/// their values, unless these bring a data error (design section 7): smallest
/// first, each in the order in which the standard reads them. Found by Kleene
/// evaluation alone. Derived facts stand for themselves; of a list the places that
/// are unknown are named, or the list where it is not whole. Empty if the verdict is
/// decided, or an error that no fact bears keeps it open.
[[nodiscard]] std::vector<std::vector<std::string>> find_missing(
    const standard& by, const bound_facts& facts);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/missing.ipp>
#endif

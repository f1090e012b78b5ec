// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/core/text.hpp>
#include <norma/value/truth.hpp>

namespace norma {

/// An element of a list that decides a condition.
struct deciding_element {
  std::size_t place = 0;  ///< in `deciding_elements::list`, from 1; 0 if not known
  text name;              ///< of a unit: its name, else its id; "" of other elements
  text shown;  ///< of a unit: its facts that the condition reads; else all of it
};

/// The elements of one list that decide a condition (design section 7): of
/// `some` and of a filter those it holds of, of `every` those it does not hold
/// of, and where there are none those that leave it open. Where a part fails
/// because none does, all.
struct deciding_elements {
  std::string list;              ///< the fact; "" if an expression makes the list
  truth holds = truth::unknown;  ///< what the condition inside is of them
  std::size_t count = 0;
  bool whole = true;  ///< false: the limits ended the search, more may follow
  std::vector<deciding_element> first;  ///< ten at most
};

}  // namespace norma

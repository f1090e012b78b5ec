// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <vector>   // std::vector

#include <norma/core/text.hpp>
#include <norma/rule/citation.hpp>
#include <norma/value/truth.hpp>

namespace norma {

struct bound_facts;
namespace expr {
struct expression;
}

/// A part for which a unit does not meet a standard that a condition asks of it.
struct unmet_part {
  std::string standard;  ///< as the condition names it
  std::string path;      ///< in that standard: `item/part`
  text item;             ///< title of its item; "" of a part that is none's
  text title;
  citation cite;
};

/// An element of a list that decides a condition.
struct deciding_element {
  std::size_t place = 0;  ///< in `deciding_elements::list`, from 1; 0 if not known
  text name;              ///< of a unit: its name, else its id; "" of other elements
  text shown;  ///< of a unit: its facts that the condition reads; else all of it
  /// Of a unit that the condition asks to meet a standard (`complies`): the parts
  /// by which it fails that.
  std::vector<unmet_part> unmet = {};
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

namespace detail {

// By which parts the units that decide fail the standards that `e` asks of them.
void add_unmet_parts(const bound_facts& facts, const expr::expression& e,
                     std::vector<deciding_elements>& to);

}  // namespace detail

}  // namespace norma

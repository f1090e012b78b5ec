// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::size_t
#include <cstdint>  // std::int64_t …
#include <limits>   // std::numeric_limits

#include <norma/batch/column.hpp>
#include <norma/batch/impl/bits.hpp>

// What is known of the rows of a block: views of its memory, or of its columns.

namespace norma::batch::detail {

__extension__ using wide_integer = __int128;

[[nodiscard]] inline bool has_64_bits(wide_integer n) {
  return n >= std::numeric_limits<std::int64_t>::min() &&
         n <= std::numeric_limits<std::int64_t>::max();
}

/// True where it is known to hold, true where it is known not to: Kleene's logic.
struct kleene {
  word* yes = nullptr;
  word* no = nullptr;
};

/// Numbers as integers of one width; `known` says of which rows (null while nothing has
/// looked at them: `block::unseen`).
struct number_lanes {
  const void* values = nullptr;  ///< null: none is known
  layout is = layout::int64;
  int scale = 0;
  const word* known = nullptr;
  /// None of them is larger, whatever its sign, as far as is known.
  std::int64_t largest = std::numeric_limits<std::int64_t>::max();
};

/// Numbers that are not known, but lie between bounds.
struct loose_lanes {
  word* rows = nullptr;            ///< null: none
  const word* has_low = nullptr;   ///< those that have a low end
  const word* has_high = nullptr;  ///< and those that have a high one
  const std::int64_t* low = nullptr;
  const std::int64_t* high = nullptr;
};

/// True or false as bits, where it is known.
struct answer {
  const word* bits = nullptr;
  const word* known = nullptr;
};

/// Codes of a category, -1 where it is none.
struct code_lanes {
  const std::int8_t* values = nullptr;
  const word* known = nullptr;
};

/// A list of each row: elements `begin[row]` to before `begin[row + 1]`, counted from
/// the first element of the block.
struct list_lanes {
  const std::uint32_t* begin = nullptr;
  std::size_t elements = 0;
  std::size_t first = 0;  ///< of the elements, in their column
  const word* known = nullptr;
};

/// Of a set: a bit an id that is surely in it.
struct set_lanes {
  const word* ids = nullptr;   ///< a word a row
  const word* open = nullptr;  ///< rows with an element that is not known
  const word* known = nullptr;
};

/// Texts, from the first row on; null: none is known.
struct text_lanes {
  const column* of = nullptr;
  std::size_t first = 0;
  const word* known = nullptr;
};

}  // namespace norma::batch::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::fill_n
#include <cstdint>    // std::int8_t …

#include <norma/batch/impl/block.hpp>
#include <norma/batch/impl/cells.ipp>

// Categories and texts of a block.

namespace norma::batch::detail {

/// Takes away the rows without a code: those with something else instead are in error,
/// those that are blank are not, and join `blank`, if that is asked for.
template <class CodeOf>
void block::keep_coded(word* bits, const CodeOf& code_in, word* blank) {
  const scratch_scope hold(run_.memory);
  word* wrong = nullptr;
  for_each_bit(bits, rows_, [&](std::size_t row) {
    const std::int32_t code = code_in(row);
    if (code >= 0) return;
    clear_bit(bits, row);
    if (code == blank_word) {
      if (blank != nullptr) set_bit(blank, row);
      return;
    }
    if (wrong == nullptr) fill(wrong = take(), words(), false);
    set_bit(wrong, row);
  });
  if (wrong != nullptr) note_errors(wrong);
}

inline void block::read_codes(std::size_t fact, word* bits, word* blank) {
  const bound_fact& lies = lies_.facts[fact];
  const column& c = *lies.values;
  const expr::category_type& category = *reads_.facts[fact].is->type.category;
  auto* out = run_.kept.take_as<std::int8_t>(rows_);
  std::fill_n(out, rows_, std::int8_t{-1});
  keep_coded(
      bits,
      [&](std::size_t row) {
        const std::int32_t code =
            c.is == layout::dictionary
                ? code_at(lies.codes,
                          signed_at(c.codes, c.values, c.offset + first_ + row))
                : code_of(category, text_at(c, first_ + row));
        if (code >= 0) out[row] = static_cast<std::int8_t>(code);
        return code;
      },
      blank);
  state_of(fact).codes = {out, bits};
}

/// Bytes that are no UTF-8 are no text. The entries of a dictionary have been looked at
/// when it was bound.
inline void block::keep_texts(std::size_t fact, word* bits, word* blank) {
  const bound_fact& lies = lies_.facts[fact];
  const column& c = *lies.values;
  keep_coded(
      bits,
      [&](std::size_t row) {
        return c.is == layout::dictionary
                   ? code_at(lies.codes,
                             signed_at(c.codes, c.values, c.offset + first_ + row))
                   : code_of(text_at(c, first_ + row));
      },
      blank);
}

inline code_lanes block::codes(std::size_t fact) {
  const word* bits = known(fact);
  return {state_of(fact).codes.values, bits};
}

inline text_lanes block::texts(std::size_t fact) {
  const word* bits = known(fact);
  return {lies_.facts[fact].values, first_, bits};
}

}  // namespace norma::batch::detail

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::fill_n
#include <cstdint>    // std::int8_t …

#include <norma/batch/impl/block.hpp>
#include <norma/batch/impl/cells.ipp>
#include <norma/batch/impl/kernels_plain.ipp>

// Categories and texts of a block.

namespace norma::batch::detail {

/// Takes away the rows without a code, of those in `looked_at`: rows with something else
/// instead are in error, those that are blank are not, and join `blank`, if that is asked
/// for.
template <class CodeOf>
void block::keep_coded(word* bits, const word* looked_at, const CodeOf& code_in,
                       word* blank) {
  const scratch_scope hold(run_.step_memory);
  word* wrong = nullptr;
  for_each_bit(looked_at, rows_, [&](std::size_t row) {
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

/// The codes of what a dictionary's column has in `count` rows, blank or not; in words of
/// the caller's scope.
inline std::int32_t* block::codes_in(const column& dictionary,
                                     const std::vector<std::int32_t>& of_entries,
                                     std::size_t first, std::size_t count) {
  auto* codes = run_.step_memory.take_as<std::int32_t>(count);
  const layout is = dictionary.codes;
  loops().codes(plain::behind(dictionary.values, is, dictionary.offset + first), is,
                count, of_entries, codes);
  return codes;
}

/// The rows, of those in `bits`, whose code is none.
inline const word* block::without_code(const word* bits, const std::int32_t* codes) {
  word* rest = take();
  loops().at_least(codes, layout::int32, rows_, 0, rest);
  for (std::size_t i = 0; i < words(); ++i) rest[i] = bits[i] & ~rest[i];
  return rest;
}

inline void block::read_codes(std::size_t fact, word* bits, word* blank) {
  const bound_fact& lies = lies_.facts[fact];
  const column& c = *lies.values;
  const expr::category_type& category = *reads_.facts[fact].is->type.category;
  auto* out = run_.block_memory.take_as<std::int8_t>(rows_);
  const scratch_scope hold(run_.step_memory);
  if (c.is == layout::dictionary) {
    const std::int32_t* codes = codes_in(c, lies.codes, first_, rows_);
    for (std::size_t i = 0; i < rows_; ++i) out[i] = static_cast<std::int8_t>(codes[i]);
    keep_coded(
        bits, without_code(bits, codes), [&](std::size_t row) { return codes[row]; },
        blank);
  } else {
    std::fill_n(out, rows_, std::int8_t{-1});
    keep_coded(
        bits, bits,
        [&](std::size_t row) {
          const std::int32_t code = code_of(category, text_at(c, first_ + row));
          if (code >= 0) out[row] = static_cast<std::int8_t>(code);
          return code;
        },
        blank);
  }
  state_of(fact).codes = {out, bits};
}

/// Bytes that are no UTF-8 are no text. The entries of a dictionary have been looked at
/// when it was bound.
inline void block::keep_texts(std::size_t fact, word* bits, word* blank) {
  const bound_fact& lies = lies_.facts[fact];
  const column& c = *lies.values;
  const scratch_scope hold(run_.step_memory);
  if (c.is == layout::dictionary) {
    const std::int32_t* codes = codes_in(c, lies.codes, first_, rows_);
    keep_coded(
        bits, without_code(bits, codes), [&](std::size_t row) { return codes[row]; },
        blank);
  } else {
    keep_coded(
        bits, bits, [&](std::size_t row) { return code_of(text_at(c, first_ + row)); },
        blank);
  }
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
